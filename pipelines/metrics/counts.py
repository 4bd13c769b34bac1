"""From the rows of a figure to what is counted: per branch, per part, per month. Counts reconcile by construction.

`tally` gives one line per group: `branch` (empty: together), `by` (empty: all; a part, `beside`, `month`) and `key`,
with `cases`, `n` judged, `k` hits, `persons` behind n, `persons_hit` behind k, `pending`, and the sums of a ratio.
`spread` gives how many cases had each duration and outcome, or each score.
"""

from typing import Any

import ibis

from pipelines.metrics.declaration import Figure, Measure, Period

Table = Any
MONTH, BESIDE, TOGETHER = "month", "beside", ""
UNKNOWN = "onbekend"


def tally(rows: Table, figure: Figure) -> Table:
    """Return the counts of a figure: all, its parts, what stands beside it, and its months."""
    rows = within_period(rows, figure)
    now = in_window(rows)
    legs = [_leg(now, figure, by="", key=None)]
    legs += [_leg(now, figure, by=name, key=now[name]) for name in figure.parts]
    for name in figure.shares_of_all:
        having = now.filter(now[name].notnull())
        legs.append(_leg(having, figure, by=name, key=having[name]))
    legs += [_beside(now, figure, name) for name in figure.beside]
    legs += [_distinct(now, figure, name) for name in figure.distinct]
    if figure.period is not Period.STANDING:
        legs.append(_leg(rows, figure, by=MONTH, key=_month(rows)))
    return ibis.union(*(leg for group in legs for leg in group))


def spread(rows: Table, figure: Figure) -> Table:
    """Return how many cases had each duration and outcome (or score): all, and per month.

    A wait that ended before its own beginning (a request written down late) is a wait of 0.
    """
    rows = within_period(rows, figure)
    now = in_window(rows)
    legs = _spread_leg(now, figure, by="", key=None)
    if figure.period is not Period.STANDING:
        legs += _spread_leg(rows, figure, by=MONTH, key=_month(rows))
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


def _levels(rows: Table, figure: Figure) -> list[dict[str, Any]]:
    together: dict[str, Any] = {"branch": ibis.literal(TOGETHER)}
    return [together] if len(figure.branches) == 1 else [together, {"branch": rows.branch}]


def _leg(rows: Table, figure: Figure, *, by: str, key: Any) -> list[Table]:
    judged = rows.hit.notnull()
    counted: dict[str, Any] = {
        "cases": rows.count(),
        "n": judged.sum(),
        "k": rows.hit.sum(),
        "persons": rows.person.nunique(where=judged),
        "persons_hit": rows.person.nunique(where=rows.hit),
        "pending": rows.pending.count() if "pending" in rows.columns else ibis.literal(0),
    }
    return [
        _grouped(rows, level, by=by, key=key, counted=counted, sums=_sums(rows, figure))
        for level in _levels(rows, figure)
    ]


def _beside(rows: Table, figure: Figure, name: str) -> list[Table]:
    """Count a yes/no column that stands beside the figure, as a line of its own."""
    flagged = rows[name]
    counted = {
        "cases": rows.count(),
        "n": flagged.count(),
        "k": flagged.sum(),
        "persons": rows.person.nunique(where=flagged.notnull()),
        "persons_hit": rows.person.nunique(where=flagged),
        "pending": ibis.literal(0),
    }
    return _constant_legs(rows, figure, name, counted)


def _distinct(rows: Table, figure: Figure, name: str) -> list[Table]:
    """Count how many different values a column has among the hits: households beside persons."""
    different = rows[name].nunique(where=rows.hit)
    counted = {
        "cases": rows.count(),
        "n": different,
        "k": different,
        "persons": rows.person.nunique(where=rows.hit),
        "persons_hit": rows.person.nunique(where=rows.hit),
        "pending": ibis.literal(0),
    }
    return _constant_legs(rows, figure, name, counted)


def _constant_legs(rows: Table, figure: Figure, name: str, counted: dict[str, Any]) -> list[Table]:
    sums = {column: ibis.null("float64") for column in _sums(rows, figure)}
    return [
        _grouped(rows, level, by=BESIDE, key=ibis.literal(name), counted=counted, sums=sums)
        for level in _levels(rows, figure)
    ]


def _sums(rows: Table, figure: Figure) -> dict[str, Any]:
    if not figure.has_sums:
        return {}
    return {name: rows[name].cast("float64").sum(where=rows.hit) for name in ("upper", "lower")}


def _grouped(
    rows: Table, level: dict[str, Any], *, by: str, key: Any, counted: dict[str, Any], sums: dict[str, Any]
) -> Table:
    label = ibis.literal("") if key is None else key.cast("string").fill_null(UNKNOWN)
    keys = {"branch": level["branch"], "by": ibis.literal(by), "key": label}
    grouped = {name: value for name, value in keys.items() if _is_column(value)}
    fixed = {name: value for name, value in keys.items() if name not in grouped}
    values = {name: value.cast("int64") for name, value in counted.items()} | sums
    literal = {name: value for name, value in values.items() if not _reduces(value)}
    reduced = {name: value for name, value in values.items() if name not in literal}
    made = rows.group_by(**grouped).aggregate(**reduced) if grouped else rows.aggregate(**reduced)
    return made.mutate(**fixed, **literal).select(*keys, *values)


def _is_column(value: Any) -> bool:
    return bool(value.op().find(ibis.expr.operations.Relation))


def _reduces(value: Any) -> bool:
    return bool(value.op().find(ibis.expr.operations.Relation))


def _spread_leg(rows: Table, figure: Figure, *, by: str, key: Any) -> list[Table]:
    if figure.has_curve:
        held, outcome = rows.duration.clip(lower=0), rows.outcome
    else:
        held, outcome = rows.score, ibis.literal(1)
    label = ibis.literal("") if key is None else key
    return [
        rows.select(
            branch=level["branch"],
            by=ibis.literal(by),
            key=label,
            value=held.cast("float64"),
            outcome=outcome.cast("int64"),
        )
        .filter(lambda table: table.value.notnull())
        .group_by("branch", "by", "key", "value", "outcome")
        .aggregate(cases=lambda table: table.count())
        for level in _levels(rows, figure)
    ]


def _month(rows: Table) -> Any:
    """Return the calendar month as text, year and month: 202603."""
    return (rows.happened_on.year() * 100 + rows.happened_on.month()).cast("string")


def needs_spread(figure: Figure) -> bool:
    """Whether a figure has a distribution to fetch beside its counts."""
    return figure.has_curve or figure.has_scores or figure.measure is Measure.GRADE
