"""From the rows of a figure to what is counted: per branch, per part, per month. Counts reconcile by construction.

`tally` gives one line per group: `branch` (empty: together), `by` (empty: all; a part, `calendar_month`) and `key`,
with `cases`, `n` judged, `k` hits, `persons` behind n (of a ratio those below the line), `persons_hit` behind k,
`pending`, and the sums of a ratio. The lines of all cases also hold what stands beside the figure: for each such column
how many know it (`__n`), how many say yes (`__k`) and the persons of those (`__persons`). `spread` gives how many cases
had each duration and outcome, or each score.
"""

from typing import Any

import ibis

from pipelines.metrics.declaration import BESIDE, MONTH, SCORED, SERVICES, TOGETHER, Figure, Measure, Period
from pipelines.metrics.expressions import asked

Table = Any
UNKNOWN = "onbekend"
GROUPED = ("branch", "by", "key")
COUNTED = ("cases", "n", "k", "persons", "persons_hit", "pending")


def tally(rows: Table, figure: Figure, *, headline: bool = False) -> Table:
    """Return the counts of a figure: all, its parts, what stands beside it, and its months; or the first only."""
    rows = within_period(rows, figure)
    now = in_window(rows)
    legs = [_leg(now, figure, by="", key=None, beside=True)]
    if not headline:
        legs += _part_legs(now, figure)
        if figure.period is not Period.STANDING:
            legs.append(_leg(rows, figure, by=MONTH, key=month_key(rows.happened_on)))
    return ibis.union(*(leg for group in legs for leg in group))


def spread(rows: Table, figure: Figure) -> Table:
    """Return how many cases had each duration and outcome (or score): all, per part where that gives its value, per month.

    Divided work has two values per helper, told apart by their outcome: hours (`SCORED`) and services (`SERVICES`).
    A wait that ended before its own beginning (a request written down late) is a wait of 0.
    """
    rows = within_period(rows, figure)
    now = in_window(rows)
    legs = _spread_leg(now, figure, by="", key=None)
    if figure.second_clock is not None:
        other = now.mutate(duration=now[figure.second_clock])
        legs += _spread_leg(other, figure, by=BESIDE, key=ibis.literal(figure.second_clock))
    for name in figure.parts if figure.measure is not Measure.IN_TIME else ():
        legs += _spread_leg(now, figure, by=name, key=_text(now[name]))
    if figure.period is not Period.STANDING:
        legs += _spread_leg(rows, figure, by=MONTH, key=_text(month_key(rows.happened_on)))
    return ibis.union(*legs)


def within_period(rows: Table, figure: Figure) -> Table:
    """Keep the cases of the period asked for, where the figure leaves that to us."""
    if figure.period is not Period.CASES:
        return rows
    return rows.filter(rows.happened_on >= asked("period_from"))


def in_window(rows: Table) -> Table:
    """Keep the cases in the figure's fixed window, where it has one."""
    return rows.filter(rows.in_window) if "in_window" in rows.columns else rows


def month_key(day: Any) -> Any:
    """Return the calendar month as a number, year and month: 202603."""
    return day.year() * 100 + day.month()


def _part_legs(rows: Table, figure: Figure) -> list[list[Table]]:
    legs = [_leg(rows, figure, by=name, key=rows[name]) for name in figure.parts]
    for name in figure.shares_of_all:
        having = rows.filter(rows[name].notnull())
        legs.append(_leg(having, figure, by=name, key=having[name]))
    for name in figure.multi:
        each = rows.mutate(part_key=rows[name].split(";").unnest())
        legs.append(_leg(each, figure, by=name, key=each.part_key))
    return legs


def _levels(rows: Table, figure: Figure) -> list[Any]:
    return [None] if len(figure.branches) == 1 else [None, rows.branch]


def _leg(rows: Table, figure: Figure, *, by: str, key: Any, beside: bool = False) -> list[Table]:
    return [
        _grouped(rows, figure, groups=_given(branch=level, key=_filled(key)), by=by, beside=beside)
        for level in _levels(rows, figure)
    ]


def _given(**columns: Any) -> dict[str, Any]:
    return {name: value for name, value in columns.items() if value is not None}


def _filled(key: Any) -> Any:
    """Return a text with its gaps named; a number stays one until persons are counted, which is quicker."""
    return _text(key) if key is not None and key.type().is_string() else key


def _text(key: Any) -> Any:
    return key.cast("string").fill_null(UNKNOWN)


def beside_columns(figure: Figure) -> tuple[str, ...]:
    """Return the names of what is counted beside the figure: yes/no columns, and different values among the hits."""
    flags = (f"{name}__{what}" for name in figure.beside for what in ("n", "k", "persons"))
    return (*flags, *(f"{name}__k" for name in figure.distinct))


def _grouped(rows: Table, figure: Figure, *, groups: dict[str, Any], by: str, beside: bool) -> Table:
    """Aggregate one leg; what it does not count is added as a constant afterwards."""
    flags, distinct = (figure.beside, figure.distinct) if beside else ((), ())
    each = _per_person(rows, figure, groups=groups, flags=flags)
    counted = {
        name: each[name].sum().cast("int64") for name in ("cases", "n", "k", "pending") if name in each
    }
    behind = each.lower != 0 if figure.measure is Measure.RATIO else each.n > 0
    counted |= {"persons": _so_many(behind), "persons_hit": _so_many(each.k > 0)}
    counted |= {name: each[name].sum() for name in figure.sums}
    for name in flags:
        counted |= {f"{name}__{what}": each[f"{name}__{what}"].sum().cast("int64") for what in ("n", "k")}
        counted[f"{name}__persons"] = _so_many(each[f"{name}__k"] > 0)
    named = {name: _text(each[name]) if name == "key" else each[name] for name in groups}
    made = each.group_by(**named).aggregate(**counted) if groups else each.aggregate(**counted)
    if distinct:
        different = {f"{name}__k": rows[name].nunique(where=rows.hit) for name in distinct}
        made = made.cross_join(rows.aggregate(**different))
    return _with_constants(made, figure, by=by)


def _per_person(rows: Table, figure: Figure, *, groups: dict[str, Any], flags: tuple[str, ...]) -> Table:
    """Count the cases of each person, so that persons are counted without a set of them for every count."""
    judged = rows.hit.notnull()
    counted: dict[str, Any] = {"cases": rows.count(), "n": rows.hit.count(), "k": _so_many(rows.hit)}
    if "pending" in rows.columns:
        counted["pending"] = rows.pending.count()
    counted |= {name: rows[name].cast("float64").sum(where=judged) for name in figure.sums}
    for name in flags:
        counted |= {f"{name}__n": rows[name].count(), f"{name}__k": _so_many(rows[name])}
    return rows.group_by(**groups, person=rows.person).aggregate(**counted)


def _so_many(yes: Any) -> Any:
    """Return how often a yes/no column says yes."""
    return yes.nullif(ibis.literal(False)).count()


def _with_constants(made: Table, figure: Figure, *, by: str) -> Table:
    constants: dict[str, Any] = {
        "branch": ibis.literal(TOGETHER),
        "by": ibis.literal(by),
        "key": ibis.literal(""),
        "pending": ibis.literal(0, "int64"),
    }
    beside = beside_columns(figure)
    constants |= {name: ibis.null("int64") for name in beside}
    missing = {name: value for name, value in constants.items() if name not in made.columns}
    names = (*GROUPED, *COUNTED, *figure.sums, *beside)
    return made.mutate(**missing).select(*names)


def _spread_leg(rows: Table, figure: Figure, *, by: str, key: Any) -> list[Table]:
    return [
        _distribution(ibis.union(*_each_kind(rows, figure, level=level, by=by, key=key)), figure)
        for level in _levels(rows, figure)
    ]


def _each_kind(rows: Table, figure: Figure, *, level: Any, by: str, key: Any) -> list[Table]:
    return [
        rows.select(
            branch=ibis.literal(TOGETHER) if level is None else level,
            by=ibis.literal(by),
            key=ibis.literal("") if key is None else key,
            person=rows.person,
            **values,
        )
        for values in _values(rows, figure)
    ]


def _values(rows: Table, figure: Figure) -> list[dict[str, Any]]:
    """Return the columns `value` and `outcome` of the rows; divided work gives both hours and services."""
    if figure.has_curve:
        waited = rows.duration.clip(lower=0).cast("float64")
        return [{"value": waited, "outcome": rows.outcome.cast("int64")}]
    found = [{"value": rows.score.cast("float64"), "outcome": ibis.literal(SCORED, "int64")}]
    if figure.measure is Measure.TOP_SHARE:
        services = rows.services.cast("float64")
        found.append({"value": services, "outcome": ibis.literal(SERVICES, "int64")})
    return found


def _distribution(values: Table, figure: Figure) -> Table:
    """Count the cases per value; the work of one person in both branches is one value of the total."""
    filled = values.filter(values.value.notnull())
    if figure.measure is Measure.TOP_SHARE:
        filled = filled.group_by("branch", "by", "key", "person", "outcome").aggregate(
            value=filled.value.sum()
        )
    return filled.group_by("branch", "by", "key", "value", "outcome").aggregate(
        cases=lambda table: table.count()
    )
