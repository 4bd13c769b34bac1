"""Working days of the pilot, counted as the figures count them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pipelines.synthetic.chance import Chance
from pipelines.vocabulary.calendar import holidays_of, working_days

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


class Days:
    """Working days between two dates, with what the life of the pilot asks of a calendar."""

    def __init__(self, first: date, last: date) -> None:
        rows = working_days(first, last)
        self._count = {day: count for day, _, count in rows}
        self._workdays = [day for day, works, _ in rows if works]
        self.off = holidays_of(first.year, last.year)

    def is_workday(self, day: date) -> bool:
        """Whether people work on that day."""
        return self._workdays[self._count[day] - 1] == day if self._count[day] else False

    def later(self, day: date, *, workdays: int) -> date:
        """Return the day that many working days later; never a day off, so 0 on a Sunday is Monday."""
        if workdays == 0 and self.is_workday(day):
            return day
        return self._workdays[self._count[day] + max(workdays, 1) - 1]


def drawn(chance: Chance, weights: Mapping[int, float], *, slowness: float = 1.0) -> int:
    """Return a number of days drawn from the weights, stretched by the slowness of the world."""
    days = chance.weighted(weights) * slowness
    return int(days) + chance.happens(days % 1)


def mondays(first: date, last: date) -> Iterator[date]:
    """Yield each Monday from the first on or after `first` up to `last`."""
    day = first + timedelta(days=-first.weekday() % 7)
    while day <= last:
        yield day
        day += WEEK


def month_ends(first: date, last: date) -> Iterator[date]:
    """Yield the last day of each month that ends between the two dates."""
    day = first
    while day <= last:
        if (day + DAY).month != day.month:
            yield day
        day += DAY
