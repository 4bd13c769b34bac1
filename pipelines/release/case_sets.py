"""Sets of cases as rows of bits: which of them lie within another, or around it, is found for all at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from pipelines.release.row_space import Marks, Numbers
from pipelines.release.units import Unit

WORD = 64  # bits


class Numbered:
    """The cases anybody has been told of, each with its own bit, and whose they are."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._persons: list[str] = []

    def cases(self, units: Iterable[Unit], *, names: bool) -> int:
        """Return a bit per unit. `names`: whether these say whose case it is; else only where no others do."""
        found = 0
        for unit in units:
            place = self._bits.setdefault(unit.name, len(self._persons))
            if place == len(self._persons):
                self._persons.append(unit.person)
            elif names:
                self._persons[place] = unit.person
            found |= 1 << place
        return found

    def is_few(self, cases: int, *, smallest: int) -> bool:
        """Whether somebody is behind these cases, but fewer persons than the smallest group."""
        seen: set[str] = set()
        while cases and len(seen) < smallest:
            lowest = cases & -cases
            seen.add(self._persons[lowest.bit_length() - 1])
            cases ^= lowest
        return 0 < len(seen) < smallest

    def atoms(self, several: Sequence[int]) -> tuple[Numbers, Marks]:
        """Return per set of cases its atoms (cases that are in the same sets) as ones, and per atom who is in it."""
        size = -(-len(self._persons) // 8)
        packed = b"".join(cases.to_bytes(size, "little") for cases in several)
        bits = np.frombuffer(packed, np.uint8).reshape(len(several), size)
        sets = np.unpackbits(bits, axis=1, bitorder="little")
        told = np.flatnonzero(sets.any(axis=0))
        first, atom = np.unique(
            np.packbits(sets[:, told], axis=0), axis=1, return_index=True, return_inverse=True
        )[1:]
        whose = np.unique([self._persons[case] for case in told], return_inverse=True)[1]
        persons = np.zeros((len(first), len(told)), bool)
        persons[atom.ravel(), whose.ravel()] = True
        return sets[:, told[first]].astype(float), persons[:, persons.any(axis=0)]


class Count(NamedTuple):
    """A printed number of a figure in an edition, or a side of it that follows: the cases it counts."""

    figure: str
    place: str
    side: str
    source: str


class Row(NamedTuple):
    """A printed number beside all others. `fixed`: it is printed whatever it tells, or has been."""

    cases: int
    of: Count
    fixed: bool


class Left(NamedTuple):
    """What is left of a count when others, which lie within it, are subtracted; of one count it is that count."""

    cases: int
    of: tuple[Count, ...]

    def without(self, inner: "Left") -> "Left":
        """Return what is left when one that lies within it is subtracted."""
        return Left(self.cases & ~inner.cases, (*self.of, *inner.of))


class CaseSets:
    """Sets of cases, each once."""

    def __init__(self) -> None:
        self._found: dict[int, Left] = {}
        self._order: list[Left] = []
        self._rows = np.zeros((WORD, 1), np.uint64)

    def __contains__(self, cases: int) -> bool:
        return cases in self._found

    def __iter__(self) -> Iterator[Left]:
        return iter(self._order)

    def add(self, left: Left) -> None:
        """Take a set along, unless it is there already."""
        if left.cases in self._found or not left.cases:
            return
        self._make_room(left.cases)
        self._rows[len(self._order)] = self._row(left.cases)
        self._found[left.cases] = left
        self._order.append(left)

    def rests(self, one: Left) -> Iterator[Left]:
        """Yield what is left of one without each set that lies within it, and of each set around it without one."""
        self._make_room(one.cases)
        rows = self._rows[: len(self._order)]
        row = self._row(one.cases)
        outside = np.bitwise_or.reduce(rows & ~row, axis=1)
        own = np.flatnonzero(row)
        missing = np.bitwise_or.reduce(row[own] & ~rows[:, own], axis=1)
        for place in np.flatnonzero((outside == 0) ^ (missing == 0)):
            other = self._order[place]
            yield one.without(other) if outside[place] == 0 else other.without(one)

    def _make_room(self, cases: int) -> None:
        height, width = self._rows.shape
        wider = -(-cases.bit_length() // WORD) - width
        higher = height if len(self._order) == height else 0
        if wider > 0 or higher:
            self._rows = np.pad(self._rows, ((0, higher), (0, max(wider, 0))))

    def _row(self, cases: int) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
        return np.frombuffer(cases.to_bytes(self._rows.shape[1] * WORD // 8, "little"), np.uint64)
