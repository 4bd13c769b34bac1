"""Which cells of a table an audience does not see: small ones, those beside them, or all but the margin.

Persons decide, not rows. What is hidden for its size and what is hidden to protect it look the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor

from pipelines.release.complement import Task, cheapest_complement, weaknesses
from pipelines.release.narrowness import Demand
from pipelines.release.policy import MOST_HIDDEN
from pipelines.release.tables import Cell, Table
from pipelines.vocabulary.errors import ReleaseRefused
from pipelines.vocabulary.words import release as words


@dataclass(frozen=True, kw_only=True)
class Suppressed:
    """What of a table is hidden, by name. `primary`: for itself; `secondary`: so that no other is computed back.

    `dropped`: left out altogether because there would be too many holes; only totals are shown then.
    """

    primary: frozenset[str]
    secondary: frozenset[str]
    dropped: frozenset[str] = frozenset()

    @property
    def hidden(self) -> frozenset[str]:
        """Every cell that is not shown."""
        return self.primary | self.secondary

    @property
    def margin_only(self) -> bool:
        """Whether the inside of the table is left out."""
        return bool(self.dropped)


def suppress(table: Table, *, demand: Demand) -> Suppressed:
    """Return which cells to hide so that no attack on the table finds a hidden one, at the least loss.

    More than 30 % of the inner cells: only the margin. Raises ReleaseRefused when cells that are always printed give a
    hidden one away, AttackUnfinished when safety cannot be proven.
    """
    return next(suppressions(table, demand=demand))


def suppressions(table: Table, *, demand: Demand) -> Iterator[Suppressed]:
    """Yield every safe way to show a table, the finest first: with some holes, its margin alone, nothing.

    Raises as `suppress` does.
    """
    primary = frozenset(cell.name for cell in table.cells if is_primary(cell, demand=demand))
    inner = table.inner
    few = floor(MOST_HIDDEN * len(inner) + 1e-9)
    dropped = frozenset(cell.name for cell in inner if not cell.fixed)
    plain = Task(table=table, demand=demand, primary=primary)
    for task in (replace(plain, most_hidden=few), replace(plain, dropped=dropped)):
        hidden = cheapest_complement(task)
        if hidden is not None:
            yield Suppressed(primary=primary, secondary=hidden - primary, dropped=task.dropped)
    yield _nothing_but_fixed(plain)


def task_of(table: Table, *, suppressed: Suppressed, demand: Demand) -> Task:
    """Return the task that a suppression solves: what an attack on it needs to know."""
    return Task(table=table, demand=demand, primary=suppressed.primary, dropped=suppressed.dropped)


def is_primary(cell: Cell, *, demand: Demand) -> bool:
    """Whether a cell is hidden for itself: too few persons; nobody is a fact."""
    return not cell.fixed and 0 < cell.persons < demand.smallest


def _nothing_but_fixed(task: Task) -> Suppressed:
    everything = frozenset(cell.name for cell in task.table.cells if not cell.fixed)
    if weaknesses(replace(task, dropped=everything), everything):
        raise ReleaseRefused(words.FIXED_TELL.format(table=task.table.name), action=words.FIXED_TELL_ACTION)
    return Suppressed(primary=task.primary, secondary=everything - task.primary, dropped=everything)
