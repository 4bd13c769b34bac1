"""The start of a CSV file: its delimiter and its heading row, found by trying which reading knows most headings."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from pipelines.ingest.read.heading_row import find_heading_row
from pipelines.ingest.read.match import Match
from pipelines.ingest.read.text_scan import LONGEST_LINE

SAMPLE = LONGEST_LINE  # bytes looked at for the shape; the encoding is decided over the whole file
ROWS_SAMPLED = 200
DELIMITERS = (";", ",", "\t", "|")
QUOTE = '"'
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, kw_only=True)
class CsvShape:
    """How the file begins: `lines_above` physical lines stand before the data, `rows_above` records.

    `width`: cells of a record, as many as headings and the blank ones behind them. `match`: what the headings are.
    `new_line`: how lines end; a lone carriage return only where nothing else ends one.
    """

    delimiter: str
    headings: tuple[str, ...]
    match: Match
    width: int
    lines_above: int
    rows_above: int
    new_line: str

    @property
    def is_one_line_above(self) -> bool:
        """Whether only the headings stand above the data, in one line whose quotes are all closed."""
        return self.lines_above == 1 and not any(QUOTE in heading for heading in self.headings)


@dataclass(frozen=True)
class _Row:
    cells: list[str]
    last_line: int


def find_shape(sample: str, *, name: str) -> CsvShape:
    """Return the reading of the sample that recognises most headings; ties go to the earlier delimiter."""
    shapes = [_shape(sample, delimiter=delimiter, name=name) for delimiter in DELIMITERS]
    return max(shapes, key=lambda shape: (shape.match.fits, shape.match.known, len(shape.headings)))


def _shape(sample: str, *, delimiter: str, name: str) -> CsvShape:
    rows = _rows(sample, delimiter=delimiter)
    candidates = rows or [_Row([""], 1)]
    at, match = find_heading_row([row.cells for row in candidates], sheet=name)
    return CsvShape(
        delimiter=delimiter,
        headings=tuple(candidates[at].cells),
        match=match,
        width=_width(candidates[at].cells, rows=[row.cells for row in rows[at + 1 :] if row.cells]),
        lines_above=candidates[at].last_line,
        rows_above=at + 1,
        new_line=next((end for end in ("\r\n", "\n", "\r") if end in sample), "\n"),
    )


def _width(headings: list[str], *, rows: list[list[str]]) -> int:
    """Return the cells of a record: as many as headings, or more where most rows end in as many blank ones.

    A filled cell beyond the headings means that the cells of its row were not told apart (`1,5` between commas);
    that is for the loader to say, of every such row.
    """
    usual, times = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    surplus_is_blank = not any(cell.strip() for row in rows for cell in row[len(headings) :])
    is_usual = 2 * times > len(rows) and surplus_is_blank
    return max(usual, len(headings)) if is_usual else len(headings)


def _rows(sample: str, *, delimiter: str) -> list[_Row]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, quotechar=QUOTE)
    rows: list[_Row] = []
    try:
        for cells in reader:
            rows.append(_Row(cells, reader.line_num))
            if len(rows) == ROWS_SAMPLED:
                break
    except csv.Error:
        return rows  # an open quote: what stands above it may still be the headings
    return rows


def data_start(sample: bytes, *, lines: int) -> int:
    """Return the byte at which the line after the first `lines` physical lines begins."""
    at = 0
    for _ in range(lines):
        end = _LINE_END.search(sample, at)
        if end is None:
            return len(sample)
        at = end.end()
    return at
