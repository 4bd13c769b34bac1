"""What a case that has already waited may still expect."""

from dataclasses import replace

from pipelines.stats.estimates import Estimate
from pipelines.stats.inputs import at_least
from pipelines.stats.survival import KaplanMeier, kaplan_meier_from_counts


def answered_after(curve: KaplanMeier, *, waited: float, within: float) -> Estimate:
    """Return the share (0 to 1) of cases that waited longer than `waited` and were answered within `within` more.

    Of requests that old, so many of ten still got a match within two weeks. `n`: cases seen waiting longer than
    `waited`; `k`: how many of them were answered within that time. Same rules and limits as `answered_within`;
    nobody waited that long: no estimate. Errors: ValueError when a time is negative.

    Source: conditional survival S(waited + within) / S(waited); limits as `kaplan_meier` on the cases still waiting.

    >>> from pipelines.stats.survival import kaplan_meier
    >>> answer = answered_after(kaplan_meier([1, 2, 3, 4, 10], [1, 1, 1, 1, 0]), waited=2, within=1)
    >>> round(answer.estimate, 4), answer.k, answer.n
    (0.3333, 1, 3)
    """
    start, more = at_least(waited, "waited", lowest=0), at_least(within, "within", lowest=0)
    later = [position for position, time in enumerate(curve.times) if time > start]
    rest = kaplan_meier_from_counts(
        [curve.times[position] for position in later],
        [curve.events[position] for position in later],
        [curve.still_open[position] for position in later],
        confidence=curve.confidence,
    )
    return replace(rest.answered_within(start + more), method="beta_product_conditional")
