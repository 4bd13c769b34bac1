"""How many cases decide: which counts prove a target, and how many more cases until we can tell."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from scipy import special

from pipelines.stats.inputs import at_least, finite, level, positive, share, whole
from pipelines.stats.judgement import Better, verdict
from pipelines.stats.proportions import wilson

MOST = 1_000_000_000  # cases: further away than this is the same as never


@dataclass(frozen=True, kw_only=True)
class DecisiveCounts:
    """Of n cases: `proves_met` is the count from which the target is proven met (down to which, if less is better).

    `proves_not_met`: the count that still proves it missed. None when no count of n cases can.
    """

    proves_met: int | None
    proves_not_met: int | None
    n: int


def decisive_counts(
    n: float, target: float, *, improvement: Better = "increase", confidence: float = 0.95
) -> DecisiveCounts:
    """Return which counts of n cases prove a share at least (or at most) `target`, and which prove the opposite.

    Errors: ValueError when n is not whole or the target is not a share.

    Source: Wilson interval wholly on one side of the target.

    >>> decisive_counts(30, 0.8)
    DecisiveCounts(proves_met=29, proves_not_met=19, n=30)
    >>> decisive_counts(12, 0.8).proves_met is None
    True
    """
    cases, goal = whole(n, "n"), share(target, "target")
    states = [_state(k, cases, goal, improvement, confidence) for k in range(cases + 1)]
    met = [k for k, state in enumerate(states) if state == "met"]
    missed = [k for k, state in enumerate(states) if state == "not_met"]
    nearest = (min, max) if improvement == "increase" else (max, min)
    return DecisiveCounts(
        proves_met=nearest[0](met) if met else None,
        proves_not_met=nearest[1](missed) if missed else None,
        n=cases,
    )


def _state(k: float, n: float, target: float, improvement: Better, confidence: float) -> str:
    return verdict(wilson(k, n, confidence=confidence), target, improvement=improvement).state


def cases_until_decided(
    k: float, n: float, target: float, *, improvement: Better = "increase", confidence: float = 0.95
) -> int | None:
    """Return how many more cases are needed until a verdict can fall, if the share stays as it is now.

    0 when decided; None without a case, when the share equals the target, or beyond a billion. A rough guide: the
    share will not stay exactly as it is. Errors: ValueError as `wilson`, and when the target is not a share.

    Source: Wilson limit at the target, solved for n: z² t (1 - t) / (share - t)².

    >>> cases_until_decided(27, 30, 0.8), cases_until_decided(24, 30, 0.8), cases_until_decided(29, 30, 0.8)
    (32, None, 0)
    """
    now, goal = wilson(k, n, confidence=confidence), share(target, "target")
    part = now.estimate
    if part is None or part == goal:
        return None
    z = float(special.ndtri((1 + now.confidence) / 2))
    about = max(now.n, z * z * goal * (1 - goal) / (part - goal) ** 2)
    return _first_decided(
        lambda more: (
            _state(part * (now.n + more), now.n + more, goal, improvement, confidence) != "undecided"
        ),
        guess=math.floor(about - now.n),
    )


def answers_until_decided(
    mean: float, sd: float, n: float, target: float, *, confidence: float = 0.95
) -> int | None:
    """Return how many more answers are needed until the t-interval of a mean leaves the target out, as it is now.

    0 when decided; None with fewer than two answers, no spread, or a mean equal to the target. Errors: ValueError
    when a number is negative or not finite.

    Source: t-interval half width against the distance to the target.

    >>> answers_until_decided(7.9, 1.5, 20, 7.5)
    37
    """
    centre, spread, answers = finite(mean, "mean"), at_least(sd, "sd", lowest=0), whole(n, "n")
    distance = abs(centre - finite(target, "target"))
    upper = (1 + level(confidence)) / 2
    if answers < 2 or spread == 0 or distance == 0:
        return None

    def decided(more: int) -> bool:
        total = answers + more
        return float(special.stdtrit(total - 1, upper)) * spread / math.sqrt(total) < distance

    return _first_decided(decided, guess=0)


def exposure_until_decided(
    events: float, exposure: float, target: float, *, per: float = 100, confidence: float = 0.95
) -> int | None:
    """Return how much more exposure (jobs, visits) is needed until a verdict on a rate can fall, if it stays as it is.

    The target is in events per `per`. 0 when decided; None without exposure or when the rate equals the target.
    Errors: ValueError when a number is negative.

    Source: exact Poisson limits at the target, events growing in proportion.

    >>> exposure_until_decided(0, 40, 5)
    34
    """
    count, units = at_least(events, "events", lowest=0), at_least(exposure, "exposure", lowest=0)
    goal = at_least(target, "target", lowest=0) / positive(per, "per")
    tail = (1 - level(confidence)) / 2
    if units == 0 or count / units == goal:
        return None

    def decided(more: int) -> bool:
        grown, total = count * (units + more) / units, units + more
        if count / units < goal:
            return float(special.gammainccinv(grown + 1, tail)) <= goal * total
        return float(special.gammaincinv(grown, tail)) >= goal * total

    return _first_decided(decided, guess=0)


def _first_decided(decided: Callable[[int], bool], *, guess: int) -> int | None:
    """Smallest number of more cases at which the rising condition holds, starting from a guess; None beyond MOST."""
    if decided(0):
        return 0
    undecided, more = 0, max(1, guess)
    while not decided(more):
        undecided, more = more, 2 * more
        if more > MOST:
            return None
    while more - undecided > 1:
        middle = (undecided + more) // 2
        undecided, more = (undecided, middle) if decided(middle) else (middle, more)
    return more
