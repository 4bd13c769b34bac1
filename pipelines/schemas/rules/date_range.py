"""X20, the range of a date: `pilot_start-12m`, `today+12m`, `2010-01-01`, as a day and as SQL."""

import calendar
import re
from datetime import date

from pipelines.schemas.column import Column
from pipelines.schemas.rules.rule import TODAY, setting

_SHIFTED = re.compile(r"(today|pilot_start)(?:([+-]\d+)m)?")


def add_months(day: date, months: int) -> date:
    """Return the day that many months on, the last of the month where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def bound(text: str | None, *, today: date, pilot_start: date) -> date | None:
    """Return the day a bound of `records.csv` stands for; None when there is no bound."""
    if text is None:
        return None
    shifted = _SHIFTED.fullmatch(text)
    if shifted is None:
        return date.fromisoformat(text)
    start = today if shifted[1] == "today" else pilot_start
    return add_months(start, int(shifted[2] or 0))


def date_bounds(column: Column, *, today: date, pilot_start: date) -> tuple[date | None, date | None]:
    """Return the first and last day the column may hold, both allowed."""
    return (
        bound(column.earliest, today=today, pilot_start=pilot_start),
        bound(column.latest, today=today, pilot_start=pilot_start),
    )


def _bound_sql(text: str) -> str:
    shifted = _SHIFTED.fullmatch(text)
    if shifted is None:
        return f"DATE '{date.fromisoformat(text)}'"
    start = TODAY if shifted[1] == "today" else setting("pilot_start", as_type="DATE")
    return start if not shifted[2] else f"CAST({start} + INTERVAL ({shifted[2]}) MONTH AS DATE)"


def date_bounds_sql(column: Column) -> tuple[str, str]:
    """Return SQL for the first and last day the column may hold; null where there is no bound."""
    return tuple(_bound_sql(text) if text else "NULL" for text in (column.earliest, column.latest))  # type: ignore[return-value]
