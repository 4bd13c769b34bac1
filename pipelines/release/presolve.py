"""Narrows intervals row by row and splits what is left into pieces that have nothing to do with each other.

Most of a year of releases falls apart here: a sum with one open cell is solved, a shown cell is a number, and what
stays open are small groups of cells. The pieces are values: the same piece met twice is solved once.
"""

import math
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.release.differences import without_contained
from pipelines.release.whole_rows import Contradiction, Row, merged, tidy

Limit = int | float  # whole, or infinite for no limit

MOST_VISITS = 200  # per row, on average: an endless game of tighten-me-tighten-you goes to the solver instead


@dataclass(frozen=True)
class Piece:
    """Unknowns tied together: an interval for each, and the rows between them (positions within the piece)."""

    lows: tuple[Limit, ...]
    highs: tuple[Limit, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Reduced:
    """What is left of a problem: outer intervals for all, and the pieces with the places of their unknowns."""

    lows: tuple[Limit, ...]
    highs: tuple[Limit, ...]
    pieces: tuple[tuple[tuple[int, ...], Piece], ...]


def reduce_rows(rows: Iterable[Row], *, lows: Sequence[Limit], highs: Sequence[Limit]) -> Reduced:
    """Return the problem with known numbers put in, rows that say nothing left out, in separate pieces.

    Raises Contradiction when an interval becomes empty.
    """
    low, high = list(lows), list(highs)
    if any(low[place] > high[place] for place in range(len(low))):
        raise Contradiction
    left = merged(without_contained(merged(rows)))
    while True:
        propagate(left, lows=low, highs=high)
        open_rows = [_without_known(row, low, high) for row in left if _says_something(row, low, high)]
        shorter = merged(without_contained(merged(open_rows)))
        if shorter == left:
            break
        left = shorter
    return Reduced(tuple(low), tuple(high), tuple(_pieces(left, low, high)))


def propagate(rows: Sequence[Row], *, lows: list[Limit], highs: list[Limit]) -> None:
    """Tighten the intervals in place until no row can tighten any further; raises Contradiction."""
    touching: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        for place, _ in row.terms:
            touching.setdefault(place, []).append(number)
    waiting = deque(range(len(rows)))
    queued = [True] * len(rows)
    visits = MOST_VISITS * len(rows)
    while waiting and visits:
        visits -= 1
        number = waiting.popleft()
        queued[number] = False
        for place in tighten(rows[number], lows=lows, highs=highs):
            for other in touching[place]:
                if not queued[other]:
                    queued[other] = True
                    waiting.append(other)


def tighten(row: Row, *, lows: list[Limit], highs: list[Limit]) -> list[int]:
    """Tighten the intervals of one row's unknowns in place; return those that changed. Raises Contradiction."""
    spans = [_span(weight, lows[place], highs[place]) for place, weight in row.terms]
    least, open_below = _total(span[0] for span in spans)
    most, open_above = _total(span[1] for span in spans)
    changed = []
    for (place, weight), (small, large) in zip(row.terms, spans, strict=True):
        floor, ceiling = -math.inf, math.inf
        if row.high is not None and open_below == math.isinf(small):
            ceiling = row.high - (least if math.isinf(small) else least - int(small))
        if row.low is not None and open_above == math.isinf(large):
            floor = row.low - (most if math.isinf(large) else most - int(large))
        if _cut(place, _shared(weight, floor, ceiling), lows, highs):
            changed.append(place)
    return changed


def _span(weight: int, low: Limit, high: Limit) -> tuple[Limit, Limit]:
    return (weight * low, weight * high) if weight > 0 else (weight * high, weight * low)


def _total(limits: Iterable[Limit]) -> tuple[int, int]:
    """Sum of the finite ones, and how many are not."""
    total = endless = 0
    for limit in limits:
        if isinstance(limit, float):
            endless += 1
        else:
            total += limit
    return total, endless


def _shared(weight: int, floor: Limit, ceiling: Limit) -> tuple[Limit, Limit]:
    """Limits of x where floor ≤ weight × x ≤ ceiling."""
    if weight < 0:
        weight, floor, ceiling = -weight, -ceiling, -floor
    low = floor if isinstance(floor, float) else -(-floor // weight)
    high = ceiling if isinstance(ceiling, float) else ceiling // weight
    return low, high


def _cut(place: int, limits: tuple[Limit, Limit], lows: list[Limit], highs: list[Limit]) -> bool:
    low, high = max(lows[place], limits[0]), min(highs[place], limits[1])
    if low > high:
        raise Contradiction
    if low == lows[place] and high == highs[place]:
        return False
    lows[place], highs[place] = low, high
    return True


def _says_something(row: Row, lows: Sequence[Limit], highs: Sequence[Limit]) -> bool:
    spans = [_span(weight, lows[place], highs[place]) for place, weight in row.terms]
    least, most = sum(span[0] for span in spans), sum(span[1] for span in spans)
    return (row.low is not None and least < row.low) or (row.high is not None and most > row.high)


def _without_known(row: Row, lows: Sequence[Limit], highs: Sequence[Limit]) -> Row:
    known = sum(int(lows[place]) * weight for place, weight in row.terms if lows[place] == highs[place])
    terms = tuple((place, weight) for place, weight in row.terms if lows[place] != highs[place])
    low = None if row.low is None else row.low - known
    high = None if row.high is None else row.high - known
    return tidy(Row(terms, low, high))


def _pieces(
    rows: Sequence[Row], lows: Sequence[Limit], highs: Sequence[Limit]
) -> Iterable[tuple[tuple[int, ...], Piece]]:
    """Yield the connected groups of unknowns, in order of their first one."""
    group = list(range(len(lows)))
    for row in rows:
        roots = {_root(place, group) for place, _ in row.terms}
        for root in roots:
            group[root] = min(roots)
    gathered: dict[int, list[Row]] = {}
    for row in rows:
        gathered.setdefault(_root(row.terms[0][0], group), []).append(row)
    for root in sorted(gathered):
        places = tuple(sorted({place for row in gathered[root] for place, _ in row.terms}))
        yield places, _piece(places, gathered[root], lows, highs)


def _root(place: int, group: list[int]) -> int:
    while group[place] != place:
        group[place] = group[group[place]]
        place = group[place]
    return place


def _piece(
    places: tuple[int, ...], rows: Iterable[Row], lows: Sequence[Limit], highs: Sequence[Limit]
) -> Piece:
    within = {place: number for number, place in enumerate(places)}
    moved = (Row(tuple((within[p], weight) for p, weight in row.terms), row.low, row.high) for row in rows)
    ordered = sorted(moved, key=lambda row: row.terms)
    return Piece(tuple(lows[p] for p in places), tuple(highs[p] for p in places), tuple(ordered))
