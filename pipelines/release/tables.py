"""A table as the release desk weighs it: cells, and which cell is the total of which others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

TOTAL = "totaal"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A number of a table. `value`: what would be printed, whole; `persons`: distinct persons behind it.

    `largest`: most that one person adds to it (1 where persons are counted). `fixed`: printed for everyone, never hidden.
    """

    name: str
    value: int
    persons: int
    largest: int = 1
    fixed: bool = False


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A printed total and the cells it is the sum of."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """Cells with their sums. `name`: as a reader would name it. `counts_persons`: the values are persons themselves."""

    name: str
    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()
    counts_persons: bool = True

    def __post_init__(self) -> None:
        values = {cell.name: cell.value for cell in self.cells}
        if len(values) != len(self.cells):
            message = f"a cell is named twice in {self.name}"
            raise ValueError(message)
        for total in self.sums:
            if values[total.total] != sum(values[part] for part in total.parts):
                message = f"{total.total} is not the sum of its parts in {self.name}"
                raise ValueError(message)

    @property
    def totals(self) -> frozenset[str]:
        """Names of the cells that are the total of others: the margins."""
        return frozenset(total.total for total in self.sums)

    @property
    def inner(self) -> tuple[Cell, ...]:
        """Cells that are no total: the holes in a table are counted over these."""
        return tuple(cell for cell in self.cells if cell.name not in self.totals)


def breakdown(name: str, cells: Iterable[Cell], *, total: Cell | None, counts_persons: bool = True) -> Table:
    """Return a table of one dimension: cells that add up to a total, or to nothing printed (None)."""
    parts = tuple(cells)
    sums = (Sum(total=total.name, parts=tuple(cell.name for cell in parts)),) if total is not None else ()
    all_cells = parts if total is None else (*parts, total)
    return Table(name=name, cells=all_cells, sums=sums, counts_persons=counts_persons)


def crossed(name: str, counts: Mapping[tuple[str, ...], int]) -> Table:
    """Return a table of persons by one or more properties with every margin; cells are named by their keys.

    Each person is in one cell; where somebody can be in several, make the cells with their own `persons`.
    """
    summed: dict[tuple[str, ...], int] = {}
    for key, count in counts.items():
        for margin in product(*((part, TOTAL) for part in key)):
            summed[margin] = summed.get(margin, 0) + count
    parts: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for key in summed:
        for place in range(len(key)):
            if key[place] != TOTAL:
                parts.setdefault((place, (*key[:place], TOTAL, *key[place + 1 :])), []).append(cell_name(key))
    return Table(
        name=name,
        cells=tuple(Cell(name=cell_name(key), value=count, persons=count) for key, count in summed.items()),
        sums=tuple(Sum(total=cell_name(key), parts=tuple(names)) for (_, key), names in parts.items()),
    )


def cell_name(key: Iterable[str]) -> str:
    """Return the name of a cell of a crossed table: its keys with a bar between."""
    return " | ".join(key)
