"""Means: the average grade with its t-interval and the whole distribution."""

import math
from dataclasses import dataclass

import numpy as np
from scipy import special

from pipelines.stats.estimates import Caveat, Estimate
from pipelines.stats.inputs import Array, Numbers, counts, level, numbers, same_length


@dataclass(frozen=True, kw_only=True)
class Mean(Estimate):
    """A mean in the unit of its values. `sd`: standard deviation; `distribution`: (value, cases), lowest first."""

    sd: float | None
    distribution: tuple[tuple[float, int], ...]


def mean_interval(values: Numbers, *, confidence: float = 0.95) -> Mean:
    """Return the mean of the values, in their own unit, with its t-interval, standard deviation and distribution.

    No value: no estimate. One value, or all the same: a mean without an interval, since the spread is unknown.
    Values are taken as independent: one answer per person. Errors: ValueError when a value is missing or infinite.

    Source: Student (1908), doi 10.1093/biomet/6.1.1.

    >>> answer = mean_interval([7, 8, 8, 9, 6])
    >>> round(answer.estimate, 2), round(answer.low, 2), round(answer.high, 2)
    (7.6, 6.18, 9.02)
    """
    array = numbers(values, "values")
    seen, cases = np.unique(array, return_counts=True)
    return _mean(seen, cases.astype(np.float64), level(confidence))


def mean_from_counts(values: Numbers, cases: Numbers, *, confidence: float = 0.95) -> Mean:
    """Return the same as `mean_interval` from a distribution: each value with the number of cases that had it.

    Errors: ValueError when the two are not equally long, or a number of cases is not whole and at least 0.

    Source: as `mean_interval`.

    >>> mean_from_counts([6, 7, 8, 9], [1, 1, 2, 1]) == mean_interval([7, 8, 8, 9, 6])
    True
    """
    array, number = numbers(values, "values"), counts(cases, "cases")
    same_length(array, number, "values and cases")
    seen, position = np.unique(array, return_inverse=True)
    summed = np.bincount(position, weights=number, minlength=seen.size).astype(np.float64)
    return _mean(seen[summed > 0], summed[summed > 0], level(confidence))


def _mean(values: Array, cases: Array, confidence: float) -> Mean:
    n = int(cases.sum())
    mean = math.fsum(values * cases) / n if n else None
    sd = _spread(values, cases, n)
    half = float(special.stdtrit(n - 1, (1 + confidence) / 2)) * sd / math.sqrt(n) if sd else None
    return Mean(
        estimate=mean,
        low=None if mean is None or half is None else mean - half,
        high=None if mean is None or half is None else mean + half,
        n=n,
        confidence=confidence,
        method="t_interval",
        caveats=_mean_caveats(n, values.size),
        sd=sd,
        distribution=tuple((float(value), int(case)) for value, case in zip(values, cases, strict=True)),
    )


def _spread(values: Array, cases: Array, n: int) -> float | None:
    """Return the standard deviation; exactly 0 when all values are the same, whatever the mean was rounded to."""
    if n < 2:
        return None
    mean = math.fsum(values * cases) / n
    return math.sqrt(math.fsum(cases * (values - mean) ** 2) / (n - 1)) if values.size > 1 else 0.0


def _mean_caveats(n: int, different: int) -> tuple[Caveat, ...]:
    if n == 0:
        return (Caveat.NO_DATA,)
    if n == 1:
        return (Caveat.ONE_CASE,)
    return (Caveat.NO_SPREAD,) if different == 1 else ()
