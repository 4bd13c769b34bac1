"""A share against a criterion: how likely the true share is at least the target, and what a rule on it would do."""

from dataclasses import dataclass
from typing import Literal, get_args

from scipy import special

from pipelines.stats.estimates import Caveat
from pipelines.stats.inputs import at_least, level, one_of, share

BetaPrior = Literal["jeffreys", "uniform", "sceptical"]
PRIORS: dict[str, tuple[float, float]] = {
    "jeffreys": (0.5, 0.5),
    "uniform": (1.0, 1.0),
    "sceptical": (2.0, 2.0),
}
GO = 0.8  # go from this probability of meeting the target (METHODS, to be fixed before the data)
STOP = 0.2  # stop up to this one


@dataclass(frozen=True, kw_only=True)
class Posterior:
    """What is believed of a share after x of n: Beta(`a`, `b`). All from 0 to 1.

    `p_at_least`: probability that the true share is at least the target. `mean`; `low_80` to `high_80` and `low` to
    `high` (95 %): equal-tailed credible intervals.
    """

    p_at_least: float
    mean: float
    low_80: float
    high_80: float
    low: float
    high: float
    a: float
    b: float
    n: float
    target: float
    method: str
    caveats: tuple[Caveat, ...] = ()


def posterior(x: float, n: float, target: float, *, prior: BetaPrior = "jeffreys") -> Posterior:
    """Return the probability (0 to 1) that the true share is at least `target`, after x of n.

    Priors: `jeffreys` Beta(0.5, 0.5), `uniform` Beta(1, 1), `sceptical` Beta(2, 2); show more than one when n is
    small. n = 0: the prior only, and caveat PRIOR_ONLY. Errors: ValueError when x or n is negative, x exceeds n, or
    the target is not a share.

    Source: Beta-binomial model; Jeffreys (1946), doi 10.1098/rspa.1946.0056.

    >>> round(posterior(24, 30, 0.8).p_at_least, 2), round(posterior(27, 30, 0.8).p_at_least, 2)
    (0.48, 0.92)
    """
    hits, cases = at_least(x, "x", lowest=0), at_least(n, "n", lowest=0)
    goal = share(target, "target")
    if hits > cases:
        raise ValueError(f"x must not exceed n, found {hits:g} of {cases:g}")
    extra_a, extra_b = PRIORS[one_of(prior, "prior", allowed=get_args(BetaPrior))]
    a, b = extra_a + hits, extra_b + cases - hits
    low_80, high_80, low, high = (float(special.betaincinv(a, b, part)) for part in (0.1, 0.9, 0.025, 0.975))
    return Posterior(
        p_at_least=float(special.betaincc(a, b, goal)),
        mean=a / (a + b),
        low_80=low_80,
        high_80=high_80,
        low=low,
        high=high,
        a=a,
        b=b,
        n=cases,
        target=goal,
        method=f"beta_{prior}",
        caveats=() if cases else (Caveat.PRIOR_ONLY,),
    )


def advice(p_at_least: float, *, go: float = GO, stop: float = STOP) -> Literal["go", "amber", "stop"]:
    """Return what the rule says of a probability of meeting the target: go from `go`, stop up to `stop`, else amber.

    The rule is fixed before the data. Errors: ValueError when the two do not lie between 0 and 1 in that order.

    Source: our choice, after Lewis et al. (2021), doi 10.1186/s40814-021-00770-x.

    >>> advice(0.92), advice(0.48), advice(0.1)
    ('go', 'amber', 'stop')
    """
    upper, lower, found = level(go, "go"), level(stop, "stop"), share(p_at_least, "p_at_least")
    if lower >= upper:
        raise ValueError("stop must be smaller than go")
    if found >= upper:
        return "go"
    return "stop" if found <= lower else "amber"
