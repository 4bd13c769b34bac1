"""Merged cells and hidden rows and columns of a worksheet: refused in the headings, named in the data."""

from collections.abc import Iterable

from pipelines.ingest.read.place import cell_place, column_letters
from pipelines.ingest.read.sheet_look import SheetLook


def merged_rows(reference: str) -> tuple[int, int] | None:
    """Return first and last row of a merged range such as A1:C2; None when it is unreadable."""
    first, _, last = reference.partition(":")
    start, end = cell_place(first), cell_place(last or first)
    return (start[0], end[0]) if start and end else None


def merged_in_headings(look: SheetLook, *, header_row: int) -> list[str]:
    """Return the merged ranges that touch the heading row."""
    return [
        reference
        for reference in look.merged
        if (rows := merged_rows(reference)) and rows[0] <= header_row <= rows[1]
    ]


def merged_in_data(look: SheetLook, *, header_row: int) -> list[str]:
    """Return the merged ranges below the heading row."""
    return [
        reference for reference in look.merged if (rows := merged_rows(reference)) and rows[0] > header_row
    ]


def hidden_data_rows(look: SheetLook, *, header_row: int) -> list[int]:
    """Return the hidden rows from the first row of data to the last filled one."""
    return [row for row in look.hidden_rows if header_row < row <= look.rows]


def hidden_column_names(look: SheetLook) -> list[str]:
    """Return the letters of the hidden columns within the filled part."""
    return [column_letters(position) for position in look.hidden_columns if position < look.columns]


def row_ranges(rows: Iterable[int]) -> list[str]:
    """Return row numbers as people write them: 5, 6, 7 and 9 are '5-7' and '9'."""
    ranges: list[list[int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    return [f"{first}" if first == last else f"{first}-{last}" for first, last in ranges]
