"""Charts for what is rare: not how many a month, but how much lies between one and the next."""

import numpy as np

from pipelines.stats.control_limits import centre_and_range
from pipelines.stats.count_charts import SIGMAS, WARNING_SIGMAS, LimitChart, chart_caveats
from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import Array, Numbers, counts, numbers

RANGE_PER_SIGMA = 1.128  # mean moving range of two values, in standard deviations (as qicharts2)
POWER = 3.6  # root that makes times between rare events nearly normal (Nelson 1994)


def g_chart(between: Numbers) -> LimitChart:
    """Return the chart of how many cases lay between one event and the next (jobs between complaints).

    Upper limit mean + 3 √(mean (mean + 1)), lower limit 0, centre line at the median. High is good: long without.
    Errors: ValueError when an item is negative or not whole.

    Source: Benneyan (2001), doi 10.1023/A:1013925206837; qicharts2, helper functions.

    >>> chart = g_chart([14, 3, 0, 22, 9])
    >>> chart.centre[0], round(chart.upper[0], 2)
    (9.0, 39.86)
    """
    array = counts(between, "between")
    mean = float(array.mean()) if array.size else 0.0
    spread = np.sqrt(mean * (mean + 1))
    centre = float(np.median(array)) if array.size else 0.0
    limits = (
        0.0,
        mean + SIGMAS * spread,
        max(0.0, mean - WARNING_SIGMAS * spread),
        mean + WARNING_SIGMAS * spread,
    )
    return _rare("g", array, centre, limits)


def t_chart(between: Numbers) -> LimitChart:
    """Return the chart of the time between one event and the next, in its own unit (days between complaints).

    The 3.6th root is charted as XmR and turned back. High is good: long without. One time: no limits. Errors:
    ValueError when a time is not more than 0: two events on one day need hours, or a g chart.

    Source: Nelson (1994), doi 10.1080/00224065.1994.11979514; qicharts2, helper functions.

    >>> chart = t_chart([4, 11, 2, 19, 7, 30])
    >>> round(chart.centre[0], 2), round(chart.upper[0], 1)
    (9.41, 124.0)
    """
    array = numbers(between, "between")
    if np.any(array <= 0):
        raise ValueError("between: a time must be more than 0; use hours, or a g chart")
    mean, reach = centre_and_range(array ** (1 / POWER), screen=False)
    if mean is None or reach is None:
        return _unlimited("t", array, mean)
    sigma = reach / RANGE_PER_SIGMA
    three, two = SIGMAS * sigma, WARNING_SIGMAS * sigma
    limits = (_back(mean - three), _back(mean + three), _back(mean - two), _back(mean + two))
    return _rare("t", array, mean**POWER, limits)


def _back(root: float) -> float:
    return float(max(0.0, root) ** POWER)


def _unlimited(kind: str, array: Array, root: float | None) -> LimitChart:
    nothing: tuple[None, ...] = (None,) * array.size
    centre = None if root is None else root**POWER
    return LimitChart(
        kind=kind,
        values=tuple(array.tolist()),
        centre=(centre,) * array.size,
        lower=nothing,
        upper=nothing,
        lower_2s=nothing,
        upper_2s=nothing,
        outside=(0,) * array.size,
        n=array.size,
        method=f"{kind}_chart",
        caveats=(Caveat.NO_LIMITS,) if array.size else (Caveat.NO_DATA,),
    )


def _rare(kind: str, array: Array, centre: float, limits: tuple[float, float, float, float]) -> LimitChart:
    lower, upper, lower_2s, upper_2s = (tuple([float(limit)] * array.size) for limit in limits)
    off = (array > limits[1]).astype(int) - (array < limits[0]).astype(int)
    return LimitChart(
        kind=kind,
        values=tuple(array.tolist()),
        centre=(centre,) * array.size,
        lower=lower,
        upper=upper,
        lower_2s=lower_2s,
        upper_2s=upper_2s,
        outside=tuple(off.tolist()),
        n=array.size,
        method=f"{kind}_chart",
        caveats=chart_caveats(array),
    )
