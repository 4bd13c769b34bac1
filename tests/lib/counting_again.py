"""Counts a figure again from its drill-down rows, in plain Python: what the engine counted must come out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.evaluate.measured import BUSIEST
from pipelines.metrics.declaration import Figure, Measure

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Recount:
    """k of n and the value, where counting alone gives them."""

    k: float | None
    n: float | None
    value: float | None = None


def recount(figure: Figure, rows: Sequence[Row], *, total: float | None = None) -> Recount:
    """Return what the rows of a figure count to. `total`: the n that is a setting (homes)."""
    if figure.total_setting is not None:
        reached = len({row["person"] for row in rows if row["hit"]})
        return Recount(k=reached, n=total, value=None if not total else 100 * reached / total)
    return _RECOUNTS[figure.measure](figure, rows)


def of_branch(figure: Figure, rows: Sequence[Row], branch: str | None) -> list[Row]:
    """Return the rows behind the finding of a branch; a figure of one branch has no other rows."""
    return [row for row in rows if len(figure.branches) == 1 or branch in (None, row["branch"])]


def judged(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that are judged."""
    return [row for row in rows if row["hit"] is not None]


def _persons(_: Figure, rows: Sequence[Row]) -> Recount:
    hit = len({row["person"] for row in rows if row["hit"]})
    return Recount(k=hit, n=len({row["person"] for row in judged(rows)}), value=hit)


def _cases(_: Figure, rows: Sequence[Row]) -> Recount:
    hit = sum(bool(row["hit"]) for row in rows)
    return Recount(k=hit, n=len(judged(rows)), value=hit)


def _share(figure: Figure, rows: Sequence[Row]) -> Recount:
    counted = _cases(figure, rows)
    return Recount(k=counted.k, n=counted.n, value=100 * counted.k / counted.n if counted.n else None)


def _waits(_: Figure, rows: Sequence[Row]) -> Recount:
    timed = [row for row in rows if row["duration"] is not None]
    return Recount(k=sum(row["outcome"] == 1 for row in timed), n=len(timed))


def _lasting(figure: Figure, rows: Sequence[Row]) -> Recount:
    timed = [row for row in rows if row["duration"] is not None]
    ended = sum(row["outcome"] == 1 and row["duration"] <= figure.horizons[0] for row in timed)
    return Recount(k=len(timed) - ended if figure.measure is Measure.KEPT else ended, n=len(timed))


def _grade(_: Figure, rows: Sequence[Row]) -> Recount:
    scores = [float(row["score"]) for row in judged(rows)]
    return Recount(k=None, n=len(scores), value=sum(scores) / len(scores) if scores else None)


def _ratio(figure: Figure, rows: Sequence[Row]) -> Recount:
    upper, lower = _sum(rows, "upper"), _sum(rows, "lower")
    return Recount(k=upper, n=lower, value=figure.factor * upper / lower if lower else None)


def _rate(_: Figure, rows: Sequence[Row]) -> Recount:
    events, exposure = _sum(rows, "upper"), _sum(rows, "lower")
    return Recount(k=events, n=exposure, value=100 * events / exposure if exposure else None)


def _summed(_: Figure, rows: Sequence[Row]) -> Recount:
    return Recount(k=None, n=len(judged(rows)), value=_sum(rows, "upper") if judged(rows) else None)


def _top(_: Figure, rows: Sequence[Row]) -> Recount:
    hours: dict[str, float] = {}
    for row in rows:
        hours[row["person"]] = hours.get(row["person"], 0.0) + float(row["score"])
    total, busiest = sum(hours.values()), sum(sorted(hours.values())[-BUSIEST:])
    return Recount(k=min(BUSIEST, len(hours)), n=len(hours), value=100 * busiest / total if total else None)


def _sum(rows: Sequence[Row], name: str) -> float:
    return sum(float(row[name] or 0) for row in judged(rows))


_RECOUNTS = {
    Measure.PERSONS: _persons,
    Measure.CASES: _cases,
    Measure.SHARE: _share,
    Measure.IN_TIME: _share,
    Measure.WAIT: _waits,
    Measure.KEPT: _lasting,
    Measure.LOST: _lasting,
    Measure.GRADE: _grade,
    Measure.RATIO: _ratio,
    Measure.SUM: _summed,
    Measure.RATE: _rate,
    Measure.TOP_SHARE: _top,
}
