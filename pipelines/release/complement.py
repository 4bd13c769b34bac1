"""The cheapest second cells: what else to hide so that nothing hidden can be computed back.

Fewest cells first, then fewest persons. A solver chooses them: for each cell that must stay secret it has to find, among
the tables that readers cannot tell apart, two that are far enough apart (Fischetti and Salazar 2001). The choice is then
attacked; what the attack still finds becomes a further demand, until it finds nothing. Zeros are never hidden: a reader
guesses a hidden zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipelines.release.knowledge import Said, Secret, equal, hidden_beside, hidden_small, printed
from pipelines.release.narrowness import Breach, Demand, judge
from pipelines.release.tables import Cell, Table

MOST_ROUNDS = 60  # of choosing and attacking; beyond this the table is not worth it: the margin goes out


@dataclass(frozen=True, kw_only=True)
class Task:
    """A table to make safe. `primary`: hidden for themselves; `dropped`: left out altogether, free of cost.

    `most_hidden`: how many inner cells may go at most, None for any number.
    """

    table: Table
    demand: Demand
    primary: frozenset[str]
    dropped: frozenset[str] = frozenset()
    most_hidden: int | None = None

    @property
    def must(self) -> frozenset[str]:
        """Return the names of the cells that are hidden in any case."""
        return self.primary | self.dropped

    def may_hide(self, cell: Cell) -> bool:
        """Whether a cell can be hidden to protect another: a total only where the inside is gone or a total is small.

        A table without its totals is worse than the totals without the table.
        """
        totals = self.table.totals
        totals_may_go = bool(self.dropped) or not totals.isdisjoint(self.primary)
        return not cell.fixed and cell.persons > 0 and (cell.name not in totals or totals_may_go)


@dataclass(frozen=True, kw_only=True)
class Found:
    """Lessons of earlier rounds: cells that need room of their own, and choices that were not enough.

    `failed`: (what was hidden, the cell that was found out).
    """

    need: frozenset[str]
    failed: tuple[tuple[frozenset[str], str], ...] = field(default=())


def cheapest_complement(task: Task) -> frozenset[str] | None:
    """Return all cells to hide, the primary and dropped ones included; None when no choice is safe or allowed.

    Raises AttackUnfinished when safety cannot be proven.
    """
    if any(cell.fixed and cell.name in task.must for cell in task.table.cells) or not _few_enough(task):
        return None
    if not weaknesses(task, task.must):
        return task.must
    found = Found(need=task.primary)
    for _ in range(MOST_ROUNDS):
        hidden = _chosen(task, found)
        if hidden is None:
            return None
        breaches = weaknesses(task, hidden)
        if not breaches:
            return hidden
        found = _learned(found, hidden, breaches)
    return None


def _few_enough(task: Task) -> bool:
    gone = sum(cell.name in task.must for cell in task.table.inner)
    return task.most_hidden is None or gone <= task.most_hidden


def weaknesses(task: Task, hidden: frozenset[str]) -> tuple[Breach, ...]:
    """Return what an attack on the table still finds out when these cells are hidden."""
    return judge(statements(task, hidden), secrets=secrets(task, hidden), demand=task.demand).breaches


def statements(task: Task, hidden: frozenset[str]) -> tuple[Said, ...]:
    """Return what readers of the table know: its shown cells, its sums, and what the rule tells of hidden ones."""
    source = task.table.name
    shown = [
        printed([cell.name], cell.value, source=source)
        for cell in task.table.cells
        if cell.name not in hidden
    ]
    sums = [equal(total.parts, [total.total], source=source) for total in task.table.sums]
    by_rule = [
        _by_rule(task, cell)
        for cell in task.table.cells
        if cell.name in hidden and cell.name not in task.dropped
    ]
    return (*shown, *sums, *by_rule)


def limits_by_rule(task: Task, cell: Cell) -> tuple[int, int | None]:
    """Return what the rule tells of a hidden cell: never zero, what its largest contributor knows, and how small."""
    if cell.name in task.dropped:
        return 0, None
    small = task.table.counts_persons and 0 < cell.persons < task.demand.smallest
    return min(cell.value, max(1, cell.largest)), task.demand.smallest - 1 if small else None


def _by_rule(task: Task, cell: Cell) -> Said:
    low, high = limits_by_rule(task, cell)
    if high is None:
        said = hidden_beside([cell.name], source=task.table.name)
    else:
        said = hidden_small([cell.name], smallest=high + 1, source=task.table.name)
    return replace(said, low=low)


def secrets(task: Task, hidden: frozenset[str]) -> tuple[Secret, ...]:
    """Return hidden cells, but of dropped ones only those that are secret themselves; a dropped 12 may be known."""
    return tuple(
        Secret(name=cell.name, cells=(cell.name,))
        for cell in task.table.cells
        if cell.name in hidden and (cell.name in task.primary or cell.name not in task.dropped)
    )


def _chosen(task: Task, found: Found) -> frozenset[str] | None:
    from pipelines.release.choosing import cheapest_choice

    return cheapest_choice(task, need=found.need, failed=found.failed)


def _learned(found: Found, hidden: frozenset[str], breaches: Sequence[Breach]) -> Found:
    """Ask room for a cell that had none of its own; where it had, at least one more cell must go with it."""
    fresh = {breach.secret for breach in breaches} - found.need
    if fresh:
        return replace(found, need=found.need | fresh)
    return replace(found, failed=(*found.failed, *((hidden, breach.secret) for breach in breaches)))
