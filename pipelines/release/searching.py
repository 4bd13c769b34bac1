"""The search for the ends of one piece's intervals: which question to ask next, and what the answers prove so far."""

import math
from collections.abc import Generator
from typing import Any

import numpy as np
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array

from pipelines.release.endpoints import Answer, Enough, Interval, Point, Question, Unfinished, fits
from pipelines.release.presolve import Limit, Piece

WHOLE = 1e-5  # how far from whole a solver's number may lie before it is rounded and checked

Asking = Generator[Any, Point | None, None]


class Search:
    """One piece in the solver's form. `wanted`: the sum to make small next; `inner`: intervals proven by whole points."""

    def __init__(self, question: Question) -> None:
        piece = question.piece
        self.piece = piece
        everything = tuple((place, Enough()) for place in range(len(piece.lows)))
        self.asked = everything if question.asked is None else question.asked
        self.bounds = np.array([piece.lows, piece.highs], float).T
        self.constraints = _constraints(piece)
        self.wanted = np.zeros(len(piece.lows))
        self.points: list[Point] = []
        self.inner: list[Interval] = []
        self.found: list[Interval] = list(zip(piece.lows, piece.highs, strict=True))
        for point in question.hints:
            self._note(point)
        self._asking = self._questions()

    def advance(self, point: Point | None, *, first: bool = False) -> bool:
        """Take the answer to the last question and set the next; False when everything asked is found."""
        try:
            self.wanted = next(self._asking) if first else self._asking.send(point)
        except StopIteration:
            return False
        return True

    def answer(self) -> Answer:
        """Return what was found."""
        return Answer(tuple(self.found), tuple(dict.fromkeys(self.points)))

    def _note(self, point: Point) -> None:
        """Widen the proven intervals with one more possible solution."""
        self.points.append(point)
        known = self.inner or [(value, value) for value in point]
        self.inner = [(min(low, x), max(high, x)) for (low, high), x in zip(known, point, strict=True)]

    def _questions(self) -> Asking:
        if not self.inner:
            yield from self._limited(np.zeros(len(self.piece.lows)))
        yield from self._spread_out()
        for place, enough in self.asked:
            yield from self._ends(place, enough)

    def _limited(self, wanted: Any) -> Asking:
        point = yield wanted
        if point is None:
            raise Unfinished
        self._note(point)

    def _spread_out(self) -> Asking:
        """Push the open unknowns apart, half of them up and half down, by the binary digits of their place.

        Each pair is pushed both ways at least once, so a few questions find most ends of most intervals.
        """
        for digit in range(len(self.piece.lows).bit_length()):
            for sign in (1, -1):
                wanted = np.zeros(len(self.piece.lows))
                for place in self._open():
                    wanted[place] = sign if place >> digit & 1 else -sign
                if wanted.any():
                    yield from self._limited(wanted)

    def _open(self) -> list[int]:
        """Places of the asked unknowns with two limits of which not enough is proven yet."""
        return [
            place
            for place, enough in self.asked
            if not any(map(math.isinf, self.found[place]))
            and self.inner[place] != self.found[place]
            and not enough.met(self.inner[place])
        ]

    def _ends(self, place: int, enough: Enough) -> Asking:
        for sign in (-1, 1):
            if not enough.met(self.inner[place]):
                yield from self._end(place, sign)
        self.found[place] = self.inner[place]

    def _end(self, place: int, sign: int) -> Asking:
        """Find the smallest (sign 1) or largest (sign -1) whole value of one unknown."""
        outer = self.found[place][0 if sign > 0 else 1]
        if outer == self.inner[place][0 if sign > 0 else 1]:
            return
        wanted = np.zeros(len(self.piece.lows))
        wanted[place] = sign
        point = yield wanted
        if point is not None:
            self._note(point)
        else:
            self._endless(place, -sign * math.inf)

    def _endless(self, place: int, end: Limit) -> None:
        low, high = self.inner[place]
        self.inner[place] = (end, high) if end < 0 else (low, end)


def _constraints(piece: Piece) -> LinearConstraint:
    places = [place for row in piece.rows for place, _ in row.terms]
    weights = [float(weight) for row in piece.rows for _, weight in row.terms]
    starts = np.cumsum([0, *(len(row.terms) for row in piece.rows)])
    matrix = csr_array((weights, places, starts), shape=(len(piece.rows), len(piece.lows)))
    lows = np.array([-math.inf if row.low is None else float(row.low) for row in piece.rows])
    highs = np.array([math.inf if row.high is None else float(row.high) for row in piece.rows])
    return LinearConstraint(matrix, lows, highs)


def whole_point(piece: Piece, values: Any) -> Point | None:
    """Return a solver's values as whole numbers where they are whole and fit exactly, else None."""
    if values is None:
        return None
    rounded = np.rint(values)
    if np.abs(values - rounded).max() > WHOLE:
        return None
    point = tuple(int(value) for value in rounded)
    within = all(low <= x <= high for low, x, high in zip(piece.lows, point, piece.highs, strict=True))
    return point if within and fits(piece.rows, point) else None
