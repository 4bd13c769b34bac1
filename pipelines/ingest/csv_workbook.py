"""A delivered text file as a workbook, cell for cell as text and row for row in its place: what can be marked."""

import csv
from collections.abc import Iterator, Sequence
from typing import Any

from pipelines.ingest.read import CsvText, Sheet


def workbook_of(sheet: Sheet, source: CsvText) -> Any:
    """Return an openpyxl workbook with the headings and rows of the sheet where they stand in the file."""
    from openpyxl import Workbook

    workbook = Workbook()
    page = workbook.active
    _write_row(page, sheet.header_row, sheet.headings)
    for number, cells in enumerate(_records(source), start=source.first_row):
        _write_row(page, number, cells)
    return workbook


def _records(source: CsvText) -> Iterator[list[str]]:
    with source.path.open(encoding=source.encoding, newline="") as lines:
        for _ in range(source.skip_lines):
            next(lines, None)
        if source.quote:
            yield from csv.reader(lines, delimiter=source.delimiter, quotechar=source.quote)
        else:
            yield from csv.reader(lines, delimiter=source.delimiter, quoting=csv.QUOTE_NONE)


def _write_row(page: Any, number: int, cells: Sequence[str]) -> None:
    """Write the cells as text: what looks like a formula stays what was typed."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    for position, text in enumerate(cells, start=1):
        if text:
            cell = page.cell(row=number, column=position)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            cell.data_type = "s"
