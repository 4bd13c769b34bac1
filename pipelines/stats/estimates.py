"""The form of every answer: an estimate with its interval, the cases behind it, the method and what limits it."""

from dataclasses import dataclass
from enum import StrEnum


class Caveat(StrEnum):
    """What limits an answer. The value is a code; the sentence a reader sees stands with the words of the figures."""

    NO_DATA = "no_data"  # no case at all: no estimate
    ONE_CASE = "one_case"  # a single case cannot vary
    NO_SPREAD = "no_spread"  # all values the same: the spread is unknown, not zero
    NO_EXPOSURE = "no_exposure"  # nothing to count against: no rate
    UNBOUNDED = "unbounded"  # one side of the interval has no limit; it is None
    ALL_OPEN = "all_open"  # no case was answered yet
    MEDIAN_NOT_REACHED = "median_not_reached"  # fewer than half answered so far
    BEYOND_FOLLOW_UP = (
        "beyond_follow_up"  # no case was followed this long; the last known share is carried on
    )
    LOG_LOG_NOT_ALLOWED = "log_log_not_allowed"  # fewer than 30 cases, or a share of 0 or 1
    NO_LIMITS = "no_limits"  # no two points in a row in a period: no limits there
    SHORT_SERIES = "short_series"  # fewer than 13 points: limits are provisional
    SPARSE_SERIES = "sparse_series"  # too many equal or tiny counts for an XmR chart
    MISSING_PERIODS = "missing_periods"  # periods without a value: the rules skip them
    REBASE_WITHOUT_REASON = "rebase_without_reason"  # limits restart without reason, author and date
    FEW_USEFUL_POINTS = "few_useful_points"  # below about 10 useful points a run chart can hardly signal
    FEW_VISITS = "few_visits"  # below three visits continuity has no meaning
    NOT_INDEPENDENT = "not_independent"  # the cases belong to the same persons: no interval
    NOT_WHOLE = "not_whole"  # hours, not jobs: chance cannot be computed
    ALL_ZERO = "all_zero"  # nothing was divided: no distribution
    NO_CAPACITY = "no_capacity"  # workers without offered hours were left out
    SIMULATED = "simulated"  # from seeded draws, not exact
    PRIOR_ONLY = "prior_only"  # no data yet: this is the prior
    NO_PROJECTION = "no_projection"  # no time has passed and there is no plan prior
    HORIZON_PASSED = "horizon_passed"  # the last day is over: this is the outcome
    SMALL_POOL = "small_pool"  # the number of people who could take part caps the projection


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """One number with its interval. None where undefined, never NaN or infinite.

    `k` of `n`: what was counted of the cases (or exposure) behind it. `method` names the interval.
    """

    estimate: float | None
    low: float | None
    high: float | None
    n: float
    k: float | None = None
    confidence: float = 0.95
    method: str
    caveats: tuple[Caveat, ...] = ()


def no_estimate(*, n: float, k: float | None, confidence: float, method: str, why: Caveat) -> Estimate:
    """Return an answer without a number, and why there is none.

    >>> no_estimate(n=0, k=0, confidence=0.95, method="wilson", why=Caveat.NO_DATA).estimate is None
    True
    """
    return Estimate(
        estimate=None, low=None, high=None, n=n, k=k, confidence=confidence, method=method, caveats=(why,)
    )
