"""Rates: events against what could have brought them (complaints per 100 jobs), and two rates compared."""

from collections.abc import Callable
from dataclasses import dataclass

from scipy import special

from pipelines.stats.estimates import Caveat, Estimate, no_estimate
from pipelines.stats.inputs import at_least, level, positive, whole
from pipelines.stats.proportions import binomial_limits

HALVINGS = 200  # bisection steps: far past the last bit of a float


def poisson_rate(events: float, exposure: float, *, per: float = 100, confidence: float = 0.95) -> Estimate:
    """Return events per `per` units of exposure (per 100 jobs) with the exact Poisson (Garwood) interval.

    `events` is a whole number, `exposure` may be a fraction. No exposure: no estimate, also when there were events.
    Events are taken as independent: complaints cluster by person, so report distinct complainants too.
    Errors: ValueError when events or exposure is negative, events is not whole, or per is not positive.

    Source: Garwood (1936), doi 10.1093/biomet/28.3-4.437; limits as in R's poisson.test.

    >>> answer = poisson_rate(0, 40)
    >>> answer.estimate, answer.low, round(answer.high, 2)
    (0.0, 0.0, 9.22)
    """
    count, units = whole(events, "events"), at_least(exposure, "exposure", lowest=0)
    confidence, per = level(confidence), positive(per, "per")
    if units == 0:
        return no_estimate(n=units, k=count, confidence=confidence, method="garwood", why=Caveat.NO_EXPOSURE)
    tail, factor = (1 - confidence) / 2, per / units
    low = factor * float(special.gammaincinv(count, tail)) if count else 0.0
    high = factor * float(special.gammainccinv(count + 1, tail))
    return Estimate(
        estimate=factor * count, low=low, high=high, n=units, k=count, confidence=confidence, method="garwood"
    )


@dataclass(frozen=True, kw_only=True)
class RateRatio:
    """First rate over second. `high` None with caveat UNBOUNDED: no upper limit. `p` is central, of equal rates.

    `midp_low` and `midp_high` are the less conservative limits.
    """

    estimate: float | None
    low: float | None
    high: float | None
    midp_low: float | None
    midp_high: float | None
    p: float | None
    n: float
    confidence: float
    method: str = "conditional_exact"
    caveats: tuple[Caveat, ...] = ()


def rate_ratio(
    events: float, exposure: float, other_events: float, other_exposure: float, *, confidence: float = 0.95
) -> RateRatio:
    """Return the first rate over the second (a ratio without unit), with conditional exact limits and central p.

    Given the total number of events, the first count is binomial with share e1/(e1+e2) when the rates are equal.
    `p` is twice the smaller tail, at most 1. No events at all: no estimate, limits 0 and none, p = 1. No exposure on
    one side: nothing at all. Errors: ValueError as `poisson_rate`.

    Source: conditional test of Przyborowski and Wilenski (1940), doi 10.2307/2332612; limits as R's poisson.test.

    >>> answer = rate_ratio(12, 96, 6, 104)
    >>> round(answer.estimate, 3), round(answer.low, 3), round(answer.high, 3), round(answer.p, 4)
    (2.167, 0.753, 7.036, 0.1765)
    """
    x1, x2 = whole(events, "events"), whole(other_events, "other_events")
    e1, e2 = at_least(exposure, "exposure", lowest=0), at_least(other_exposure, "other_exposure", lowest=0)
    confidence, total = level(confidence), x1 + x2
    if e1 == 0 or e2 == 0:
        return _no_ratio(total, confidence)
    scale = e2 / e1
    low, high = (_odds(limit, scale) for limit in binomial_limits(x1, total, confidence))
    midp_low, midp_high = (_odds(limit, scale) for limit in _midp_limits(x1, total, confidence))
    return RateRatio(
        estimate=x1 / x2 * scale if x2 else None,
        low=low,
        high=high,
        midp_low=midp_low,
        midp_high=midp_high,
        p=_central_p(x1, total, e1 / (e1 + e2)),
        n=total,
        confidence=confidence,
        caveats=_ratio_caveats(x2, total),
    )


def _no_ratio(total: int, confidence: float) -> RateRatio:
    return RateRatio(
        estimate=None,
        low=None,
        high=None,
        midp_low=None,
        midp_high=None,
        p=None,
        n=total,
        confidence=confidence,
        caveats=(Caveat.NO_EXPOSURE,),
    )


def _ratio_caveats(other_events: int, total: int) -> tuple[Caveat, ...]:
    nothing = (Caveat.NO_DATA,) if total == 0 else ()
    return nothing if other_events else (*nothing, Caveat.UNBOUNDED)


def _odds(share: float, scale: float) -> float | None:
    return None if share >= 1 else share / (1 - share) * scale


def _central_p(x: int, n: int, share: float) -> float:
    if n == 0:
        return 1.0
    at_most, at_least_x = _tail_below(x, n, share), _tail_above(x, n, share)
    return min(1.0, 2 * min(at_most, at_least_x))


def _tail_below(x: int, n: int, share: float) -> float:
    """P(X <= x) for X binomial(n, share)."""
    return float(x >= n) if not 0 <= x < n else float(special.betaincc(x + 1, n - x, share))


def _tail_above(x: int, n: int, share: float) -> float:
    """P(X >= x) for X binomial(n, share)."""
    return float(x <= 0) if not 0 < x <= n else float(special.betainc(x, n - x + 1, share))


def _midp_limits(x: int, n: int, confidence: float) -> tuple[float, float]:
    """Limits of the binomial share where the tail beyond x plus half of x itself equals (1 - confidence) / 2."""
    tail = (1 - confidence) / 2
    if n == 0:
        return 0.0, 1.0
    low = 0.0 if x == 0 else _root(lambda p: _tail_above(x, n, p) + _tail_above(x + 1, n, p) - 2 * tail)
    high = 1.0 if x == n else _root(lambda p: 2 * tail - _tail_below(x, n, p) - _tail_below(x - 1, n, p))
    return low, high


def _root(rising: Callable[[float], float]) -> float:
    """Where a rising function of a share crosses zero, by bisection."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2
