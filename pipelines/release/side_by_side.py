"""Many small fractional problems as one: the pieces have nothing to do with each other, so neither have the answers."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_diag

from pipelines.release.searching import Search

SOLVED, ENDLESS = 0, 3  # scipy's status


class SideBySide:
    """Searches in one problem; made once, asked often."""

    def __init__(self, searches: Sequence[Search]) -> None:
        self.searches = tuple(searches)
        rows = block_diag([search.constraints.A for search in searches], format="csr")
        lows = np.concatenate([search.constraints.lb for search in searches])
        highs = np.concatenate([search.constraints.ub for search in searches])
        self._rows = LinearConstraint(rows, lows, highs)
        self._bounds = Bounds(*np.concatenate([search.bounds for search in searches]).T)

    def solved(self, asking: Sequence[Search]) -> tuple[int, Any]:
        """Return the solver's status and the values that make the wanted sums of the asking searches smallest."""
        wanted = set(map(id, asking))
        sums = [search.wanted if id(search) in wanted else 0 * search.wanted for search in self.searches]
        answer: Any = milp(np.concatenate(sums), bounds=self._bounds, constraints=self._rows)
        return answer.status, answer.x

    def fractional(self, asking: Sequence[Search]) -> dict[int, Any] | None:
        """Return the values of each asking search by its id; None when the problem as a whole has no solution."""
        status, values = self.solved(asking)
        if status != SOLVED:
            return None
        ends = np.cumsum([0, *(len(search.wanted) for search in self.searches)])
        each = {
            id(search): values[start:end]
            for search, (start, end) in zip(self.searches, pairwise(ends), strict=True)
        }
        return {id(search): each[id(search)] for search in asking}
