"""The rows of a worksheet as text, through the Excel reader; only after the look at its parts."""

from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from pipelines.ingest.read.excel_cells import cell_text
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.sheet_look import SheetLook

_PANIC = "PanicException"  # what a failure inside the reader is; it cannot be imported


def open_excel(path: Path) -> CalamineWorkbook:
    """Return the opened workbook. Raises FileRefused when the reader cannot read it."""
    try:
        return CalamineWorkbook.from_path(path)
    except (CalamineError, OSError) as problem:
        raise refused("kapot", path=path) from problem
    except BaseException as problem:
        if type(problem).__name__ == _PANIC:
            raise refused("kapot", path=path) from problem
        raise


def sheet_rows(workbook: CalamineWorkbook, *, name: str, look: SheetLook, path: Path) -> Iterator[list[str]]:
    """Yield the cells of a sheet as text, row by row from row 1 and column A to the last filled cell."""
    try:
        yield from _with_unread(_from_first_column(workbook.get_sheet_by_name(name)), look=look)
    except (CalamineError, OSError) as problem:
        raise refused("kapot", path=path) from problem
    except BaseException as problem:
        if type(problem).__name__ == _PANIC:
            raise refused("kapot", path=path) from problem
        raise


def _from_first_column(sheet: CalamineSheet) -> Iterator[list[str]]:
    indent = [""] * (sheet.start[1] if sheet.start else 0)
    for values in sheet.iter_rows():
        yield [*indent, *map(cell_text, values)]


def _with_unread(rows: Iterator[list[str]], *, look: SheetLook) -> Iterator[list[str]]:
    """Yield the rows with error values and formulas without outcome where the reader left nothing."""
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in look.unread.items():
        by_row.setdefault(row, []).append((column, text))
    for number in range(1, look.rows + 1):
        cells = next(rows, [])
        for column, text in by_row.get(number, ()):
            cells += [""] * (column + 1 - len(cells))
            cells[column] = cells[column] or text
        yield cells
