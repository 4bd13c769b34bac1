"""Times of day. Midnight is what a spreadsheet shows where no time was typed: unknown, never 00:00."""

import re
from datetime import date, time

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

_CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
_HALF = r"(?P<half>[ap])\.? ?m\.?"  # of an English day of twice twelve hours
_PLAIN = re.compile(_CLOCK)
_ENGLISH = re.compile(rf"{_CLOCK} ?{_HALF}", re.I)
_SPELLED = re.compile(
    r"(?:om )?(?P<hour>[0-9]{1,2}) ?(?:[.:uh] ?(?P<minute>[0-9]{2}))? ?(?P<unit>uur|u|h)?\.?", re.I
)
_DATED = re.compile(
    rf"[0-9]{{1,4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,4}}[ ,T]+{_CLOCK}(?: ?{_HALF})?(?: CES?T| GMT\+[12])?", re.I
)
_FRACTION = re.compile(r"0[.,](?P<part>[0-9]{1,17})")
_BETWEEN = re.compile(
    r"[0-9]{1,2}(?:[:.u][0-9]{2})?(?: ?uur| ?u)? ?(?:-|–|tot|t/m|à|of|en) ?[0-9]{1,2}.*", re.I
)
_APPROXIMATE = re.compile(r"(?:±|~|ca\b|circa\b|plm\b|ongeveer\b|rond\b|omstreeks\b)", re.I)
SECONDS_PER_DAY, HALF_A_DAY = 86_400, 12


def parse_clock(text: str, *, column: Column, today: date) -> Parsed:
    """Return the time of day as written; 00:00 is empty, words are a warning, an impossible time an error."""
    line = on_one_line(text)
    for form, repair in ((_PLAIN, None), (_ENGLISH, Reason.TIME_SPELLED), (_DATED, Reason.DATE_DROPPED)):
        match = form.fullmatch(line)
        if match:
            return _time_of(match.groupdict(), repair=repair)
    fraction = _FRACTION.fullmatch(line)
    return _time_of_fraction(float(f"0.{fraction['part']}")) if fraction else _spelled(line)


def _spelled(line: str) -> Parsed:
    match = _SPELLED.fullmatch(line)
    if match and (match["minute"] or match["unit"] or re.search(r"[uh]", line, re.I)):
        return _time_of(match.groupdict(), repair=Reason.TIME_SPELLED)
    if _BETWEEN.fullmatch(line):
        return fault(Reason.RANGE)
    if _APPROXIMATE.match(line):
        return fault(Reason.APPROXIMATE)
    has_letters = any(letter.isalpha() for letter in line)
    return fault(Reason.TIME_IN_WORDS if has_letters else Reason.TIME_UNREADABLE)


def _time_of(found: dict[str, str | None], *, repair: Reason | None) -> Parsed:
    """Return the time of an hour, minute, second and half of the day, as far as they were written."""
    hour, minute, second = (int(found.get(part) or 0) for part in ("hour", "minute", "second"))
    half = (found.get("half") or "").casefold()
    if half and not 1 <= hour <= HALF_A_DAY:
        return fault(Reason.TIME_UNREADABLE)
    if half:
        hour = hour % HALF_A_DAY + (HALF_A_DAY if half == "p" else 0)
    try:
        read = time(hour, minute, second)
    except ValueError:
        return fault(Reason.TIME_UNREADABLE)
    return repaired(read, repair) if read != time(0) else repaired(None, Reason.MIDNIGHT_UNKNOWN)


def _time_of_fraction(part: float) -> Parsed:
    """Return the time of a spreadsheet's day fraction, to the whole second."""
    seconds = round(part * SECONDS_PER_DAY)
    if seconds in {0, SECONDS_PER_DAY}:
        return repaired(None, Reason.MIDNIGHT_UNKNOWN)
    found = time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    return repaired(found, Reason.EXCEL_DAY)
