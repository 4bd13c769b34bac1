"""From the rows of a figure to what is counted: per branch, per part, per month. Counts reconcile by construction.

`tally` gives one line per group: `branch` (empty: together), `by` (empty: all; a part, `calendar_month`) and `key`,
with `cases`, `n` judged, `k` hits, `persons` behind n, `persons_hit` behind k, `pending`, and the sums of a ratio. The
lines of all cases also hold what stands beside the figure: for each such column how many know it (`__n`), how many say
yes (`__k`) and the persons of those (`__persons`). `spread` gives how many cases had each duration and outcome, or
each score.
"""

from typing import Any

import ibis

from pipelines.metrics.declaration import MONTH, TOGETHER, Figure, Measure, Period

Table = Any
UNKNOWN = "onbekend"
GROUPED = ("branch", "by", "key")
COUNTED = ("cases", "n", "k", "persons", "persons_hit", "pending")


def tally(rows: Table, figure: Figure, *, headline: bool = False) -> Table:
    """Return the counts of a figure: all, its parts, what stands beside it, and its months; or the first only."""
    rows = within_period(rows, figure)
    now = in_window(rows)
    legs = [_leg(now, figure, by="", key=None, beside=beside_counts(now, figure))]
    if not headline:
        legs += _part_legs(now, figure)
        if figure.period is not Period.STANDING:
            legs.append(_leg(rows, figure, by=MONTH, key=month_key(rows.happened_on)))
    return ibis.union(*(leg for group in legs for leg in group))


def spread(rows: Table, figure: Figure) -> Table:
    """Return how many cases had each duration and outcome (or score): all, per part where that gives its value, per month.

    A wait that ended before its own beginning (a request written down late) is a wait of 0.
    """
    rows = within_period(rows, figure)
    now = in_window(rows)
    legs = _spread_leg(now, figure, by="", key=None)
    for name in figure.parts if figure.measure is not Measure.IN_TIME else ():
        legs += _spread_leg(now, figure, by=name, key=now[name].cast("string").fill_null(UNKNOWN))
    if figure.period is not Period.STANDING:
        legs += _spread_leg(rows, figure, by=MONTH, key=month_key(rows.happened_on))
    return ibis.union(*legs)


def within_period(rows: Table, figure: Figure) -> Table:
    """Keep the cases of the period asked for, where the figure leaves that to us."""
    if figure.period is not Period.CASES:
        return rows
    asked = rows.cross_join(ibis.table({"period_from": "date"}, name="question"))
    return asked.filter(asked.happened_on >= asked.period_from).select(*rows.columns)


def in_window(rows: Table) -> Table:
    """Keep the cases in the figure's fixed window, where it has one."""
    return rows.filter(rows.in_window) if "in_window" in rows.columns else rows


def month_key(day: Any) -> Any:
    """Return the calendar month as text, year and month: 202603."""
    return (day.year() * 100 + day.month()).cast("string")


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


def _leg(
    rows: Table, figure: Figure, *, by: str, key: Any, beside: dict[str, Any] | None = None
) -> list[Table]:
    judged = rows.hit.notnull()
    counted: dict[str, Any] = {
        "cases": rows.count(),
        "n": judged.sum(),
        "k": rows.hit.sum(),
        "persons": rows.person.nunique(where=judged),
        "persons_hit": rows.person.nunique(where=rows.hit),
    }
    if "pending" in rows.columns:
        counted["pending"] = rows.pending.count()
    counted |= {name: rows[name].cast("float64").sum(where=judged) for name in figure.sums}
    counted |= beside or {}
    key = None if key is None else key.cast("string").fill_null(UNKNOWN)
    return [
        _grouped(rows, figure, branch=level, by=by, key=key, counted=counted)
        for level in _levels(rows, figure)
    ]


def beside_counts(rows: Table, figure: Figure) -> dict[str, Any]:
    """Return what is counted beside the figure: yes/no columns, and different values among the hits (households)."""
    counted: dict[str, Any] = {}
    for name in figure.beside:
        counted[f"{name}__n"] = rows[name].count()
        counted[f"{name}__k"] = rows[name].sum()
        counted[f"{name}__persons"] = rows.person.nunique(where=rows[name])
    for name in figure.distinct:
        counted[f"{name}__k"] = rows[name].nunique(where=rows.hit)
    return counted


def beside_columns(figure: Figure) -> tuple[str, ...]:
    """Return the names of those counts."""
    flags = (f"{name}__{what}" for name in figure.beside for what in ("n", "k", "persons"))
    return (*flags, *(f"{name}__k" for name in figure.distinct))


def _grouped(
    rows: Table, figure: Figure, *, branch: Any, by: str, key: Any, counted: dict[str, Any]
) -> Table:
    """Aggregate one leg; what it does not count is added as a constant afterwards."""
    columns = {"branch": branch, "key": key}
    grouped = {name: value for name, value in columns.items() if value is not None}
    reduced = {name: value if name in figure.sums else value.cast("int64") for name, value in counted.items()}
    made = rows.group_by(**grouped).aggregate(**reduced) if grouped else rows.aggregate(**reduced)
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
        _distribution(
            rows.select(
                branch=ibis.literal(TOGETHER) if level is None else level,
                by=ibis.literal(by),
                key=ibis.literal("") if key is None else key,
                person=rows.person,
                **_values(rows, figure),
            ),
            figure,
        )
        for level in _levels(rows, figure)
    ]


def _values(rows: Table, figure: Figure) -> dict[str, Any]:
    if figure.has_curve:
        return {"value": rows.duration.clip(lower=0).cast("float64"), "outcome": rows.outcome.cast("int64")}
    return {"value": rows.score.cast("float64"), "outcome": ibis.literal(1, "int64")}


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
