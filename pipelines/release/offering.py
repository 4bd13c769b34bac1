"""The ways a figure can stand in an edition, the fullest first: with all its breakdowns, with fewer, bare, not at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipelines.evaluate.finding import Finding, Part
from pipelines.metrics.declaration import Figure, Measure
from pipelines.release.group_disclosure import tells_of_everybody
from pipelines.release.groups import OTHERS, Place, Printed, known_groups
from pipelines.release.hiding import (
    BREAKDOWN_LEFT_OUT,
    HIDDEN_BESIDE,
    hidden_part,
    hide_finding,
)
from pipelines.release.narrowness import Demand
from pipelines.release.policy import ANSWERS, LANDLORD, Policy
from pipelines.release.printing import as_printed
from pipelines.release.suppression import suppress
from pipelines.release.tables import Cell, breakdown
from pipelines.release.units import Unit

ALL = "alles"


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One way to print a finding. `places`: per printed number what it is about; `hidden`: places with a mark instead.

    `missing`: the breakdowns left out.
    """

    finding: Finding
    places: tuple[tuple[Place, float, float], ...] = ()
    hidden: tuple[Place, ...] = ()
    missing: tuple[str, ...] = ()

    def printed(self, source: str) -> tuple[Printed, ...]:
        """Return its numbers as those of an edition."""
        return tuple(Printed(place=place, n=n, k=k, source=source) for place, n, k in self.places)


@dataclass(frozen=True, kw_only=True)
class Split:
    """One breakdown as it can be printed: parts with their places, and those with a mark instead of a number."""

    by: str
    parts: tuple[Part, ...]
    places: tuple[tuple[Place, float, float], ...]
    hidden: tuple[Place, ...] = ()


def offers(
    figure: Figure, finding: Finding, units: Sequence[Unit], *, policy: Policy, demand: Demand
) -> Iterator[Offer]:
    """Yield every way to print a finding, the fullest first; the last one says nothing.

    Of what people answered no way tells that a whole group gave the same answer, or all but one of it.
    """
    whole = Place(branch=finding.branch if len(figure.branches) > 1 else None)
    finding = as_printed(finding)
    bare = replace(finding, parts=(), persons=None, pending=0, series=())
    number = (whole, *numbers(bare, figure=figure))
    splits = list(_splits(figure, finding, units, whole=whole, policy=policy, demand=demand))
    wanted = policy.breakdowns(figure.code)
    for count in range(len(splits), -1, -1):
        kept = splits[:count]
        there = {split.by for split in kept}
        missing = tuple(by for by in wanted if by not in there and _has(finding, by))
        offer = Offer(
            finding=_with(bare, kept, missing),
            places=(number, *(place for split in kept for place in split.places)),
            hidden=tuple(place for split in kept for place in split.hidden),
            missing=missing,
        )
        if figure.code not in ANSWERS or not tells_of_everybody(known_groups(offer.printed(""), units)):
            yield offer
    yield Offer(finding=replace(hide_finding(finding), series=()), missing=(ALL,))


def numbers(finding: Finding | Part, *, figure: Figure) -> tuple[float, float]:
    """Return n and k as they are printed; a number without k counts itself, one without n is the value.

    Where n is not ours (all homes of a landlord), k is what is counted.
    """
    n = finding.n if finding.n is not None else finding.value
    n = n if figure.total_setting is None else finding.k
    k = finding.k if finding.k is not None else n
    return float(n or 0), float(k or 0)


def _has(finding: Finding, by: str) -> bool:
    return any(part.by == by for part in finding.parts)


def _with(bare: Finding, splits: Iterable[Split], missing: tuple[str, ...]) -> Finding:
    caveats = (*bare.caveats, BREAKDOWN_LEFT_OUT) if missing else bare.caveats
    parts = tuple(part for split in splits for part in split.parts)
    if any(part.hidden for part in parts):
        caveats = (*caveats, HIDDEN_BESIDE)
    return replace(bare, parts=parts, caveats=caveats)


def _splits(
    figure: Figure, finding: Finding, units: Sequence[Unit], *, whole: Place, policy: Policy, demand: Demand
) -> Iterator[Split]:
    """Yield each breakdown that exists for these readers, small parts hidden or merged; none where too little is left."""
    by_name = {by: tuple(parts) for by, parts in groupby(finding.parts, key=lambda part: part.by)}
    for by in policy.breakdowns(figure.code):
        parts = by_name.get(by, ())
        named = tuple(part for part in parts if policy.names_part(by, part.key))
        if not named:
            continue
        if by == LANDLORD:
            yield _plain(by, named, whole=whole, figure=figure)
        elif by in figure.multi:
            yield from _merged(by, named, units, whole=whole, policy=policy, figure=figure)
        else:
            yield from _suppressed(by, named, units, whole=whole, demand=demand, figure=figure)


def _plain(by: str, parts: Iterable[Part], *, whole: Place, figure: Figure) -> Split:
    shown = tuple(replace(part, persons=None) for part in parts)
    places = tuple((replace(whole, by=by, key=part.key), *numbers(part, figure=figure)) for part in shown)
    return Split(by=by, parts=shown, places=places)


def _merged(
    by: str, parts: Sequence[Part], units: Sequence[Unit], *, whole: Place, policy: Policy, figure: Figure
) -> Iterator[Split]:
    """Yield parts that may overlap: the small ones stand together, where at least two of them are enough together."""
    small = tuple(part for part in parts if policy.too_few(part.persons))
    large = [part for part in parts if part not in small]
    if not large:
        return
    split = _plain(by, large, whole=whole, figure=figure)
    others = Place(branch=whole.branch, by=by, key=OTHERS, merged=tuple(part.key for part in small))
    found = [unit for unit in units if others.holds(unit)] if len(small) > 1 else []
    persons = len({unit.person for unit in found})
    if small and (persons == 0 or policy.too_few(persons)):
        hidden = tuple(replace(whole, by=by, key=part.key) for part in small)
        yield replace(split, hidden=hidden)
    elif small:
        part = Part(by=by, key=OTHERS, value=persons, k=persons, n=persons)
        yield replace(split, parts=(*split.parts, part), places=(*split.places, (others, persons, persons)))
    else:
        yield split


def _suppressed(
    by: str, parts: Sequence[Part], units: Sequence[Unit], *, whole: Place, demand: Demand, figure: Figure
) -> Iterator[Split]:
    """Yield parts that add up, with holes such that none is computed back; nothing when the holes are too many."""
    places = {part.key: replace(whole, by=by, key=part.key) for part in parts}
    counted = {key: [unit for unit in units if place.holds(unit)] for key, place in places.items()}
    cells = [_cell(key, found) for key, found in counted.items()]
    inside = {unit.name: unit.person for found in counted.values() for unit in found}
    total = Cell(name=ALL, value=len(inside), persons=len(set(inside.values())), fixed=True)
    if sum(cell.value for cell in cells) != total.value or total.persons < demand.smallest:
        return
    counts_persons = figure.measure is Measure.PERSONS
    found = suppress(breakdown(by, cells, total=total, counts_persons=counts_persons), demand=demand)
    if found.margin_only:
        return
    shown = [part for part in parts if part.key not in found.hidden]
    split = _plain(by, shown, whole=whole, figure=figure)
    marked = {part.key: part for part in split.parts}
    yield replace(
        split,
        parts=tuple(marked.get(part.key) or hidden_part(part) for part in parts),
        hidden=tuple(places[key] for key in places if key in found.hidden),
    )


def _cell(key: str, units: Sequence[Unit]) -> Cell:
    own = Counter(unit.person for unit in units)
    return Cell(name=key, value=len(units), persons=len(own), largest=max(own.values(), default=0))


def printed_places(
    finding: Finding, figure: Figure, units: Sequence[Unit]
) -> tuple[tuple[Place, float, float], ...]:
    """Return what a finding of an edition prints, each number with what it is about.

    Parts that stand together there are those it does not name.
    """
    if finding.hidden:
        return ()
    whole = Place(branch=finding.branch if len(figure.branches) > 1 else None)
    shown = [part for part in finding.parts if not part.hidden]
    named = {(part.by, part.key) for part in shown}
    found = [(whole, *numbers(finding, figure=figure))]
    for part in shown:
        merged = _not_named(part.by, named, units) if part.key == OTHERS else ()
        found.append((replace(whole, by=part.by, key=part.key, merged=merged), *numbers(part, figure=figure)))
    return tuple(found)


def _not_named(by: str, named: set[tuple[str, str]], units: Sequence[Unit]) -> tuple[str, ...]:
    keys = {key for unit in units for name, found in unit.values if name == by for key in found}
    return tuple(sorted(key for key in keys if (by, key) not in named))


def hidden_places(finding: Finding, figure: Figure) -> tuple[Place, ...]:
    """Return what the marks in a finding of an edition are about."""
    branch = finding.branch if len(figure.branches) > 1 else None
    return tuple(Place(branch=branch, by=part.by, key=part.key) for part in finding.parts if part.hidden)
