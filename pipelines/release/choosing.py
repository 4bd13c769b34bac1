"""Chooses which cells to hide: a whole-number problem solved by HiGHS.

Unknowns: per cell whether it is hidden (0 or 1), and per demand one table that readers cannot tell from the true one. In
such a table a shown cell has its printed value and a hidden one stays within what the rule tells of it.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from pipelines.release.complement import Task, limits_by_rule
from pipelines.release.tables import Cell

MOST_NODES = 100  # a count and not a time: the same data give the same edition everywhere

Limits = Callable[[Cell], tuple[int, int | None]]


@dataclass
class _Rows:
    """Rows under construction: weights by column, and limits."""

    weights: list[dict[int, float]] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)

    def add(self, weights: dict[int, float], low: float, high: float) -> None:
        """Add one row."""
        self.weights.append(weights)
        self.lows.append(low)
        self.highs.append(high)


@dataclass
class _Model:
    """The growing problem: columns 0 to n - 1 say which cells are hidden, the rest belong to possible tables."""

    task: Task
    rows: _Rows = field(default_factory=_Rows)
    columns: int = 0

    @cached_property
    def largest(self) -> dict[str, int]:
        """Return what each cell can be at most: a total it is part of that stays, else more than is ever needed."""
        cells = self.task.table.cells
        everything = 2 * (max(cell.value for cell in cells) + self.task.demand.smallest) + 10
        most = dict.fromkeys((cell.name for cell in cells), everything)
        stay = {cell.name: cell.value for cell in cells if not self.task.may_hide(cell)}
        for total in self.task.table.sums:
            if total.total in stay and total.total not in self.task.must:
                most |= {name: min(most[name], stay[total.total]) for name in total.parts}
        return most


def cheapest_choice(
    task: Task, *, need: frozenset[str], failed: Iterable[tuple[frozenset[str], str]]
) -> frozenset[str] | None:
    """Return the cheapest cells to hide so that each cell of `need` has room, if hidden; None when impossible.

    `failed`: choices that were attacked with success; the cell found out needs at least one cell more.
    """
    cells = task.table.cells
    model = _Model(task, columns=len(cells))
    places = {cell.name: place for place, cell in enumerate(cells)}
    for name in sorted(need):
        _give_room(model, cells[places[name]], places)
    for hidden, name in failed:
        others = {places[cell.name]: 1.0 for cell in cells if cell.name not in hidden}
        model.rows.add({**others, places[name]: -1.0}, 0, math.inf)
    _no_lonely_cell(model, places)
    if task.most_hidden is not None:
        inner = {places[cell.name]: 1.0 for cell in task.table.inner}
        model.rows.add(inner, 0, task.most_hidden)
    return _solved(model)


def _no_lonely_cell(model: _Model, places: dict[str, int]) -> None:
    """Demand a second hidden cell in every sum with one: follows from what is asked, but makes the search short."""
    task = model.task
    for total in task.table.sums:
        members = {places[name]: 1.0 for name in (*total.parts, total.total)}
        for name in (*total.parts, total.total):
            if name in task.primary or name not in task.dropped:
                model.rows.add({**members, places[name]: -1.0}, 0, math.inf)


def _give_room(model: _Model, cell: Cell, places: dict[str, int]) -> None:
    """Demand two possible tables that differ enough in this cell, and one where it is no small group."""
    task = model.task
    at = places[cell.name]

    def by_rule(other: Cell) -> tuple[int, int | None]:
        return limits_by_rule(task, other)

    low, high = _possible_table(model, by_rule, places), _possible_table(model, by_rule, places)
    width = task.demand.width
    model.rows.add({high + at: 1.0, low + at: -1.0, at: -float(width)}, 0, math.inf)
    if task.demand.reaches:
        other = _possible_table(model, lambda _: (0, None), places)
        model.rows.add({other + at: 1.0, at: -float(task.demand.smallest)}, 0, math.inf)


def _possible_table(model: _Model, limits: Limits, places: dict[str, int]) -> int:
    """Add a table that readers cannot tell from the true one; return the column of its first cell."""
    start = model.columns
    cells = model.task.table.cells
    model.columns += len(cells)
    for place, cell in enumerate(cells):
        low, high = limits(cell)
        up = (model.largest[cell.name] if high is None else high) - cell.value
        model.rows.add({start + place: 1.0, place: float(cell.value - low)}, cell.value, math.inf)
        model.rows.add({start + place: 1.0, place: -float(up)}, -math.inf, cell.value)
    for total in model.task.table.sums:
        parts = {start + places[name]: 1.0 for name in total.parts}
        model.rows.add({**parts, start + places[total.total]: -1.0}, 0, 0)
    return start


def _solved(model: _Model) -> frozenset[str] | None:
    cells = model.task.table.cells
    costs, lows, highs = np.zeros(model.columns), np.zeros(model.columns), np.full(model.columns, np.inf)
    costs[: len(cells)] = _costs(model.task)
    lows[: len(cells)] = [cell.name in model.task.must for cell in cells]
    highs[: len(cells)] = [cell.name in model.task.must or model.task.may_hide(cell) for cell in cells]
    answer = milp(
        costs,
        integrality=np.ones(model.columns),
        bounds=Bounds(lows, highs),
        constraints=LinearConstraint(_matrix(model), model.rows.lows, model.rows.highs),
        options={"mip_rel_gap": 0.0, "node_limit": MOST_NODES},
    )
    if answer.x is None:
        return None
    return frozenset(cell.name for cell, hidden in zip(cells, answer.x, strict=False) if hidden > 0.5)


def _matrix(model: _Model) -> csr_array:
    weights = [weight for row in model.rows.weights for weight in row.values()]
    columns = [column for row in model.rows.weights for column in row]
    starts = np.cumsum([0, *map(len, model.rows.weights)])
    return csr_array((weights, columns, starts), shape=(len(model.rows.weights), model.columns))


def _costs(task: Task) -> list[float]:
    """Return what hiding each cell costs: 1, a total all that it is the sum of; persons only decide between equals."""
    weights = {cell.name: 1 for cell in task.table.cells}
    for _ in task.table.sums:  # a total of totals settles after as many rounds as there are levels
        told = {total.total: sum(weights[name] for name in total.parts) for total in task.table.sums}
        if all(weights[name] == weight for name, weight in told.items()):
            break
        weights |= told
    everybody = 1 + sum(cell.persons for cell in task.table.cells)
    free = task.must
    return [
        0.0 if cell.name in free else weights[cell.name] + cell.persons / everybody
        for cell in task.table.cells
    ]
