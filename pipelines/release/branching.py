"""Smallest and largest whole values by halving intervals, in whole numbers only: slow, small, exact.

For rows too fine for a solver's tolerances, and the second opinion of the tests.
"""

from collections.abc import Sequence

from pipelines.release.endpoints import Interval, Unfinished, all_finite
from pipelines.release.presolve import Limit, Piece, propagate
from pipelines.release.whole_rows import Contradiction, Row

MOST_STEPS = 20_000  # tries for one question; beyond this nothing is concluded


def extremes_by_branching(piece: Piece) -> tuple[Interval, ...]:
    """Return smallest and largest whole value of each unknown of a piece whose intervals have ends.

    Raises Contradiction when no whole numbers fit, Unfinished when an interval has no end or the search is too long.
    """
    if not all_finite(piece):
        raise Unfinished
    if _solution(piece.rows, piece.lows, piece.highs) is None:
        raise Contradiction
    return tuple((_end(piece, place, lowest=True), _end(piece, place)) for place in range(len(piece.lows)))


def _end(piece: Piece, place: int, *, lowest: bool = False) -> Limit:
    """Halve the interval of one unknown until only its first (or last) possible value is left."""
    low, high = int(piece.lows[place]), int(piece.highs[place])
    while low < high:
        middle = (low + high) // 2 if lowest else (low + high + 1) // 2
        found = _within(piece, place, low, middle) if lowest else _within(piece, place, middle, high)
        if lowest:
            low, high = (low, found) if found is not None else (middle + 1, high)
        else:
            low, high = (found, high) if found is not None else (low, middle - 1)
    return low


def _within(piece: Piece, place: int, low: int, high: int) -> int | None:
    """Return a possible value of one unknown between two limits, None when there is none."""
    lows, highs = list(piece.lows), list(piece.highs)
    lows[place], highs[place] = low, high
    found = _solution(piece.rows, lows, highs)
    return None if found is None else int(found[place])


def _solution(rows: Sequence[Row], lows: Sequence[Limit], highs: Sequence[Limit]) -> tuple[Limit, ...] | None:
    """Return whole numbers that fit, None when there are none; raises Unfinished."""
    waiting = [(list(lows), list(highs))]
    for _ in range(MOST_STEPS):
        if not waiting:
            return None
        low, high = waiting.pop()
        try:
            propagate(rows, lows=low, highs=high)
        except Contradiction:
            continue
        widths = {int(end - start): place for place, (start, end) in enumerate(zip(low, high, strict=True))}
        width = min((width for width in widths if width), default=0)
        if width == 0:
            return tuple(low)
        place, middle = widths[width], (int(low[widths[width]]) + int(high[widths[width]])) // 2
        waiting += [_halved(low, high, place, middle + 1, lower=False), _halved(low, high, place, middle)]
    raise Unfinished


def _halved(
    lows: list[Limit], highs: list[Limit], place: int, limit: int, *, lower: bool = True
) -> tuple[list[Limit], list[Limit]]:
    low, high = list(lows), list(highs)
    if lower:
        high[place] = limit
    else:
        low[place] = limit
    return low, high
