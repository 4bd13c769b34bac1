"""Whether a target is proven met, proven missed, or undecided: three states, never a colour in between."""

from dataclasses import dataclass
from typing import Literal

from pipelines.stats.estimates import Estimate
from pipelines.stats.inputs import finite, one_of

State = Literal["met", "not_met", "undecided"]
Better = Literal["increase", "decrease"]  # which way improves


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`state`: `met` or `not_met` when proven, else `undecided`. `leaning`: True points to met, None to neither."""

    state: State
    leaning: bool | None
    target: float


def verdict(
    answer: Estimate, target: float, *, improvement: Better = "increase", exact: bool = False
) -> Verdict:
    """Return whether the target (in the unit of the answer) is proven met, by the whole interval on the good side.

    Proven met: the whole interval at or beyond the target; proven missed: the whole interval short of it. Reaching
    the target exactly counts as met. `exact`: a fact about all cases (so many tenants took part), judged on the
    number itself. No estimate: undecided and no leaning. Errors: ValueError for an infinite target.

    Source: our choice, DOMAIN 6: three states fixed before the data.

    >>> from pipelines.stats.proportions import wilson
    >>> verdict(wilson(29, 30), 0.8).state, verdict(wilson(27, 30), 0.8), verdict(wilson(19, 30), 0.8).state
    ('met', Verdict(state='undecided', leaning=True, target=0.8), 'not_met')
    """
    goal = finite(target, "target")
    one_of(improvement, "improvement", allowed=("increase", "decrease"))
    if answer.estimate is None:
        return Verdict(state="undecided", leaning=None, target=goal)
    sign = 1 if improvement == "increase" else -1
    leaning = sign * (answer.estimate - goal) >= 0
    worst, best = (answer.low, answer.high) if sign == 1 else (answer.high, answer.low)
    if exact:
        worst = best = answer.estimate
    if worst is not None and sign * (worst - goal) >= 0:
        return Verdict(state="met", leaning=True, target=goal)
    if best is not None and sign * (best - goal) < 0:
        return Verdict(state="not_met", leaning=False, target=goal)
    return Verdict(state="undecided", leaning=leaning, target=goal)
