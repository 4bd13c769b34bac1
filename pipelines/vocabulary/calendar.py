"""The clock and the working days of the Netherlands: Monday to Friday, public holidays off.

Good Friday and 5 May are off every year.
"""

from datetime import date, timedelta
from importlib.metadata import version
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST_DAY = date(2010, 1, 1)
LAST_DAY = date(2040, 12, 31)

_FRIDAY = 4
_TWO_DAYS = timedelta(days=2)


def holidays_of(first_year: int, last_year: int) -> frozenset[date]:
    """Days off in these years, both included, weekend days among them.

    Source: library `holidays` (NL), Algemene termijnenwet art. 3 (Good Friday is treated alike; 5 May every year,
    while the library has it every five years).
    """
    from holidays.countries.netherlands import Netherlands  # slow to import, needed only to make the calendar

    years = range(first_year, last_year + 1)
    public = Netherlands(years=years, language="nl")  # type: ignore[no-untyped-call]
    good_fridays = {easter - _TWO_DAYS for easter in public.get_named("Eerste paasdag", lookup="exact")}
    return frozenset(public) | good_fridays | {date(year, 5, 5) for year in years}


def working_days(first: date, last: date) -> list[tuple[date, bool, int]]:
    """Every day from `first` to `last`, whether it is a working day, and the working days counted up to and including it.

    Working days between a and b are the count at b minus the count at a.
    """
    off = holidays_of(first.year, last.year)
    rows, count = [], 0
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        works = day.weekday() <= _FRIDAY and day not in off
        count += works
        rows.append((day, works, count))
    return rows


def calendar_source() -> str:
    """Return what the calendar is made from: changes when it must be made again."""
    return f"holidays {version('holidays')} NL {FIRST_DAY} {LAST_DAY}"
