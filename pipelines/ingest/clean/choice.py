"""One of a closed list: as the list or its Dutch label writes it, otherwise spelled, or by a known synonym."""

import re
import unicodedata
from datetime import date
from functools import cache

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason
from pipelines.vocabulary.words.records import CHOICE_LABELS
from pipelines.vocabulary.words.synonyms import CHOICE_SYNONYMS

_SIGNS = re.compile(r"[^0-9a-z]+")


def choice_key(text: str) -> str:
    """Return the text without case, accents and signs, so that spellings of one choice are the same."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return _SIGNS.sub("_", plain).strip("_")


def choice_label(value: str) -> str:
    """Return the Dutch label of a choice, as a drop-down shows it."""
    return CHOICE_LABELS.get(value, value.replace("_", " "))


@cache
def _by_key(allowed: tuple[str, ...]) -> dict[str, str]:
    labels = {choice_key(choice_label(value)): value for value in allowed}
    return labels | {choice_key(value): value for value in allowed}


@cache
def _as_written(allowed: tuple[str, ...]) -> dict[str, str]:
    labels = {choice_label(value).casefold(): value for value in allowed}
    return labels | {value: value for value in allowed}


@cache
def _synonyms(column: str, allowed: tuple[str, ...]) -> dict[str, str]:
    known = CHOICE_SYNONYMS.get(column, {})
    return {choice_key(name): value for value, names in known.items() for name in names if value in allowed}


def find_choice(text: str, *, column: Column) -> Parsed | None:
    """Return the choice a text is, and how it was recognised; None when it is none of the list."""
    line = on_one_line(text)
    exact = _as_written(column.allowed)
    value = exact.get(line) or exact.get(line.casefold())
    if value:
        return repaired(value, None)
    key = choice_key(line)
    spelled = _by_key(column.allowed).get(key) if key else None
    if spelled:
        return repaired(spelled, Reason.CHOICE_SPELLED)
    synonym = _synonyms(column.name, column.allowed).get(key) if key else None
    return repaired(synonym, Reason.CHOICE_SYNONYM) if synonym else None


def parse_choice(text: str, *, column: Column, today: date) -> Parsed:
    """Return the choice of the column's list. A word that is not in it is an error: nothing is guessed."""
    return find_choice(text, column=column) or fault(Reason.CHOICE_UNKNOWN)
