"""Where a count with a target will end: enrolment so far, carried on at the rate that fits it."""

import math
from dataclasses import dataclass, replace
from typing import Literal, get_args

from scipy import special

from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import at_least, level, one_of, whole

Prior = Literal["jeffreys", "plan"]
PLAN_WEIGHT = 0.5  # of the plan in the plan prior (Gajewski P); METHODS prints this one beside Jeffreys
QUANTILES = (0.1, 0.5, 0.9)  # low, mid, high


@dataclass(frozen=True, kw_only=True)
class Rate:
    """What is believed of the rate per unit of time: a gamma with this `shape` and `rate` (its mean is their ratio)."""

    shape: float
    rate: float


@dataclass(frozen=True, kw_only=True)
class Projection:
    """Where enrolment ends. None where undefined.

    `p_reach`: chance of reaching the target by the horizon. `total_*`: 10, 50 and 90 % of the final total, whole
    numbers. `time_*`: 10, 50 and 90 % of the time at which the target is reached, counted from the start, in the
    unit of the horizon; None when reached already. `belief`: the rate after the data. `n`: enrolled so far.
    """

    p_reach: float | None
    total_low: int | None
    total_mid: int | None
    total_high: int | None
    time_low: float | None
    time_mid: float | None
    time_high: float | None
    belief: Rate
    n: int
    method: str
    caveats: tuple[Caveat, ...] = ()


def enrolment(
    target: float,
    horizon: float,
    elapsed: float,
    observed: float,
    *,
    prior: Prior = "jeffreys",
    plan_weight: float = PLAN_WEIGHT,
    pool: float | None = None,
) -> Projection:
    """Return the chance of reaching `target` by `horizon`, and where the total ends, after `observed` in `elapsed`.

    Horizon and elapsed in one unit (weeks, months). Enrolments are taken as Poisson at one rate: in waves the
    interval is too narrow (see `dispersion`). Prior `jeffreys` lets the data speak; `plan` adds `plan_weight` of
    the plan. `pool`: how many people could ever take part; it caps the totals. This counts everybody ever enrolled:
    for who still takes part see `enrolment_with_leavers`. No time passed and no plan: no projection. Horizon
    passed: the outcome. Errors: ValueError when a number is negative, not whole where it counts, or a plan weight
    is not between 0 and 1.

    Source: Anisimov and Fedorov (2007), doi 10.1002/sim.2956; Gajewski, Simon and Carlson (2008),
    doi 10.1002/sim.3128 (plan prior, R accrual).

    >>> answer = enrolment(50, 12, 6, 25)
    >>> round(answer.p_reach, 2), answer.total_low, answer.total_mid, answer.total_high
    (0.53, 42, 50, 60)
    """
    goal, seen = whole(target, "target", lowest=1), whole(observed, "observed")
    end, spent = at_least(horizon, "horizon", lowest=0), at_least(elapsed, "elapsed", lowest=0)
    belief = updated_rate(goal, end, spent, seen, prior=prior, plan_weight=plan_weight)
    projection = _projection(
        goal, max(0.0, end - spent), spent, seen, belief, method=f"gamma_poisson_{prior}"
    )
    return projection if pool is None else _capped(projection, goal, whole(pool, "pool", lowest=seen))


def updated_rate(
    target: int, horizon: float, elapsed: float, observed: int, *, prior: Prior, plan_weight: float
) -> Rate:
    """Return what is believed of the enrolment rate after the data, per unit of time.

    Source: as `enrolment`.

    >>> updated_rate(50, 12, 6, 25, prior="plan", plan_weight=0.5)
    Rate(shape=50.0, rate=12.0)
    """
    one_of(prior, "prior", allowed=get_args(Prior))
    weight = level(plan_weight, "plan_weight")
    shape, rate = (0.5, 0.0) if prior == "jeffreys" else (weight * target, weight * horizon)
    return Rate(shape=shape + observed, rate=rate + elapsed)


def _projection(goal: int, left: float, spent: float, seen: int, belief: Rate, *, method: str) -> Projection:
    need = goal - seen
    if left > 0 and belief.rate == 0:
        reached = 1.0 if need <= 0 else None
        why = Caveat.NO_PROJECTION
        return _outcome(p_reach=reached, total=None, belief=belief, seen=seen, method=method, why=why)
    if left == 0:
        why = Caveat.HORIZON_PASSED
        return _outcome(
            p_reach=float(need <= 0), total=seen, belief=belief, seen=seen, method=method, why=why
        )
    low, mid, high = (seen + new_quantile(level, left, belief) for level in QUANTILES)
    times = [time_to_target(level, need, belief) for level in QUANTILES]
    return Projection(
        p_reach=p_at_least_new(need, left, belief),
        total_low=low,
        total_mid=mid,
        total_high=high,
        time_low=None if times[0] is None else spent + times[0],
        time_mid=None if times[1] is None else spent + times[1],
        time_high=None if times[2] is None else spent + times[2],
        belief=belief,
        n=seen,
        method=method,
        caveats=() if spent else (Caveat.PRIOR_ONLY,),
    )


def _outcome(
    *, p_reach: float | None, total: int | None, belief: Rate, seen: int, method: str, why: Caveat
) -> Projection:
    return Projection(
        p_reach=p_reach,
        total_low=total,
        total_mid=total,
        total_high=total,
        time_low=None,
        time_mid=None,
        time_high=None,
        belief=belief,
        n=seen,
        method=method,
        caveats=(why,),
    )


def _capped(projection: Projection, goal: int, pool: int) -> Projection:
    if projection.total_low is None or projection.total_mid is None or projection.total_high is None:
        return projection
    tight = projection.total_high > pool
    return replace(
        projection,
        p_reach=0.0 if goal > pool else projection.p_reach,
        total_low=min(projection.total_low, pool),
        total_mid=min(projection.total_mid, pool),
        total_high=min(projection.total_high, pool),
        caveats=(*projection.caveats, Caveat.SMALL_POOL) if tight or goal > pool else projection.caveats,
    )


def p_at_least_new(need: int, left: float, belief: Rate) -> float:
    """Return the chance of `need` or more new enrolments in the time `left` (negative binomial upper tail).

    Source: as `enrolment`.

    >>> round(p_at_least_new(25, 6, Rate(shape=25.5, rate=6)), 4)
    0.5283
    """
    if need <= 0 or left == 0:
        return float(need <= 0)
    return float(special.betainc(need, belief.shape, left / (belief.rate + left)))


def new_quantile(level: float, left: float, belief: Rate) -> int:
    """Return the smallest number of new enrolments in the time `left` that is not exceeded with chance `level`.

    Source: as `enrolment`; as R's qnbinom.

    >>> new_quantile(0.5, 6, Rate(shape=25.5, rate=6))
    25
    """
    below, enough = -1, 1
    while p_at_least_new(enough + 1, left, belief) > 1 - level:
        below, enough = enough, 2 * enough
    while enough - below > 1:
        middle = (below + enough) // 2
        above = p_at_least_new(middle + 1, left, belief) > 1 - level
        below, enough = (middle, enough) if above else (below, middle)
    return enough


def time_to_target(level: float, need: int, belief: Rate) -> float | None:
    """Return the further time within which `need` more enrol with chance `level`; None when none are needed.

    Source: waiting time of a gamma-mixed Poisson process, a beta of the second kind; as `enrolment`.

    >>> round(time_to_target(0.5, 25, Rate(shape=25.5, rate=6)), 3)
    5.881
    """
    if need <= 0:
        return None
    waited = float(special.betaincinv(need, belief.shape, level))
    unwaited = float(special.betainccinv(belief.shape, need, level))
    time = belief.rate * waited / unwaited if unwaited else math.inf
    return time if math.isfinite(time) else None
