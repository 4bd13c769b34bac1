"""Every check on the values of a record, with its description, a good and a bad example. Made from the declaration.

The loader runs the same checks as SQL (`rules`), `pandera_models` runs them on frames.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from pipelines.schemas import allowed
from pipelines.schemas.column import (
    FIGURE_CODE,
    REQUEST_NUMBER,
    ROLE_CODE,
    SETTING_KEY,
    Column,
    Condition,
    Kind,
    Need,
    Record,
)
from pipelines.schemas.rules.date_range import date_bounds

Value = str | int | float | bool | date | time | None
Row = tuple[tuple[str, Value], ...]

PATTERN_EXAMPLES = {
    ROLE_CODE: ("K1", "Jan de Vries"),
    REQUEST_NUMBER: ("K0042", "R0042"),
    SETTING_KEY: ("complaint_days", "Klacht dagen"),
    FIGURE_CODE: ("job_grade", "Cijfer klus"),
}
KIND_PATTERNS = {
    Kind.POSTCODE: (r"^[1-9][0-9]{3}[A-Z]{2}$", "3812AB", "38I2AB"),
    Kind.PHONE: (r"^\+?[0-9]{10,15}$", "0612345678", "612345678"),
    Kind.EMAIL: (r"^[^@\s;,]+@[^@\s;,]+\.[^@\s;,]+$", "bewoner@voorbeeld.nl", "bewoner"),
}
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The days on which date ranges depend."""

    today: date
    pilot_start: date


@dataclass(frozen=True, kw_only=True)
class ValueCheck:
    """One check: `code` as in fault reports; `good` and `bad` hold the cells it looks at, on its boundary."""

    code: str
    column: str
    description: str
    good: Row
    bad: Row
    other: str = ""
    pattern: str = ""
    low: Value = None
    high: Value = None

    @property
    def name(self) -> str:
        """Return the name the check has in a pandera report."""
        return ".".join(filter(None, (self.code, self.column, self.other)))


def number_pattern(column: Column) -> str:
    """Return the regular expression of a record number or code; empty when any text will do."""
    if column.pattern is not None:
        return column.pattern
    return f"^{column.prefix}[0-9]{{{column.digits},}}$" if column.prefix is not None else ""


def example(column: Column, moment: Moment) -> Value:
    """Return a value the column may hold."""
    if column.allowed:
        return ";".join(column.allowed[:2]) if column.kind is Kind.CHOICES else column.allowed[0]
    if column.pattern is not None:
        return PATTERN_EXAMPLES[column.pattern][0]
    if column.prefix is not None:
        return f"{column.prefix}{'42'.zfill(column.digits or 0)}"
    if column.kind in KIND_PATTERNS:
        return KIND_PATTERNS[column.kind][1]
    if column.kind is Kind.DATE:
        last = date_bounds(column, today=moment.today, pilot_start=moment.pilot_start)[1] or moment.today
        return last - timedelta(days=last.weekday()) if column.monday else last
    plain: dict[Kind, Value] = {Kind.TEXT: "tekst", Kind.TIME: time(9, 30), Kind.YES_NO: True}
    number = column.high if column.high is not None else (column.low or 0) + 1
    if column.years_before_today is not None:
        number = moment.today.year - column.years_before_today
    return plain.get(column.kind, int(number) if column.kind is Kind.WHOLE else number)


def _one(
    column: Column, code: str, description: str, *, good: Value, bad: Value, **limits: str | Value
) -> ValueCheck:
    return ValueCheck(
        code=code,
        column=column.name,
        description=description,
        good=((column.name, good),),
        bad=((column.name, bad),),
        **limits,  # type: ignore[arg-type]
    )


def _of_form(column: Column) -> Iterator[ValueCheck]:
    text = allowed.form_text(column)
    if column.allowed:
        bad = f"{column.allowed[0]};iets" if column.kind is Kind.CHOICES else "iets"
        yield _one(column, "keuze", text, good=column.allowed[-1], bad=bad)
    elif column.pattern is not None:
        good, bad = PATTERN_EXAMPLES[column.pattern]
        yield _one(column, "vorm", text, good=good, bad=bad, pattern=column.pattern)
    elif column.prefix is not None and column.digits is not None:
        good, bad = f"{column.prefix}{'0' * column.digits}", f"{column.prefix}{'0' * (column.digits - 1)}"
        yield _one(column, "nummer", text, good=good, bad=bad, pattern=number_pattern(column))
    elif column.kind in KIND_PATTERNS:
        pattern, good, bad = KIND_PATTERNS[column.kind]
        yield _one(column, column.kind.parser, text, good=good, bad=bad, pattern=pattern)
    if column.max_length is not None:
        text = allowed.length_text(column)
        yield _one(column, "lengte", text, good="x" * column.max_length, bad="x" * (column.max_length + 1))


def _of_range(column: Column, moment: Moment) -> Iterator[ValueCheck]:
    low, high = column.low, column.high
    if column.years_before_today is not None:
        high = moment.today.year - column.years_before_today
    text = allowed.range_text(column)
    if low is not None:
        bad = low if column.low_open else low - 1
        good = column.also[0] if column.also else low + column.low_open
        yield _one(column, "bereik", text, good=good, bad=bad, low=low, high=high)
    first, last = date_bounds(column, today=moment.today, pilot_start=moment.pilot_start)
    if first is not None and last is not None:
        text = allowed.dates_text(column)
        yield _one(column, "X20", text, good=first, bad=last + _DAY, low=first, high=last)
    if column.monday:
        text = allowed.form_text(column)
        yield _one(column, "maandag", text, good=date(2026, 3, 2), bad=date(2026, 3, 3))


def _held(condition: Condition, record: Record, moment: Moment) -> Value:
    """Return a value of the other column under which the condition holds."""
    other = record.column(condition.column)
    if not condition.values:
        return None if condition.negated else example(other, moment)
    return condition.values[0] == "ja" if other.kind is Kind.YES_NO else condition.values[0]


def _of_need(column: Column, record: Record, moment: Moment) -> Iterator[ValueCheck]:
    text, good = allowed.need_text(column, record), example(column, moment)
    if column.need is Need.REQUIRED:
        yield _one(column, "verplicht", text or allowed.form_text(column), good=good, bad=None)
    if column.need is Need.CONDITIONAL:
        held = tuple((each.column, _held(each, record, moment)) for each in column.needed_when)
        check = _one(column, "voorwaardelijk", text, good=good, bad=None)
        yield replace(check, good=check.good + held, bad=check.bad + held)


def column_checks(column: Column, record: Record, *, moment: Moment) -> tuple[ValueCheck, ...]:
    """Return the checks on one column: filled, of the right form, in range."""
    return (*_of_need(column, record, moment), *_of_form(column), *_of_range(column, moment))
