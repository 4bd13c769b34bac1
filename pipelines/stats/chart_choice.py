"""Which chart a series can carry: limits need enough points, and counts that are not too small."""

import numpy as np

from pipelines.stats.control_chart import MIN_POINTS
from pipelines.stats.inputs import MaybeNumbers, numbers

MIN_MEAN_COUNT = 5.0  # below it counts are too skewed for an XmR chart (METHODS, our choice)
MAX_EQUAL_NEIGHBOURS = 0.25  # share of moving ranges of 0 above which limits collapse (METHODS, our choice)


def too_short(values: MaybeNumbers) -> bool:
    """Return whether fewer than 13 points have a value: too few for limits, so draw a run chart.

    Source: NHS Making Data Count tool, limits and icons from 13 points.

    >>> too_short([4] * 12), too_short([4] * 13), too_short([4] * 12 + [None])
    (True, False, True)
    """
    known = numbers(values, "values", gaps=True)
    return int(np.count_nonzero(~np.isnan(known))) < MIN_POINTS


def too_sparse(values: MaybeNumbers, *, counts: bool = True) -> bool:
    """Return whether an XmR chart would mislead: over a quarter of neighbours equal, or a mean count below 5.

    `counts` False (shares, hours, grades): only the equal neighbours are looked at. Missing periods are left out.
    Use a c, u, g or t chart instead.

    Source: false alarms by simulation: 82 % of stable 52-week series with mean count 0.5 flag at least one point.

    >>> too_sparse([0, 0, 1, 0, 0, 0, 2]), too_sparse([12, 9, 14, 11]), too_sparse([0.8, 0.7], counts=False)
    (True, False, False)
    """
    array = numbers(values, "values", gaps=True)
    known, ranges = array[~np.isnan(array)], np.diff(array)
    ranges = ranges[~np.isnan(ranges)]
    equal = ranges.size > 0 and float(np.mean(ranges == 0)) > MAX_EQUAL_NEIGHBOURS
    return bool(equal or (counts and known.size > 0 and float(np.mean(known)) < MIN_MEAN_COUNT))
