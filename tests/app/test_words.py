"""Every Dutch text is short and plain, every key that code asks for exists, and every figure has its words."""

import re
from pathlib import Path

import pytest

from dashboard import pages
from dashboard.choices import STEPS
from dashboard.entry.navigation import PLACES
from dashboard.pages import (
    care,
    complaints,
    for_landlords,
    for_municipality,
    jobs,
    matching,
    overview,
    participation,
    response_time,
    trust,
    workload,
)
from dashboard.words.catalogue import CATALOGUE, say, texts
from pipelines.metrics.catalogue import FIGURES
from pipelines.vocabulary.words.figures.labels import LABELS

CODE = [path for path in Path(pages.__file__).parents[1].rglob("*.py") if "cli" not in path.parts]
KEY = re.compile(r'say\("([a-z_]+(?:\.[a-z_0-9]+)+)"')
HARD = (
    "significant",
    "mediaan",
    "betrouwbaarheidsinterval",
    "gecensureerd",
    "respondent",
    "exporteren",
    "filteren",
    "selecteren",
    "kpi",
)
LONGEST_SENTENCE = 20
DECISIONS = (for_landlords.PORTAAL, for_landlords.ALLIANTIE, for_municipality.GEMEENTE)


def all_texts():
    return [
        (f"{file.stem}.{key}", text)
        for file in sorted(CATALOGUE.glob("*.toml"))
        for key, text in flat(texts(file.stem))
        if not key.startswith(("usage", "help"))
    ]


def flat(table, before=""):
    items = table.items() if isinstance(table, dict) else enumerate(table)
    for key, value in items:
        name = f"{before}.{key}" if before else str(key)
        if isinstance(value, str):
            yield name, value
        elif not isinstance(value, bool):
            yield from flat(value, name)


@pytest.mark.parametrize(("key", "text"), all_texts(), ids=lambda value: str(value)[:40])
def test_text_is_plain(key, text):
    for sentence in re.split(r"[.!?:]\s", text):
        assert len(sentence.split()) <= LONGEST_SENTENCE, (key, sentence)
    assert not [word for word in HARD if re.search(rf"\b{word}\b", text.lower())], key


def test_every_text_that_code_asks_for_exists():
    asked = {key for path in CODE for key in KEY.findall(path.read_text(encoding="utf-8"))}
    assert asked
    for key in sorted(asked):
        assert say(key), key


def test_every_figure_on_a_page_has_words_and_a_page_to_link_to():
    shown = {*overview.HEADLINE, *participation.FIGURES, *response_time.FIGURES}
    for page in (jobs, care, matching, complaints, workload, trust):
        shown |= set(page.FIGURES)
    for decision in DECISIONS:
        shown |= set(decision.figures)
    words = texts("figures")
    assert shown == set(words)
    assert shown <= set(LABELS)
    addresses = {place.address for place in PLACES}
    assert {entry["page"] for entry in words.values() if "page" in entry} <= addresses
    assert all({"one", "many", "says", "none", "means", "watch"} <= set(entry) for entry in words.values())


def test_words_know_which_figures_have_both_branches_and_which_are_about_the_last_weeks():
    words = texts("figures")
    both = {code for code, entry in words.items() if entry.get("both_branches")}
    recent = {code for code, entry in words.items() if entry.get("recent")}
    assert both == {code for code in words if len(FIGURES[code].branches) > 1}
    assert all(FIGURES[code].has_window for code in recent)


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda each: each.words)
def test_every_question_of_a_decision_has_words_and_evidence(decision):
    words = texts(decision.words)
    assert {topic.key for topic in decision.topics} == set(words["topics"])
    assert {group for group, _ in decision.groups} == set(words["groups"])
    assert all(topic.figures for topic in decision.topics)
    assert all(entry["question"].endswith("?") for entry in words["topics"].values())
    assert all(len(entry) == 3 and all(entry) for entry in words["beyond"])


def test_every_step_has_the_words_of_its_curve():
    for code in STEPS.values():
        assert {"step", "done", "half", "less", "reached", "subject", "register"} <= set(
            texts("figures")[code]
        )


def test_each_page_asks_one_question():
    questions = [say(f"{place.words}.question") for place in PLACES]
    assert all(question.endswith("?") for question in questions)
    assert len(set(questions)) == len(questions)
