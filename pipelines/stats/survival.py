"""How long it takes until an answer, when some cases are still open: Kaplan-Meier with beta-product limits."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.stats.beta_product import answered_limits
from pipelines.stats.estimates import Caveat, Estimate, no_estimate
from pipelines.stats.inputs import Array, Numbers, at_least, counts, level, not_negative, same_length, share

ROUNDING = 1e-12  # a product of fractions that is exactly one half may come out this much higher


@dataclass(frozen=True, kw_only=True)
class KaplanMeier:
    """A curve of the share answered (0 to 1). One entry per distinct time, times of open cases included.

    `at_risk`: cases waiting just before each time; `events` answered and `still_open` open at it. `median`: first
    time by which half or more is answered, None when not reached; `median_low` and `median_high` are where the
    limits cross one half (0 when so few cases say nothing, None: no limit). `n` cases in all.
    """

    times: tuple[float, ...]
    answered: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    at_risk: tuple[int, ...]
    events: tuple[int, ...]
    still_open: tuple[int, ...]
    median: float | None
    median_low: float | None
    median_high: float | None
    n: int
    confidence: float
    method: str = "beta_product"
    caveats: tuple[Caveat, ...] = ()

    def answered_within(self, time: float, *, midp: bool = False) -> Estimate:
        """Return the share (0 to 1) answered within `time`, that time included, with its beta-product interval.

        Open cases count as waiting for as long as they were followed. Later than the longest time: the last share is
        carried on, its upper limit is 1 when cases are still open, and caveat BEYOND_FOLLOW_UP says so. `k` is the
        number seen answered by then. `midp`: the narrower mid-p limits. Errors: ValueError for a negative time.

        Source: as `kaplan_meier`.

        >>> curve = kaplan_meier([1, 2, 3, 4, 10], [True, True, True, True, False])
        >>> answer = curve.answered_within(3)
        >>> round(answer.estimate, 3), round(answer.low, 3), round(answer.high, 3), answer.k
        (0.6, 0.147, 0.947, 3)
        """
        moment = at_least(time, "time", lowest=0)
        if self.n == 0:
            return no_estimate(n=0, k=0, confidence=self.confidence, method=self.method, why=Caveat.NO_DATA)
        passed = bisect_right(self.times, moment)
        low, high = self._limits(passed, midp)
        carried = (Caveat.BEYOND_FOLLOW_UP,) if moment > self.times[-1] and self.answered[-1] < 1 else ()
        return Estimate(
            estimate=self.answered[passed - 1] if passed else 0.0,
            low=low,
            high=high,
            n=self.n,
            k=sum(self.events[:passed]),
            confidence=self.confidence,
            method="beta_product_midp" if midp else self.method,
            caveats=carried,
        )

    def _limits(self, passed: int, midp: bool) -> tuple[float, float]:
        if passed and not midp:
            return self.low[passed - 1], self.high[passed - 1]
        events, at_risk = _before_all(self.events[:passed], 0), _before_all(self.at_risk[:passed], self.n)
        beyond = _before_all([], self.waiting_at(self.times[passed - 1]) if passed else self.n)
        limits = answered_limits(
            events, at_risk, np.resize(beyond, events.size), confidence=self.confidence, midp=midp
        )
        return float(limits.low[-1]), float(limits.high[-1])

    def waiting_at(self, time: float) -> int:
        """Return the number of cases seen waiting longer than `time`: those behind everything later on the curve.

        >>> kaplan_meier([1, 2, 2, 5], [True, True, False, False]).waiting_at(2)
        1
        """
        later = bisect_right(self.times, time)
        return self.at_risk[later] if later < len(self.times) else 0

    def time_until(self, part: float) -> float | None:
        """Return the first time by which that part (0 to 1) or more is answered; None when not reached.

        >>> kaplan_meier([1, 2, 3, 4], [True, True, True, False]).time_until(0.75)
        3.0
        """
        position = bisect_left(self.answered, share(part, "part") - ROUNDING)
        return self.times[position] if position < len(self.times) else None


def _before_all(rest: Sequence[int], first: int) -> Array:
    return np.array([first, *rest], dtype=np.float64)


def kaplan_meier(
    durations: Numbers, observed: Sequence[bool] | NDArray[Any], *, confidence: float = 0.95
) -> KaplanMeier:
    """Return the curve of the share answered over time (0 to 1), one duration per case, open cases included.

    `observed`: True when answered at that duration, False when still open then (censored). At one time, answers come
    before open cases. A duration of 0 is allowed. What ended otherwise is a competing outcome, not an open case:
    see `cumulative_incidence`. No case: empty curve. Errors: ValueError when a duration is missing or negative.

    Source: Kaplan and Meier (1958), doi 10.1080/01621459.1958.10501452; limits Fay, Brittain and Proschan (2013),
    doi 10.1093/biostatistics/kxt016.

    >>> curve = kaplan_meier([1, 2, 2, 5], [True, True, False, False])
    >>> curve.times, curve.answered, curve.at_risk, curve.median
    ((1.0, 2.0, 5.0), (0.25, 0.5, 0.5), (4, 3, 1), 2.0)
    """
    array, seen = not_negative(durations, "durations"), counts(observed, "observed")
    same_length(array, seen, "durations and observed")
    if np.any(seen > 1):
        raise ValueError("observed must hold True (answered) or False (still open) for each case")
    times, position = np.unique(array, return_inverse=True)
    answered = _per_time(position, seen, times)
    return _curve(times, answered, _per_time(position, 1 - seen, times), level(confidence))


def kaplan_meier_from_counts(
    durations: Numbers, answered: Numbers, still_open: Numbers, *, confidence: float = 0.95
) -> KaplanMeier:
    """Return the same curve as `kaplan_meier` from counts per duration, for any number of cases.

    For each duration: how many were answered at it, and how many were still open at it. Durations may come in any
    order and more than once; those without any case are left out. Errors: ValueError as `kaplan_meier`, and when a
    count is not whole or negative.

    Source: as `kaplan_meier`.

    >>> kaplan_meier_from_counts([1, 2, 5], [1, 1, 0], [0, 1, 1]) == kaplan_meier([1, 2, 2, 5], [1, 1, 0, 0])
    True
    """
    array = not_negative(durations, "durations")
    events, open_cases = counts(answered, "answered"), counts(still_open, "still_open")
    same_length(array, events, "durations and answered")
    same_length(array, open_cases, "durations and still_open")
    filled = events + open_cases > 0
    times, position = np.unique(array[filled], return_inverse=True)
    return _curve(
        times,
        _per_time(position, events[filled], times),
        _per_time(position, open_cases[filled], times),
        level(confidence),
    )


def _per_time(position: NDArray[np.intp], cases: Array, times: Array) -> Array:
    return np.bincount(position, weights=cases, minlength=times.size).astype(np.float64)


def _curve(times: Array, events: Array, still_open: Array, confidence: float) -> KaplanMeier:
    leaving = events + still_open
    beyond = leaving.sum() - np.cumsum(leaving)
    at_risk = beyond + leaving
    answered = 1 - np.cumprod(1 - events / at_risk)
    limits = answered_limits(events, at_risk, beyond, confidence=confidence)
    median = _first(times, answered >= 0.5 - ROUNDING)
    at_start = answered_limits(np.zeros(1), leaving.sum()[None], leaving.sum()[None], confidence=confidence)
    return KaplanMeier(
        times=tuple(times.tolist()),
        answered=tuple(answered.tolist()),
        low=tuple(np.minimum(limits.low, answered).tolist()),
        high=tuple(np.maximum(limits.high, answered).tolist()),
        at_risk=tuple(at_risk.astype(int).tolist()),
        events=tuple(events.astype(int).tolist()),
        still_open=tuple(still_open.astype(int).tolist()),
        median=median,
        median_low=0.0 if times.size and at_start.high[0] >= 0.5 else _first(times, limits.high >= 0.5),
        median_high=_first(times, limits.low > 0.5),
        n=int(leaving.sum()),
        confidence=confidence,
        caveats=_curve_caveats(int(leaving.sum()), int(events.sum()), median),
    )


def _first(times: Array, reached: NDArray[np.bool_]) -> float | None:
    return float(times[np.argmax(reached)]) if reached.any() else None


def _curve_caveats(n: int, events: int, median: float | None) -> tuple[Caveat, ...]:
    if n == 0:
        return (Caveat.NO_DATA,)
    found = {
        Caveat.ONE_CASE: n == 1,
        Caveat.ALL_OPEN: events == 0,
        Caveat.MEDIAN_NOT_REACHED: median is None,
    }
    return tuple(caveat for caveat, true in found.items() if true)
