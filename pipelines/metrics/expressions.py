"""Small column expressions that figures share."""

from functools import cache
from typing import Any

from pipelines.metrics.frame import QUESTION

Column = Any  # an Ibis column expression
ASKED = "asked_"


@cache
def asked(name: str) -> Column:
    """Return what the question or a setting says: a parameter of the compiled statement, never a literal in it.

    Written as a function without arguments, which `statement.py` turns into the parameter: Ibis has none that may stay open.
    """
    import ibis

    def parameter() -> None: ...

    return ibis.udf.scalar.builtin(parameter, name=f"{ASKED}{name}", signature=((), QUESTION[name]))()


def when(condition: Column, value: Column) -> Column:
    """Return `value` where the condition holds, else empty."""
    import ibis

    return ibis.ifelse(
        condition, value, ibis.null(ibis.literal(value).type() if _plain(value) else value.type())
    )


def judged(hit: Column, *, of: Column) -> Column:
    """Return three states: whether it counts where the case is judged (an unknown answer is no), else empty."""
    return when(of, hit.fill_null(False))


def flag(condition: Column) -> Column:
    """Return yes where the condition holds, else empty: a count beside a figure."""
    return when(condition.fill_null(False), True)


def literal(value: bool | int | float | str) -> Column:
    """Return a constant as a column."""
    import ibis

    return ibis.literal(value)


def outcome(*, answered: Column, ended: Column) -> Column:
    """Return how a case stands on a curve: 1 answered, 2 ended otherwise, 0 still waiting."""
    return answered.ifelse(1, ended.ifelse(2, 0))


def band(value: Column, bounds: tuple[tuple[float, str], ...], *, above: str) -> Column:
    """Return the name of the first band whose upper bound (itself included) holds the value, else `above`."""
    import ibis

    return ibis.cases(*((value <= bound, name) for bound, name in bounds), else_=above)


def month_text(day: Column) -> Column:
    """Return the calendar month as text: 2026-03."""
    return day.year().cast("string") + "-" + day.month().cast("string").lpad(2, "0")


def quarter_text(day: Column) -> Column:
    """Return the calendar quarter as text: 2026-Q1."""
    return day.year().cast("string") + "-Q" + day.quarter().cast("string")


def has_choice(choices: Column, choice: str) -> Column:
    """Return whether a cell with several choices, joined by `;`, holds this one; an empty cell does not."""
    return (literal(";") + choices.fill_null("") + ";").contains(f";{choice};")


def day_after(day: Column) -> Column:
    """Return the next calendar day."""
    import ibis

    return day + ibis.interval(days=1)


def latest(one: Column, other: Column) -> Column:
    """Return the later of two dates; the one that is there when the other is empty."""
    import ibis

    return ibis.greatest(one.fill_null(other), other.fill_null(one))


def is_month_end(day: Column) -> Column:
    """Return whether a date is the last day of its month."""
    return day_after(day).day() == 1


def months_between(later: Column, earlier: Column) -> Column:
    """Return the difference in calendar months, days left aside."""
    return (later.year() - earlier.year()) * 12 + later.month() - earlier.month()


def at_most_months_later(later: Column, earlier: Column, months: Column) -> Column:
    """Return whether `later` <= `earlier` + that many months; a day the month lacks is its last day."""
    apart = months_between(later, earlier)
    return (apart < months) | ((apart == months) & (later.day() <= earlier.day()))


def at_least_months_later(later: Column, earlier: Column, months: Column) -> Column:
    """Return whether `later` >= `earlier` + that many months; a day the month lacks is its last day."""
    apart = months_between(later, earlier)
    reached = (later.day() >= earlier.day()) | is_month_end(later)
    return (apart > months) | ((apart == months) & reached)


def at_most_months_earlier(earlier: Column, later: Column, months: Column) -> Column:
    """Return whether `earlier` >= `later` - that many months; a day the month lacks is its last day."""
    apart = months_between(later, earlier)
    reached = (earlier.day() >= later.day()) | is_month_end(earlier)
    return (apart < months) | ((apart == months) & reached)


def _plain(value: Column) -> bool:
    return isinstance(value, bool | int | float | str)
