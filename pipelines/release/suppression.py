"""Which cells of a table an audience does not see: small ones, those beside them, or all but the margin.

Persons decide, not rows. What is hidden for its size and what is hidden to protect it look the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from pipelines.release.complement import Task, cheapest_complement, weaknesses
from pipelines.release.dominance import guessable, too_few_contributors, upper_protection
from pipelines.release.narrowness import Demand
from pipelines.release.policy import MOST_HIDDEN
from pipelines.release.tables import Cell, Table
from pipelines.release.whole_rows import Number
from pipelines.vocabulary.errors import ReleaseRefused
from pipelines.vocabulary.words import release as words


@dataclass(frozen=True, kw_only=True)
class Suppressed:
    """What of a table is hidden, by name. `primary`: for itself; `secondary`: so that no other is computed back.

    `margin_only`: too many holes, so the inside is left out altogether and only totals are shown.
    """

    primary: frozenset[str]
    secondary: frozenset[str]
    margin_only: bool = False

    @property
    def hidden(self) -> frozenset[str]:
        """Every cell that is not shown."""
        return self.primary | self.secondary


def suppress(table: Table, *, demand: Demand) -> Suppressed:
    """Return which cells to hide so that no attack on the table finds a hidden one, at the least loss.

    More than 30 % of the inner cells: only the margin. Raises ReleaseRefused when cells that are always printed give a
    hidden one away, AttackUnfinished when safety cannot be proven.
    """
    primary = frozenset(cell.name for cell in table.cells if is_primary(cell, demand=demand))
    for task in _tasks(table, demand=demand, primary=primary):
        hidden = cheapest_complement(task)
        if hidden is not None:
            return Suppressed(primary=primary, secondary=hidden - primary, margin_only=bool(task.dropped))
    everything = frozenset(cell.name for cell in table.cells if not cell.fixed)
    return _nothing_but_fixed(Task(table=table, demand=demand, primary=primary, dropped=everything))


def amount_cell(name: str, amounts: Sequence[Number], *, demand: Demand) -> Cell:
    """Return the cell of a sum of hours or euros, one amount per person; unsafe by the p% rule or too few contributors.

    The value is whole: print whole hours, and totals as the sum of what is printed.
    """
    return Cell(
        name=name,
        value=round(sum(amounts)),
        persons=len(amounts),
        largest=ceil(max(amounts, default=0)),
        unsafe=guessable(amounts) or too_few_contributors(amounts, least=demand.contributors),
        room=ceil(upper_protection(amounts)),
    )


def is_primary(cell: Cell, *, demand: Demand) -> bool:
    """Whether a cell is hidden for itself: too few persons (nobody is a fact), or marked unsafe by another rule."""
    return not cell.fixed and (cell.unsafe or 0 < cell.persons < demand.smallest)


def _tasks(table: Table, *, demand: Demand, primary: frozenset[str]) -> Iterator[Task]:
    """Yield the table with some holes, then its margin alone, then its grand total alone."""
    inner = table.inner
    yield Task(
        table=table, demand=demand, primary=primary, most_hidden=floor(MOST_HIDDEN * len(inner) + 1e-9)
    )
    dropped = frozenset(cell.name for cell in inner if not cell.fixed)
    yield Task(table=table, demand=demand, primary=primary, dropped=dropped)


def _nothing_but_fixed(task: Task) -> Suppressed:
    if weaknesses(task, task.dropped):
        raise ReleaseRefused(words.FIXED_TELL.format(table=task.table.name), action=words.FIXED_TELL_ACTION)
    return Suppressed(primary=task.primary, secondary=task.dropped - task.primary, margin_only=True)
