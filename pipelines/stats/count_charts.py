"""Control charts for counts and shares: c (counts), u (counts against an exposure), p (shares)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import Array, MaybeNumbers, Numbers, not_negative, numbers, same_length

SIGMAS = 3.0  # process limits
WARNING_SIGMAS = 2.0  # warning limits


@dataclass(frozen=True, kw_only=True)
class LimitChart:
    """A chart with limits per point, in the unit of `values`; None for a point without a value or exposure.

    `centre`, `lower`, `upper` at three sigma and `lower_2s`, `upper_2s` at two. Limits are clipped to what can
    happen (0, and 1 for a share). `outside`: 1 above, -1 below the three-sigma limits, 0 within.
    """

    kind: str
    values: tuple[float | None, ...]
    centre: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    lower_2s: tuple[float | None, ...]
    upper_2s: tuple[float | None, ...]
    outside: tuple[int | None, ...]
    n: int
    method: str
    caveats: tuple[Caveat, ...] = ()


def c_chart(counts: MaybeNumbers) -> LimitChart:
    """Return the chart of counts per equal period (complaints a month): limits at mean ± 3 √mean.

    None is a missing period. Errors: ValueError for a negative count.

    Source: Montgomery, Introduction to Statistical Quality Control; qicharts2, helper functions.

    >>> chart = c_chart([1, 0, 2, 1, 0, 9])
    >>> round(chart.centre[0], 3), round(chart.upper[0], 3), chart.outside[-1]
    (2.167, 6.583, 1)
    """
    array = not_negative(counts, "counts", gaps=True)
    known = array[~np.isnan(array)]
    centre = np.full(array.size, known.mean() if known.size else np.nan)
    return limit_chart("c", array, centre, np.sqrt(centre))


def u_chart(counts: MaybeNumbers, sizes: Numbers) -> LimitChart:
    """Return the chart of counts per unit of exposure (complaints per job): limits at mean ± 3 √(mean / size).

    A period with size 0 has no value. Errors: ValueError for a negative count or size, or unequal lengths.

    Source: as `c_chart`.

    >>> chart = u_chart([1, 0, 2], [14, 9, 21])
    >>> round(chart.centre[0], 4), round(chart.upper[0], 4), chart.lower[0]
    (0.0682, 0.2775, 0.0)
    """
    array, size, used = _with_sizes(counts, sizes)
    centre = np.full(array.size, array[used].sum() / size[used].sum() if used.any() else np.nan)
    spread = np.sqrt(np.divide(centre, size, out=np.full(array.size, np.nan), where=used))
    return limit_chart("u", _ratio(array, size, used), centre, spread)


def p_chart(counts: MaybeNumbers, sizes: Numbers) -> LimitChart:
    """Return the chart of shares (0 to 1): limits at mean ± 3 √(mean (1 - mean) / size), clipped to 0 and 1.

    A period with size 0 has no value. Errors: ValueError as `u_chart`, and when a count exceeds its size.

    Source: as `c_chart`.

    >>> chart = p_chart([8, 9, 4], [10, 10, 10])
    >>> round(chart.centre[0], 2), round(chart.lower[0], 3), chart.upper[0]
    (0.7, 0.265, 1.0)
    """
    array, size, used = _with_sizes(counts, sizes)
    if np.any(array[used] > size[used]):
        raise ValueError("counts: a count exceeds its size")
    centre = np.full(array.size, array[used].sum() / size[used].sum() if used.any() else np.nan)
    variance = np.divide(centre * (1 - centre), size, out=np.full(array.size, np.nan), where=used)
    return limit_chart("p", _ratio(array, size, used), centre, np.sqrt(variance), highest=1.0)


def _with_sizes(counts: MaybeNumbers, sizes: Numbers) -> tuple[Array, Array, NDArray[np.bool_]]:
    array, size = not_negative(counts, "counts", gaps=True), not_negative(sizes, "sizes")
    same_length(array, size, "counts and sizes")
    return array, size, ~np.isnan(array) & (size > 0)


def _ratio(array: Array, size: Array, used: NDArray[np.bool_]) -> Array:
    ratio: Array = np.divide(array, size, out=np.full(array.size, np.nan), where=used)
    return ratio


def limit_chart(
    kind: str, values: Array, centre: Array, spread: Array, *, highest: float = np.inf
) -> LimitChart:
    """Return a chart with limits at centre ± 2 and 3 times the spread, clipped to 0 and `highest`; NaN is no value.

    Source: as `c_chart`.

    >>> limit_chart("c", np.array([4.0]), np.array([4.0]), np.array([2.0])).upper
    (10.0,)
    """
    lower, upper = np.maximum(centre - SIGMAS * spread, 0.0), np.minimum(centre + SIGMAS * spread, highest)
    off = (values > upper).astype(int) - (values < lower).astype(int)
    blank = np.isnan(values)
    return LimitChart(
        kind=kind,
        values=_maybe(values),
        centre=_maybe(centre),
        lower=_maybe(lower),
        upper=_maybe(upper),
        lower_2s=_maybe(np.maximum(centre - WARNING_SIGMAS * spread, 0.0)),
        upper_2s=_maybe(np.minimum(centre + WARNING_SIGMAS * spread, highest)),
        outside=tuple(None if gap else int(sign) for sign, gap in zip(off, blank, strict=True)),
        n=int(values.size - blank.sum()),
        method=f"{kind}_chart",
        caveats=chart_caveats(values),
    )


def _maybe(values: Array) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(value) else float(value) for value in values)


def chart_caveats(values: MaybeNumbers) -> tuple[Caveat, ...]:
    """Return what limits a chart of these values: no data, or periods without a value.

    >>> chart_caveats([1.0, None])
    (<Caveat.MISSING_PERIODS: 'missing_periods'>,)
    """
    blank = np.isnan(numbers(values, "values", gaps=True))
    if blank.all():
        return (Caveat.NO_DATA,)
    return (Caveat.MISSING_PERIODS,) if blank.any() else ()
