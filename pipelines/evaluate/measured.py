"""From counts to one number with its n and interval, one small function per kind of measure."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.evaluate.counting import Count, Held
from pipelines.evaluate.waits import lasting, median_with_limits
from pipelines.metrics.declaration import SCORED, Figure, Measure
from pipelines.stats.concentration import top_share
from pipelines.stats.estimates import Caveat, Estimate
from pipelines.stats.means import mean_from_counts
from pipelines.stats.proportions import wilson
from pipelines.stats.rates import poisson_rate

PERCENT = 100.0
BUSIEST = 3  # helpers. Source: DOMAIN 3 C6


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A number in the unit of its figure; None where undefined. `k` of `n`: what it was made from."""

    value: float | None
    k: float | None
    n: float | None
    low: float | None = None
    high: float | None = None
    caveats: tuple[str, ...] = ()


Measuring = Callable[[Figure, Count, tuple[Held, ...]], Measured]


def measure(figure: Figure, count: Count, held: tuple[Held, ...]) -> Measured:
    """Return the value of a group of cases of that figure."""
    return _MEASURES[figure.measure](figure, count, held)


def share(k: float, n: float) -> Measured:
    """Return k of n in %, with its Wilson interval."""
    return _from(wilson(k, n), factor=PERCENT, k=k, n=n)


def share_of_total(k: float, total: float | None) -> Measured:
    """Return k in % of a total that somebody else must state; undefined while it is unknown or too small."""
    if total is None:
        return Measured(value=None, k=k, n=None, caveats=("total_unknown",))
    if k > total:
        return Measured(value=None, k=k, n=total, caveats=("total_too_small",))
    return share(k, total)


def ratio(upper: float | None, lower: float | None, *, factor: float) -> Measured:
    """Return one sum by another; undefined without anything below the line."""
    if lower is None or lower <= 0:
        return Measured(value=None, k=upper or 0.0, n=lower or 0.0, caveats=(Caveat.NO_DATA,))
    return Measured(value=factor * (upper or 0.0) / lower, k=upper or 0.0, n=lower)


def _persons(_figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    return Measured(value=count.persons_hit, k=count.persons_hit, n=count.persons)


def _cases(_figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    return Measured(value=count.k, k=count.k, n=count.n)


def _share(_figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    return share(count.k, count.n)


def _wait(_figure: Figure, _count: Count, held: tuple[Held, ...]) -> Measured:
    found = median_with_limits(held)
    return Measured(
        value=found.median,
        low=found.low,
        high=found.high,
        k=sum(item.cases for item in held if item.outcome == 1),
        n=sum(item.cases for item in held),
        caveats=tuple(found.caveats),
    )


def _kept(figure: Figure, _count: Count, held: tuple[Held, ...]) -> Measured:
    return at_horizon(figure, held, horizon=figure.horizons[0])


def at_horizon(figure: Figure, held: tuple[Held, ...], *, horizon: int) -> Measured:
    """Return the share that lasted longer than `horizon` (or, for what is lost, ended within it), in %."""
    found = lasting(held, horizon=horizon)
    kept = figure.measure is Measure.KEPT
    measured = _from(found, factor=PERCENT, k=None if found.k is None else found.n - found.k, n=found.n)
    if kept or measured.value is None:
        return measured
    low, high = measured.low, measured.high
    return Measured(
        value=PERCENT - measured.value,
        low=None if high is None else PERCENT - high,
        high=None if low is None else PERCENT - low,
        k=found.k,
        n=found.n,
        caveats=measured.caveats,
    )


def _grade(_figure: Figure, count: Count, held: tuple[Held, ...]) -> Measured:
    found = mean_from_counts([item.value for item in held], [item.cases for item in held])
    return _from(found, factor=1.0, k=None, n=count.n)


def _ratio(figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    return ratio(count.sums.get("upper"), count.sums.get("lower"), factor=figure.factor)


def _sum(_figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    if count.n == 0:
        return Measured(value=None, k=None, n=0, caveats=(Caveat.NO_DATA,))
    return Measured(value=count.sums.get("upper", 0.0), k=None, n=count.n)


def _rate(_figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    events, exposure = count.sums.get("upper", 0.0), count.sums.get("lower", 0.0)
    return _from(poisson_rate(events, exposure), factor=1.0, k=events, n=exposure)


def _top_share(_figure: Figure, _count: Count, held: tuple[Held, ...]) -> Measured:
    hours = each_value(held, outcome=SCORED)
    found = top_share(hours, top=BUSIEST)
    return Measured(
        value=None if found.share is None else PERCENT * found.share,
        k=min(BUSIEST, found.n),
        n=found.n,
        caveats=tuple(found.caveats),
    )


def each_value(held: tuple[Held, ...], *, outcome: int) -> list[float]:
    """Return one value per case with this outcome."""
    return [item.value for item in held if item.outcome == outcome for _ in range(item.cases)]


def _from(found: Estimate, *, factor: float, k: float | None, n: float) -> Measured:
    return Measured(
        value=None if found.estimate is None else factor * found.estimate,
        low=None if found.low is None else factor * found.low,
        high=None if found.high is None else factor * found.high,
        k=k,
        n=n,
        caveats=tuple(found.caveats),
    )


_MEASURES: dict[Measure, Measuring] = {
    Measure.PERSONS: _persons,
    Measure.CASES: _cases,
    Measure.SHARE: _share,
    Measure.IN_TIME: _share,
    Measure.WAIT: _wait,
    Measure.KEPT: _kept,
    Measure.LOST: _kept,
    Measure.GRADE: _grade,
    Measure.RATIO: _ratio,
    Measure.SUM: _sum,
    Measure.RATE: _rate,
    Measure.TOP_SHARE: _top_share,
}
