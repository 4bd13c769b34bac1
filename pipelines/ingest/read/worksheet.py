"""One worksheet becomes a sheet of text cells, or a note why it holds no data."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.ingest.read.accept import (
    HeadingRow,
    accept_headings,
    lossless_column,
    refuse_forbidden,
    refuse_sheet,
)
from pipelines.ingest.read.delivery import ArrowText, Note, Sheet
from pipelines.ingest.read.heading import heading_key
from pipelines.ingest.read.heading_row import ROWS_BEFORE_HEADINGS, find_heading_row
from pipelines.ingest.read.match import LEAST_KNOWN, unknown_headings
from pipelines.ingest.read.merged import (
    hidden_column_names,
    hidden_data_rows,
    merged_in_data,
    merged_in_headings,
    row_ranges,
)
from pipelines.ingest.read.place import cell_name
from pipelines.ingest.read.refusal import named_places, noted, refused
from pipelines.ingest.read.sheet_look import FORMULA, SheetLook
from pipelines.ingest.read.workbook_parts import SheetPart
from pipelines.vocabulary.words.reading import EXPLANATION_SHEETS
from pipelines.vocabulary.words.records import RECORD_TITLES

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 20_000  # rows held as Python text before they become a column


@dataclass(frozen=True, kw_only=True)
class Worksheet:
    """A worksheet to be read: its name and state, what the look found, and its file."""

    path: Path
    part: SheetPart
    look: SheetLook

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.part.name


def read_worksheet(worksheet: Worksheet, *, rows: Iterator[list[str]]) -> Sheet | Note:
    """Return the sheet, or why it holds no data. Raises FileRefused when it should hold data and cannot be read."""
    first = list(itertools.islice(rows, ROWS_BEFORE_HEADINGS))
    if not worksheet.look.rows or not any(cell.strip() for row in first for cell in row):
        return noted("leeg_blad", sheet=worksheet.name)
    if heading_key(worksheet.name) in EXPLANATION_SHEETS:
        return noted("uitleg", sheet=worksheet.name)
    headings = _headings(worksheet, first=first)
    beside = _beside_the_records(worksheet, headings=headings)
    if beside is not None:
        refuse_forbidden(headings)
        return noted(beside, sheet=worksheet.name)
    merged = merged_in_headings(worksheet.look, header_row=headings.row)
    if merged:
        refuse_forbidden(headings)
        raise refused(
            "samengevoegde_koppen", path=worksheet.path, sheet=worksheet.name, place=named_places(merged)
        )
    refuse_sheet(headings)
    return _sheet(worksheet, headings=headings, rows=itertools.chain(first[headings.row :], rows))


def _beside_the_records(worksheet: Worksheet, *, headings: HeadingRow) -> str | None:
    """Return the code of the note about a sheet that is no record: a pivot, a scribble, hidden lists; None to judge it.

    A visible sheet with two of our headings, or named like a record, is meant to be one: it is refused, not passed over.
    """
    if headings.match.fits:
        return None
    if worksheet.part.is_hidden:
        return "verborgen_blad_overgeslagen"
    named = heading_key(worksheet.name) in {heading_key(title) for title in RECORD_TITLES.values()}
    return None if named or headings.match.known >= LEAST_KNOWN else "vreemd_blad_overgeslagen"


def _headings(worksheet: Worksheet, *, first: Sequence[Sequence[str]]) -> HeadingRow:
    width = worksheet.look.columns
    at, match = find_heading_row(first, sheet=worksheet.name)
    headings = [*first[at], *[""] * (width - len(first[at]))]
    return HeadingRow(
        path=worksheet.path,
        sheet=worksheet.name,
        headings=tuple(headings),
        row=at + 1,
        match=match.widened(len(headings)),
    )


def _sheet(worksheet: Worksheet, *, headings: HeadingRow, rows: Iterator[list[str]]) -> Sheet:
    table = text_table(rows, width=len(headings.headings))
    row_numbers = _numbers(headings.row + 1, count=table.num_rows)

    def winner(positions: Sequence[int]) -> int | None:
        columns = [table.column(position).to_pylist() for position in positions]
        found = lossless_column(_filled(columns), positions=range(len(positions)))
        return None if found is None else positions[found]

    accepted = accept_headings(headings, winner=winner)
    hidden = hidden_data_rows(worksheet.look, header_row=headings.row)
    return Sheet(
        name=worksheet.name,
        table=headings.match.table,
        is_form=headings.match.is_form,
        columns=accepted.match.columns,
        headings=headings.headings,
        unknown=unknown_headings(headings.match, headings=headings.headings),
        source=ArrowText(table=table, row_numbers=row_numbers),
        header_row=headings.row,
        hidden_rows=len(hidden),
        questions=headings.match.questions,
        notes=(*accepted.notes, *_notes(worksheet, headings=headings, hidden=hidden)),
    )


def _filled(columns: Sequence[Sequence[str | None]]) -> Iterator[list[str]]:
    for cells in zip(*columns, strict=True):
        yield [cell or "" for cell in cells]


def text_table(rows: Iterator[list[str]], *, width: int) -> "pa.Table":
    """Return the rows as string columns c0, c1, …; empty cells are null, blank rows at the end left out."""
    import pyarrow as pa

    schema = pa.schema([(f"c{position}", pa.string()) for position in range(width)])
    tables, last_filled, count = [], 0, 0
    while chunk := list(itertools.islice(rows, ROWS_AT_ONCE)):
        filled = [at for at, cells in enumerate(chunk) if any(cells)]
        last_filled = count + filled[-1] + 1 if filled else last_filled
        count += len(chunk)
        columns = zip(*(_fitted(cells, width=width) for cells in chunk), strict=True)
        tables.append(pa.table([pa.array(column, pa.string()) for column in columns], schema=schema))
    return pa.concat_tables(tables).slice(0, last_filled) if tables else schema.empty_table()


def _fitted(cells: list[str], *, width: int) -> list[str | None]:
    return [*(cell or None for cell in cells), *[None] * (width - len(cells))]


def _numbers(first: int, *, count: int) -> "pa.Array":
    import pyarrow as pa

    return pa.array(range(first, first + count), pa.int64())


def _notes(worksheet: Worksheet, *, headings: HeadingRow, hidden: list[int]) -> Iterator[Note]:
    look, sheet = worksheet.look, worksheet.name
    if worksheet.part.is_hidden:
        yield noted("verborgen_blad_gelezen", sheet=sheet)
    if headings.row > 1:
        yield noted("regels_voor_de_koppen", sheet=sheet, count=headings.row - 1)
    columns = hidden_column_names(look)
    merged = merged_in_data(look, header_row=headings.row)
    for code, places, count in (
        ("verborgen_rijen", row_ranges(hidden), len(hidden)),
        ("verborgen_kolommen", columns, len(columns)),
        ("samengevoegde_cellen", merged, len(merged)),
        *_unread(look, header_row=headings.row),
    ):
        if count:
            yield noted(code, sheet=sheet, count=count, places=named_places(places))


def _unread(look: SheetLook, *, header_row: int) -> Iterator[tuple[str, list[str], int]]:
    for code, is_formula in (("foutcellen", False), ("formules_zonder_waarde", True)):
        places = [
            cell_name(row=row, position=column)
            for (row, column), text in look.unread.items()
            if row > header_row and (text == FORMULA) is is_formula
        ]
        yield code, places, len(places)
