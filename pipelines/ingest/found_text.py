"""What of a cell may be repeated in a report or log: never a name, address, phone number or free text."""

import re

from pipelines.ingest.clean.placeholder import ERROR_VALUES
from pipelines.schemas.column import Column, Kind, Privacy

LONGEST_SHOWN = 24
MOST_DIGITS = 6  # more digits in a row may be a phone or citizen number

_PLAIN_KINDS = {
    Kind.DATE, Kind.TIME, Kind.WHOLE, Kind.DECIMAL, Kind.HOURS, Kind.MONEY, Kind.CHOICE, Kind.CHOICES, Kind.YES_NO,
}  # fmt: skip
_DATE = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}( \d{1,2}:\d{2}(:\d{2})?)?")
_RECORD_NUMBER = re.compile(
    r"[A-QS-Za-qs-z]?[ .-]?\d{1,6}"
)  # never of a person: R0042 typed as a job's number
_WORDS = frozenset(
    [
        "ja",
        "nee",
        "j",
        "n",
        "x",
        "ok",
        "klaar",
        "gedaan",
        "onbekend",
        "geen",
        "nvt",
        "n.v.t.",
        "nog",
        "niet",
        "volgt",
        "gratis",
        "half",
        "anderhalf",
        "kwart",
        "week",
        "wk",
        "uur",
        "u",
        "min",
        "begin",
        "eind",
        "medio",
        "jan",
        "januari",
        "feb",
        "februari",
        "mrt",
        "maart",
        "apr",
        "april",
        "mei",
        "jun",
        "juni",
        "jul",
        "juli",
        "aug",
        "augustus",
        "sep",
        "sept",
        "september",
        "okt",
        "oktober",
        "nov",
        "november",
        "dec",
        "december",
        "ma",
        "di",
        "wo",
        "do",
        "vr",
        "za",
        "zo",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "dag",
        "dagen",
        "weken",
        "maand",
        "maanden",
        "per",
        "om",
        "de",
        "elke",
        "z.s.m.",
        "zsm",
        "na",
        "vakantie",
        "ongeveer",
        "circa",
        "ca",
        "tot",
        "en",
        "met",
        "van",
        "voor",
        "rond",
        "euro",
        "eur",
        "cent",
        "keer",
        "p.u.",
        "p/u",
        "pw",
        "p.w.",
        "ochtend",
        "middag",
        "avond",
        "flexibel",
        "overleg",
        "in",
        "alles",
        "ruim",
        "voldoende",
        "goed",
        "slecht",
        "matig",
        "tel",
        "mail",
        "bellen",
        "binnen",
        "loopt",
        "spoed",
        "hoog",
        "laag",
        "normaal",
        "true",
        "false",
        "waar",
        "onwaar",
        "null",
    ]
)


def found(text: str, *, column: Column) -> str:
    """Return the text of a cell as it may be shown: itself where it can only be a date, number or known word.

    Else its shape: `a` for a letter, `9` for a digit, cut at `LONGEST_SHOWN` characters.
    """
    trimmed = " ".join(text.split())
    if trimmed.casefold() in ERROR_VALUES:
        return trimmed
    return trimmed if _harmless(trimmed, column) else shape(trimmed)


def shape(text: str) -> str:
    """Return letters as `a`, digits as `9` and the rest as it is, cut at `LONGEST_SHOWN` characters."""
    signs = "".join(
        "a" if sign.isalpha() else "9" if sign.isdigit() else sign for sign in text[:LONGEST_SHOWN]
    )
    return f"{signs}…" if len(text) > LONGEST_SHOWN else signs


def _harmless(text: str, column: Column) -> bool:
    if len(text) > LONGEST_SHOWN or column.vault or column.person or column.free_text:
        return False
    if column.privacy is Privacy.DIRECT:
        return False
    if column.kind in (Kind.IDENTIFIER, Kind.REFERENCE):
        return _RECORD_NUMBER.fullmatch(text) is not None
    if column.kind not in _PLAIN_KINDS:
        return False
    known = {value.lower() for value in column.allowed} | _WORDS
    return text.lower() in known or (
        _few_digits(text) and all(_is_known(word, known) for word in _words(text))
    )


def _few_digits(text: str) -> bool:
    """Whether the digits can be no phone number: a date, or few."""
    return _DATE.fullmatch(text) is not None or sum(sign.isdigit() for sign in text) <= MOST_DIGITS


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w./-]*", text.lower())


def _is_known(word: str, known: set[str]) -> bool:
    return word in known or word.rstrip(".") in known
