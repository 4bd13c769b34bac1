"""Whether a group may be known: how many persons are behind it, and what came or went since readers last saw it.

Every group that is printed, or follows by subtraction, must hold nobody or enough persons; about care, helpers and
complaints its numerator and the rest of it too; of hours and euros nobody may contribute nearly all. And between two
dates at which readers know the same group it must be the same, or differ by enough persons and enough cases.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipelines.release.dominance import of_one_person
from pipelines.release.groups import Group, Known
from pipelines.release.units import Unit

CARE = "zorg"
SMALL = 5  # about care, helpers, complaints: fewer persons in k or in n - k name somebody. Source: DOMAIN 3.0, SN-B


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How a figure is weighed. `smallest`: persons; `sensitive`: k and n - k count too; `amounts`: hours or euros.

    `in_care`: they count in a group of care alone, though not in the figure as a whole; `dominance`: whether one person
    may not be nearly all of an amount; `hits`: whether k counts cases apart from n.
    """

    smallest: int
    sensitive: bool = False
    in_care: bool = False
    amounts: bool = False
    dominance: bool = True
    hits: bool = False


@dataclass(frozen=True, kw_only=True)
class Objection:
    """Why a group may not be known: a code of `words.release.OBJECTIONS`, and the editions it would follow from.

    `others`: the other figures it would follow from, each with its edition.
    """

    code: str
    group: tuple[str, ...]
    source: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def objections(now: Known, *, before: Mapping[str, Known], weights: Weights) -> Iterator[Objection]:
    """Yield what speaks against these groups being known. `before`: what was known on earlier dates, by a name for it.

    A date before counts also where it is the same day: another reader's edition.
    """
    for label, group in now.items():
        code = too_small(group, weights=weights)
        if code is not None:
            yield Objection(code=code, group=label, source=group.source)
    for known in before.values():
        for label in filter(known.__contains__, now):
            code = small_step(known[label], now[label], weights=weights)
            if code is not None:
                yield Objection(code=code, group=label, source=known[label].source)


def overtaken(now: Known, *, before: Known) -> Iterator[Objection]:
    """Yield what would be printed anew for a day with another number: who makes the difference is not known any more.

    `before`: what readers know of that day from editions made of the data as they were then.
    """
    for label in filter(before.__contains__, now):
        then, again = before[label], now[label]
        if (then.n, then.k) != (again.n, again.k):
            yield Objection(code="ander_getal", group=label, source=then.source)


def too_small(group: Group, *, weights: Weights) -> str | None:
    """Return why a group by itself may not be known; None when it may."""
    if 0 < len(group.persons) < weights.smallest:
        return "klein"
    if names_sides(group.units.values(), weights) and any(map(_few, _sides(group.units))):
        return "klein_deel"
    if weights.amounts and weights.dominance and _dominated(group.units):
        return "een_persoon"
    return None


def small_step(before: Group, now: Group, *, weights: Weights) -> str | None:
    """Return why the difference between two dates may not be known; None when it may."""
    if (before.n, before.k) == (now.n, now.k):
        return None
    came, touched = _came(before.units, now.units), _touched(before.units, now.units)
    if len(touched) < weights.smallest or 0 < abs(now.n - before.n) < weights.smallest:
        return "klein_verschil"
    if weights.amounts:
        steps = _steps(before.units, now.units)
        return "een_persoon" if weights.dominance and _dominated(steps) else None
    if now.n != before.n and len(came) < weights.smallest:
        return "klein_verschil"
    return "klein_verschil" if _few_on_a_side(before, now, weights=weights) else None


def _few_on_a_side(before: Group, now: Group, *, weights: Weights) -> bool:
    """Whether the numerator, or the rest, moved by few cases or by those of few persons."""
    if not names_sides(now.units.values(), weights):
        return False
    sides = (now.k - before.k, (now.n - now.k) - (before.n - before.k))
    if any(0 < abs(side) < SMALL for side in sides):
        return True
    moved = (_came(_side(before, hit=hit), _side(now, hit=hit)) for hit in (True, False))
    return any(side and _few(persons) for side, persons in zip(sides, moved, strict=True))


def _side(group: Group, *, hit: bool) -> dict[str, Unit]:
    return {name: unit for name, unit in group.units.items() if unit.hit is hit}


def _came(before: Mapping[str, Unit], now: Mapping[str, Unit]) -> frozenset[str]:
    """Return whose cases came or went."""
    return frozenset((before.get(name) or now[name]).person for name in before.keys() ^ now.keys())


def _steps(before: Mapping[str, Unit], now: Mapping[str, Unit]) -> dict[str, Unit]:
    """Return what each case adds to the difference of hours or euros."""
    found = {}
    for name in before.keys() | now.keys():
        then, later = before.get(name), now.get(name)
        one = then or now[name]
        above, below = (
            (later.amounts[place] if later else 0.0) - (then.amounts[place] if then else 0.0)
            for place in (0, 1)
        )
        found[name] = replace(one, amounts=(above, below))
    return found


def names_sides(units: Iterable[Unit], weights: Weights) -> bool:
    """Whether a small numerator, or a small rest, of a group names somebody."""
    about_care = weights.in_care and all(unit.has("branch", CARE) for unit in units)
    return weights.hits and (weights.sensitive or about_care)


def _sides(units: Mapping[str, Unit]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the persons behind the numerator and those behind the rest."""
    hit = frozenset(unit.person for unit in units.values() if unit.hit)
    return hit, frozenset(unit.person for unit in units.values() if not unit.hit)


def _few(persons: frozenset[str]) -> bool:
    return 0 < len(persons) < SMALL


def _dominated(units: Mapping[str, Unit]) -> bool:
    return of_one_person((unit.person, unit.amounts) for unit in units.values())


def _touched(before: Mapping[str, Unit], now: Mapping[str, Unit]) -> frozenset[str]:
    """Return who came, went, or counts differently."""
    changed = {
        name for name in before.keys() | now.keys() if _counted(before.get(name)) != _counted(now.get(name))
    }
    both = (units[name] for name in changed for units in (before, now) if name in units)
    return frozenset(unit.person for unit in both)


def _counted(unit: Unit | None) -> tuple[object, ...] | None:
    return None if unit is None else (unit.hit, unit.amounts, unit.days)
