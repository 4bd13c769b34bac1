"""Whether a target is proven met: three states, which way it points, and how many more cases would decide."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.evaluate.finding import Projection, Verdict
from pipelines.evaluate.frame import Target
from pipelines.evaluate.measured import PERCENT, Measured
from pipelines.metrics.declaration import Direction, Figure, Measure
from pipelines.stats.proportions import wilson

POINT_VALUE = "puntwaarde"
SEARCH_LIMIT = 10_000  # cases; beyond this "how many more" says nothing useful


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A verdict with its direction. `leaning` True: points to the target; None: nothing points."""

    verdict: Verdict
    leaning: bool | None = None
    more_needed: int | None = None
    caveats: tuple[str, ...] = ()


def judge(
    figure: Figure,
    measured: Measured,
    *,
    target: Target,
    is_over: bool,
    projection: Projection | None = None,
) -> Judgement:
    """Return the verdict of a finding against its target. `is_over`: the pilot has ended, so counts cannot grow.

    A count of persons is met as soon as it is reached and missed only at the end. A fact about the organisation is
    judged by what happened. All else is judged by its 95 % interval, from `min_n` cases on.
    """
    if measured.value is None:
        return Judgement(verdict=Verdict.UNDECIDED)
    good = _good(figure, target.target)
    if figure.measure is Measure.PERSONS and figure.direction is Direction.UP:
        return _reached(measured.value, target=target, is_over=is_over, projection=projection)
    if figure.exact or target.evidence_rule == POINT_VALUE:
        return _fact(measured, good=good, target=target)
    return _interval(measured, good=good, target=target, share=figure.measure in _SHARES)


_SHARES = {Measure.SHARE, Measure.IN_TIME}


def _good(figure: Figure, target: float) -> Callable[[float], bool]:
    if figure.direction is Direction.DOWN:
        return lambda value: value <= target
    return lambda value: value >= target


def _reached(value: float, *, target: Target, is_over: bool, projection: Projection | None) -> Judgement:
    if value >= target.target:
        return Judgement(verdict=Verdict.MET, leaning=True)
    if is_over:
        return Judgement(verdict=Verdict.NOT_MET, leaning=False)
    leaning = None if projection is None else projection.p_reach >= 0.5
    return Judgement(verdict=Verdict.UNDECIDED, leaning=leaning, more_needed=round(target.target - value))


def _fact(measured: Measured, *, good: Callable[[float], bool], target: Target) -> Judgement:
    value, n = measured.value, measured.n or 0
    if value is None or n == 0:
        return Judgement(verdict=Verdict.UNDECIDED)
    leaning = good(value)
    if not leaning and target.target in {
        0,
        PERCENT,
    }:  # one breach of "all" or "none" cannot be undone by more cases
        return Judgement(verdict=Verdict.NOT_MET, leaning=False)
    if n < target.min_n:
        more = int(target.min_n - n)
        return Judgement(verdict=Verdict.UNDECIDED, leaning=leaning, more_needed=more, caveats=("few_cases",))
    return Judgement(verdict=Verdict.MET if leaning else Verdict.NOT_MET, leaning=leaning)


def _interval(measured: Measured, *, good: Callable[[float], bool], target: Target, share: bool) -> Judgement:
    value, n = measured.value, measured.n or 0
    leaning = None if value is None else good(value)
    enough = n >= target.min_n
    if enough and measured.low is not None and measured.high is not None:
        ends = (good(measured.low), good(measured.high))
        if all(ends):
            return Judgement(verdict=Verdict.MET, leaning=True)
        if not any(ends):
            return Judgement(verdict=Verdict.NOT_MET, leaning=False)
    more = _more_cases(measured, good=good, min_n=target.min_n) if share else None
    return Judgement(
        verdict=Verdict.UNDECIDED,
        leaning=leaning,
        more_needed=more,
        caveats=() if enough else ("few_cases",),
    )


def _more_cases(measured: Measured, *, good: Callable[[float], bool], min_n: int) -> int | None:
    """Return how many more cases decide if the share stays as it is; None when not within the search limit."""
    if not measured.n or measured.k is None:
        return None
    part, now = measured.k / measured.n, int(measured.n)

    def decides(n: int) -> bool:
        found = wilson(part * n, n)
        ends = {
            good(PERCENT * (found.low or 0.0)),
            good(PERCENT * (1.0 if found.high is None else found.high)),
        }
        return len(ends) == 1

    low, high = now, SEARCH_LIMIT
    if not decides(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if decides(middle) else (middle + 1, high)
    return max(low, min_n) - now
