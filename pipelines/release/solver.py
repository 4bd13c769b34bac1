"""Smallest and largest whole values by HiGHS, each answer checked again in whole numbers.

One search per piece; all searches ask their next question together, side by side in one problem, for starting the solver
costs more than the answer.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from scipy.optimize import Bounds, milp

from pipelines.release.endpoints import Answer, Point, Question, Unfinished, all_finite
from pipelines.release.searching import Search, whole_point
from pipelines.release.side_by_side import ENDLESS, SOLVED, SideBySide
from pipelines.release.whole_rows import Contradiction

LONGEST = 20.0  # seconds for one question; a release that cannot be judged is refused
IMPOSSIBLE = 2  # scipy's status
MOST_TOGETHER = 60  # searches in one problem: more grow slower than they save


def search_together(questions: Sequence[Question]) -> list[Answer]:
    """Return the answer to each question, in order; infinite where an unknown has no limit.

    Raises Contradiction when no whole numbers fit a piece, Unfinished when the solver ran out of time or was not exact.
    """
    found: list[Answer] = []
    for start in range(0, len(questions), MOST_TOGETHER):
        found += _together([Search(question) for question in questions[start : start + MOST_TOGETHER]])
    return found


def _together(searches: list[Search]) -> list[Answer]:
    running = [search for search in searches if search.advance(None, first=True)]
    group = SideBySide(searches)
    while running:
        if 2 * len(running) < len(group.searches):
            group = SideBySide(running)
        points = dict(zip(map(id, running), _points(group, running), strict=True))
        running = [search for search in running if search.advance(points[id(search)])]
    return [search.answer() for search in searches]


def _points(group: SideBySide, running: Sequence[Search]) -> Iterator[Point | None]:
    """Yield the whole point each search wants: the smallest of its wanted sum; None where that has no end.

    Where the fractional problem already ends in whole numbers (tables of two dimensions), that is the answer.
    """
    limited = [search for search in running if all_finite(search.piece)]
    values = group.fractional(limited) if len(limited) > 1 else None
    for search in running:
        point = None if values is None else whole_point(search.piece, values.get(id(search)))
        yield _alone(search, tried=values is not None and id(search) in values) if point is None else point


def _alone(search: Search, *, tried: bool) -> Point | None:
    if not tried:
        alone = SideBySide([search])
        status, values = alone.solved([search])
        if status == ENDLESS and search.inner:
            return None  # whole points exist and the limits are whole numbers: they go on for ever as well
        point = whole_point(search.piece, values) if status == SOLVED else None
        if point is not None:
            return point
    return _whole(search)


def _whole(search: Search) -> Point | None:
    answer: Any = milp(
        search.wanted,
        integrality=np.ones(len(search.wanted)),
        bounds=Bounds(search.bounds[:, 0], search.bounds[:, 1]),
        constraints=search.constraints,
        options={"mip_rel_gap": 0.0, "time_limit": LONGEST},
    )
    if answer.status == IMPOSSIBLE:
        raise Contradiction
    if answer.status == ENDLESS and search.inner:
        return None
    point = whole_point(search.piece, answer.x) if answer.status == SOLVED else None
    if point is None:
        raise Unfinished
    return point
