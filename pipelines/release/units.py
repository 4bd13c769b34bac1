"""The cases or persons a figure counts, one by one: what an edition is weighed on before anything of it is printed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipelines.metrics.declaration import Figure, Measure

ANSWERED = 1
AMOUNTS = {Measure.RATIO, Measure.SUM}  # hours and euros: not counted but added up
HITS = {Measure.SHARE, Measure.IN_TIME, Measure.WAIT, Measure.KEPT, Measure.LOST, Measure.RATE}
Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One case (or person, where persons are counted). `values`: per column of the row every value it has.

    `hit`: whether it counts; `amounts`: what it adds to the sum above and below the line; `days`: how long it lasted,
    None where it did not end as asked.
    """

    name: str
    person: str
    values: tuple[tuple[str, frozenset[str]], ...]
    hit: bool
    amounts: tuple[float, float] = (0.0, 0.0)
    days: float | None = None

    def has(self, by: str, key: str) -> bool:
        """Whether the unit belongs to a part of a breakdown."""
        return any(name == by and key in found for name, found in self.values)


def units_of(figure: Figure, rows: Iterable[Row], *, columns: Iterable[str]) -> tuple[Unit, ...]:
    """Return what a figure counts, judged cases only, by name. `columns`: what its parts may be split by."""
    judged = [row for row in rows if row["hit"] is not None and _counts(figure, row)]
    names = ("branch", *columns)
    if figure.measure in {Measure.PERSONS, Measure.TOP_SHARE} or figure.total_setting is not None:
        judged = [row for row in judged if row["hit"]]
        return tuple(_person(name, own, names) for name, own in _by_person(judged))
    return tuple(_case(figure, row, names, name=name) for name, row in _named(judged))


def _named(rows: list[Row]) -> Iterator[tuple[str, Row]]:
    """Yield each case with a name of its own that stays the same from date to date, by name."""
    several = {name for name, count in Counter(str(row["case_id"]) for row in rows).items() if count > 1}
    seen: Counter[str] = Counter()
    found = []
    for row in sorted(rows, key=_order):
        name = str(row["case_id"])
        if name in several:
            name = f"{name} {row['happened_on']}"
            seen[name] += 1
            name = f"{name} {seen[name]}"
        found.append((name, row))
    yield from sorted(found, key=lambda pair: pair[0])


def _order(row: Row) -> tuple[str, ...]:
    return tuple(f"{name}={row[name]}" for name in sorted(row))


def _counts(figure: Figure, row: Row) -> bool:
    if figure.measure is Measure.TOP_SHARE:
        return row["score"] is not None
    if figure.measure is Measure.GRADE:
        return row["score"] is not None
    timed = figure.measure in {Measure.WAIT, Measure.KEPT, Measure.LOST}
    return not timed or row["duration"] is not None


def _case(figure: Figure, row: Row, names: tuple[str, ...], *, name: str) -> Unit:
    return Unit(
        name=name,
        person=str(row["person"]),
        values=_values([row], names),
        hit=_hit(figure, row),
        amounts=(float(row.get("upper") or 0), float(row.get("lower") or 0)),
        days=_days(row),
    )


def _hit(figure: Figure, row: Row) -> bool:
    """Return what the numerator counts."""
    if figure.measure is Measure.WAIT:
        return bool(row["outcome"] == ANSWERED)
    if figure.measure in {Measure.KEPT, Measure.LOST}:
        ended = row["outcome"] == ANSWERED and row["duration"] <= figure.horizons[0]
        return bool(ended) == (figure.measure is Measure.LOST)
    return bool(row["upper"]) if figure.measure is Measure.RATE else bool(row["hit"])


def _days(row: Row) -> float | None:
    if row.get("outcome") != ANSWERED or row.get("duration") is None:
        return None
    return max(0.0, float(row["duration"]))


def _by_person(rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row["person"]), []).append(row)
    yield from sorted(found.items())


def _person(name: str, own: list[Row], names: tuple[str, ...]) -> Unit:
    return Unit(name=name, person=name, values=_values(own, names), hit=True)


def _values(rows: list[Row], names: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (name, frozenset(value for row in rows for value in str(row.get(name) or "onbekend").split(";")))
        for name in names
    )
