"""Form exports: which form a row of question sentences is, and what each question answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.ingest.read.delivery import FormQuestion
from pipelines.ingest.read.heading import columns_by_heading, heading_key, without_brackets
from pipelines.schemas.registry import record
from pipelines.vocabulary.words.forms import FORMS, IDENTIFIES_NOBODY, TIMESTAMP_QUESTIONS, UNASKED

LEAST_QUESTIONS = 2  # questions of its own by which a form is known when its time stamp was deleted
_TIMESTAMPS = {heading_key(question) for question in TIMESTAMP_QUESTIONS}
_UNASKED = {heading_key(heading) for heading in UNASKED}
_HARMLESS = {heading_key(question) for question in IDENTIFIES_NOBODY}


@dataclass(frozen=True, kw_only=True)
class FormMatch:
    """A form recognised: its table, our column per position, what each position answers, questions known."""

    table: str
    columns: tuple[str | None, ...]
    questions: tuple[FormQuestion, ...]
    known: int


@cache
def _questions(form: str) -> dict[str, FormQuestion]:
    table, _, sentences = FORMS[form]
    found = {}
    for sentence, columns in sentences.items():
        names_a_person = not columns or any(_is_identifying(table, name) for name in columns)
        harmless = heading_key(sentence) in _HARMLESS
        question = FormQuestion(columns=columns, identifying=names_a_person and not harmless, known=True)
        found[heading_key(without_brackets(sentence))] = question
        found[heading_key(sentence)] = question
    return found


def _is_identifying(table: str, name: str) -> bool:
    owner, _, column = name.rpartition(".")
    declared = record(owner or table).column(column)
    return declared.vault or declared.person or declared.free_text or declared.kind.parser == "postcode"


def _question(heading: str, *, form: str) -> FormQuestion:
    key = heading_key(heading)
    if key in _TIMESTAMPS:
        return FormQuestion(columns=FORMS[form][1], identifying=False, known=True)
    known = _questions(form)
    return known.get(key) or known.get(heading_key(without_brackets(heading))) or FormQuestion()


def _match_form(headings: Sequence[str], *, form: str) -> FormMatch:
    table = FORMS[form][0]
    questions = tuple(_question(heading, form=form) for heading in headings)
    columns = tuple(next((name for name in each.columns if "." not in name), None) for each in questions)
    return FormMatch(
        table=table, columns=columns, questions=questions, known=sum(each.known for each in questions)
    )


def _is_certain(headings: Sequence[str], *, match: FormMatch) -> bool:
    keys = {heading_key(heading) for heading in headings}
    own_headings = columns_by_heading(match.table)
    if any(own_headings.get(key) in record(match.table).key for key in keys):
        return False  # the coordinator numbers the rows: it is a sheet, whatever else stands in it
    if keys & _TIMESTAMPS:
        return match.known >= LEAST_QUESTIONS
    only_asked = [
        heading
        for heading, question in zip(headings, match.questions, strict=True)
        if question.known and heading_key(heading) not in own_headings
    ]
    return len(only_asked) >= LEAST_QUESTIONS


def best_form(headings: Sequence[str]) -> FormMatch | None:
    """Return the form these headings are the questions of; None when they are a sheet's own headings."""
    best = max((_match_form(headings, form=form) for form in FORMS), key=lambda match: match.known)
    return best if _is_certain(headings, match=best) else None


def is_unasked(heading: str) -> bool:
    """Whether a form program adds this column by itself: a number, a second time, who was logged in."""
    return heading_key(heading) in _UNASKED
