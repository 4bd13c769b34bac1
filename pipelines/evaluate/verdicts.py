"""Whether a target is proven met: three states, which way it points, and how many more cases would decide."""

from dataclasses import dataclass

from pipelines.evaluate.finding import Projection, Verdict
from pipelines.evaluate.frame import Target
from pipelines.evaluate.measured import PERCENT, Measured
from pipelines.metrics.declaration import Direction, Figure, Measure
from pipelines.stats.estimates import Estimate
from pipelines.stats.judgement import Better, verdict
from pipelines.stats.more_needed import cases_until_decided

POINT_VALUE = "puntwaarde"
FEW_CASES = "few_cases"
BEYOND_A_YEAR, BEYOND_ITS_WINDOW = "beyond_a_pilot_year", "beyond_its_window"
SHARES = {Measure.SHARE, Measure.IN_TIME}
ABSOLUTE = {0.0, PERCENT}  # all or none: one breach cannot be undone by more cases
_STATES = {"met": Verdict.MET, "not_met": Verdict.NOT_MET, "undecided": Verdict.UNDECIDED}


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A verdict with its direction. `leaning` True: points to the target; None: nothing points."""

    verdict: Verdict
    leaning: bool | None = None
    more_needed: int | None = None
    caveats: tuple[str, ...] = ()


UNDECIDED = Judgement(verdict=Verdict.UNDECIDED)


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
        return UNDECIDED
    if figure.measure is Measure.PERSONS and figure.direction is Direction.UP:
        return _reached(measured.value, target=target, is_over=is_over, projection=projection)
    fact = figure.exact or target.evidence_rule == POINT_VALUE
    return _proven(figure, measured, target=target, fact=fact)


def out_of_reach(figure: Figure, judged: Judgement, *, n: float, days: int, pilot_days: int) -> str | None:
    """Return the caveat that no pilot brings the cases a verdict needs; None where one may.

    `n` cases came in `days`. The cases of a fixed window (the last 4 weeks) do not add up over a year.
    """
    if judged.more_needed is None or figure.measure is Measure.PERSONS:
        return None
    if figure.has_window:
        return BEYOND_ITS_WINDOW if judged.more_needed > n else None
    return BEYOND_A_YEAR if judged.more_needed * days > n * pilot_days else None


def _reached(value: float, *, target: Target, is_over: bool, projection: Projection | None) -> Judgement:
    if value >= target.target:
        return Judgement(verdict=Verdict.MET, leaning=True)
    if is_over:
        return Judgement(verdict=Verdict.NOT_MET, leaning=False)
    leaning = None if projection is None else projection.p_reach >= 0.5
    return Judgement(verdict=Verdict.UNDECIDED, leaning=leaning, more_needed=round(target.target - value))


def _proven(figure: Figure, measured: Measured, *, target: Target, fact: bool) -> Judgement:
    n = measured.n or 0
    if n == 0:
        return UNDECIDED
    better: Better = "decrease" if figure.direction is Direction.DOWN else "increase"
    found = verdict(_estimate(measured), target.target, improvement=better, exact=fact)
    breach = fact and found.state == "not_met" and target.target in ABSOLUTE
    if n >= target.min_n or breach:
        more = None if found.state != "undecided" else _more(figure, measured, target=target, better=better)
        return Judgement(verdict=_STATES[found.state], leaning=found.leaning, more_needed=more)
    more = None if fact else _more(figure, measured, target=target, better=better)
    return Judgement(
        verdict=Verdict.UNDECIDED,
        leaning=found.leaning,
        more_needed=max(more or 0, int(target.min_n - n)),
        caveats=(FEW_CASES,),
    )


def _more(figure: Figure, measured: Measured, *, target: Target, better: Better) -> int | None:
    """Return how many more cases decide if the share stays as it is; None where that cannot be said."""
    if figure.measure not in SHARES or measured.k is None or not measured.n:
        return None
    return cases_until_decided(measured.k, measured.n, target.target / PERCENT, improvement=better)


def _estimate(measured: Measured) -> Estimate:
    return Estimate(
        estimate=measured.value, low=measured.low, high=measured.high, n=measured.n or 0, method="finding"
    )
