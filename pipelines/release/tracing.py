"""The attack on one figure over all editions: every case by what it was counted as on each date.

A finest cell is a group of cases that stand in the same places on every date: new in the second edition, counted at the
landlord's own tenants ever since, in time. Every printed number of every edition is a sum of such cells, so that what follows
from editions together is found as well as what follows from one. Combinations nobody is in are left out of the
problem: the reader is supposed to know that they are empty, which is more than a reader can know.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.release.coarsening import Level
from pipelines.release.groups import Place
from pipelines.release.knowledge import Said, Secret, hidden_beside, printed
from pipelines.release.naming import title_of
from pipelines.release.offering import Offer
from pipelines.release.units import Unit
from pipelines.vocabulary.words import release as words


@dataclass(frozen=True, kw_only=True)
class Then:
    """One date: the units as they are counted then, and what an edition of that date prints and hides of them.

    `source`: the edition, as a reader would name it.
    """

    source: str
    units: Sequence[Unit]
    places: tuple[tuple[Place, float, float], ...] = ()
    hidden: tuple[Place, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Traces:
    """Units by trace. `cells`: per date and place the finest cells it is the sum of; `persons`: per cell who is in it.

    `hits`: of those cells the ones that count for the numerator on that date.
    """

    cells: Mapping[tuple[str, Place], frozenset[str]]
    hits: Mapping[tuple[str, Place], frozenset[str]]
    persons: Mapping[str, frozenset[str]]
    own: tuple[Mapping[str, int], ...]

    def behind(self, cells: frozenset[str]) -> frozenset[str]:
        """Return who is in any of these cells."""
        return frozenset(person for cell in cells for person in self.persons[cell])


def traced(dates: Mapping[str, Sequence[Unit]], places: Sequence[Place], *, sides: bool = True) -> Traces:
    """Return the finest cells of units over the dates. `dates`: units as they are counted on each, by its name.

    `sides`: whether cases in the numerator are told apart from the others.
    """
    trace: dict[str, list[str]] = {}
    person: dict[str, str] = {}
    for date, units in dates.items():
        for unit in units:
            marks = "".join("1" if place.holds(unit) else "0" for place in places)
            trace.setdefault(unit.name, []).append(f"{date}:{marks}{'+' if sides and unit.hit else '-'}")
            person[unit.name] = unit.person
    cell_of = {name: " ".join(marks) for name, marks in trace.items()}
    cells: dict[tuple[str, Place], set[str]] = {(date, place): set() for date in dates for place in places}
    hits = {key: set[str]() for key in cells}
    for date, units in dates.items():
        for unit in units:
            for place in places:
                if place.holds(unit):
                    cells[date, place].add(cell_of[unit.name])
                    if sides and unit.hit:
                        hits[date, place].add(cell_of[unit.name])
    return Traces(
        cells={key: frozenset(found) for key, found in cells.items()},
        hits={key: frozenset(found) for key, found in hits.items()},
        persons=_persons(cell_of, person),
        own=tuple(_own(cell_of, person)),
    )


def _persons(cell_of: Mapping[str, str], person: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, cell in cell_of.items():
        found.setdefault(cell, set()).add(person[name])
    return {cell: frozenset(persons) for cell, persons in found.items()}


def _own(cell_of: Mapping[str, str], person: Mapping[str, str]) -> Iterator[dict[str, int]]:
    """Yield what each person adds to each cell: what an insider knows."""
    own: dict[str, dict[str, int]] = {}
    for name, cell in cell_of.items():
        mine = own.setdefault(person[name], {})
        mine[cell] = mine.get(cell, 0) + 1
    yield from own.values()


def said_of(then: Then, *, date: str, traces: Traces) -> tuple[Said, ...]:
    """Return what an edition says about the finest cells.

    A number that later corrections have overtaken says nothing about today's cells and is left out; the comparison
    of editions one by one (`weighing`) uses it as it was printed.
    """
    shown = []
    for place, n, k in then.places:
        hit = [unit.hit for unit in then.units if place.holds(unit)]
        if n == len(hit):
            shown.append(printed(traces.cells[date, place], int(n), source=then.source))
            if k == sum(hit) != n and traces.hits[date, place]:
                shown.append(printed(traces.hits[date, place], int(k), source=then.source))
    marks = [hidden_beside(traces.cells[date, place], source=then.source) for place in then.hidden]
    return (*shown, *marks)


def level_of(offer: Offer, *, then: Then, date: str, traces: Traces) -> Level:
    """Return a way to print a figure as the attack takes it: what it says, and the parts it hides."""
    hidden = tuple(
        Secret(name=_named(place, source=then.source), cells=tuple(sorted(traces.cells[date, place])))
        for place in offer.hidden
        if traces.cells[date, place]
    )
    return Level(said=said_of(then, date=date, traces=traces), secrets=hidden)


def small_groups(
    traces: Traces, *, dates: Sequence[str], smallest: int, known: frozenset[tuple[str, Place]]
) -> Iterator[Secret]:
    """Yield the groups nobody may pin down: small ones on a date, and small newcomers between two.

    `known`: places that are printed on a date; what follows from those alone is weighed apart. What lies within a small
    one of them, as always printed figures can be, is small for everyone to see.
    """
    seen_small = [
        cells
        for key, cells in traces.cells.items()
        if key in known and 0 < len(traces.behind(cells)) < smallest
    ]
    seen: set[frozenset[str]] = set()
    for name, cells in _groups(traces, dates=dates, known=known):
        inside = any(cells <= whole for whole in seen_small)
        if cells not in seen and not inside and 0 < len(traces.behind(cells)) < smallest:
            seen.add(cells)
            yield Secret(name=name, cells=tuple(sorted(cells)))


def _groups(
    traces: Traces, *, dates: Sequence[str], known: frozenset[tuple[str, Place]]
) -> Iterator[tuple[str, frozenset[str]]]:
    for (date, place), cells in traces.cells.items():
        if (date, place) not in known:
            yield words.ON_DAY.format(group=title_of(place.label), day=_day(date)), cells
        for earlier in dates:
            if earlier < date:
                step = words.BETWEEN_DAYS.format(
                    group=title_of(place.label), earlier=_day(earlier), now=_day(date)
                )
                yield step, cells - traces.cells[earlier, place]


def _named(place: Place, *, source: str) -> str:
    return words.FROM_SOURCE.format(group=title_of(place.label), source=source)


def _day(date: str) -> str:
    """Return a date as people write it: 30-06-2026."""
    return "-".join(reversed(date.split("-")))
