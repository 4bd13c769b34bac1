"""All that is needed to judge one figure of an edition: its cases on every date, and what is out already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.evaluate.finding import Finding
from pipelines.metrics.declaration import Figure, Measure
from pipelines.release.book import Book
from pipelines.release.groups import Known, Place, Printed, known_groups
from pipelines.release.narrowness import Demand
from pipelines.release.offering import hidden_places, printed_places
from pipelines.release.policy import EXACT, OF_THE_ORGANISATION, SENSITIVE_IN_CARE, Policy
from pipelines.release.units import AMOUNTS, HITS, Unit
from pipelines.release.weighing import Weights
from pipelines.vocabulary.words import release as words


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """An edition these readers, or those they may talk to, have had."""

    id: str
    as_of: date
    findings: Mapping[str, Finding]


@dataclass(frozen=True, kw_only=True)
class Figuring:
    """All that is needed to judge one figure. `units`: per date; `out`: per edition what is printed already.

    `before`: the editions that hold it, oldest first.
    """

    figure: Figure
    finding: Finding
    edition: str
    policy: Policy
    demand: Demand
    before: tuple[Earlier, ...]
    units: Mapping[date, Sequence[Unit]]
    out: Mapping[str, tuple[date, tuple[Printed, ...]]]
    hidden: Mapping[str, tuple[Place, ...]]

    @property
    def as_of(self) -> date:
        """Return the date of the new edition."""
        return self.finding.as_of

    @property
    def exact(self) -> bool:
        """Whether its headline is printed for everyone, whatever its size."""
        return self.figure.code in EXACT

    @property
    def whole(self) -> Place:
        """Return the place of its headline."""
        return Place(branch=self.finding.branch if len(self.figure.branches) > 1 else None)

    @property
    def wholes(self) -> list[Place]:
        """Return the places it can have a headline for: both branches together, and each."""
        return (
            [Place(branch=branch) for branch in (None, *self.figure.branches)]
            if len(self.figure.branches) > 1
            else []
        )

    @property
    def weights(self) -> Weights:
        """Return how its groups are weighed."""
        amounts = self.figure.measure in AMOUNTS
        fewest = self.demand.contributors if amounts else 0
        return Weights(
            smallest=max(self.demand.smallest, fewest),
            sensitive=self.policy.is_sensitive(self.figure.code, self.figure.id, self.finding.branch),
            in_care=self.figure.id[0] in SENSITIVE_IN_CARE,
            amounts=amounts,
            dominance=self.figure.code not in OF_THE_ORGANISATION,
            hits=self.figure.measure in HITS,
        )

    def counted(self, day: date) -> tuple[Unit, ...]:
        """Return what n counts on a date."""
        if self.figure.measure is Measure.RATE:
            return tuple(unit for unit in self.units[day] if not unit.hit)
        return tuple(self.units[day])

    def counted_cases(self, day: date) -> tuple[Unit, ...]:
        """Return the cases whose number is printed on a date; none where what is printed is hours or euros."""
        if self.figure.measure is not Measure.RATIO:
            return self.counted(day)
        below = tuple(unit for unit in self.units[day] if unit.amounts[1])
        return below if all(unit.amounts[1] == 1 for unit in below) else ()

    def source(self, edition: str) -> str:
        """Return what this figure in an edition is called in a sentence."""
        return words.SOURCE.format(edition=edition)

    def places_of(self, edition: str) -> tuple[tuple[Place, float, float], ...]:
        """Return what an edition prints of this figure."""
        return tuple((one.place, one.n, one.k) for one in self.out[edition][1])

    def known(self, day: date, *, also: Sequence[Printed] = ()) -> Known:
        """Return every group readers know of a date. `also`: what would be printed too."""
        out = [one for that, printed in self.out.values() if that == day for one in printed]
        return known_groups((*out, *also), self.units[day])


def case_of(
    figure: Figure,
    finding: Finding,
    book: Book,
    *,
    edition: str,
    earlier: Sequence[Earlier],
    policy: Policy,
    demand: Demand,
) -> Figuring:
    """Return what is needed to judge a figure in an edition."""
    before = tuple(one for one in earlier if figure.code in one.findings)
    days = dict.fromkeys((*(one.as_of for one in before), finding.as_of))
    units = {day: book.units(figure.code, as_of=day) for day in days}
    return Figuring(
        figure=figure,
        finding=finding,
        edition=edition,
        policy=policy,
        demand=demand,
        before=before,
        units=units,
        out={
            one.id: (
                one.as_of,
                tuple(
                    Printed(place=place, n=n, k=k, source=one.id)
                    for place, n, k in printed_places(one.findings[figure.code], figure, units[one.as_of])
                ),
            )
            for one in before
        },
        hidden={one.id: hidden_places(one.findings[figure.code], figure) for one in before},
    )
