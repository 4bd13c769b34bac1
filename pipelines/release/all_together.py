"""All printed numbers of all figures and editions at once: no small group may follow from any sums and differences of them.

A group that follows from the numbers of one figure alone is weighed and attacked there. One that followed before the
new edition cannot be helped by it. Any other takes a number of the new edition, and the last of them in line steps back.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from pipelines.release.case_sets import Count, Numbered, Row
from pipelines.release.row_space import NEAR, Marks, Numbers, TooLong, reduced, small_groups
from pipelines.release.weighing import SMALL

ALL = "n"  # the side of a number that counts all its cases
Told = tuple[Count, tuple[Count, ...]]


def few_together(rows: Sequence[Row], *, numbered: Numbered, smallest: int) -> Iterator[Told]:
    """Yield for each small group that follows the last number it takes, and the other numbers, in the order given.

    `smallest`: fewest persons; five where a numerator about care, helpers or complaints is among the numbers.
    """
    plain = [row for row in rows if row.of.side == ALL]
    yield from _few(_each_once(plain), numbered=numbered, most=smallest - 1)
    yield from _few(_each_once(rows), numbered=numbered, most=SMALL - 1)


def _each_once(rows: Sequence[Row]) -> list[Row]:
    found: dict[int, Row] = {}
    for row in rows:
        found.setdefault(row.cases, row)
    return list(found.values())


def _few(rows: Sequence[Row], *, numbered: Numbered, most: int) -> Iterator[Told]:
    if all(row.fixed for row in rows):
        return
    sets, persons = numbered.atoms([row.cases for row in rows])
    try:
        before = np.array([row.fixed for row in rows])
        groups = list(small_groups(sets, persons, most=most, before=before))
    except TooLong:  # nothing is known with the last number: it steps back
        yield next(row.of for row in reversed(rows) if not row.fixed), ()
        return
    if not groups:
        return
    marks = np.array(groups, float)
    form, pivots = reduced(np.hstack([sets.T, marks.T]))
    first = [
        place for place in pivots if place < len(rows)
    ]  # each number that does not follow from those before it
    parts = form[: len(first), len(rows) :]  # how often a group takes each of them
    found = []
    for group, taken in zip(groups, parts.T, strict=True):
        used = [first[place] for place in np.flatnonzero(np.abs(taken) > NEAR)]
        if not rows[used[-1]].fixed and not _follows_alone(sets, rows, group):
            found.append(used)
    for used in sorted(found, key=lambda used: used[-1]):
        last, *others = (rows[place].of for place in reversed(used))
        yield last, tuple(others)


def _follows_alone(sets: Numbers, rows: Sequence[Row], group: Marks) -> bool:
    """Whether the numbers of one figure give the group."""
    own = sorted(range(len(rows)), key=lambda place: rows[place].of.figure)
    for _, places in groupby(own, key=lambda place: rows[place].of.figure):
        numbers = sets[list(places)]
        covered = not (group & ~numbers.any(axis=0)).any()
        if covered and len(numbers) not in reduced(np.vstack([numbers, group]).T)[1]:
            return True
    return False
