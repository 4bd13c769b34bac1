"""Beta-product limits of a share still waiting: safe for small numbers, where log-log limits collapse.

Each event with Y cases at risk multiplies the share by a Beta(Y, 1); tied events use Y, Y - 1, ... The product is
replaced by the beta with the same mean and variance. Logarithms telescope over ties, so that neither millions of
cases nor a share of almost 1 lose digits.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special

from pipelines.stats.inputs import Array

HALVINGS = 100  # bisection steps for the mid-p limits


@dataclass(frozen=True, kw_only=True)
class Product:
    """The product of betas per time, as beta parameters `a` (waiting) and `b` (answered); `b` = 0: exactly 1.

    `a` = 0: exactly 0.
    """

    a: Array
    b: Array


@dataclass(frozen=True, kw_only=True)
class WaitingLimits:
    """Lower and upper limit of the share answered, per time."""

    low: Array
    high: Array


def answered_limits(
    events: Array, at_risk: Array, beyond: Array, *, confidence: float, midp: bool = False
) -> WaitingLimits:
    """Return limits of the share answered (0 to 1) at each time, from counts per distinct time in order.

    `events` at the time, `at_risk` just before it, `beyond`: cases with a longer time. The upper limit of the share
    waiting comes from the product itself, the lower one multiplies one more Beta(beyond, 1) and is 0 when no case is
    beyond. Conservative: coverage 0.97 to 1.00. `midp` mixes both halves: narrower, not guaranteed.

    Source: Fay, Brittain and Proschan (2013), doi 10.1093/biostatistics/kxt016; R package bpcp.

    >>> one_open = answered_limits(np.array([0.0]), np.array([1.0]), np.array([1.0]), confidence=0.95)
    >>> float(one_open.low[0]), float(one_open.high[0])
    (0.0, 0.975)
    """
    tail = (1 - confidence) / 2
    log_mean, log_square = _log_moments(events, at_risk)
    upper = _matched(log_mean, log_square)
    lower = _matched(*_with_beyond(log_mean, log_square, beyond))
    if midp:
        return _midp(lower, upper, tail)
    return WaitingLimits(low=_quantile(upper, tail), high=_quantile(lower, 1 - tail))


def _log_moments(events: Array, at_risk: Array) -> tuple[Array, Array]:
    """Cumulative log of the mean, and of the second moment over the squared mean, of the product at each time."""
    left = at_risk - events
    step_mean = np.log1p(-events / (at_risk + 1))
    step_square = np.log1p(events / ((left + 1) * (at_risk + 2)))
    return np.cumsum(step_mean), np.cumsum(step_square)


def _with_beyond(log_mean: Array, log_square: Array, beyond: Array) -> tuple[Array, Array]:
    """Multiply by one more Beta(beyond, 1); none beyond: the share is 0 (log mean of minus infinity)."""
    some = np.maximum(beyond, 1)
    mean = np.where(beyond > 0, log_mean + np.log(some / (some + 1)), -np.inf)
    return mean, log_square + np.log1p(1 / (some * (some + 2)))


def _matched(log_mean: Array, log_square: Array) -> Product:
    """Beta with the same mean and variance."""
    mean, rest, spread = np.exp(log_mean), -np.expm1(log_mean), np.expm1(log_square)
    undefined = (spread == 0) | (mean == 0)
    size = rest / np.where(undefined, 1.0, mean * spread) - 1
    return Product(
        a=np.where(mean == 0, 0.0, np.where(spread == 0, 1.0, mean * size)),
        b=np.where(spread == 0, 0.0, np.where(mean == 0, 1.0, rest * size)),
    )


def _quantile(product: Product, probability: float) -> Array:
    """Quantile of the share answered: 1 minus the product, so a beta with its parameters changed over."""
    fixed = (product.a == 0) | (product.b == 0)
    inside = special.betaincinv(np.where(fixed, 1.0, product.b), np.where(fixed, 1.0, product.a), probability)
    return np.where(product.b == 0, 0.0, np.where(product.a == 0, 1.0, inside))


def _below(product: Product, share: Array) -> Array:
    """P(share answered <= share)."""
    fixed = (product.a == 0) | (product.b == 0)
    inside = special.betainc(np.where(fixed, 1.0, product.b), np.where(fixed, 1.0, product.a), share)
    return np.where(product.b == 0, 1.0, np.where(product.a == 0, np.where(share >= 1, 1.0, 0.0), inside))


def _midp(lower: Product, upper: Product, tail: float) -> WaitingLimits:
    """Limits from the half-and-half mixture of both products, by bisection."""
    shape = lower.a.shape

    def crossing(probability: float) -> Array:
        low, high = np.zeros(shape), np.ones(shape)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            under = (_below(lower, middle) + _below(upper, middle)) / 2 < probability
            low, high = np.where(under, middle, low), np.where(under, high, middle)
        return (low + high) / 2

    return WaitingLimits(low=crossing(tail), high=crossing(1 - tail))
