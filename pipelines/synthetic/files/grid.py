"""A sheet as it will be written: headings, lines of cells by column, and how it looks to a person."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time, timedelta
from typing import Any

from pipelines.schemas.column import Kind, Record
from pipelines.vocabulary.words.records import CHOICE_LABELS

Cell = str | int | float | date | datetime | time | timedelta | None


@dataclass(kw_only=True, eq=False)
class Line:
    """One line of a sheet: cells by column name; a line of another kind (blank, total) has cells by position."""

    cells: dict[str, Cell] = field(default_factory=dict)
    loose: tuple[Cell, ...] = ()
    hidden: bool = False
    colour: str = ""

    def row(self, columns: tuple[str, ...]) -> list[Cell]:
        """Return the cells in the order of the columns."""
        if not self.cells:
            return list(self.loose)
        return [self.cells.get(column) for column in columns]


@dataclass(kw_only=True, eq=False)
class Grid:
    """One sheet: `columns` are ours (or a made-up name for one that fits nothing), beside their headings.

    `preamble`: lines above the headings. `looks`: what a person made of it.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    lines: list[Line]
    preamble: tuple[tuple[Cell, ...], ...] = ()
    is_protected: bool = False

    @property
    def first_row(self) -> int:
        """Row of the first line below the headings; 1 is the first row of the file."""
        return len(self.preamble) + 2

    def row_of(self, line: Line) -> int:
        """Return the row in which a line stands, as a person sees it."""
        return self.first_row + self.lines.index(line)

    def rows(self) -> list[list[Cell]]:
        """Return everything from the first row on."""
        return [
            *map(list, self.preamble),
            list(self.headings),
            *(line.row(self.columns) for line in self.lines),
        ]


def lines_of(rows: Iterable[Any], *, record: Record) -> list[Line]:
    """Return one line per row of a record, cells as a coordinator types them."""
    return [Line(cells=_cells(row, record)) for row in rows]


def _cells(row: Any, record: Record) -> dict[str, Cell]:
    values = {each.name: getattr(row, each.name) for each in fields(row)}
    return {name: _typed(value, record.column(name).kind) for name, value in values.items()}


def _typed(value: Any, kind: Kind) -> Cell:
    if value is None:
        return None
    if kind is Kind.YES_NO:
        return "J" if value else "N"
    if kind is Kind.CHOICE:
        return CHOICE_LABELS[value]
    if kind is Kind.CHOICES:
        return ";".join(value) or None
    return value  # type: ignore[no-any-return]
