"""Numbers as Dutch hands write them: decimal comma, point for thousands; what could be both is refused."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.day import looks_like_day
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

MOST_DIGITS = (
    8  # before the comma: more than any count or amount here; nine or ten are a phone or citizen number
)

_PLAIN = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_POINT_DECIMAL = re.compile(r"-?[0-9]*\.(?:[0-9]{1,2}|[0-9]{4,})")
_POINT_THREE = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DUTCH_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:[. ][0-9]{3})+,[0-9]+")
_SPACED = re.compile(r"-?[1-9][0-9]{0,2}(?: [0-9]{3})+")
_ENGLISH_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|-?[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_OPEN_COMMA = re.compile(r"-?(?:,[0-9]+|[0-9]+,)")
_POINT_ZERO_THREE = re.compile(r"-?0\.[0-9]{3}")

_BETWEEN = re.compile(
    r"[0-9]+(?:[.,][0-9]+)? ?(?:-|–|à|a|tot|t/m|/|of) ?[0-9]+(?:[.,][0-9]+)?(?: ?[a-z.]+)?", re.I
)
_SUM = re.compile(r"[0-9]+(?:[.,][0-9]+)? ?(?:x|×|\*|\+|keer) ?€? ?[0-9]+(?:[.,][0-9]+)?.*", re.I)
_APPROXIMATE = re.compile(
    r"(?:±|~|ca\b|circa\b|plm\b|ongeveer\b|rond\b|min\.|max\.|minimaal\b|maximaal\b|[<>]).*", re.I
)


def parse_decimal(text: str, *, column: Column, today: date) -> Parsed:
    """Return the number as written; a range or words are a warning and no number, a date in its place an error."""
    line = on_one_line(text)
    return read_number(line) or no_number(line)


def read_number(line: str, *, point_is_thousands: bool = False) -> Parsed | None:
    """Return the number a line is, and whether it was written otherwise than 1250,5; None when it is no number.

    `point_is_thousands`: 1.250 is 1250 (amounts have two decimals); otherwise it could be both and is refused.
    """
    written = line.replace("−", "-").removeprefix("+").strip()
    if _PLAIN.fullmatch(written):
        return _number(written.replace(",", "."), repair=None if written == line else Reason.NUMBER_SPELLED)
    if _POINT_THREE.fullmatch(written) and not point_is_thousands:
        return fault(Reason.NUMBER_AMBIGUOUS)
    if any(form.fullmatch(written) for form in (_DUTCH_THOUSANDS, _SPACED, _POINT_THREE)):
        plain = written.replace(".", "").replace(" ", "").replace(",", ".")
    elif any(form.fullmatch(written) for form in (_POINT_DECIMAL, _POINT_ZERO_THREE, _ENGLISH_THOUSANDS)):
        plain = written.replace(",", "")
    elif _OPEN_COMMA.fullmatch(written):
        plain = written.replace(",", ".")
    else:
        return None
    return _number(plain, repair=Reason.NUMBER_SPELLED)


def _number(plain: str, *, repair: Reason | None) -> Parsed:
    whole = plain.lstrip("-").partition(".")[0].lstrip("0")
    if len(whole) > MOST_DIGITS:
        return fault(Reason.NUMBER_TOO_LARGE)
    return repaired(float(plain), repair)


def no_number(line: str) -> Parsed:
    """Return why a line is no number: a date, a range, a sum, about so much, words, or nothing readable."""
    if looks_like_day(line):
        return fault(Reason.DATE_IN_NUMBER)
    if _BETWEEN.fullmatch(line):
        return fault(Reason.RANGE)
    if _SUM.fullmatch(line):
        return fault(Reason.SUM_TYPED)
    if _APPROXIMATE.fullmatch(line):
        return fault(Reason.APPROXIMATE)
    if line.endswith("%"):
        return fault(Reason.NUMBER_AMBIGUOUS)
    has_letters = any(letter.isalpha() for letter in line)
    return fault(Reason.NUMBER_IN_WORDS if has_letters else Reason.NUMBER_UNREADABLE)
