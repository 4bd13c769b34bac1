"""Charts that add up small, lasting changes: EWMA and CUSUM, in the unit of the values or in standard deviations."""

import math
from dataclasses import dataclass

import numpy as np

from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import Array, Numbers, counts, finite, level, numbers, positive

WEIGHT = 0.2  # of the newest value in an EWMA (Montgomery)
WIDTH = 3.0  # standard deviations of the EWMA to its limits
SLACK = 0.5  # standard deviations: half the shift a CUSUM is tuned to
DECISION = 5.0  # standard deviations of sum at which a CUSUM signals


@dataclass(frozen=True, kw_only=True)
class Ewma:
    """Smoothed values with limits per point, in the unit of the values; `outside`: 1 above, -1 below, 0 within."""

    smoothed: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    outside: tuple[int, ...]
    n: int
    method: str = "ewma"
    caveats: tuple[Caveat, ...] = ()


def ewma(values: Numbers, target: float, sd: float, *, weight: float = WEIGHT, width: float = WIDTH) -> Ewma:
    """Return the exponentially weighted moving average of values in time order, with limits around the target.

    `weight` of the newest value (0 to 1); the first average starts from the target. Errors: ValueError when the
    standard deviation or width is not more than 0, or a value is missing.

    Source: Roberts (1959), doi 10.1080/00401706.1959.10489860; limits as R's qcc.

    >>> chart = ewma([10, 12, 12, 12], 10, 1)
    >>> round(chart.smoothed[-1], 3), round(chart.upper[-1], 3), chart.outside
    (10.976, 10.912, (0, 0, 0, 1))
    """
    array, part = numbers(values, "values"), level(weight, "weight")
    centre, spread, reach = finite(target, "target"), positive(sd, "sd"), positive(width, "width")
    smoothed, before = np.empty(array.size), centre
    for position, value in enumerate(array):
        before = smoothed[position] = part * value + (1 - part) * before
    steps = np.arange(1, array.size + 1)
    half = reach * spread * np.sqrt(part / (2 - part) * (1 - (1 - part) ** (2 * steps)))
    off = (smoothed > centre + half).astype(int) - (smoothed < centre - half).astype(int)
    return Ewma(
        smoothed=tuple(smoothed.tolist()),
        lower=tuple((centre - half).tolist()),
        upper=tuple((centre + half).tolist()),
        outside=tuple(off.tolist()),
        n=array.size,
        caveats=() if array.size else (Caveat.NO_DATA,),
    )


@dataclass(frozen=True, kw_only=True)
class Cusum:
    """Sums of what lay above (`high`) and below (`low`, as positive numbers) the target, per point.

    `first_signal`: zero-based first point at which a sum exceeds `decision`; None when none does.
    """

    high: tuple[float, ...]
    low: tuple[float, ...]
    decision: float
    first_signal: int | None
    n: int
    method: str
    caveats: tuple[Caveat, ...] = ()


def cusum(
    values: Numbers, target: float, sd: float, *, slack: float = SLACK, decision: float = DECISION
) -> Cusum:
    """Return both cumulative sums of values in time order, in standard deviations.

    Each sum grows by what a value lies beyond the target plus `slack`, and never falls below 0. Errors: ValueError
    when the standard deviation, slack or decision is not more than 0, or a value is missing.

    Source: Page (1954), doi 10.1093/biomet/41.1-2.100; Montgomery's example signals at the 29th point.

    >>> chart = cusum([0, 0, 3, 3, 3], 0, 1)
    >>> chart.high, chart.first_signal
    ((0.0, 0.0, 2.5, 5.0, 7.5), 4)
    """
    array, spread, bound = numbers(values, "values"), positive(sd, "sd"), positive(decision, "decision")
    steps, allowed = (array - finite(target, "target")) / spread, positive(slack, "slack")
    return _sums(_climb(steps - allowed), _climb(-steps - allowed), bound, "cusum")


def poisson_cusum(values: Numbers, usual: float, raised: float, *, decision: float = DECISION) -> Cusum:
    """Return the cumulative sum of counts in time order that looks for a rise from the usual to a raised mean.

    Sums are in events; only `high` is watched. Errors: ValueError when a mean or decision is not more than 0, the
    raised mean does not exceed the usual one, or a count is not whole.

    Source: Lucas (1985), doi 10.1080/00401706.1985.10488030: k = (raised - usual) / ln(raised / usual).

    >>> chart = poisson_cusum([0, 1, 0, 3, 4, 3], 0.5, 2)
    >>> chart.first_signal, round(chart.high[-1], 2)
    (5, 6.75)
    """
    array, bound = counts(values, "values"), positive(decision, "decision")
    low, high = positive(usual, "usual"), positive(raised, "raised")
    if high <= low:
        raise ValueError("raised must exceed usual")
    reference = (high - low) / math.log(high / low)
    return _sums(_climb(array - reference), np.zeros(array.size), bound, "poisson_cusum")


def _climb(steps: Array) -> Array:
    sums, height = np.empty(steps.size), 0.0
    for position, step in enumerate(steps):
        height = sums[position] = max(0.0, height + step)
    return sums


def _sums(high: Array, low: Array, decision: float, method: str) -> Cusum:
    signals = np.flatnonzero((high > decision) | (low > decision))
    return Cusum(
        high=tuple(high.tolist()),
        low=tuple(low.tolist()),
        decision=decision,
        first_signal=int(signals[0]) if signals.size else None,
        n=high.size,
        method=method,
        caveats=() if high.size else (Caveat.NO_DATA,),
    )
