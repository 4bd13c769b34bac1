"""Headings as people write them, made comparable; and which heading names which column of which table."""

import re
import unicodedata
from functools import cache, lru_cache

from pipelines.schemas.registry import RECORDS
from pipelines.vocabulary.words.headings import HEADING_SYNONYMS, SAID_BEHIND_HEADINGS
from pipelines.vocabulary.words.records import HEADINGS

_SEPARATOR = re.compile(r"[^0-9a-z]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_BEHIND = re.compile(r"[(\[](?P<said>[^()\[\]]*)[)\]][ :*.]*$")
_BROKEN_WORD = re.compile(r"(?<=[a-z])-[ \t]*[\r\n]+[ \t]*(?=[a-z])")
_NUMBERED = re.compile(r"^(?:kolom|column) [0-9]+$")  # what a form export names a column without a question


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """Return the heading without case, accents and signs: 'Bedrag (€)' and 'bedrag' are the same."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return _SEPARATOR.sub(" ", plain).strip()


def bare_heading_key(text: str) -> str:
    """Return the key of a heading without the format or unit behind it, and without the hyphen of a broken word."""
    whole = _BROKEN_WORD.sub("", text)
    behind = _BEHIND.search(whole)
    said = behind and heading_key(behind["said"]) in _said_behind_headings()
    return heading_key(whole[: behind.start()] if behind and said else whole)


@cache
def _said_behind_headings() -> frozenset[str]:
    return frozenset(heading_key(words) for words in SAID_BEHIND_HEADINGS)


def without_brackets(text: str) -> str:
    """Return the heading without what stands between brackets (the answers a form repeats in its question)."""
    return _IN_BRACKETS.sub("", text)


def is_nameless(text: str) -> bool:
    """Whether the heading is empty or only counts ('Kolom 8')."""
    key = heading_key(text)
    return not key or _NUMBERED.match(key) is not None


@cache
def columns_by_heading(table: str) -> dict[str, str]:
    """Return column by comparable heading: exact headings first, then code names, then synonyms."""
    exact = {heading_key(heading): column for column, heading in HEADINGS[table].items()}
    codes = {heading_key(column): column for column in HEADINGS[table]}
    synonyms = {
        heading_key(name): column
        for column, names in HEADING_SYNONYMS.get(table, {}).items()
        for name in names
    }
    return synonyms | codes | exact


@cache
def readable_tables() -> tuple[str, ...]:
    """Return the tables that are read from files, in load order."""
    return tuple(record.table for record in RECORDS if not record.generated)
