"""Which small groups follow from all printed numbers together: any sums and differences, however many numbers it takes.

A printed number is a row of ones and zeros over atoms: cases that are counted in the same numbers. A group follows when
its own row is a sum of multiples of printed rows. A small one has no atom with many persons behind it, so only the sums
that vanish on all of those are searched. In reduced form such a sum is told by its pivots, and every other atom is a
fixed sum of them: each choice of pivots is followed through until an atom would be neither in nor out, or the group
would be large. Whether numbers overlap or lie within each other plays no part.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

Numbers = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
NEAR = 1e-6  # sums of a few hundred rows of ones and zeros are whole or simple fractions
MOST_STEPS = 20_000  # choices for one part of the search; beyond this nothing is concluded


class TooLong(Exception):  # noqa: N818
    """The search was given up."""


def reduced(rows: Numbers) -> tuple[Numbers, list[int]]:
    """Return the reduced echelon form of rows, and the columns of its pivots."""
    made, pivots = rows.copy(), list[int]()
    for column in range(made.shape[1]):
        top = len(pivots)
        if top == len(made):
            break
        best = top + int(np.argmax(np.abs(made[top:, column])))
        if abs(made[best, column]) < NEAR:
            continue
        made[[top, best]] = made[[best, top]]
        made[top] /= made[top, column]
        others = np.flatnonzero(np.abs(made[:, column]) > NEAR / 1_000)
        others = others[others != top]
        made[others] -= np.outer(made[others, column], made[top])
        pivots.append(column)
    made = made[: len(pivots)]
    made[np.abs(made) < NEAR] = 0
    return made, pivots


def small_groups(rows: Numbers, persons: Marks, *, most: int, before: Marks | None = None) -> Iterator[Marks]:
    """Yield the groups of atoms that follow from these rows and have one to `most` persons behind them.

    No group that holds one yielded already. `rows`: per number its atoms; `persons`: per atom who is in it; `before`:
    numbers that were known before; of the groups that follow from those alone then only some are yielded. Raises TooLong when nothing can be concluded.
    """
    count = persons.sum(axis=1)
    order = np.argsort(
        -count, kind="stable"
    )  # those with many persons first: they become pivots, and drop out
    form, pivots = reduced(rows[:, order])
    large = int((count > most).sum())
    kept = [place for place, pivot in enumerate(pivots) if pivot >= large]
    form, columns = form[kept][:, large:], order[large:]
    fresh = np.ones(len(form), bool) if before is None else _fresh(form, rows[before][:, order])
    where = np.array([pivots[place] - large for place in kept], np.intp)
    for own_rows, own in _apart(form):
        search = _Search(
            form[np.ix_(own_rows, own)],
            pivots=np.searchsorted(own, where[own_rows]),
            persons=persons[columns[own]],
            most=most,
        )
        for found in search.groups(fresh[own_rows]):
            group = np.zeros(len(persons), bool)
            group[columns[own[found]]] = True
            yield group


def _fresh(form: Numbers, known: Numbers) -> Marks:
    """Return which rows of a form do not follow from known numbers; a sum of the others does."""
    whole = np.hstack([np.zeros((len(form), known.shape[1] - form.shape[1])), form])
    base, pivots = reduced(known)
    left: Numbers = np.abs(whole - whole[:, pivots] @ base)
    fresh: Marks = left.max(axis=1, initial=0) > NEAR
    return fresh


def _apart(form: Numbers) -> Iterator[tuple[Places, Places]]:
    """Yield the rows and columns of each part of a form that has nothing to do with the others."""
    if not len(form):
        return
    touched = csr_matrix((np.abs(form) > 0).astype(np.int64))
    parts, part_of = connected_components(touched @ touched.T)
    for part in range(parts):
        rows = np.flatnonzero(part_of == part)
        yield rows, np.flatnonzero(np.abs(form[rows]).max(axis=0))


@dataclass(frozen=True)
class _State:
    """Pivots that are in, and those that can be; sums of the other atoms at least and at most; which atoms are in."""

    chosen: Marks
    able: Marks
    low: Numbers
    high: Numbers


class _Search:
    """The search through one part. `form`: reduced rows; `pivots`: their columns."""

    def __init__(self, form: Numbers, *, pivots: Places, persons: Marks, most: int) -> None:
        self._others = np.setdiff1d(np.arange(form.shape[1]), pivots)
        self._pivots = pivots
        self._sums = np.ascontiguousarray(
            form[:, self._others].T
        )  # per other atom: the pivots it is a sum of
        self._up, self._down = np.maximum(self._sums, 0), np.minimum(self._sums, 0)
        self._persons, self._most = persons, most
        self._found: list[Marks] = []
        self._steps = 0

    def groups(self, fresh: Marks) -> list[Marks]:
        """Return the smallest groups with one of the fresh pivots in it, each as marks on the atoms of this part."""
        able = np.ones(len(self._pivots), bool)
        for pivot in np.flatnonzero(fresh):
            self._from(np.arange(len(able)) == pivot, able.copy())
            able[pivot] = False
        return self._found

    def _from(self, chosen: Marks, able: Marks) -> None:
        """Search on from chosen pivots; `able`: which may be in."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TooLong
        state = self._followed(chosen, able)
        if state is None or self._holds_found(self._group(state.chosen, state.low > NEAR)):
            return
        able = state.able.copy()
        for pivot in self._next(state):
            more = state.chosen.copy()
            more[pivot] = True
            self._from(more, able.copy())
            able[pivot] = False

    def _followed(self, chosen: Marks, able: Marks) -> _State | None:
        """Return what follows from chosen pivots: others that must be in, or cannot be; None when nothing fits."""
        while True:
            low, high = self._up @ chosen + self._down @ able, self._up @ able + self._down @ chosen
            if (low > 1 + NEAR).any() or (high < -NEAR).any():
                return None
            surely = low > NEAR
            behind = self._persons[self._group(chosen, surely)].any(axis=0)
            room = self._most - int(behind.sum())
            if room < 0:
                return None
            open_ = np.flatnonzero(able & ~chosen)
            up, down = self._up[:, open_], self._down[:, open_]
            least = surely[:, None].astype(float)
            out = (self._persons[self._pivots[open_]] & ~behind).sum(axis=1) > room
            out |= ((low[:, None] + up > 1 + NEAR) | (high[:, None] + down < -NEAR)).any(axis=0)
            must = ((high[:, None] - up < least - NEAR) | (low[:, None] - down > 1 + NEAR)).any(axis=0)
            if (out & must).any():
                return None
            if not out.any() and not must.any():
                return _State(chosen, able, low, high)
            chosen, able = chosen.copy(), able.copy()
            able[open_[out]] = False
            chosen[open_[must]] = True

    def _next(self, state: _State) -> Places:
        """Return the pivots one of which must be in too, for any group there is from here that was not found yet."""
        now = self._sums @ state.chosen
        inside, open_ = now > 1 - NEAR, state.able & ~state.chosen
        unfit = np.flatnonzero((np.abs(now) > NEAR) & (np.abs(now - 1) > NEAR))
        if len(unfit):
            choices = (self._sums[unfit] != 0) & open_
            one = int(np.argmin(choices.sum(axis=1)))
            mends = self._sums[unfit[one]] * (-1 if now[unfit[one]] > 1 else 1 if now[unfit[one]] < 0 else 0)
            return np.flatnonzero(choices[one] & (mends >= 0))
        group = self._group(state.chosen, inside)
        few = int(self._persons[group].any(axis=0).sum()) <= self._most
        if few and not self._holds_found(group):
            self._found.append(group)
        undone = inside & (state.low < NEAR)  # what is left without one of these is another group
        return np.flatnonzero((self._down[undone] < 0).any(axis=0) & open_)

    def _group(self, chosen: Marks, others: Marks) -> Marks:
        group = np.zeros(len(self._pivots) + len(self._others), bool)
        group[self._pivots[chosen]] = True
        group[self._others[others]] = True
        return group

    def _holds_found(self, group: Marks) -> bool:
        return any(not (found & ~group).any() for found in self._found)
