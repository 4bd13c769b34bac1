"""Record numbers: a letter and at least so many figures. `42`, `r42` and `R 042` are R0042."""

import re
from datetime import date
from functools import cache

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.ingest.clean.running_text import parse_text
from pipelines.schemas.column import Column
from pipelines.schemas.registry import record
from pipelines.vocabulary.reason import Reason

MOST_BARE_FIGURES = (
    8  # without its letter; nine or ten are a phone or citizen number, which may not become a key
)
_ONE = re.compile(r"(?P<letter>[A-Za-z]?)[ .\-#]{0,2}(?P<figures>[0-9]{1,12})")
_AS_DECIMAL = re.compile(r"(?P<figures>[0-9]{1,8})[.,]0")  # how programs write a number in a column with gaps
_SEVERAL = re.compile(r"[A-Za-z]?[ .-]?[0-9]+(?:(?: ?[,;/&+\n] ?| en | of )[A-Za-z]?[ .-]?[0-9]+)+")


@cache
def _forms(column: Column) -> dict[str, int]:
    """Return letter → least number of figures of the numbers that may stand in the column."""
    if column.prefix:
        return {column.prefix: column.digits or 1}
    keys = [record(table).column(record(table).key[0]) for table in column.refers_to]
    return {key.prefix: key.digits or 1 for key in keys if key.prefix}


def parse_record_number(text: str, *, column: Column, today: date) -> Parsed:
    """Return the number in full. A name, several numbers or a number of another record are errors."""
    forms = _forms(column)
    if not forms:
        return parse_text(text, column=column, today=today)
    line = on_one_line(text)
    decimal = _AS_DECIMAL.fullmatch(line)
    match = _ONE.fullmatch(decimal["figures"] if decimal else line)
    if match is None:
        return fault(_why_not(line))
    if not match["letter"] and len(match["figures"]) > MOST_BARE_FIGURES:
        return fault(Reason.IDENTIFIER_UNREADABLE)
    letter = match["letter"].upper() or (next(iter(forms)) if len(forms) == 1 else "")
    if letter not in forms:
        return fault(Reason.IDENTIFIER_OTHER if letter else Reason.IDENTIFIER_BARE)
    value = letter + match["figures"].zfill(forms[letter])
    return repaired(value, None if value == line else Reason.NUMBER_COMPLETED)


def _why_not(line: str) -> Reason:
    if _SEVERAL.fullmatch(line):
        return Reason.IDENTIFIER_SEVERAL
    has_figures = any(sign.isdigit() for sign in line)
    return Reason.IDENTIFIER_UNREADABLE if has_figures else Reason.NAME_FOR_NUMBER
