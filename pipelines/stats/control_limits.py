"""Limits and special causes of one period of a control chart: the stretch between two rebases."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.stats.control_rules import outside, shift, side, trend, two_of_three
from pipelines.stats.inputs import Array

LIMIT = 2.66  # mean moving ranges from the mean to a process limit (Making Data Count; 3 / 1.128 rounded)
NEAR = LIMIT * 2 / 3  # to a near limit
SCREEN = 3.267  # mean moving ranges: a larger range is screened out, once, when asked
LABELS = ("outside", "trend", "two_of_three", "shift")  # in order of priority


@dataclass(frozen=True, kw_only=True)
class Period:
    """One period: its mean and limits (None when too few points make none) and per point a sign and a label.

    `flags`: 1 high, -1 low, 0 none. A missing value has flag 0 and label None. `n`: points with a value.
    """

    n: int
    mean: float | None
    lower: float | None
    upper: float | None
    flags: tuple[int, ...]
    labels: tuple[str | None, ...]


def period(values: Array, *, fixed: int | None, screen: bool, near_includes_outside: bool) -> Period:
    """Return limits and labels of the points of one period, in the unit of the values; NaN is a missing value.

    Source: as `xmr`.

    >>> part = period(np.array([5.0, 6, 5, 6]), fixed=None, screen=False, near_includes_outside=False)
    >>> part.mean, round(part.upper, 2), part.labels[0]
    (5.5, 8.16, 'common')
    """
    here = ~np.isnan(values)
    known = values[here]
    mean, reach = centre_and_range(values[: _length(here, fixed)], screen=screen)
    first, flags = np.zeros(values.size, dtype=np.int64), np.zeros(values.size, dtype=np.int64)
    if mean is not None and reach is not None:
        first[here], flags[here] = _special_causes(known, mean, reach, near_includes_outside)
    names = [LABELS[rule] if flag else "common" for rule, flag in zip(first, flags, strict=True)]
    return Period(
        n=known.size,
        mean=mean,
        lower=None if mean is None or reach is None else mean - LIMIT * reach,
        upper=None if mean is None or reach is None else mean + LIMIT * reach,
        flags=tuple(flags.tolist()),
        labels=tuple(name if known else None for name, known in zip(names, here, strict=True)),
    )


def _length(here: NDArray[np.bool_], fixed: int | None) -> int:
    """Count the periods up to and including the one with the last of the first `fixed` values."""
    known = np.flatnonzero(here)
    return here.size if fixed is None or known.size <= fixed else int(known[fixed - 1]) + 1


def _special_causes(
    known: Array, mean: float, reach: float, near_includes_outside: bool
) -> tuple[Array, Array]:
    """Per point the first rule (by priority) that sees a special cause, and its sign."""
    sides = side(known, mean)
    beyond = outside(known, mean - LIMIT * reach, mean + LIMIT * reach)
    far = outside(known, mean - NEAR * reach, mean + NEAR * reach) != 0
    near = far if near_includes_outside else far & (beyond == 0)
    signs = np.stack([beyond, trend(known), two_of_three(sides, near), shift(sides)])
    first = np.argmax(signs != 0, axis=0)
    return first, signs[first, np.arange(known.size)]


def centre_and_range(values: Array, *, screen: bool) -> tuple[float | None, float | None]:
    """Return the mean and the mean moving range; None where too few values (none, or no two in a row) make none.

    NaN is a missing value: no range reaches over it. With `screen`, ranges not below 3.267 times their mean are left out once and the mean stays; none left: range 0.

    Source: as `xmr`.

    >>> centre_and_range(np.array([1.0, 3.0, 2.0]), screen=False)
    (2.0, 1.5)
    """
    known = values[~np.isnan(values)]
    if known.size == 0:
        return None, None
    mean = math.fsum(known) / known.size
    ranges = np.abs(np.diff(values))
    ranges = ranges[~np.isnan(ranges)]
    if ranges.size == 0:
        return mean, None
    reach = math.fsum(ranges) / ranges.size
    kept = ranges[ranges < SCREEN * reach] if screen else ranges
    return mean, math.fsum(kept) / kept.size if kept.size else 0.0
