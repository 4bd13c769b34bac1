"""Times of day. Midnight is what a spreadsheet shows where no time was typed: unknown, never 00:00."""

import re
from datetime import date, time

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

_PLAIN = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?")
_SPELLED = re.compile(
    r"(?:om )?(?P<hour>[0-9]{1,2}) ?(?:[.:uh] ?(?P<minute>[0-9]{2}))? ?(?P<unit>uur|u|h)?\.?", re.I
)
_DATED = re.compile(
    r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}[ ,T]+(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)"
)
_FRACTION = re.compile(r"0[.,](?P<part>[0-9]{1,17})")
_BETWEEN = re.compile(
    r"[0-9]{1,2}(?:[:.u][0-9]{2})?(?: ?uur| ?u)? ?(?:-|–|tot|t/m|à|of|en) ?[0-9]{1,2}.*", re.I
)
SECONDS_PER_DAY = 86_400


def parse_clock(text: str, *, column: Column, today: date) -> Parsed:
    """Return the time of day as written; 00:00 is empty, words are a warning, an impossible time an error."""
    line = on_one_line(text)
    plain, dated, fraction = _PLAIN.fullmatch(line), _DATED.fullmatch(line), _FRACTION.fullmatch(line)
    if plain:
        return _time_of(plain["hour"], minute=plain["minute"], second=plain["second"], repair=None)
    if dated:
        hour, minute, *second = dated["clock"].split(":")
        second_text = second[0] if second else None
        return _time_of(hour, minute=minute, second=second_text, repair=Reason.DATE_DROPPED)
    if fraction:
        return _time_of_fraction(float(f"0.{fraction['part']}"))
    return _spelled(line)


def _spelled(line: str) -> Parsed:
    match = _SPELLED.fullmatch(line)
    if match and (match["minute"] or match["unit"] or re.search(r"[uh]", line, re.I)):
        return _time_of(match["hour"], minute=match["minute"] or "0", second=None, repair=Reason.TIME_SPELLED)
    if _BETWEEN.fullmatch(line):
        return fault(Reason.RANGE)
    has_letters = any(letter.isalpha() for letter in line)
    return fault(Reason.TIME_IN_WORDS if has_letters else Reason.TIME_UNREADABLE)


def _time_of(hour: str, *, minute: str, second: str | None, repair: Reason | None) -> Parsed:
    try:
        found = time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return fault(Reason.TIME_UNREADABLE)
    return repaired(found, repair) if found != time(0) else repaired(None, Reason.MIDNIGHT_UNKNOWN)


def _time_of_fraction(part: float) -> Parsed:
    """Return the time of a spreadsheet's day fraction, to the whole second."""
    seconds = round(part * SECONDS_PER_DAY)
    if seconds in {0, SECONDS_PER_DAY}:
        return repaired(None, Reason.MIDNIGHT_UNKNOWN)
    found = time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    return repaired(found, Reason.EXCEL_DAY)
