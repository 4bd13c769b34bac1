"""The attack: what can be computed back from everything that was published, in whole numbers.

Source: METHODS 7.3; tests/golden/vectors/release holds the problems it is proven on.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pipelines.release.endpoints import Asked, Enough, Interval, Question, Unfinished, answers
from pipelines.release.presolve import Limit, Piece, Reduced, reduce_rows
from pipelines.release.whole_rows import Bound, Contradiction, Number, Row, round_down, round_up, whole_row
from pipelines.vocabulary.errors import AttackUnfinished, InfeasibleRelease
from pipelines.vocabulary.words import release as words

Statement = Mapping[str, Any]  # {"coef": {unknown: weight}, "rhs": number}
NOTHING_SAID: tuple[int, None] = (0, None)  # of an unknown without bounds: a count is never below zero


@dataclass(frozen=True)
class Problem:
    """Names of the unknowns, what is published about them as whole rows, and the outer limits of each."""

    unknowns: tuple[str, ...]
    rows: tuple[Row, ...]
    lows: tuple[Limit, ...]
    highs: tuple[Limit, ...]


def attack(
    unknowns: Sequence[str],
    equations: Sequence[Statement],
    inequalities_le: Sequence[Statement],
    bounds: Mapping[str, Sequence[Number | None]],
) -> dict[str, tuple[Bound, Bound]]:
    """Return the tightest interval (low, high) of each unknown, whole numbers, None where there is no limit.

    `equations`: sum of coef × unknown is rhs; `inequalities_le`: it is rhs at most; `bounds`: (low, high), None for no
    limit; an unknown without bounds is a count: 0 or more. Raises InfeasibleRelease when nothing fits, AttackUnfinished
    when the search does not end (then nothing may be concluded), ValueError for a name that is no unknown.
    """
    return intervals(problem(unknowns, equations, inequalities_le, bounds))


def intervals(posed: Problem) -> dict[str, tuple[Bound, Bound]]:
    """Return the tightest interval of each unknown of a problem; raises as `attack` does."""
    found = solved(reduced(posed))
    return {name: (_end(low), _end(high)) for name, (low, high) in zip(posed.unknowns, found, strict=True)}


def problem(
    unknowns: Sequence[str],
    equations: Sequence[Statement],
    inequalities_le: Sequence[Statement],
    bounds: Mapping[str, Sequence[Number | None]],
) -> Problem:
    """Return the statements as rows of whole numbers; raises InfeasibleRelease and ValueError as `attack` does."""
    places = {name: place for place, name in enumerate(unknowns)}
    _refuse_unknown_names(places, [*equations, *inequalities_le], bounds, given=len(unknowns))
    limits = [bounds.get(name, NOTHING_SAID) for name in unknowns]
    rows = [(statement, statement["rhs"]) for statement in equations]
    rows += [(statement, None) for statement in inequalities_le]
    with refusals():
        whole = tuple(
            whole_row(
                {places[name]: weight for name, weight in said["coef"].items()}, low=low, high=said["rhs"]
            )
            for said, low in rows
        )
    lows = tuple(_or_endless(round_up(low), -math.inf) for low, _ in limits)
    highs = tuple(_or_endless(round_down(high), math.inf) for _, high in limits)
    return Problem(tuple(unknowns), whole, lows, highs)


def reduced(posed: Problem) -> Reduced:
    """Return the problem with all that follows row by row worked out; raises InfeasibleRelease."""
    with refusals():
        return reduce_rows(posed.rows, lows=posed.lows, highs=posed.highs)


def solved(left: Reduced, *, asked: Mapping[int, Enough] | None = None) -> list[Interval]:
    """Return the tightest intervals of a reduced problem, infinite for no limit; raises as `attack` does.

    `asked`: places of the unknowns that matter, and when enough of an interval is proven (None: all, to the end).
    """
    found = list(zip(left.lows, left.highs, strict=True))
    wanted = [(places, _question(places, piece, asked)) for places, piece in left.pieces]
    wanted = [(places, question) for places, question in wanted if question.asked != ()]
    with refusals():
        answered = answers([question for _, question in wanted])
    for (places, _), answer in zip(wanted, answered, strict=True):
        for place, interval in zip(places, answer.intervals, strict=True):
            found[place] = interval
    return found


def _question(places: Sequence[int], piece: Piece, asked: Mapping[int, Enough] | None) -> Question:
    return Question(piece, None if asked is None else asked_within(places, asked))


def asked_within(places: Sequence[int], asked: Mapping[int, Enough]) -> Asked:
    """Return what is asked of a piece, by the place of its unknowns within it."""
    return tuple((number, asked[place]) for number, place in enumerate(places) if place in asked)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn a contradiction or an unfinished search inside into the error with a sentence."""
    try:
        yield
    except Contradiction as contradiction:
        raise InfeasibleRelease(words.CONTRADICTION, action=words.CONTRADICTION_ACTION) from contradiction
    except Unfinished as unfinished:
        raise AttackUnfinished(words.UNFINISHED, action=words.UNFINISHED_ACTION) from unfinished


def _refuse_unknown_names(
    places: Mapping[str, int], statements: Iterable[Statement], bounds: Mapping[str, Any], *, given: int
) -> None:
    if len(places) != given:
        message = "an unknown is named twice"
        raise ValueError(message)
    named = {name for statement in statements for name in statement["coef"]} | set(bounds)
    strange = sorted(named - set(places))[:10]
    if strange:
        message = f"not among the unknowns: {', '.join(strange)}"
        raise ValueError(message)


def _or_endless(limit: Bound, endless: float) -> Limit:
    return endless if limit is None else limit


def _end(limit: Limit) -> Bound:
    return None if isinstance(limit, float) else limit
