"""Shares: so many of so many, with an interval that holds for small numbers."""

import math

from scipy import special

from pipelines.stats.estimates import Caveat, Estimate, no_estimate
from pipelines.stats.inputs import at_least, level


def wilson(k: float, n: float, *, confidence: float = 0.95) -> Estimate:
    """Return the share k/n (0 to 1) with its Wilson score interval, without continuity correction.

    `k` and `n` may be fractions (an ask in a group app counts 0.5). n = 0: no estimate. The limits never leave
    [0, 1]. Cases are taken as independent: several jobs of one tenant are not, so show persons beside it.
    Errors: ValueError when k or n is negative, k exceeds n, or confidence is not between 0 and 1.

    Source: Wilson (1927); Newcombe (1998) method 3, doi 10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E.

    >>> answer = wilson(81, 263)
    >>> round(answer.low, 4), round(answer.high, 4)
    (0.2553, 0.3662)
    >>> wilson(0, 0).estimate is None
    True
    """
    hits, cases = at_least(k, "k", lowest=0), at_least(n, "n", lowest=0)
    confidence = level(confidence)
    if hits > cases:
        raise ValueError(f"k must not exceed n, found {hits:g} of {cases:g}")
    if cases == 0:
        return no_estimate(n=cases, k=hits, confidence=confidence, method="wilson", why=Caveat.NO_DATA)
    caveats = (Caveat.ONE_CASE,) if cases <= 1 else ()
    low = _lower_root(hits, cases, confidence)
    high = max(hits / cases, 1 - _lower_root(cases - hits, cases, confidence))
    return Estimate(
        estimate=hits / cases,
        low=low,
        high=high,
        n=cases,
        k=hits,
        confidence=confidence,
        method="wilson",
        caveats=caveats,
    )


def _lower_root(k: float, n: float, confidence: float) -> float:
    """Lower Wilson limit as product of the roots over the upper one: no cancellation when k is small."""
    z2 = float(special.ndtri((1 + confidence) / 2)) ** 2
    upper_root = (2 * k + z2 + math.sqrt(z2 * (z2 + 4 * k * (1 - k / n)))) / (2 * (n + z2))
    return min(k / n, k * k / (n * (n + z2) * upper_root))


def clopper_pearson(k: float, n: float, *, confidence: float = 0.95) -> Estimate:
    """Return the share k/n (0 to 1) with its exact (Clopper-Pearson) interval: never narrower than promised.

    `k` and `n` may be fractions. n = 0: no estimate. Wider than Wilson; used where an interval must be safe, as for
    competing outcomes. Errors: ValueError as `wilson`.

    Source: Clopper and Pearson (1934), doi 10.1093/biomet/26.4.404.

    >>> answer = clopper_pearson(0, 20)
    >>> answer.low, round(answer.high, 4)
    (0.0, 0.1684)
    """
    hits, cases = at_least(k, "k", lowest=0), at_least(n, "n", lowest=0)
    confidence = level(confidence)
    if hits > cases:
        raise ValueError(f"k must not exceed n, found {hits:g} of {cases:g}")
    if cases == 0:
        return no_estimate(
            n=cases, k=hits, confidence=confidence, method="clopper_pearson", why=Caveat.NO_DATA
        )
    low, high = binomial_limits(hits, cases, confidence)
    return Estimate(
        estimate=hits / cases,
        low=low,
        high=high,
        n=cases,
        k=hits,
        confidence=confidence,
        method="clopper_pearson",
    )


def binomial_limits(k: float, n: float, confidence: float) -> tuple[float, float]:
    """Return the Clopper-Pearson limits (0 to 1) of k in n > 0 without checking them.

    >>> binomial_limits(0, 1, 0.95)
    (0.0, 0.975)
    """
    tail = (1 - confidence) / 2
    low = 0.0 if k <= 0 else float(special.betaincinv(k, n - k + 1, tail))
    high = 1.0 if k >= n else float(special.betainccinv(k + 1, n - k, tail))
    return low, high
