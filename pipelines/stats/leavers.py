"""Who will still take part at the end, when some leave; and whether enrolment comes evenly enough to project."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import Array, Numbers, at_least, counts, share, whole
from pipelines.stats.recruitment import PLAN_WEIGHT, Prior, Rate, p_at_least_new, updated_rate

RECENT = 8  # weeks of the recent window


@dataclass(frozen=True, kw_only=True)
class StayingProjection:
    """Chance that at least the target takes part at the end. None where undefined. `n`: taking part now."""

    p_reach: float | None
    expected: float | None
    n: int
    method: str
    caveats: tuple[Caveat, ...] = ()


def enrolment_with_leavers(
    target: float,
    horizon: float,
    elapsed: float,
    enrolled: float,
    current: float,
    *,
    stay_current: float,
    stay_new: float,
    prior: Prior = "jeffreys",
    plan_weight: float = PLAN_WEIGHT,
) -> StayingProjection:
    """Return the chance that at least `target` take part at the horizon: current ones who stay plus new ones.

    `enrolled` ever in `elapsed`, `current` of them take part now. Each stays to the end with chance `stay_current`,
    a new one with `stay_new` (shares, 0 to 1), each on their own. No time passed and no plan: no projection.
    Errors: ValueError as `enrolment`, and when more take part than ever enrolled.

    Source: as `enrolment`; binomial stay plus thinned negative binomial.

    >>> answer = enrolment_with_leavers(30, 12, 6, 20, 18, stay_current=0.95, stay_new=0.95)
    >>> round(answer.p_reach, 3)
    0.88
    """
    goal, ever, now = (
        whole(target, "target", lowest=1),
        whole(enrolled, "enrolled"),
        whole(current, "current"),
    )
    end, spent = at_least(horizon, "horizon", lowest=0), at_least(elapsed, "elapsed", lowest=0)
    kept, joining = share(stay_current, "stay_current"), share(stay_new, "stay_new")
    if now > ever:
        raise ValueError(f"current must not exceed enrolled, found {now} of {ever}")
    belief = updated_rate(goal, end, spent, ever, prior=prior, plan_weight=plan_weight)
    left, method = max(0.0, end - spent), f"leavers_{prior}"
    if belief.rate == 0 and left > 0:
        why = (Caveat.NO_PROJECTION,)
        return StayingProjection(p_reach=None, expected=None, n=now, method=method, caveats=why)
    exposure = left * joining
    return StayingProjection(
        p_reach=_p_staying(goal, now, kept, exposure=exposure, belief=belief),
        expected=now * kept + (belief.shape / belief.rate * exposure if exposure else 0.0),
        n=now,
        method=method,
        caveats=() if left else (Caveat.HORIZON_PASSED,),
    )


def _p_staying(goal: int, now: int, kept: float, *, exposure: float, belief: Rate) -> float:
    """Sum over how many of the current ones stay."""
    reached = np.array([p_at_least_new(goal - number, exposure, belief) for number in range(now + 1)])
    return min(1.0, float(_binomial(now, kept) @ reached))


def _binomial(n: int, chance: float) -> Array:
    number = np.arange(n + 1)
    logs = special.gammaln(n + 1) - special.gammaln(number + 1) - special.gammaln(n - number + 1)
    result: Array = np.exp(logs + special.xlogy(number, chance) + special.xlog1py(n - number, -chance))
    return result


@dataclass(frozen=True, kw_only=True)
class Dispersion:
    """Whether counts per week scatter as chance would: `index` near 1 does, above comes in waves. None: undefined.

    `p`: chance of at least this index if they do. `recent_mean` of the last weeks beside the `mean` of all.
    """

    index: float | None
    p: float | None
    mean: float | None
    recent_mean: float | None
    n: int
    method: str = "poisson_dispersion"
    caveats: tuple[Caveat, ...] = ()


def dispersion(per_week: Numbers, *, recent: int = RECENT) -> Dispersion:
    """Return the dispersion index (variance over mean, no unit) of counts per week, and the recent mean.

    A high index means enrolment in waves: the interval of `enrolment` is then too narrow. One week, or nothing
    counted: undefined. Errors: ValueError when a count is negative or not whole.

    Source: Fisher's index of dispersion, chi-square with n - 1 degrees of freedom.

    >>> answer = dispersion([0, 9, 0, 0, 8, 1])
    >>> round(answer.index, 2), answer.p < 0.001, answer.recent_mean
    (6.13, True, 3.0)
    """
    array, window = counts(per_week, "per_week"), whole(recent, "recent", lowest=1)
    n, mean = array.size, float(array.mean()) if array.size else None
    index = float(array.var(ddof=1)) / mean if n > 1 and mean else None
    return Dispersion(
        index=index,
        p=float(special.chdtrc(n - 1, (n - 1) * index)) if index is not None else None,
        mean=mean,
        recent_mean=float(array[-window:].mean()) if n else None,
        n=n,
        caveats=() if index is not None else (Caveat.ALL_ZERO if n > 1 else Caveat.NO_DATA,),
    )
