"""What stands under and beside a value: its parts, second lines, months and curve."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.evaluate.case import Case
from pipelines.evaluate.counting import Count
from pipelines.evaluate.finding import Curve, Month, Part
from pipelines.evaluate.measured import (
    BUSIEST,
    PERCENT,
    Measured,
    at_horizon,
    each_value,
    measure,
    ratio,
    share,
)
from pipelines.evaluate.waits import curve_of
from pipelines.metrics.declaration import BESIDE, MONTH, SERVICES, Measure
from pipelines.stats.concentration import gini

HORIZON = "horizon"
SEED = 1  # of the draws that say how unequal chance makes a division
MOST_DRAWN = 500  # helpers; 20,000 draws for more take seconds, and then chance divides nearly equally


def parts(case: Case) -> tuple[Part, ...]:
    """Return every part of a finding: breakdowns first, then what stands beside it."""
    return (
        *_split(case),
        *_shares_of_all(case),
        *_beside(case),
        *_ratios(case),
        *_horizons(case),
        *_second_clock(case),
        *_division(case),
    )


def _split(case: Case) -> Iterator[Part]:
    for by in (*case.figure.parts, *case.figure.multi):
        for key in case.keys(by=by):
            persons = case.count(by=by, key=key).persons
            yield _as_part(case.measured(by=by, key=key), by=by, key=key, persons=persons)


def _shares_of_all(case: Case) -> Iterator[Part]:
    """Yield parts as shares of the whole: of all cases judged, so many had this reason."""
    for by in case.figure.shares_of_all:
        for key in case.keys(by=by):
            counts = case.count(by=by, key=key)
            measured = share(min(counts.n, case.all.n), case.all.n)
            yield _as_part(measured, by=by, key=key, persons=counts.persons)


def _beside(case: Case) -> Iterator[Part]:
    """Yield what stands beside the figure: a count, or a share where some cases do not have it."""
    for key in (*case.figure.beside, *case.figure.distinct):
        counts = case.count(by=BESIDE, key=key)
        is_distinct = key in case.figure.distinct
        measured = _beside_value(case, counts, is_distinct=is_distinct)
        persons = case.all.persons_hit if is_distinct else counts.persons_hit  # households of those who count
        yield _as_part(measured, by=BESIDE, key=key, persons=persons)


def _beside_value(case: Case, counts: Count, *, is_distinct: bool) -> Measured:
    if counts.n > counts.k:
        return share(counts.k, counts.n)
    in_persons = case.figure.measure is Measure.PERSONS and not is_distinct
    number = counts.persons_hit if in_persons else counts.k
    return Measured(value=number, k=number, n=case.all.cases)


def _ratios(case: Case) -> Iterator[Part]:
    for line in case.figure.ratios:
        sums = case.all.sums
        is_known = line.setting is None or case.frame.number(line.setting) is not None
        measured = ratio(sums.get(line.upper), sums.get(line.lower) if is_known else None, factor=line.factor)
        yield _as_part(measured, by=BESIDE, key=line.name, persons=case.all.persons)


def _horizons(case: Case) -> Iterator[Part]:
    """Yield the lasting share at every horizon, the first included."""
    for horizon in case.figure.horizons:
        measured = at_horizon(case.figure, case.distribution(), horizon=horizon)
        yield _as_part(measured, by=HORIZON, key=str(horizon), persons=case.all.persons)


def _second_clock(case: Case) -> Iterator[Part]:
    """Yield the same wait with its clock started on another day."""
    name = case.figure.second_clock
    if name is None or not (held := case.distribution(by=BESIDE, key=name)):
        return
    yield _as_part(measure(case.figure, case.all, held), by=BESIDE, key=name, persons=case.all.persons)


def _division(case: Case) -> Iterator[Part]:
    """Yield what an equal division would give, and how unequal the services are, beside what chance alone would give."""
    services = each_value(case.distribution(), outcome=SERVICES)
    if case.figure.measure is not Measure.TOP_SHARE or not services:
        return
    n = len(services)
    values = {"fair_share": min(PERCENT, PERCENT * BUSIEST / n), **_by_chance(services)}
    for key, value in values.items():
        yield Part(by=BESIDE, key=key, value=value, k=None, n=n, persons=n)


def _by_chance(services: list[float]) -> dict[str, float | None]:
    """Return the Gini coefficient of the services, its mean when chance divides them, and its p; both uncorrected."""
    found = gini(services, seed=SEED if len(services) <= MOST_DRAWN else None)
    return {
        "services": sum(services),
        "gini": found.gini,
        "gini_by_chance": found.expected_by_chance,
        "gini_p": found.p_value,
    }


def _as_part(measured: Measured, *, by: str, key: str, persons: int) -> Part:
    return Part(
        by=by,
        key=key,
        value=measured.value,
        k=measured.k,
        n=measured.n,
        persons=persons,
        low=measured.low,
        high=measured.high,
    )


def curve(case: Case) -> Curve | None:
    """Return the curve of a figure that has one; None without any case."""
    figure = case.figure
    if not figure.has_curve or figure.time_unit is None:
        return None
    norm = None if figure.norm is None else case.frame.number(figure.norm)
    norm = float(figure.horizons[0]) if figure.horizons else norm
    return curve_of(case.distribution(), unit=figure.time_unit, norm=norm)


def months(case: Case) -> tuple[Month, ...]:
    """Return the figure per calendar month, oldest first."""
    as_of = case.frame.question.as_of
    return tuple(_month(case, key=key, as_of=as_of) for key in case.keys(by=MONTH))


def _month(case: Case, *, key: str, as_of: date) -> Month:
    measured = case.measured(by=MONTH, key=key)
    start = date(int(key) // 100, int(key) % 100, 1)
    following = (start + timedelta(days=32)).replace(day=1)
    return Month(
        start=start,
        value=measured.value,
        k=measured.k,
        n=measured.n,
        persons=case.count(by=MONTH, key=key).persons,
        complete=following - timedelta(days=1) <= as_of,
    )
