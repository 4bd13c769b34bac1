"""The tightest interval of every unknown of a piece: read off where the rows form a tree, else proven by a search."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.release.presolve import Limit, Piece, propagate, tighten
from pipelines.release.whole_rows import Row

FINEST = 10**5  # sum of weights in a row; beyond it a solver's tolerance of 1e-6 per unknown is not trusted
REMEMBERED = 2_000  # answers: the next attack meets most of the same pieces again

Interval = tuple[Limit, Limit]
Point = tuple[int, ...]


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


@dataclass(frozen=True)
class Question:
    """A piece and the unknowns that matter (`asked`; None: all). `hints`: whole solutions that are known already."""

    piece: Piece
    asked: Asked | None = None
    hints: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Answer:
    """Smallest and largest whole value of each unknown, and the whole solutions that were met on the way.

    Of an unknown that was not asked the outer interval; of one that is proven to be enough the proven part.
    """

    intervals: tuple[Interval, ...]
    points: tuple[Point, ...] = ()


_known: dict[Question, Answer] = {}  # what a question gives never changes: forgetting costs time only


def answers(questions: Sequence[Question]) -> list[Answer]:
    """Return the answer to each question, in order; raises Contradiction or Unfinished.

    A tree of sums needs no search: once no row tightens any more, every end of every interval is reached by some whole
    solution. The rest is searched together.
    """
    held = {question: _known.get(question) for question in questions}
    fresh = [question for question, answer in held.items() if answer is None]
    found = dict(zip(fresh, _fresh(fresh), strict=True))
    if len(_known) + len(found) > REMEMBERED:
        _known.clear()
    _known.update(found)
    return [held[question] or found[question] for question in questions]


def _fresh(questions: Sequence[Question]) -> Iterator[Answer]:
    read = [_read_off(question.piece) for question in questions]
    hard = [question for question, answer in zip(questions, read, strict=True) if answer is None]
    searched = iter(_searched(hard) if hard else ())
    yield from (next(searched) if answer is None else answer for answer in read)


def _read_off(piece: Piece) -> Answer | None:
    if not _is_tree(piece):
        return None
    lows, highs = list(piece.lows), list(piece.highs)
    propagate(piece.rows, lows=lows, highs=highs)
    if any(tighten(row, lows=lows, highs=highs) for row in piece.rows):
        return None
    return Answer(tuple(zip(lows, highs, strict=True)))


def _is_tree(piece: Piece) -> bool:
    links = sum(len(row.terms) for row in piece.rows)
    plain = all(abs(weight) == 1 for row in piece.rows for _, weight in row.terms)
    return plain and links == len(piece.rows) + len(piece.lows) - 1


def _searched(questions: Sequence[Question]) -> list[Answer]:
    """Ask the solver all at once; where it cannot finish, each alone, and what is left by halving intervals."""
    from pipelines.release.solver import search_together

    if not any(_too_fine(question.piece) for question in questions):
        try:
            return search_together(questions)
        except Unfinished:
            pass
    return [_searched_alone(question) for question in questions]


def _searched_alone(question: Question) -> Answer:
    from pipelines.release.branching import extremes_by_branching
    from pipelines.release.solver import search_together

    if not _too_fine(question.piece):
        try:
            return search_together([question])[0]
        except Unfinished:
            pass
    return Answer(extremes_by_branching(question.piece))


def _too_fine(piece: Piece) -> bool:
    return any(sum(abs(weight) for _, weight in row.terms) > FINEST for row in piece.rows)


def fits(rows: tuple[Row, ...], point: Point) -> bool:
    """Whether whole numbers satisfy every row, exactly."""
    for row in rows:
        total = sum(weight * point[place] for place, weight in row.terms)
        if (row.low is not None and total < row.low) or (row.high is not None and total > row.high):
            return False
    return True


def all_finite(piece: Piece) -> bool:
    """Whether every interval has two ends."""
    return not any(math.isinf(limit) for limit in (*piece.lows, *piece.highs))
