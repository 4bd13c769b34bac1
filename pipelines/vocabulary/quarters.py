"""The quarters of a pilot year: whole calendar months, three together, so that months add up to quarters."""

from datetime import date

MONTHS_IN_QUARTER = 3
MONTHS_IN_YEAR = 12


def months_between(first: date, last: date) -> int:
    """Return how many calendar months later the month of a day is."""
    return MONTHS_IN_YEAR * (last.year - first.year) + last.month - first.month


def quarter_of(day: date, *, start: date, end: date) -> int:
    """Return the number of the quarter of a day, counted from 0; months that make no whole quarter join the last.

    >>> quarter_of(date(2027, 1, 2), start=date(2026, 1, 5), end=date(2027, 1, 3))
    3
    """
    quarters = max(1, (months_between(start, end) + 1) // MONTHS_IN_QUARTER)
    return min(max(0, months_between(start, day)) // MONTHS_IN_QUARTER, quarters - 1)
