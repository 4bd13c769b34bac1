"""Dates: day-month-year, ISO, Dutch month names, spreadsheet day numbers. Nothing is guessed, no day invented."""

import re
from datetime import date, timedelta

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february",
            "mrt maart mar march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "aug augustus august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SPREADSHEET_ZERO = date(1899, 12, 30)  # day 0 of a spreadsheet as it counts from March 1900 on
CENTURY = 2000  # of a year written with two digits; X20 refuses what that makes of 1948

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(f"{day}|{day[:2]}" for day in WEEKDAYS)
_CLOCK = r"(?:[ ,T]+(?:om )?(?P<clock>[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?)(?: ?uur| ?[ap]\.?m\.?)?)?"
_ZONE = r"(?:Z|[+-][0-9]{2}:?[0-9]{2}| CES?T| GMT\+[12])?"  # the last two as Google Forms writes Dutch time
_ISO = re.compile(  # the year in front says that the month follows, whatever the sign
    rf"(?P<year>[0-9]{{4}})(?P<sign>[-/.])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}}){_CLOCK}{_ZONE}",
    re.I,
)
_BASIC = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])")
_START = rf"(?:(?P<weekday>{_WEEKDAY})[.,]? +)?"
_YEAR = r"(?P<year>[0-9]{4}|['’]?[0-9]{2})"
_NUMERIC = re.compile(
    rf"{_START}(?P<day>[0-9]{{1,2}}) ?(?P<sign>[-–/. ]) ?(?P<month>[0-9]{{1,2}}) ?(?P=sign) ?{_YEAR}{_CLOCK}",
    re.I,
)
_NAMED = re.compile(
    rf"{_START}(?P<day>[0-9]{{1,2}})(?:e|ste|de)?[-/. ]{{0,2}}(?P<name>{_MONTH})[-/., ]{{0,2}}{_YEAR}{_CLOCK}",
    re.I,
)
_NO_YEAR = re.compile(
    rf"{_START}[0-9]{{1,2}}(?:e|ste|de)?[-/. ]{{0,2}}(?:[-/. ][0-9]{{1,2}}|{_MONTH})[-/.]?", re.I
)
_NO_DAY = re.compile(
    rf"(?:[0-9]{{1,2}}[-/. ]|(?:{_MONTH})[-/. ]{{0,2}})?(?:19|20)[0-9]{{2}}(?:[-/][0-9]{{1,2}})?", re.I
)
_EMPTY = re.compile(
    r"(?:0|1|0?0:00(?::00)?|(?:0?0|0?1)-0?1-1900|3[01]-12-1899|1900-01-0[01]|1899-12-3[01]|0000-00-00|0?0-0?0-0000)"
    r"(?: 0?0:00(?::00)?)?"
)
_SERIAL = re.compile(r"(?P<days>[1-9][0-9]{4})(?:[.,][0-9]+)?")
_SOME_DATE = re.compile(
    rf"[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.](?:[0-9]{{4}}|[0-9]{{2}})"
    rf"|[0-9]{{1,2}}[- ](?:{_MONTH})\b",
    re.I,
)
_UNTIL = re.compile(r"t/m|\btot\b|–|\s-\s")
_APPROXIMATE = re.compile(r"^(?:±|~|ca\b|circa\b|plm\b|ongeveer\b|rond\b|omstreeks\b)", re.I)


def parse_day(text: str, *, column: Column, today: date) -> Parsed:
    """Return the date as written; text in words is a warning and no date, a date that cannot be an error."""
    line = on_one_line(text).replace("‘", "'")
    return read_day(line)


def read_day(line: str) -> Parsed:
    """Return the date a line of text is; the same for every column."""
    if _EMPTY.fullmatch(line.replace("/", "-")):
        return repaired(None, Reason.EMPTY_DATE_CELL)
    for pattern in (_ISO, _NUMERIC, _NAMED, _BASIC):
        match = pattern.fullmatch(line)
        if match:
            return _day_of(match.groupdict(), plain=_is_plain(match, pattern=pattern))
    serial = _SERIAL.fullmatch(line)
    if serial:
        return repaired(SPREADSHEET_ZERO + timedelta(days=int(serial["days"])), Reason.EXCEL_DAY)
    return fault(_why_no_day(line))


def _is_plain(match: re.Match[str], *, pattern: re.Pattern[str]) -> bool:
    if pattern is _NUMERIC:
        return match["sign"] == "-" and not match["weekday"]
    return pattern is _ISO and match["sign"] == "-"


def _day_of(found: dict[str, str | None], *, plain: bool) -> Parsed:
    year, name = (found["year"] or "").lstrip("'’"), found.get("name")
    month = MONTHS[name.casefold()] if name else int(found["month"] or 0)
    try:
        day = date(int(year) + (CENTURY if len(year) == 2 else 0), month, int(found["day"] or 0))
    except ValueError:
        return fault(Reason.DATE_IMPOSSIBLE)
    weekday = found.get("weekday")
    if weekday and not WEEKDAYS[day.weekday()].startswith(weekday.casefold()):
        return fault(Reason.DATE_CONTRADICTS)
    return repaired(day, _what_repaired(found, year=year, plain=plain))


def _what_repaired(found: dict[str, str | None], *, year: str, plain: bool) -> Reason | None:
    if len(year) == 2:
        return Reason.YEAR_COMPLETED
    if not plain:
        return Reason.DATE_SPELLED
    return Reason.TIME_DROPPED if (found.get("clock") or "").strip("0:.,") else None


def _why_no_day(line: str) -> Reason:
    if _APPROXIMATE.match(line):
        return Reason.APPROXIMATE
    if len(_SOME_DATE.findall(line)) > 1:
        return Reason.RANGE if _UNTIL.search(line) else Reason.SEVERAL
    if _NO_DAY.fullmatch(line):
        return Reason.DAY_MISSING
    if _NO_YEAR.fullmatch(line):
        return Reason.YEAR_MISSING
    return Reason.DATE_IN_WORDS if any(letter.isalpha() for letter in line) else Reason.DATE_UNREADABLE


def looks_like_day(line: str) -> bool:
    """Whether the text is a date, with or without a year: what a spreadsheet made of `3-5` in a number column."""
    named = re.fullmatch(rf"[0-9]{{1,2}}[-/. ](?:{_MONTH})\.?", line, re.I)
    return bool(named or any(pattern.fullmatch(line) for pattern in (_ISO, _NUMERIC, _NAMED)))
