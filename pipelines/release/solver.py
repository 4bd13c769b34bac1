"""Smallest and largest whole values by HiGHS, each answer checked again in whole numbers."""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from pipelines.release.endpoints import Asked, Enough, Interval, Unfinished, fits
from pipelines.release.presolve import Limit, Piece
from pipelines.release.whole_rows import Contradiction

LONGEST = 20.0  # seconds for one question; a release that cannot be judged is refused
WHOLE = 1e-5  # how far from whole a solver's number may lie before it is rounded and checked
SOLVED, OUT_OF_TIME, IMPOSSIBLE, ENDLESS = 0, 1, 2, 3  # scipy's status

Point = tuple[int, ...]


@dataclass
class _Search:
    """A piece in the solver's form, and the narrowest interval that the whole points found so far prove."""

    piece: Piece
    asked: Asked
    bounds: Any
    constraints: LinearConstraint
    fractional: dict[str, Any]
    inner: list[Interval] = field(default_factory=list)

    def note(self, point: Point) -> Point:
        """Widen the proven intervals with one more possible solution."""
        known = self.inner or [(value, value) for value in point]
        self.inner = [(min(low, x), max(high, x)) for (low, high), x in zip(known, point, strict=True)]
        return point


def extremes_by_solver(piece: Piece, *, asked: Asked | None = None) -> tuple[Interval, ...]:
    """Return smallest and largest whole value of each unknown; infinite where there is no limit.

    `asked` as in `endpoints.extremes`. Raises Contradiction when no whole numbers fit, Unfinished when the solver ran out
    of time or was not exact.
    """
    search = _search(piece, asked=asked)
    search.note(_whole_optimum(search, np.zeros(len(piece.lows))))
    _spread_out(search)
    found = list(zip(piece.lows, piece.highs, strict=True))
    for place, enough in search.asked:
        found[place] = _ends(search, place, enough)
    return tuple(found)


def _search(piece: Piece, *, asked: Asked | None) -> _Search:
    places = [place for row in piece.rows for place, _ in row.terms]
    weights = [float(weight) for row in piece.rows for _, weight in row.terms]
    starts = np.cumsum([0, *(len(row.terms) for row in piece.rows)])
    matrix = csr_array((weights, places, starts), shape=(len(piece.rows), len(piece.lows)))
    lows = np.array([-math.inf if row.low is None else float(row.low) for row in piece.rows])
    highs = np.array([math.inf if row.high is None else float(row.high) for row in piece.rows])
    return _Search(
        piece=piece,
        asked=tuple((place, Enough()) for place in range(len(piece.lows))) if asked is None else asked,
        bounds=np.array([piece.lows, piece.highs], float).T,
        constraints=LinearConstraint(matrix, lows, highs),
        fractional=_equal_and_below(matrix, lows, highs),
    )


def _equal_and_below(matrix: Any, lows: Any, highs: Any) -> dict[str, Any]:
    """Return the rows as linprog wants them: equal to, and at most."""
    equal = lows == highs
    above, below = ~equal & np.isfinite(highs), ~equal & np.isfinite(lows)
    found: dict[str, Any] = {}
    if equal.any():
        found |= {"A_eq": matrix[equal], "b_eq": lows[equal]}
    if (above | below).any():
        found["A_ub"] = vstack([matrix[above], -matrix[below]], format="csr")
        found["b_ub"] = np.concatenate([highs[above], -lows[below]])
    return found


def _spread_out(search: _Search) -> None:
    """Push the open unknowns apart, half of them up and half down, by the binary digits of their place.

    Each pair is pushed both ways at least once, so a few questions find most ends of most intervals.
    """
    for digit in range(len(search.piece.lows).bit_length()):
        for sign in (1, -1):
            wanted = np.zeros(len(search.piece.lows))
            for place in _open(search):
                wanted[place] = sign if place >> digit & 1 else -sign
            if wanted.any():
                search.note(_whole_optimum(search, wanted))


def _open(search: _Search) -> list[int]:
    """Places of the asked unknowns with two limits of which not enough is proven yet."""
    outer = zip(search.piece.lows, search.piece.highs, strict=True)
    limited = [not (math.isinf(low) or math.isinf(high)) and (low, high) for low, high in outer]
    return [
        place
        for place, enough in search.asked
        if limited[place] and search.inner[place] != limited[place] and not enough.met(search.inner[place])
    ]


def _ends(search: _Search, place: int, enough: Enough) -> Interval:
    if not enough.met(search.inner[place]):
        high = _end(search, place, sign=-1)
        if not enough.met((search.inner[place][0], high)):
            return _end(search, place, sign=1), high
        return search.inner[place][0], high
    return search.inner[place]


def _end(search: _Search, place: int, *, sign: int) -> Limit:
    """Return the smallest (sign 1) or largest (sign -1) whole value of one unknown."""
    outer = search.piece.lows[place] if sign > 0 else search.piece.highs[place]
    if outer == search.inner[place][0 if sign > 0 else 1]:
        return outer
    wanted = np.zeros(len(search.piece.lows))
    wanted[place] = sign
    point = _optimum(search, wanted)
    return -sign * math.inf if point is None else search.note(point)[place]


def _whole_optimum(search: _Search, wanted: Any) -> Point:
    point = _optimum(search, wanted)
    if point is None:
        raise Unfinished
    return point


def _optimum(search: _Search, wanted: Any) -> Point | None:
    """Return the whole point with the smallest wanted sum; None where it has no end.

    Where the fractional problem already ends in whole numbers (tables of two dimensions), that is the answer.
    """
    fractional = _fractional(search, wanted)
    if fractional.status == ENDLESS and search.inner:
        return None  # whole points exist and the limits are whole numbers: they go on for ever as well
    if fractional.status == SOLVED:
        point = _checked(search.piece, fractional.x)
        if point is not None:
            return point
    return _whole(search, wanted)


def _fractional(search: _Search, wanted: Any) -> Any:
    return linprog(wanted, bounds=search.bounds, method="highs-ds", **search.fractional)


def _whole(search: _Search, wanted: Any) -> Point | None:
    answer = milp(
        wanted,
        integrality=np.ones(len(wanted)),
        bounds=Bounds(search.bounds[:, 0], search.bounds[:, 1]),
        constraints=search.constraints,
        options={"mip_rel_gap": 0.0, "time_limit": LONGEST},
    )
    if answer.status == IMPOSSIBLE:
        raise Contradiction
    if answer.status == ENDLESS and search.inner:
        return None
    point = _checked(search.piece, answer.x) if answer.status == SOLVED else None
    if point is None:
        raise Unfinished
    return point


def _checked(piece: Piece, values: Any) -> Point | None:
    """Return the values as whole numbers where they are whole and fit exactly, else None."""
    rounded = np.rint(values)
    if np.abs(values - rounded).max() > WHOLE:
        return None
    point = tuple(int(value) for value in rounded)
    within = all(low <= x <= high for low, x, high in zip(piece.lows, point, piece.highs, strict=True))
    return point if within and fits(piece.rows, point) else None
