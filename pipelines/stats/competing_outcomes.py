"""How a case ends when it can end in several ways: a withdrawal is an outcome of its own, not an open case."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from pipelines.stats.estimates import Caveat, Estimate, no_estimate
from pipelines.stats.inputs import Array, Numbers, at_least, level, not_negative, same_length, share
from pipelines.stats.inputs import counts as checked_counts
from pipelines.stats.proportions import binomial_limits

ROUNDING = 1e-12  # as in `survival`


@dataclass(frozen=True, kw_only=True)
class CumulativeIncidence:
    """Share (0 to 1) that ended in each outcome by each distinct time; `still_waiting` is the rest.

    `outcomes` in alphabetical order; `shares` holds one curve per outcome. `at_risk`: waiting just before each time.
    """

    times: tuple[float, ...]
    outcomes: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]
    still_waiting: tuple[float, ...]
    at_risk: tuple[float, ...]
    n: int
    confidence: float
    method: str = "aalen_johansen"
    caveats: tuple[Caveat, ...] = ()
    events: Array = field(repr=False, compare=False)  # per outcome and time
    leaving: Array = field(repr=False, compare=False)  # per time, all outcomes and open cases

    def within(self, time: float, *, outcome: str) -> Estimate:
        """Return the share (0 to 1) that ended in `outcome` within `time`, that time included, with its interval.

        The interval is the exact binomial one for the number of cases that would give the same standard error
        (all n when nobody was open before `time`). An outcome that never occurred has share 0. Errors: ValueError
        for a negative time.

        Source: Korn and Graubard (1998), Survey Methodology 24:193, effective sample size; our choice here.

        >>> curve = cumulative_incidence([1, 2, 3, 4], ["done", "withdrawn", "done", None])
        >>> answer = curve.within(3, outcome="done")
        >>> answer.estimate, round(answer.low, 3), round(answer.high, 3)
        (0.5, 0.068, 0.932)
        """
        moment = at_least(time, "time", lowest=0)
        if self.n == 0:
            return no_estimate(n=0, k=0, confidence=self.confidence, method=self.method, why=Caveat.NO_DATA)
        passed = bisect_right(self.times, moment)
        position = self.outcomes.index(outcome) if outcome in self.outcomes else None
        part = self.shares[position][passed - 1] if position is not None and passed else 0.0
        cases = self._effective_cases(part, passed, moment, outcome)
        low, high = binomial_limits(min(part * cases, cases), cases, self.confidence) if cases else (0.0, 1.0)
        return Estimate(
            estimate=part,
            low=min(low, part),
            high=max(high, part),
            n=self.n,
            k=0.0 if position is None else float(self.events[position, :passed].sum()),
            confidence=self.confidence,
            method=self.method,
            caveats=self._carried(moment),
        )

    def _effective_cases(self, part: float, passed: int, moment: float, outcome: str) -> float:
        known = float(self.events[:, :passed].sum() + self.n - self.leaving[:passed].sum())
        if not 0 < part < 1:
            return known
        error = self.standard_error(moment, outcome=outcome)
        return min(part * (1 - part) / error**2, float(self.n)) if error else known

    def _carried(self, moment: float) -> tuple[Caveat, ...]:
        unfinished = moment > self.times[-1] and self.still_waiting[-1] > ROUNDING
        return (Caveat.BEYOND_FOLLOW_UP,) if unfinished else ()

    def standard_error(self, time: float, *, outcome: str) -> float:
        """Return the infinitesimal-jackknife standard error of the share that ended in `outcome` within `time`.

        Source: as R's survfit for several outcomes.

        >>> curve = cumulative_incidence([1, 2, 3, 4], ["done", "withdrawn", "done", None])
        >>> curve.standard_error(3, outcome="done")
        0.25
        """
        passed = bisect_right(self.times, at_least(time, "time", lowest=0))
        if outcome not in self.outcomes or not passed:
            return 0.0
        return _jackknife(self, self.outcomes.index(outcome), passed)

    def time_until(self, part: float, *, outcome: str) -> float | None:
        """Return the first time by which that part (0 to 1) or more ended in `outcome`; None when not reached.

        >>> curve = cumulative_incidence([1, 2, 3, 4], ["done", "withdrawn", "done", None])
        >>> curve.time_until(0.5, outcome="done")
        3.0
        """
        wanted = share(part, "part") - ROUNDING
        curve = self.shares[self.outcomes.index(outcome)] if outcome in self.outcomes else ()
        return next(
            (time for time, reached in zip(self.times, curve, strict=False) if reached >= wanted), None
        )


def cumulative_incidence(
    durations: Numbers,
    outcomes: Sequence[str | None],
    *,
    counts: Numbers | None = None,
    confidence: float = 0.95,
) -> CumulativeIncidence:
    """Return for each outcome the share of cases (0 to 1) that ended in it over time, open cases included.

    `outcomes`: how each case ended at its duration, None when still open then. `counts`: how many cases each row
    stands for (1 when left out). Treating withdrawals as open cases instead overstates the share answered.
    No case: empty curves. Errors: ValueError when a duration is missing or negative, or the lists differ in length.

    Source: Aalen and Johansen (1978), computed directly: F(t) = sum of S(before) d / Y.

    >>> curve = cumulative_incidence([1, 2, 3, 4], ["done", "withdrawn", "done", None])
    >>> curve.outcomes, curve.shares[0], curve.still_waiting
    (('done', 'withdrawn'), (0.25, 0.25, 0.5, 0.5), (0.75, 0.5, 0.25, 0.25))
    """
    array = not_negative(durations, "durations")
    weights = np.ones(array.size) if counts is None else checked_counts(counts, "counts")
    same_length(array, outcomes, "durations and outcomes")
    same_length(array, weights, "durations and counts")
    names = tuple(sorted({outcome for outcome in outcomes if outcome is not None}))
    times, position = np.unique(array[weights > 0], return_inverse=True)
    kinds = np.array(
        [len(names) if outcome is None else names.index(outcome) for outcome in outcomes], dtype=int
    )
    table = np.zeros((len(names) + 1, times.size))
    np.add.at(table, (kinds[weights > 0], position), weights[weights > 0])
    return _incidence(times, names, table, level(confidence))


def _incidence(times: Array, names: tuple[str, ...], table: Array, confidence: float) -> CumulativeIncidence:
    leaving, events = table.sum(axis=0), table[:-1]
    at_risk = leaving.sum() - np.cumsum(leaving) + leaving
    waiting = np.cumprod(1 - events.sum(axis=0) / at_risk)
    before = np.concatenate(([1.0], waiting[:-1]))[: times.size]
    shares = np.cumsum(before * events / at_risk, axis=1)
    return CumulativeIncidence(
        times=tuple(times.tolist()),
        outcomes=names,
        shares=tuple(tuple(np.minimum(curve, 1.0).tolist()) for curve in shares),
        still_waiting=tuple(waiting.tolist()),
        at_risk=tuple(at_risk.tolist()),
        n=int(leaving.sum()),
        confidence=confidence,
        caveats=_incidence_caveats(times.size, events.sum()),
        events=events,
        leaving=leaving,
    )


def _jackknife(curve: CumulativeIncidence, outcome: int, passed: int) -> float:
    """Root of the summed squared influence of every case on the share at the last of `passed` times."""
    at_risk = np.array(curve.at_risk[:passed])
    waiting = np.array(curve.still_waiting[:passed])
    before = np.concatenate(([1.0], waiting[:-1]))
    share_now = np.array(curve.shares[outcome][:passed])
    events = curve.events[:, :passed]
    hazard, own = events.sum(axis=0) / at_risk, events[outcome] / at_risk
    ahead = np.divide(share_now[-1] - share_now, 1 - hazard, out=np.zeros(passed), where=hazard < 1)
    at_risk_so_far = np.cumsum((ahead * hazard - before * own) / at_risk)
    own_event, other_event = before / at_risk - ahead / at_risk, -ahead / at_risk
    leaving = np.vstack([events, curve.leaving[:passed] - events.sum(axis=0)])
    influence = np.vstack([np.tile(other_event, (events.shape[0], 1)), np.zeros(passed)]) + at_risk_so_far
    influence[outcome] = own_event + at_risk_so_far
    beyond = curve.n - curve.leaving[:passed].sum()
    return float(np.sqrt((leaving * influence**2).sum() + beyond * at_risk_so_far[-1] ** 2))


def _incidence_caveats(times: int, events: float) -> tuple[Caveat, ...]:
    if times == 0:
        return (Caveat.NO_DATA,)
    return () if events else (Caveat.ALL_OPEN,)
