"""The tightest interval of every unknown of a piece: read off where the rows form a tree, else proven by a solver."""

import math
from dataclasses import dataclass
from functools import lru_cache

from pipelines.release.presolve import Limit, Piece, tighten
from pipelines.release.whole_rows import Row

FINEST = 10**5  # sum of weights in a row; beyond it a solver's tolerance of 1e-6 per unknown is not trusted
REMEMBERED = 2_000  # pieces: an insider attack meets the same ones again

Interval = tuple[Limit, Limit]


class Unfinished(Exception):
    """The search did not end within its limits: nothing may be concluded, so nothing may be released."""


@dataclass(frozen=True)
class Enough:
    """When an interval needs no further search: at least so wide, and reaching at least so high."""

    width: Limit = math.inf
    reach: Limit = -math.inf

    def met(self, interval: Interval) -> bool:
        """Whether the interval is wide and high enough."""
        return interval[1] - interval[0] >= self.width and interval[1] >= self.reach


Asked = tuple[tuple[int, Enough], ...]


@lru_cache(maxsize=REMEMBERED)
def extremes(piece: Piece, asked: Asked | None = None) -> tuple[Interval, ...]:
    """Return smallest and largest whole value of each unknown; raises Contradiction or Unfinished.

    `asked`: the unknowns that matter (None: all), in order; of the others the outer interval comes back. Where one is
    proven to be enough, the proven part of its interval comes back, else the whole. A tree of sums needs no search: once
    no row tightens any more, every end of every interval is reached by some whole solution.
    """
    if _is_tree(piece) and not _tightens(piece):
        return tuple(zip(piece.lows, piece.highs, strict=True))
    if max(sum(abs(weight) for _, weight in row.terms) for row in piece.rows) > FINEST:
        return _by_branching(piece)
    from pipelines.release.solver import extremes_by_solver

    try:
        return extremes_by_solver(piece, asked=asked)
    except Unfinished:
        return _by_branching(piece)


def _by_branching(piece: Piece) -> tuple[Interval, ...]:
    from pipelines.release.branching import extremes_by_branching

    return extremes_by_branching(piece)


def _is_tree(piece: Piece) -> bool:
    links = sum(len(row.terms) for row in piece.rows)
    plain = all(abs(weight) == 1 for row in piece.rows for _, weight in row.terms)
    return plain and links == len(piece.rows) + len(piece.lows) - 1


def _tightens(piece: Piece) -> bool:
    lows, highs = list(piece.lows), list(piece.highs)
    return any(tighten(row, lows=lows, highs=highs) for row in piece.rows)


def fits(rows: tuple[Row, ...], point: tuple[int, ...]) -> bool:
    """Whether whole numbers satisfy every row, exactly."""
    for row in rows:
        total = sum(weight * point[place] for place, weight in row.terms)
        if (row.low is not None and total < row.low) or (row.high is not None and total > row.high):
            return False
    return True


def all_finite(piece: Piece) -> bool:
    """Whether every interval has two ends."""
    return not any(math.isinf(limit) for limit in (*piece.lows, *piece.highs))
