"""Hours of work: decimals, clock-like times, units and a few words; never a sum and never a bound of a range."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.number import no_number, read_number
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

IN_WORDS = {
    "een kwartier": 0.25,
    "kwartier": 0.25,
    "half": 0.5,
    "half uur": 0.5,
    "een half uur": 0.5,
    "halfuur": 0.5,
    "drie kwartier": 0.75,
    "een uur": 1.0,
    "één uur": 1.0,
    "anderhalf": 1.5,
    "anderhalf uur": 1.5,
    "twee uur": 2.0,
    "tweeënhalf uur": 2.5,
    "tweeëneenhalf uur": 2.5,
    "drie uur": 3.0,
    "vier uur": 4.0,
}
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_UNIT = r"(?:uren|uur|u|h|hr|hrs)\.?"
_QUARTERS = re.compile(rf"[0-9]{{1,4}}\.(?:15|30|45)(?: ?{_UNIT})?", re.I)  # 1.30 is 1:30 or 1,3
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,4}):(?P<minutes>[0-5][0-9])(?::(?P<seconds>[0-5][0-9]))?")
_HOURS_AND_MINUTES = re.compile(
    rf"(?P<hours>[0-9]{{1,4}}) ?{_UNIT} ?(?:en )?(?P<minutes>[0-5]?[0-9]) ?(?:minuten|minuut|min|m)?\.?", re.I
)
_MINUTES = re.compile(r"(?P<minutes>[0-9]{1,5}) ?(?:minuten|minuut|min)\.?", re.I)
_WITH_UNIT = re.compile(rf"(?P<number>[-+−]?[0-9.,]+) ?{_UNIT}", re.I)
_WITH_PART = re.compile(rf"(?P<whole>[0-9]{{0,4}}) ?(?P<part>[½¼¾]) ?(?:{_UNIT})?", re.I)


def parse_hours(text: str, *, column: Column, today: date) -> Parsed:
    """Return hours as a decimal number: 1,5 and 1:30 are both 1.5; `4-6` and `2 x 1,5` are a warning and none."""
    line = on_one_line(text)
    if _QUARTERS.fullmatch(line):
        return fault(Reason.NUMBER_AMBIGUOUS)
    return read_number(line) or _clock(line) or _spelled(line) or no_number(line)


def _clock(line: str) -> Parsed | None:
    match = _CLOCK.fullmatch(line)
    if match is None:
        return None
    value = int(match["hours"]) + int(match["minutes"]) / 60 + int(match["seconds"] or 0) / 3600
    return repaired(value, Reason.HOURS_FROM_CLOCK)


def _spelled(line: str) -> Parsed | None:
    value = _value_with_unit(line)
    if isinstance(value, Parsed):
        return value
    return None if value is None else repaired(value, Reason.HOURS_SPELLED)


def _value_with_unit(line: str) -> float | Parsed | None:
    both, minutes, part = (form.fullmatch(line) for form in (_HOURS_AND_MINUTES, _MINUTES, _WITH_PART))
    if both:
        return int(both["hours"]) + int(both["minutes"]) / 60
    if minutes:
        return int(minutes["minutes"]) / 60
    if part:
        return int(part["whole"] or 0) + _PARTS[part["part"]]
    if line.casefold() in IN_WORDS:
        return IN_WORDS[line.casefold()]
    unit = _WITH_UNIT.fullmatch(line)
    number = read_number(unit["number"]) if unit else None
    if number is None or number.fault:
        return fault(number.fault) if number and number.fault else None
    return repaired(number.value, Reason.HOURS_SPELLED)
