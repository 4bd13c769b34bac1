"""CSV as Dutch programs write it: `;` or `,`, decimal comma, d-m-yyyy, the encoding of the program."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from pipelines.synthetic.files.grid import Cell, Grid


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """How a program writes CSV."""

    delimiter: str = ";"
    encoding: str = "cp1252"
    all_quoted: bool = False


SPREADSHEET = Dialect()
SPREADSHEET_UTF8 = Dialect(encoding="utf-8-sig")
FORM = Dialect(delimiter=",", encoding="utf-8", all_quoted=True)


def write_csv(path: Path, grid: Grid, *, dialect: Dialect) -> None:
    """Write the grid as a CSV file."""
    rows = grid.rows()
    width = max(len(row) for row in rows)
    path.write_bytes(csv_bytes([_padded(row, width) for row in rows], dialect=dialect))


def csv_bytes(rows: Sequence[Sequence[Cell]], *, dialect: Dialect) -> bytes:
    """Return the bytes of a CSV file with these cells."""
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_ALL if dialect.all_quoted else csv.QUOTE_MINIMAL,
        lineterminator="\r\n",
    )
    writer.writerows([dutch(cell) for cell in row] for row in rows)
    return out.getvalue().encode(dialect.encoding)


def _padded(row: list[Cell], width: int) -> list[Cell]:
    return row + [None] * (width - len(row))


def dutch(cell: Cell) -> str:
    """Return a cell as Dutch text: 3-4-2026, 1,5, 09:15."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell.day}-{cell.month}-{cell.year} {cell:%H:%M:%S}"
    if isinstance(cell, (date, time)):
        return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else f"{cell:%H:%M}"
    return f"{cell:.10g}".replace(".", ",") if isinstance(cell, float) else str(cell)
