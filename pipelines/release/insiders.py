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


def records_together(records: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return the smallest record that holds all of each."""
    found: dict[str, int] = {}
    for record in records:
        for name, amount in record.items():
            found[name] = max(found.get(name, 0), amount)
    return found


def narrowed(
    left: Reduced, *, owns: Sequence[Own], asked: Mapping[int, Enough]
) -> Iterator[tuple[int, int, Interval]]:
    """Yield (number of the insider, place, interval) of asked unknowns that may change for who adds `owns[number]`.

    Of two records of which one holds the other only the larger one is tried: it finds all that the smaller one finds.
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
        if not asked.keys().isdisjoint(places)
        for insider in _who_know_most(raised, places)
    ]
    questions = [Question(piece, asked_within(places, asked)) for _, places, piece in touched]
    for (insider, places, piece), known in zip(touched, answers(questions), strict=True):
        lows = tuple(raised[insider].get(place, low) for place, low in zip(places, piece.lows, strict=True))
        question = Question(
            Piece(lows, piece.highs, piece.rows), asked_within(places, asked), _possible(known, lows)
        )
        yield _Again(insider, places, question)


def _who_know_most(raised: Sequence[Own], places: Sequence[int]) -> list[int]:
    """Return the insiders with something in these places which nobody else has all of, and more.

    Every solution that leaves room for the larger record leaves room for the smaller one, so that who has the smaller
    one finds nothing narrower.
    """
    within = set(places)
    parts = {insider: _part(own, within) for insider, own in enumerate(raised)}
    apart = {part: insider for insider, part in parts.items() if part}
    most: list[frozenset[tuple[int, int]]] = []
    for part in sorted(apart, key=_size, reverse=True):
        if not any(_covers(dict(larger), part) for larger in most):
            most.append(part)
    return sorted(apart[part] for part in most)


def _part(own: Own, within: set[int]) -> frozenset[tuple[int, int]]:
    return frozenset((place, amount) for place, amount in own.items() if place in within)


def _size(part: frozenset[tuple[int, int]]) -> int:
    return sum(amount for _, amount in part)


def _covers(larger: Own, part: frozenset[tuple[int, int]]) -> bool:
    return all(larger.get(place, 0) >= amount for place, amount in part)


def _possible(known: Answer, lows: Sequence[int | float]) -> tuple[Point, ...]:
    return tuple(point for point in known.points if all(x >= low for x, low in zip(point, lows, strict=True)))
