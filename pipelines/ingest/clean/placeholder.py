"""What people write when there is no value: not applicable, none, unknown, a cross; and what is no value at all."""

import re

from pipelines.ingest.clean.parsed import Parsed, fault
from pipelines.schemas.column import Column, Kind
from pipelines.vocabulary.reason import Reason

NOT_APPLICABLE = {"-", "--", "---", "–", "—", "n.v.t.", "n.v.t", "nvt", "nvt.", "n/a", "niet van toepassing"}
NONE_WRITTEN = {"geen"}
NOBODY = {"anoniem", "buurt"}  # instead of the number of a person who need not be known
UNKNOWN = {
    *("?", "??", "???", "onbekend", "nog onbekend", "niet bekend", "nog niet bekend", "nog niet", "volgt"),
    *("volgt nog", "weet niet", "weet ik niet", "nnb", "n.n.b.", "ntb", "n.t.b.", "nader te bepalen"),
}
CROSS = {"x"}
ERROR_VALUES = {
    *("#n/a", "#n/b", "#ref!", "#verw!", "#value!", "#waarde!", "#div/0!", "#deel/0!", "#name?", "#naam?"),
    *(
        "#num!",
        "#getal!",
        "#null!",
        "#leeg!",
        "#spill!",
        "#overloop!",
        "#calc!",
        "#berekenen!",
        "#getting_data",
    ),
}
_ERROR = re.compile(r"err:[0-9]{3}|#{3,}")
_FORMULA = re.compile(r"=(?:$|[A-Z0-9@($'\"+\-])")
_TEST = re.compile(r"(?:dit is een )?test(?:en|je|rij|regel|test)?[ 0-9.!]*|asdf[a-z]*|qwerty[a-z]*|x{3,}")
_OF_WORDS = {Kind.TEXT, Kind.EMAIL}  # kinds in which a question mark at the end is no doubt about the value


def no_value(text: str, *, column: Column) -> Parsed | None:
    """Return what the tidied text says when it is no value; None when it has to be read."""
    written = text.casefold()
    if not written:
        return _empty(column, reason=Reason.BLANK_IS_NO if column.blank_means else None)
    if written in ERROR_VALUES or _ERROR.fullmatch(written):
        return fault(Reason.ERROR_CELL)
    if _FORMULA.match(text):
        return fault(Reason.FORMULA_EMPTY)
    if _TEST.fullmatch(written):
        return fault(Reason.TEST_ROW)
    return _placeholder(written, column=column)


def _placeholder(written: str, *, column: Column) -> Parsed | None:
    if written in NOT_APPLICABLE or _is_nobody(written, column=column):
        return _empty(column, reason=Reason.NOT_APPLICABLE)
    if written in NONE_WRITTEN:
        return _empty(column, reason=Reason.NONE_WRITTEN)
    if written in UNKNOWN:
        return _unknown(column)
    if written in CROSS:
        return Parsed(value=_blank(column), fault=Reason.CROSS)
    if written.endswith("?") and column.kind not in _OF_WORDS:
        return _doubted(column)
    return None


def _is_nobody(written: str, *, column: Column) -> bool:
    return written in NOBODY and column.kind is Kind.REFERENCE and column.person


def _blank(column: Column) -> bool | None:
    """Return what an empty cell of the column is: no for a consent, otherwise nothing."""
    return False if column.blank_means == "nee" else None


def _empty(column: Column, *, reason: Reason | None) -> Parsed:
    return Parsed(value=_blank(column), repair=reason)


def _unknown(column: Column) -> Parsed:
    if "onbekend" in column.allowed:
        return Parsed(value="onbekend", repair=Reason.UNKNOWN_LISTED)
    return Parsed(value=_blank(column), fault=Reason.UNKNOWN)


def _doubted(column: Column) -> Parsed:
    """Return no value for one with a question mark: `Portaal?` is onbekend where the list has that."""
    value = "onbekend" if "onbekend" in column.allowed else _blank(column)
    return Parsed(value=value, fault=Reason.UNCERTAIN)
