"""From counts to one number with its n and interval, one small function per kind of measure."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.evaluate.counting import Count, Held
from pipelines.evaluate.waits import median_with_limits
from pipelines.metrics.declaration import Figure, Measure
from pipelines.stats.estimates import Caveat, Estimate
from pipelines.stats.means import mean_from_counts
from pipelines.stats.proportions import wilson
from pipelines.stats.rates import poisson_rate

PERCENT = 100.0


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


def _grade(_figure: Figure, count: Count, held: tuple[Held, ...]) -> Measured:
    found = mean_from_counts([item.value for item in held], [item.cases for item in held])
    return _from(found, factor=1.0, k=None, n=count.n)


def _ratio(figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    if count.lower is None or count.lower <= 0 or count.upper is None:
        return Measured(value=None, k=count.upper, n=count.lower, caveats=(Caveat.NO_DATA,))
    return Measured(value=figure.factor * count.upper / count.lower, k=count.upper, n=count.lower)


def _rate(_figure: Figure, count: Count, _held: tuple[Held, ...]) -> Measured:
    events, exposure = count.upper or 0.0, count.lower or 0.0
    return _from(poisson_rate(events, exposure), factor=1.0, k=events, n=exposure)


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
    Measure.GRADE: _grade,
    Measure.RATIO: _ratio,
    Measure.RATE: _rate,
}
