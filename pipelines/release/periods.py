"""What is hidden in one period must not follow from others: the whole pilot, its quarters and its months.

Months add up to quarters, and quarters to the whole; the whole is shown. Small periods are hidden, and of every sum
with a hidden part at least two parts, together large enough. The two branches are hidden together, since they add up
to their total. The same pattern holds for the months under a figure and for the figure of a period.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.evaluate.finding import Month
from pipelines.release.dominance import of_one_person
from pipelines.release.hiding import MOST_TOLD
from pipelines.vocabulary.quarters import months_between, quarter_of
from pipelines.vocabulary.question import Question

Case = tuple[date, str, tuple[float, ...]]  # its day, its person, and its hours or euros
Node = tuple[str, date | int]  # ("month", its first day) or ("quarter", its number)


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """First and last day of the pilot, and the fewest persons of a shown period."""

    start: date
    end: date
    smallest: int

    def quarter(self, month: date) -> Node:
        """Return the quarter of a month."""
        return ("quarter", quarter_of(month, start=self.start, end=self.end))

    def node_of(self, question: Question) -> Node | None:
        """Return the month or quarter a question is about; None for the whole pilot or any other stretch."""
        first = question.period_from
        if first is None:
            return None
        if months_between(first, question.as_of) == 0:
            return ("month", first.replace(day=1))
        quarters = {self.quarter(day) for day in (first, question.as_of)}
        return quarters.pop() if len(quarters) == 1 else None


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large a period is: cases, and the persons behind them. `of_one`: one has nearly all of its hours or euros."""

    cases: float
    persons: int
    of_one: bool = False

    def is_small(self, smallest: int) -> bool:
        """Whether fewer persons than allowed are behind it, or hardly more than one; nobody at all is a fact."""
        return self.of_one or 0 < self.persons < smallest


def hidden_periods(
    sizes: Mapping[str | None, Mapping[Node, Size]], *, calendar: Calendar
) -> dict[str | None, frozenset[Node]]:
    """Return per branch the periods to hide. `sizes`: of a figure over the whole pilot, per branch (None: together)."""
    apart = [branch for branch in sizes if len(sizes) > 1 and branch is not None]
    together = [branch for branch in sizes if branch not in apart]
    found: dict[str | None, frozenset[Node]] = {}
    for branch in together:
        found[branch] = _closed(_small(sizes[branch], calendar), [sizes[branch]], calendar=calendar)
    shared = {node for branch in together for node in found[branch]}
    shared |= {node for branch in apart for node in _small(sizes[branch], calendar)}
    closed = _closed(shared, [sizes[branch] for branch in apart], calendar=calendar) if apart else frozenset()
    return found | dict.fromkeys(apart, closed)


def sizes_of_months(series: Iterable[Month]) -> dict[Node, Size]:
    """Return the sizes of months; of figures over a fixed window, whose months make no quarters."""
    return {
        ("month", month.start): Size(cases=float(month.n or month.persons or 0), persons=month.persons or 0)
        for month in series
    }


def sizes_of_cases(cases: Iterable[Case], *, calendar: Calendar) -> dict[Node, Size]:
    """Return the sizes of months and quarters."""
    added: dict[Node, list[tuple[str, tuple[float, ...]]]] = {}
    for day, person, amounts in cases:
        month = day.replace(day=1)
        added.setdefault(("month", month), []).append((person, amounts))
        added.setdefault(calendar.quarter(month), []).append((person, amounts))
    return {
        node: Size(
            cases=float(len(own)), persons=len({person for person, _ in own}), of_one=of_one_person(own)
        )
        for node, own in added.items()
    }


def _small(sizes: Mapping[Node, Size], calendar: Calendar) -> set[Node]:
    return {node for node, size in sizes.items() if size.is_small(calendar.smallest)}


def _closed(
    small: Iterable[Node], sizes: Sequence[Mapping[Node, Size]], *, calendar: Calendar
) -> frozenset[Node]:
    """Return the periods to hide so that no sum gives a hidden one away, for each of these sizes."""
    hidden = {node for node in small if any(node in one for one in sizes)}
    while True:
        fresh = {node for one in sizes for node in _needed(hidden, one, calendar=calendar)} - hidden
        if not fresh:
            return frozenset(hidden)
        hidden |= fresh


def _needed(hidden: set[Node], sizes: Mapping[Node, Size], *, calendar: Calendar) -> Iterator[Node]:
    """Yield one more period to hide for every sum that tells too much."""
    months = [node for node in sizes if node[0] == "month"]
    quarters = [node for node in sizes if node[0] == "quarter"]
    inside = {
        quarter: [node for node in months if calendar.quarter(_day(node)) == quarter] for quarter in quarters
    }
    yield from _one_more(quarters, hidden, sizes, calendar=calendar)
    yield from _one_more(months, hidden, sizes, calendar=calendar)
    for quarter, own in inside.items():
        if quarter not in hidden:
            yield from _one_more(own, hidden, sizes, calendar=calendar)
        elif not hidden.intersection(own):
            yield from sorted(
                (node for node in own if sizes[node].cases), key=lambda node: sizes[node].cases
            )[:1]
    behind = [node for quarter in quarters if quarter in hidden for node in inside[quarter]]
    yield from _one_more(behind, hidden, sizes, calendar=calendar)


def _one_more(
    parts: Sequence[Node], hidden: set[Node], sizes: Mapping[Node, Size], *, calendar: Calendar
) -> Iterator[Node]:
    """Yield the smallest shown part of a sum when too little of it is hidden to keep the hidden ones apart."""
    gone = [node for node in parts if node in hidden and sizes[node].cases]
    persons = max((sizes[node].persons for node in gone), default=0)
    room = sum(sizes[node].cases for node in gone) - len(gone)
    if not gone or (len(gone) > 1 and room >= MOST_TOLD and (persons >= calendar.smallest or len(gone) > 2)):
        return
    shown = sorted(
        (node for node in parts if node not in hidden and sizes[node].cases),
        key=lambda node: sizes[node].cases,
    )
    yield from shown[:1]


def _day(node: Node) -> date:
    if isinstance(node[1], date):
        return node[1]
    message = f"{node[0]} is no month"
    raise TypeError(message)
