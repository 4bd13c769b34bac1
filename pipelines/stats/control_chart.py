"""XmR charts: what varies by chance and what does not, point by point, as NHS Making Data Count draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from pipelines.stats.control_limits import Period, period
from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import Array, MaybeNumbers, finite, numbers, one_of, whole
from pipelines.stats.rebase import Rebase, all_explained, period_starts

Improvement = Literal["increase", "decrease", "neutral"]
MIN_POINTS = 13  # below it limits are provisional and no icon is shown (Making Data Count tool)
MIN_FIX = 12  # points needed before limits may be fixed (NHSRplotthedots)


@dataclass(frozen=True, kw_only=True)
class XmrChart:
    """An XmR chart, one entry per point in order. Values and limits in the unit of the values, unclipped.

    `mean`, `lower`, `upper`: centre and process limits of the point's period; None in a period that has none.
    `labels`: `common outside trend two_of_three shift`, None for a missing period. `directions`: `high low` or None.
    `meanings`: `improvement concern neutral`, or None for common cause. `assurance`: whether the process as it is
    now will meet the target (`pass fail inconsistent`, from the last limits; None without target or direction).
    """

    values: tuple[float | None, ...]
    mean: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    labels: tuple[str | None, ...]
    directions: tuple[str | None, ...]
    meanings: tuple[str | None, ...]
    periods: tuple[int, ...]
    assurance: str | None
    target: float | None
    improvement: Improvement
    n: int
    rebases: tuple[int | Rebase, ...] = ()
    method: str = "xmr"
    caveats: tuple[Caveat, ...] = ()

    @property
    def variation(self) -> str | None:
        """Meaning of the last point that has a value: `improvement concern neutral`, or None for common cause."""
        known = [
            meaning for value, meaning in zip(self.values, self.meanings, strict=True) if value is not None
        ]
        return known[-1] if known else None


def xmr(
    values: MaybeNumbers,
    *,
    improvement: Improvement = "increase",
    target: float | None = None,
    rebase: Sequence[int | Rebase] = (),
    fix_after: int | None = None,
    screen: bool = False,
    near_includes_outside: bool = False,
) -> XmrChart:
    """Return the XmR chart of values in time order: mean, limits at mean ± 2.66 mean moving ranges, and labels.

    None is a missing period: it keeps its place, the rules skip it and no moving range reaches over it. `rebase`: zero-based first
    positions of new periods (a `Rebase` also says why, by whom and when); no rule looks across one. `fix_after`:
    limits from the first so many points of each period, 12 or more. `screen`: leave out moving ranges of 3.267 times
    their mean, once; off, as it flags every point of a sparse series. `near_includes_outside`: the two-of-three rule
    of late 2023. One point: a mean without limits. It computes whenever it can: `too_short` and `too_sparse` say
    when the result should not be shown. Errors: ValueError for an infinite value, a position outside the series, a
    `fix_after` below 12, or an unknown direction.

    Source: NHSRplotthedots (MIT), R/ptd_spc_standard.R and R/ptd_calculate_point_type.R.

    >>> chart = xmr([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 12])
    >>> round(chart.upper[0], 2), chart.labels[-1], chart.directions[-1], chart.variation
    (9.77, 'outside', 'high', 'improvement')
    """
    array = numbers(values, "values", gaps=True)
    one_of(improvement, "improvement", allowed=get_args(Improvement))
    fixed = None if fix_after is None else whole(fix_after, "fix_after", lowest=MIN_FIX)
    starts = period_starts(rebase, array.size)
    parts = [
        period(part, fixed=fixed, screen=screen, near_includes_outside=near_includes_outside)
        for part in np.split(array, starts[1:])
    ]
    goal = None if target is None else finite(target, "target")
    return _assemble(array, parts, tuple(rebase), improvement, goal)


def _assemble(
    array: Array,
    parts: list[Period],
    rebase: tuple[int | Rebase, ...],
    improvement: Improvement,
    target: float | None,
) -> XmrChart:
    flags = [flag for part in parts for flag in part.flags]
    return XmrChart(
        values=tuple(None if np.isnan(value) else float(value) for value in array),
        mean=tuple(part.mean for part in parts for _ in part.flags),
        lower=tuple(part.lower for part in parts for _ in part.flags),
        upper=tuple(part.upper for part in parts for _ in part.flags),
        labels=tuple(label for part in parts for label in part.labels),
        directions=tuple({1: "high", -1: "low"}.get(flag) for flag in flags),
        meanings=tuple(_meaning(flag, improvement) for flag in flags),
        periods=tuple(number for number, part in enumerate(parts) for _ in part.flags),
        assurance=_assurance(parts[-1], target, improvement),
        target=target,
        improvement=improvement,
        n=sum(part.n for part in parts),
        rebases=rebase,
        caveats=_chart_caveats(parts, rebase),
    )


def _meaning(flag: int, improvement: Improvement) -> str | None:
    if flag == 0:
        return None
    if improvement == "neutral":
        return "neutral"
    return "improvement" if (flag > 0) == (improvement == "increase") else "concern"


def _assurance(last: Period, target: float | None, improvement: Improvement) -> str | None:
    if target is None or improvement == "neutral" or last.lower is None or last.upper is None:
        return None
    if last.lower <= target <= last.upper:
        return "inconsistent"
    return "pass" if (target < last.lower) == (improvement == "increase") else "fail"


def _chart_caveats(parts: list[Period], rebase: tuple[int | Rebase, ...]) -> tuple[Caveat, ...]:
    found = {
        Caveat.NO_DATA: all(part.n == 0 for part in parts),
        Caveat.NO_LIMITS: any(part.upper is None for part in parts),
        Caveat.SHORT_SERIES: any(part.n < MIN_POINTS for part in parts),
        Caveat.MISSING_PERIODS: any(part.n < len(part.flags) for part in parts),
        Caveat.REBASE_WITHOUT_REASON: not all_explained(rebase),
    }
    return tuple(caveat for caveat, true in found.items() if true)
