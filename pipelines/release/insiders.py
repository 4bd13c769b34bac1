"""Insiders: persons who know their own record and subtract it from what is printed. Source: METHODS 7.3, T35.

Only the pieces of the problem that hold a cell of the person are attacked again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipelines.release.endpoints import Enough, Interval
from pipelines.release.presolve import Piece, Reduced, reduce_rows
from pipelines.release.reidentification import refusals, solved
from pipelines.release.whole_rows import Contradiction


def records_apart(insiders: Iterable[Mapping[str, int]]) -> tuple[Mapping[str, int], ...]:
    """Return each different record once, empty ones left out: who adds the same finds the same."""
    apart = {tuple(sorted(record.items())): record for record in insiders if any(record.values())}
    return tuple(apart.values())


def narrowed(
    left: Reduced, *, own: Mapping[int, int], asked: Mapping[int, Enough]
) -> Iterator[tuple[int, Interval]]:
    """Yield the intervals of asked unknowns that may change for somebody who adds `own` to some of them.

    Raises InfeasibleRelease when the record does not fit what is printed.
    """
    raised = {place: amount for place, amount in own.items() if amount > left.lows[place]}
    with refusals():
        if any(amount > left.highs[place] for place, amount in raised.items()):
            raise Contradiction
        for places, piece in left.pieces:
            inside = raised.keys() & set(places)
            if inside and not asked.keys().isdisjoint(places):
                yield from _of_piece(places, _with_own(piece, places, raised), asked)
            raised = {place: amount for place, amount in raised.items() if place not in inside}
    yield from ((place, (amount, left.highs[place])) for place, amount in raised.items() if place in asked)


def _with_own(piece: Piece, places: Sequence[int], raised: Mapping[int, int]) -> Piece:
    lows = tuple(raised.get(place, low) for place, low in zip(places, piece.lows, strict=True))
    return Piece(lows, piece.highs, piece.rows)


def _of_piece(
    places: Sequence[int], piece: Piece, asked: Mapping[int, Enough]
) -> Iterator[tuple[int, Interval]]:
    here = {number: asked[place] for number, place in enumerate(places) if place in asked}
    found = solved(reduce_rows(piece.rows, lows=piece.lows, highs=piece.highs), asked=here)
    yield from ((places[number], found[number]) for number in here)
