"""What a person reads about a fault: what is wrong, what is allowed, what was found, what to do."""

from functools import cache

from pipelines.ingest.faults import ERROR
from pipelines.ingest.found_text import found
from pipelines.schemas.allowed import dates_text, range_text
from pipelines.schemas.column import Column, Kind, Privacy, Record
from pipelines.schemas.rules import Rule
from pipelines.vocabulary.reason import Reason
from pipelines.vocabulary.words import rules as rule_words
from pipelines.vocabulary.words.faults import REASON_SENTENCES
from pipelines.vocabulary.words.load import ALLOWED, ALLOWED_MORE, FOUND, MUST_BE_FILLED
from pipelines.vocabulary.words.records import HEADINGS

ALLOWED_SHOWN = 10
ABOUT_EMPTY = ("verplicht", "niet_af_te_leiden", "voorwaardelijk")  # rules that say a cell is empty
ABOUT_RANGES = ("bereik", "X20")  # rules that name the range of their own column
_SHOWS_ALLOWED = (Reason.CHOICE_UNKNOWN, Reason.CHOICE_DROPPED, Reason.UNCERTAIN)
_PLAIN_KINDS = (Kind.DATE, Kind.TIME, Kind.WHOLE, Kind.DECIMAL, Kind.HOURS, Kind.MONEY, Kind.CHOICE)


def cell_message(reason: Reason, *, column: Column, text: str, emptied: bool = False) -> str:
    """Return the sentences about a text that was repaired, doubted or refused.

    `emptied`: the cell counts as empty and may not be: then what to fill in is said too.
    """
    said = [
        REASON_SENTENCES[reason.value],
        FOUND.format(found=found(text, column=column)) if text.strip() else "",
    ]
    if emptied and reason.level != ERROR:
        said.append(MUST_BE_FILLED)
    if (reason in _SHOWS_ALLOWED or (emptied and column.kind is Kind.CHOICE)) and column.allowed:
        said.append(allowed(column))
    return " ".join(part for part in said if part)


def row_message(reason: Reason) -> str:
    """Return the sentence about a whole row."""
    return REASON_SENTENCES[reason.value]


def allowed(column: Column) -> str:
    """Return the values a choice may hold, at most ten."""
    shown = ", ".join(column.allowed[:ALLOWED_SHOWN])
    more = len(column.allowed) - ALLOWED_SHOWN
    return ALLOWED.format(values=shown) + (" " + ALLOWED_MORE.format(count=more) if more > 0 else "")


@cache
def rule_message(rule: Rule, record: Record) -> str:
    """Return the sentences about a broken rule, with the headings filled in."""
    headings = HEADINGS[record.table]
    names = {"column": headings[rule.columns[0]], "other": headings.get(rule.other, "")}
    column = record.column(rule.columns[0])
    said = [rule_words.SENTENCES[rule.words].format(**names), rule_words.ACTIONS[rule.words].format(**names)]
    if rule.words in ABOUT_RANGES:
        said.insert(1, _bounds(column))
    return " ".join(part for part in said if part)


def rule_shows_value(rule: Rule, *, column: Column) -> bool:
    """Whether the found value may stand in the message: a number, date or known choice about nobody in particular."""
    safe = column.kind in _PLAIN_KINDS and not (column.vault or column.person or column.free_text)
    return safe and column.privacy is not Privacy.DIRECT and rule.words not in ABOUT_EMPTY


def _bounds(column: Column) -> str:
    """Return what range the column allows, as far as it has one."""
    text = range_text(column) or dates_text(column)
    return ALLOWED.format(values=text[0].lower() + text[1:].removesuffix(".")) if text else ""
