"""Insiders: persons who know their own record and subtract it from what is printed. Source: METHODS 7.3, T35.

Only the pieces of the problem that hold a cell of the person are attacked again, and what was found possible for readers
in general is possible for an insider too where it leaves room for the own record.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.release.endpoints import Answer, Enough, Interval, Point, Question, answers
from pipelines.release.presolve import Piece, Reduced
from pipelines.release.reidentification import asked_within, refusals
from pipelines.release.whole_rows import Contradiction

Own = Mapping[int, int]  # what a person adds, by the place of the unknown


@dataclass(frozen=True)
class _Again:
    """A piece to attack again for one insider."""

    insider: int
    places: tuple[int, ...]
    question: Question


def records_apart(insiders: Iterable[Mapping[str, int]]) -> tuple[Mapping[str, int], ...]:
    """Return each different record once, empty ones left out: who adds the same finds the same."""
    apart = {tuple(sorted(record.items())): record for record in insiders if any(record.values())}
    return tuple(apart.values())


def narrowed(
    left: Reduced, *, owns: Sequence[Own], asked: Mapping[int, Enough]
) -> Iterator[tuple[int, int, Interval]]:
    """Yield (number of the insider, place, interval) of asked unknowns that may change for who adds `owns[number]`.

    Raises InfeasibleRelease when a record does not fit what is printed.
    """
    raised = [_raised(left, own) for own in owns]
    with refusals():
        again = list(_pieces_again(left, raised, asked))
        answered = answers([piece.question for piece in again])
    for piece, answer in zip(again, answered, strict=True):
        for number, _ in piece.question.asked or ():
            yield piece.insider, piece.places[number], answer.intervals[number]
    tied = {place for places, _ in left.pieces for place in places}
    for insider, own in enumerate(raised):
        for place in (own.keys() & asked.keys()) - tied:
            yield insider, place, (own[place], left.highs[place])


def _raised(left: Reduced, own: Own) -> dict[int, int]:
    """Return the amounts that say more than is known, checked against what is printed."""
    with refusals():
        if any(amount > left.highs[place] for place, amount in own.items()):
            raise Contradiction
    return {place: amount for place, amount in own.items() if amount > left.lows[place]}


def _pieces_again(left: Reduced, raised: Sequence[Own], asked: Mapping[int, Enough]) -> Iterator[_Again]:
    touched = [
        (insider, places, piece)
        for places, piece in left.pieces
        for insider, own in enumerate(raised)
        if not own.keys().isdisjoint(places) and not asked.keys().isdisjoint(places)
    ]
    questions = [Question(piece, asked_within(places, asked)) for _, places, piece in touched]
    for (insider, places, piece), known in zip(touched, answers(questions), strict=True):
        lows = tuple(raised[insider].get(place, low) for place, low in zip(places, piece.lows, strict=True))
        question = Question(
            Piece(lows, piece.highs, piece.rows), asked_within(places, asked), _possible(known, lows)
        )
        yield _Again(insider, places, question)


def _possible(known: Answer, lows: Sequence[int | float]) -> tuple[Point, ...]:
    return tuple(point for point in known.points if all(x >= low for x, low in zip(point, lows, strict=True)))
