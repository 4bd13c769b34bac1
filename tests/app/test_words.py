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
    jobs,
    matching,
    overview,
    participation,
    response_time,
    workload,
)
from dashboard.words.catalogue import CATALOGUE, say, texts
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
        else:
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
    for page in (jobs, care, matching, complaints, workload):
        shown |= set(page.FIGURES)
    words = texts("figures")
    assert shown == set(words)
    assert shown <= set(LABELS)
    addresses = {place.address for place in PLACES}
    assert {entry["page"] for entry in words.values() if "page" in entry} <= addresses
    assert all({"one", "many", "says", "none", "means", "watch"} <= set(entry) for entry in words.values())


def test_every_step_has_the_words_of_its_curve():
    for code in STEPS.values():
        assert {"step", "done", "half", "less", "reached", "subject", "register"} <= set(
            texts("figures")[code]
        )


def test_each_page_asks_one_question():
    questions = [say(f"{place.words}.question") for place in PLACES]
    assert all(question.endswith("?") for question in questions)
    assert len(set(questions)) == len(questions)
