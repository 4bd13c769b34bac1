"""Curves: how long cases wait, open ones included, and the median that follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.evaluate.counting import Held
from pipelines.evaluate.finding import Curve, CurvePoint
from pipelines.stats.competing_outcomes import CumulativeIncidence, cumulative_incidence
from pipelines.stats.estimates import Caveat, Estimate
from pipelines.stats.survival import kaplan_meier_from_counts

OPEN, ANSWERED, ENDED = 0, 1, 2
_NAMES = {OPEN: None, ANSWERED: "answered", ENDED: "ended"}
HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class Median:
    """Time by which half is answered, with its limits; None: not reached, or no limit."""

    median: float | None
    low: float | None
    high: float | None
    caveats: tuple[Caveat, ...] = ()


def curve_of(held: Sequence[Held], *, unit: str, norm: float | None) -> Curve | None:
    """Return the curve of the share answered; None without any case.

    Without withdrawals Kaplan-Meier with beta-product limits; with them the cumulative incidence of an answer, since
    a withdrawal is a competing event and not an open case.
    """
    if not held:
        return None
    points = _competing(held) if _has_ended(held) else _plain(held)
    found = median_of(points)
    return Curve(
        unit=unit,
        points=points,
        median=found.median,
        median_low=found.low,
        median_high=found.high,
        norm=norm,
        events=_cases(held, ANSWERED),
        open_cases=_cases(held, OPEN),
        withdrawn=_cases(held, ENDED),
    )


def median_with_limits(held: Sequence[Held]) -> Median:
    """Return the median wait of those cases."""
    if not held:
        return Median(median=None, low=None, high=None, caveats=(Caveat.NO_DATA,))
    found = median_of(_competing(held) if _has_ended(held) else _plain(held))
    if found.median is not None:
        return found
    none = Caveat.ALL_OPEN if _cases(held, ANSWERED) == 0 else Caveat.MEDIAN_NOT_REACHED
    return Median(median=None, low=found.low, high=found.high, caveats=(none,))


def median_of(points: Sequence[CurvePoint]) -> Median:
    """Return where a curve and its limits reach one half."""
    return Median(
        median=next((point.time for point in points if point.answered >= HALF - 1e-12), None),
        low=next((point.time for point in points if point.high >= HALF), None),
        high=next((point.time for point in points if point.low > HALF), None),
    )


def _plain(held: Sequence[Held]) -> tuple[CurvePoint, ...]:
    curve = kaplan_meier_from_counts(
        [item.value for item in held],
        [item.cases if item.outcome == ANSWERED else 0 for item in held],
        [item.cases if item.outcome == OPEN else 0 for item in held],
    )
    columns = zip(curve.times, curve.answered, curve.low, curve.high, curve.at_risk, strict=True)
    return tuple(
        CurvePoint(time=time, answered=answered, low=low, high=high, at_risk=at_risk)
        for time, answered, low, high, at_risk in columns
    )


def _competing(held: Sequence[Held]) -> tuple[CurvePoint, ...]:
    curve = cumulative_incidence(
        [item.value for item in held],
        [_NAMES[item.outcome] for item in held],
        counts=[item.cases for item in held],
    )
    return tuple(
        _point(curve, time=time, at_risk=at_risk)
        for time, at_risk in zip(curve.times, curve.at_risk, strict=True)
    )


def _point(curve: CumulativeIncidence, *, time: float, at_risk: float) -> CurvePoint:
    found = curve.within(time, outcome="answered")
    return CurvePoint(
        time=time,
        answered=found.estimate or 0.0,
        low=found.low or 0.0,
        high=1.0 if found.high is None else found.high,
        at_risk=int(at_risk),
    )


def _has_ended(held: Sequence[Held]) -> bool:
    return any(item.outcome == ENDED for item in held)


def _cases(held: Sequence[Held], outcome: int) -> int:
    return sum(item.cases for item in held if item.outcome == outcome)


def lasting(held: Sequence[Held], *, horizon: float) -> Estimate:
    """Return the share (0 to 1) of cases that lasted longer than `horizon`; `k` those seen to end within it.

    What ended for another reason, or still runs, was followed until then.
    """
    ended = [item.cases if item.outcome == ANSWERED else 0 for item in held]
    followed = [0 if item.outcome == ANSWERED else item.cases for item in held]
    found = kaplan_meier_from_counts([item.value for item in held], ended, followed).answered_within(horizon)
    if found.estimate is None or found.low is None or found.high is None:
        return found
    return replace(found, estimate=1 - found.estimate, low=1 - found.high, high=1 - found.low)
