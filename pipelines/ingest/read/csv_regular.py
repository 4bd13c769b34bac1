"""A regular copy of an irregular CSV file: every record as wide as the headings, blank lines kept as blank rows."""

import csv
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.ingest.read.delivery import CsvText
from pipelines.ingest.read.encoding import codec
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.regularity import LARGEST_CELL

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, kw_only=True)
class CsvPart:
    """The records of a CSV file from byte `start` on; `first_line` is the line of the file they begin at."""

    path: Path
    named: Path  # the file as delivered, for sentences
    delimiter: str
    quote: str
    encoding: str
    start: int
    first_line: int

    def records(self) -> Iterator[list[str]]:
        """Return the cells of each record, read leniently. Raises FileRefused on a quote that is never closed."""
        name, errors = codec(self.encoding)
        with self.path.open("rb") as raw:
            raw.seek(self.start)
            with open(raw.fileno(), encoding=name, errors=errors, newline="", closefd=False) as text:
                reader = csv.reader(text, delimiter=self.delimiter, quotechar=self.quote)
                csv.field_size_limit(LARGEST_CELL)
                last_line = 0
                while True:
                    try:
                        cells = next(reader, None)
                    except csv.Error as problem:
                        row = self.first_line + last_line
                        raise refused("open_aanhalingsteken", path=self.named, row=row) from problem
                    if cells is None:
                        return
                    last_line = reader.line_num
                    yield cells


def scratch_file(scratch: Path) -> Path:
    """Return a new empty file in the scratch folder."""
    scratch.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=scratch, suffix=".csv")
    os.close(handle)
    return Path(name)


def write_regular(part: CsvPart, *, width: int, target: Path) -> int:
    """Write the records with `width` cells plus one that marks a broken row; return how many there are.

    Missing cells at the end of a record are empty. Blank lines at the end of the file are left out.
    """
    rows = blank = 0
    empty = [""] * (width + 1)
    with target.open("w", encoding="utf-8", newline="", errors="replace") as out:
        writer = csv.writer(out, delimiter=";", quotechar='"', lineterminator="\n")
        for cells in part.records():
            if not cells:
                blank += 1
                continue
            writer.writerows([empty] * blank)
            writer.writerow(_fitted(cells, width=width, delimiter=part.delimiter))
            rows += blank + 1
            blank = 0
    return rows


def _fitted(cells: list[str], *, width: int, delimiter: str) -> list[str]:
    text = "".join(cells)
    if len(cells) == width and "\n" not in text and "\r" not in text:
        return [*cells, ""]  # nearly every row, and ten times as fast
    broken = any(cell.strip() for cell in cells[width:]) or any(
        _swallows_rows(cell, width=width, delimiter=delimiter) for cell in cells
    )
    kept = [_LINE_END.sub("\n", cell) for cell in cells[:width]]
    kept += [""] * (width - len(cells))
    return [*kept, "1" if broken else ""]


def _swallows_rows(cell: str, *, width: int, delimiter: str) -> bool:
    """Whether a stray quote made whole records part of this cell."""
    return "\n" in cell and cell.count(delimiter) >= width - 1


def as_regular(source: CsvText, *, target: Path, rows: int) -> CsvText:
    """Return the source as its regular copy in `target`."""
    return replace(
        source,
        path=target,
        delimiter=";",
        encoding="utf-8",
        new_line="\n",
        width=source.width + 1,
        skip_lines=0,
        broken=source.width,
        rows=rows,
        temporary=True,
    )
