"""The groups behind the numbers of one figure: those that are printed, and those that follow by subtracting them.

A group is known by how it is made: `klus`, or `klus` without `klus, landlord portaal`. The same group on another date,
or in another reader's edition, has the same label, so that the two can be compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipelines.release.units import Unit

OTHERS = "andere_onderwerpen"  # the small parts of a breakdown together, where parts may overlap


@dataclass(frozen=True, kw_only=True)
class Place:
    """One number of a figure: a branch (None: all), and a part of a breakdown or (both empty) the whole.

    `merged`: the parts that stand together as `andere_onderwerpen`.
    """

    branch: str | None
    by: str = ""
    key: str = ""
    merged: tuple[str, ...] = ()

    def holds(self, unit: Unit) -> bool:
        """Whether a unit is counted in it."""
        in_branch = self.branch is None or unit.has("branch", self.branch)
        if not in_branch or not self.by:
            return in_branch
        return any(unit.has(self.by, key) for key in self.merged or (self.key,))

    @property
    def label(self) -> str:
        """Return the name the number is compared by; `naming.title_of` says what it is called in a sentence."""
        words = [self.branch or "samen", *([f"{self.by} {self.key}"] if self.by else [])]
        return ", ".join(words)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Units behind a number that is known. `n`, `k`: as printed, or as they follow from what is printed.

    `source`: the editions it is known from.
    """

    units: Mapping[str, Unit]
    n: float
    k: float
    source: tuple[str, ...]

    @property
    def persons(self) -> frozenset[str]:
        """Return who is behind it."""
        return frozenset(unit.person for unit in self.units.values())

    def without(self, *others: "Group") -> "Group":
        """Return what is left when others, which lie within it, are subtracted."""
        gone = {name for other in others for name in other.units}
        sources = (source for one in (self, *others) for source in one.source)
        return Group(
            units={name: unit for name, unit in self.units.items() if name not in gone},
            n=self.n - sum(other.n for other in others),
            k=self.k - sum(other.k for other in others),
            source=tuple(dict.fromkeys(sources)),
        )


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A number that stands in an edition. `n`, `k`: as printed there; `source`: that edition."""

    place: Place
    n: float
    k: float
    source: str


Known = dict[tuple[str, ...], Group]


def known_groups(printed: Iterable[Printed], units: Sequence[Unit]) -> Known:
    """Return every group whose numbers are printed, or follow by subtracting one or two printed ones from a third."""
    base: Known = {}
    for one in printed:
        found = {unit.name: unit for unit in units if one.place.holds(unit)}
        base.setdefault((one.place.label,), Group(units=found, n=one.n, k=one.k, source=(one.source,)))
    known = base | dict(_rests(base))
    return dict(_by_other_ways(known, units)) | known


def is_whole(label: tuple[str, ...]) -> bool:
    """Whether a group is printed, and no part of a breakdown."""
    return len(label) == 1 and " " not in label[0]


def _rests(base: Known) -> Iterator[tuple[tuple[str, ...], Group]]:
    for label, whole in base.items():
        names = whole.units.keys()
        inside = {
            other: group for other, group in base.items() if other != label and group.units.keys() <= names
        }
        for other, group in inside.items():
            yield (*label, *other), whole.without(group)
        for (first, one), (second, two) in combinations(sorted(inside.items()), 2):
            if one.units.keys().isdisjoint(two.units.keys()):
                yield (*label, *first, *second), whole.without(one, two)
        yield from _beside_a_breakdown(label, whole, inside)


def _by_other_ways(found: Known, units: Sequence[Unit]) -> Iterator[tuple[tuple[str, ...], Group]]:
    """Yield a branch that is known as the rest of another, and the whole that is known as its branches together.

    They have the name they have where they are printed, so that they are compared with that.
    """
    branches = sorted(
        {value for unit in units for name, own in unit.values if name == "branch" for value in own}
    )
    places = [Place(branch=branch) for branch in branches]
    behind = {place: {unit.name for unit in units if place.holds(unit)} for place in places}
    known = {
        place: group
        for place, names in behind.items()
        for group in found.values()
        if names and group.units.keys() == names
    }
    for place, group in known.items():
        yield (place.label,), group
    apart = [known[place] for place in sorted(known, key=lambda place: place.label)]
    if len(apart) > 1 and len(apart) == len(places) and sum(len(one.units) for one in apart) == len(units):
        yield (Place(branch=None).label,), _together(apart)


def _together(groups: Sequence[Group]) -> Group:
    return Group(
        units={name: unit for group in groups for name, unit in group.units.items()},
        n=sum(group.n for group in groups),
        k=sum(group.k for group in groups),
        source=tuple(dict.fromkeys(source for group in groups for source in group.source)),
    )


def _beside_a_breakdown(
    label: tuple[str, ...], whole: Group, inside: Known
) -> Iterator[tuple[tuple[str, ...], Group]]:
    """Yield what is left of a whole when every shown part is subtracted, where the parts do not overlap."""
    parts = [(other, group) for other, group in sorted(inside.items()) if not is_whole(other)]
    counted = sum(len(group.units) for _, group in parts)
    if len(parts) > 2 and counted == len({name for _, group in parts for name in group.units}):
        yield (*label, *(other[0] for other, _ in parts)), whole.without(*(group for _, group in parts))
