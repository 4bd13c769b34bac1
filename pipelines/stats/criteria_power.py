"""What a go/no-go rule would do: over many pilots with a known true share, and from here to the end of this one."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from pipelines.stats.criteria import GO, PRIORS, STOP, BetaPrior, advice, posterior
from pipelines.stats.inputs import Array, level, share, whole

ROUNDING = 1e-9  # cases: target x n that is whole but for rounding counts as whole


@dataclass(frozen=True, kw_only=True)
class OperatingCharacteristics:
    """What share of pilots (0 to 1) of n cases gets `go`, `amber` or `stop` when the true share is `true_share`.

    `min_x_for_go`, `max_x_for_stop`: where the rule turns; None when no outcome of n cases leads there.
    """

    go: float
    amber: float
    stop: float
    min_x_for_go: int | None
    max_x_for_stop: int | None
    n: int
    target: float
    true_share: float
    method: str = "beta_go_no_go"


def operating_characteristics(
    n: float,
    target: float,
    true_share: float,
    *,
    go: float = GO,
    stop: float = STOP,
    prior: BetaPrior = "jeffreys",
) -> OperatingCharacteristics:
    """Return how often (0 to 1) a pilot of n cases ends in go, amber and stop if the true share is `true_share`.

    To be published with the criteria, before the data. n = 0: always what the prior says. Errors: ValueError when a
    share is not one, n is not whole, or stop is not below go.

    Source: binomial sums over the rule of `advice`; our choice of rule.

    >>> pilot = operating_characteristics(30, 0.8, 0.8)
    >>> round(pilot.go, 2), round(pilot.amber, 2), round(pilot.stop, 2), pilot.min_x_for_go, pilot.max_x_for_stop
    (0.26, 0.51, 0.24, 26, 22)
    """
    cases, truth, goal = whole(n, "n"), share(true_share, "true_share"), share(target, "target")
    found = [
        advice(posterior(x, cases, goal, prior=prior).p_at_least, go=go, stop=stop) for x in range(cases + 1)
    ]
    chances = _binomial(cases, truth)
    parts = {
        name: float(chances[[advised == name for advised in found]].sum()) for name in ("go", "amber", "stop")
    }
    return OperatingCharacteristics(
        go=parts["go"],
        amber=parts["amber"],
        stop=parts["stop"],
        min_x_for_go=next((x for x, advised in enumerate(found) if advised == "go"), None),
        max_x_for_stop=max((x for x, advised in enumerate(found) if advised == "stop"), default=None),
        n=cases,
        target=goal,
        true_share=truth,
    )


def _binomial(n: int, chance: float) -> Array:
    number = np.arange(n + 1)
    logs = _log_choose(n, number) + special.xlogy(number, chance) + special.xlog1py(n - number, -chance)
    result: Array = np.exp(logs)
    return result


def _log_choose(n: int, number: NDArray[np.int64]) -> Array:
    result: Array = special.gammaln(n + 1) - special.gammaln(number + 1) - special.gammaln(n - number + 1)
    return result


@dataclass(frozen=True, kw_only=True)
class Predictive:
    """Where a pilot will end (all 0 to 1): `p_share` that the final share reaches the target, `p_go` that it is a go.

    `n` cases so far, `remaining` to come; `x_needed` more must be hits to reach the target, None when out of reach.
    """

    p_share: float
    p_go: float
    x_needed: int | None
    n: int
    remaining: int
    method: str


def predictive(
    x: float, n: float, remaining: float, target: float, *, go: float = GO, prior: BetaPrior = "jeffreys"
) -> Predictive:
    """Return the probability (0 to 1) that after `remaining` more cases the share reaches `target`, or is a go.

    Nothing to come: 0 or 1. Errors: ValueError as `posterior`, and when a number is not whole.

    Source: beta-binomial predictive distribution.

    >>> answer = predictive(18, 20, 10, 0.8)
    >>> round(answer.p_share, 3), round(answer.p_go, 3), answer.x_needed
    (0.984, 0.86, 6)
    """
    hits, cases, more = whole(x, "x"), whole(n, "n"), whole(remaining, "remaining")
    now = posterior(hits, cases, target, prior=prior)
    chances = _beta_binomial(more, now.a, now.b)
    reached = np.array(
        [hits + extra >= math.ceil(now.target * (cases + more) - ROUNDING) for extra in range(more + 1)]
    )
    extra_a, extra_b = PRIORS[prior]
    later = special.betaincc(
        extra_a + hits + np.arange(more + 1), extra_b + cases + more - hits - np.arange(more + 1), now.target
    )
    return Predictive(
        p_share=min(1.0, float(chances[reached].sum())),
        p_go=min(1.0, float(chances[later >= level(go, "go")].sum())),
        x_needed=int(np.argmax(reached)) if reached.any() else None,
        n=cases,
        remaining=more,
        method=f"beta_binomial_{prior}",
    )


def _beta_binomial(n: int, a: float, b: float) -> Array:
    number = np.arange(n + 1)
    logs = _log_choose(n, number) + special.betaln(a + number, b + n - number) - special.betaln(a, b)
    result: Array = np.exp(logs)
    return result
