"""Curves as an edition prints them: few points, with enough persons answered between two of them and still waiting after.

A full curve is a list of single cases. Between editions a point stays only where enough more were answered by then.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipelines.evaluate.finding import Curve, CurvePoint
from pipelines.release.printing import inside
from pipelines.release.units import Unit

FEWEST_POINTS = 2
STEP = 0.01
DECIMALS = 2  # of a share between 0 and 1: whole percentages


def coarse_curve(
    curve: Curve, units: Sequence[Unit], *, smallest: int, before: Iterable[tuple[Curve, Sequence[Unit]]]
) -> Curve | None:
    """Return a curve with the points that may be printed; None when fewer than two are left.

    `before`: curves of earlier editions, each with the units of its date. How many are still open and how many
    withdrew is left out: both are small.
    """
    kept = list(_wide_enough(curve.points, units, smallest=smallest))
    for earlier, then in before:
        times = {point.time for point in earlier.points}
        kept = [
            point
            for point in kept
            if point.time not in times or _moved_enough(point.time, then, units, smallest=smallest)
        ]
    if len(kept) < FEWEST_POINTS:
        return None
    return replace(
        curve,
        points=tuple(_printed(point, smallest=smallest) for point in kept),
        events=len(_answered(units, by=kept[-1].time)),
        open_cases=None,
        withdrawn=None,
        cut=len(kept) < len(curve.points),
    )


def _wide_enough(
    points: Sequence[CurvePoint], units: Sequence[Unit], *, smallest: int
) -> Iterator[CurvePoint]:
    """Yield points with enough cases and persons answered since the last one, and enough persons not answered yet."""
    last: set[str] = set()
    for point in points:
        now = _answered(units, by=point.time)
        fresh = [unit for unit in units if unit.name in now - last]
        left = {unit.person for unit in units if unit.name not in now}
        if 0 < len(left) < smallest or point.at_risk < smallest:
            return
        if len(fresh) >= smallest and len({unit.person for unit in fresh}) >= smallest:
            yield point
            last = now


def _moved_enough(time: float, then: Sequence[Unit], now: Sequence[Unit], *, smallest: int) -> bool:
    moved = abs(len(_answered(now, by=time)) - len(_answered(then, by=time)))
    return moved == 0 or moved >= smallest


def _answered(units: Sequence[Unit], *, by: float) -> set[str]:
    return {unit.name for unit in units if unit.days is not None and unit.days <= by}


def _printed(point: CurvePoint, *, smallest: int) -> CurvePoint:
    return replace(
        point,
        answered=inside(round(point.answered, DECIMALS), point.answered, whole=1, step=STEP),
        low=inside(round(point.low, DECIMALS), point.low, whole=1, step=STEP, nothing=True),
        high=inside(round(point.high, DECIMALS), point.high, whole=1, step=STEP, everybody=True),
        at_risk=point.at_risk // smallest * smallest,
    )
