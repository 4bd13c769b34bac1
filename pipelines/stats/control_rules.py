"""The rules of a control chart: each looks at one period's points and says where a special cause shows.

Every rule returns one sign per point: 1 high (or rising), -1 low (or falling), 0 nothing. The points have no gaps:
`control_chart` leaves missing periods out first and never lets a rule look across a rebase.
"""

import numpy as np
from numpy.typing import NDArray

from pipelines.stats.inputs import Array

Signs = NDArray[np.int64]
RUN = 7  # points on one side of the mean, or moving one way (NHSRplotthedots, fixed value)
WINDOW = 3  # points looked at by the two-of-three rule
ROUNDING = 1e-12  # of the largest value: a smaller difference is rounding of the mean, not a point off it


def side(values: Array, line: Array | float) -> Signs:
    """Return on which side of the line each point lies; on it is 0, rounding of the line apart.

    >>> side(np.array([1.0, 2.0, 3.0]), 2.0).tolist()
    [-1, 0, 1]
    """
    difference = values - line
    scale = ROUNDING * np.max(np.abs(values), initial=0.0)
    return np.where(np.abs(difference) <= scale, 0, np.sign(difference)).astype(np.int64)


def outside(values: Array, lower: float, upper: float) -> Signs:
    """Return which points lie strictly beyond the process limits.

    Source: NHSRplotthedots, R/ptd_spc_standard.R.

    >>> outside(np.array([0.0, 5.0, 9.0]), 0.0, 8.0).tolist()
    [0, 0, 1]
    """
    return np.where(side(values, upper) > 0, 1, np.where(side(values, lower) < 0, -1, 0))


def shift(sides: Signs) -> Signs:
    """Return which points belong to a run of 7 or more strictly on one side of the mean.

    A point on the mean breaks the run. All points of the run are flagged.

    Source: NHSRplotthedots, R/ptd_calculate_point_type.R.

    >>> shift(np.array([0, 1, 1, 1, 1, 1, 1, 1])).tolist()
    [0, 1, 1, 1, 1, 1, 1, 1]
    """
    flags = np.zeros_like(sides)
    for start in range(len(sides) - RUN + 1):
        window = sides[start : start + RUN]
        if abs(window.sum()) == RUN:
            flags[start : start + RUN] = window[0]
    return flags


def trend(values: Array) -> Signs:
    """Return which points belong to 7 or more rising, or falling, strictly one after the other.

    A tie breaks it. A point shared by a rise and a fall takes the later direction.

    Source: NHSRplotthedots, R/ptd_calculate_point_type.R.

    >>> trend(np.array([1.0, 2, 3, 4, 5, 6, 7, 0])).tolist()
    [1, 1, 1, 1, 1, 1, 1, 0]
    """
    flags = np.zeros(len(values), dtype=np.int64)
    steps = np.sign(np.diff(values)).astype(np.int64)
    for start in range(len(values) - RUN + 1):
        window = steps[start : start + RUN - 1]
        if abs(window.sum()) == RUN - 1:
            flags[start : start + RUN] = window[0]
    return flags


def two_of_three(sides: Signs, near: NDArray[np.bool_]) -> Signs:
    """Return which points are near a limit in a window of three on one side of the mean with two near ones.

    Only the near points are flagged, not the third. `near` decides what counts: between the near limit and the
    process limit, or (variant of late 2023) everything beyond the near limit.

    Source: NHSRplotthedots, R/ptd_calculate_point_type.R; variant: its issue 194.

    >>> two_of_three(np.array([1, 1, 1, -1]), np.array([True, False, True, True])).tolist()
    [1, 0, 1, 0]
    """
    flags = np.zeros_like(sides)
    for start in range(len(sides) - WINDOW + 1):
        window = slice(start, start + WINDOW)
        if abs(sides[window].sum()) == WINDOW and near[window].sum() >= WINDOW - 1:
            flags[window] = np.where(near[window], sides[window], flags[window])
    return flags
