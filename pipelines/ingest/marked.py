"""A copy of what was delivered, as a workbook, with the faulty cells coloured and a comment that says what is wrong."""

import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipelines.ingest.csv_workbook import workbook_of
from pipelines.ingest.faults import ERROR, FINDING, WARNING, Fault
from pipelines.ingest.read import CsvText, Delivery, Sheet
from pipelines.ingest.report import LoadReport, SheetReport
from pipelines.store.home import Home
from pipelines.vocabulary.words.load import LEVELS, MARK_AUTHOR, NOT_MARKED

COLOURS = {ERROR: "FFF4B6B6", WARNING: "FFFFE8A3", FINDING: "FFD9E7FF"}
WORKBOOKS = (".xlsx", ".xlsm")
LARGEST_BYTES = 20_000_000  # larger workbooks take openpyxl minutes; the report file names every cell
MOST_ROWS = 20_000  # of a text file, for the same reason
COMMENT_SIZE = (320, 140)  # points, so that a message fits


def write_marked(
    report: LoadReport, paths: Sequence[Path], deliveries: Sequence[Delivery], *, home: Home
) -> LoadReport:
    """Write marked copies to `private/marked` and return the report with their places.

    A workbook that cannot be written back has none: the report says so, and names every cell itself.
    """
    marked, notes = [], []
    for path, delivery in zip(paths, deliveries, strict=True):
        sheets = [sheet for sheet in report.sheets if sheet.file == delivery.file and _marks(sheet)]
        if sheets and _can_be_marked(path, delivery):
            name = path.name if _is_workbook(path) else f"{path.name}.xlsx"
            target = home.marked / f"{report.load_id:06d}-{name}"
            if _is_written(path, target, sheets, delivery):
                marked.append(target)
            else:
                notes.append(NOT_MARKED.format(file=path.name))
    return replace(report, marked=tuple(marked), notes=(*report.notes, *notes))


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in WORKBOOKS


def _can_be_marked(path: Path, delivery: Delivery) -> bool:
    if _is_workbook(path):
        return path.stat().st_size <= LARGEST_BYTES
    return all(isinstance(one.source, CsvText) and one.source.rows <= MOST_ROWS for one in delivery.sheets)


def _marks(sheet: SheetReport) -> list[Fault]:
    return [fault for fault in sheet.faults if fault.level in COLOURS]


def _is_written(path: Path, target: Path, reports: Sequence[SheetReport], delivery: Delivery) -> bool:
    """Write a marked copy; return whether that was possible. Raises OSError, as for a full disk."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a copy, in English
            _write(path, target, reports, delivery)
    except OSError:
        raise
    except Exception:  # noqa: BLE001 - what openpyxl cannot write back fails in as many ways as there are programs
        target.unlink(missing_ok=True)
        return False
    return True


def _write(path: Path, target: Path, reports: Sequence[SheetReport], delivery: Delivery) -> None:
    from openpyxl import load_workbook

    sheet = delivery.sheets[0]
    if isinstance(sheet.source, CsvText):
        workbook = workbook_of(sheet, sheet.source)
        _mark_sheet(workbook.active, sheet, _marks(reports[0]))
    else:
        workbook = load_workbook(path)
        by_name = {sheet.name: sheet for sheet in delivery.sheets}
        for report in reports:
            _mark_sheet(workbook[report.sheet], by_name[report.sheet], _marks(report))
    workbook.save(target)


def _mark_sheet(page: Any, sheet: Sheet, faults: Sequence[Fault]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    said: dict[tuple[int, int], list[Fault]] = {}
    for fault in faults:
        position = sheet.columns.index(fault.column) + 1 if fault.column in sheet.columns else 1
        said.setdefault((fault.row, position), []).append(fault)
    for (row, position), found in said.items():
        cell = page.cell(row=row, column=position)
        if type(cell).__name__ == "MergedCell":
            continue
        worst = min(found, key=lambda fault: list(COLOURS).index(fault.level))
        cell.fill = PatternFill("solid", fgColor=COLOURS[worst.level])
        text = "\n".join(f"{LEVELS[fault.level]}: {fault.message}" for fault in found)
        cell.comment = Comment(text, MARK_AUTHOR, width=COMMENT_SIZE[0], height=COMMENT_SIZE[1])
