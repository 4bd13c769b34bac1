"""Text: names, addresses, descriptions, role codes. Kept as typed; a name that may be two people is never split."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import without_control
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.own_words import in_own_words
from pipelines.vocabulary.reason import Reason

NAMES = {"first_name", "infix", "last_name"}
_TWO_PEOPLE = re.compile(r"&|\+|/|\ben\b|^fam(?:ilie)?\b", re.I)
_NUMBER_OF_PERSON = re.compile(r"\b[Rr][ .-]?\d{1,6}\b")  # refused further on, with a sentence of its own
_NOTE = re.compile(r"[()0-9]|^(?:mw|mevr|mevrouw|dhr|de heer|hr)\b", re.I)


def parse_text(text: str, *, column: Column, today: date) -> Parsed:
    """Return the text without control characters; doubts about names and length are warnings, the text is kept."""
    if column.pattern:
        return _code(text, pattern=column.pattern)
    if column.own_words:
        return _own(without_control(text))
    value = without_control(text)
    repair = None if value == text else Reason.TEXT_CLEANED
    return Parsed(value=value or None, repair=repair, fault=_doubt(value, column=column))


def _own(text: str) -> Parsed:
    number = _NUMBER_OF_PERSON.search(text)
    value = number[0] if number else in_own_words(text)
    return Parsed(value=value or None, fault=None if value == text else Reason.NAME_LEFT_OUT)


def _code(text: str, *, pattern: str) -> Parsed:
    for value, reason in ((text, None), (text.upper().replace(" ", ""), Reason.ROLE_SPELLED)):
        if re.search(pattern, value):
            return repaired(value, reason)
    return fault(Reason.ROLE_CODE)


def _doubt(value: str, *, column: Column) -> Reason | None:
    if column.max_length is not None and len(value) > column.max_length:
        return Reason.TEXT_TOO_LONG
    if column.name not in NAMES:
        return None
    if _TWO_PEOPLE.search(value):
        return Reason.TWO_PEOPLE
    return Reason.NAME_WITH_NOTE if _NOTE.search(value) else None
