"""Small column expressions that figures share."""

from typing import Any

Column = Any  # an Ibis column expression


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


def months_between(later: Column, earlier: Column) -> Column:
    """Return the difference in calendar months, days left aside."""
    return (later.year() - earlier.year()) * 12 + later.month() - earlier.month()


def at_most_months_later(later: Column, earlier: Column, months: Column) -> Column:
    """Return whether `later` <= `earlier` + that many months; a day the month lacks is its last day."""
    apart = months_between(later, earlier)
    return (apart < months) | ((apart == months) & (later.day() <= earlier.day()))


def _plain(value: Column) -> bool:
    return isinstance(value, bool | int | float | str)
