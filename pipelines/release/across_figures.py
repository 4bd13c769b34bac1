"""Numbers of different figures laid side by side: who is left when counts of the same cases are subtracted.

Two figures about jobs count sets of the same jobs. Where one set lies within another, their printed numbers tell how many
are left; and what is left can lie within a third set, or within what is left of two others, of any figure and date. What
remains of up to four printed numbers must be nobody or enough persons. Which set lies within which is taken from the
cases themselves: a reader knows it from the definitions. What more numbers give is asked at the end (`all_together`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pipelines.metrics.catalogue import FIGURES
from pipelines.release.all_together import ALL, few_together
from pipelines.release.book import Book
from pipelines.release.case_sets import CaseSets, Count, Left, Numbered, Row
from pipelines.release.figuring import Earlier, Figuring, case_of
from pipelines.release.groups import Place
from pipelines.release.naming import printed_title
from pipelines.release.narrowness import Demand
from pipelines.release.policy import OF_THE_ORGANISATION, Policy
from pipelines.release.weighing import SMALL, Objection, names_sides

HITS, REST = "k", "rest"
CODE = "naast_cijfers"  # of `words.release.OBJECTIONS`
Places = Iterable[tuple[Place, float, float]]


class Told:
    """All counts readers have been told, and what is left of any two of them. `smallest`: fewest persons left."""

    def __init__(self, *, smallest: int) -> None:
        self._smallest = smallest
        self._numbered = Numbered()
        self._counts = CaseSets()
        self._left = CaseSets()
        self._out: list[Row] = []
        self._new: dict[str, list[Row]] = {}

    def add_editions(
        self, editions: Iterable[Earlier], *, book: Book, policy: Policy, demand: Demand
    ) -> None:
        """Take along what stands in editions."""
        for one in editions:
            for code, finding in one.findings.items():
                if not finding.hidden:
                    case = case_of(
                        FIGURES[code],
                        finding,
                        book,
                        edition=one.id,
                        earlier=[one],
                        policy=policy,
                        demand=demand,
                    )
                    counts = self._counted(case, case.places_of(one.id), day=case.as_of)
                    self._out += [Row(count.cases, count.of[0], fixed=True) for count in counts]
                    self._remember(counts)

    def add(self, case: Figuring, places: Places) -> None:
        """Take along what the new edition prints of a figure, in place of what it was to print before."""
        counts = self._counted(case, places, day=case.as_of)
        whole = case.whole.label if case.exact else ""
        self._new[case.figure.code] = [
            Row(count.cases, count.of[0], fixed=count.of[0].place == whole) for count in counts
        ]
        self._remember(counts)

    def objections_together(self) -> Iterator[tuple[str, Objection]]:
        """Yield the figures of the new edition, each once, without which fewer small groups would follow, and why."""
        rows = (*self._out, *(row for own in self._new.values() for row in own))
        stepped: set[str] = set()
        for last, others in few_together(rows, numbered=self._numbered, smallest=self._smallest):
            if not stepped.intersection(one.figure for one in (last, *others)):
                stepped.add(last.figure)
                yield last.figure, _objection((last, *others))

    def _remember(self, counts: Iterable[Left]) -> None:
        for count in counts:
            if count.cases not in self._counts:
                for left in self._counts.rests(count):
                    self._left.add(left)
                self._counts.add(count)

    def objections(self, case: Figuring, places: Places) -> Iterator[Objection]:
        """Yield what speaks against printing these numbers too: few persons are left of them and what is known."""
        if case.exact:
            places = [one for one in places if one[0].by]  # the whole is printed whatever it tells
        counted = self._counted(case, places, day=case.as_of)
        counts = [count for count in counted if count.cases not in self._counts]
        fresh = CaseSets()
        for count in counts:
            fresh.add(count)
        made = CaseSets()
        for count in counts:
            for left in (*self._counts.rests(count), *fresh.rests(count)):
                made.add(left)
        seen: set[int] = set()
        for left in (*counts, *made):
            rests = (one for sets in (self._counts, self._left, fresh, made) for one in sets.rests(left))
            for one in (left, *rests):
                if one.cases not in seen and one.cases not in fresh:
                    seen.add(one.cases)
                    yield from self._few(one)

    def _counted(self, case: Figuring, places: Places, *, day: date) -> Sequence[Left]:
        """Return the cases of each printed number that counts cases, and of its sides where those may name somebody."""
        found: dict[int, Left] = {}
        for place, _, _ in places:
            units = [unit for unit in case.units[day] if place.holds(unit)]
            inside = [unit for unit in case.counted_cases(day) if place.holds(unit)]
            sides = {ALL: inside}
            if names_sides(units, case.weights) and not case.exact:
                sides[HITS] = [unit for unit in units if unit.hit]
                sides[REST] = [unit for unit in inside if not unit.hit]
            for side, own in sides.items():
                code = case.figure.code
                cases = self._numbered.cases(own, names=code not in OF_THE_ORGANISATION)
                count = Count(figure=code, place=place.label, side=side, source=case.edition)
                found.setdefault(cases, Left(cases, (count,)))
        return [left for cases, left in found.items() if cases]

    def _few(self, left: Left) -> Iterator[Objection]:
        """Yield an objection where too few are left. Of one figure alone: weighed there. Known already: not for this."""
        alone = len({count.figure for count in left.of}) == 1
        if alone or left.cases in self._counts or left.cases in self._left:
            return
        plain = all(count.side == ALL for count in left.of)
        if self._numbered.is_few(left.cases, smallest=self._smallest if plain else SMALL):
            yield _objection(left.of)


def _objection(counts: Sequence[Count]) -> Objection:
    titles = (printed_title(one.figure, one.place, edition=one.source) for one in counts)
    return Objection(code=CODE, group=(counts[0].place,), others=tuple(dict.fromkeys(titles)))
