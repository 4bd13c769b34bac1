"""A copy of a delivered workbook with the faulty cells coloured and a comment that says what is wrong."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipelines.ingest.faults import ERROR, FINDING, WARNING, Fault
from pipelines.ingest.read import Delivery, Sheet
from pipelines.ingest.report import LoadReport, SheetReport
from pipelines.store.home import Home
from pipelines.vocabulary.words.load import LEVELS, MARK_AUTHOR

COLOURS = {ERROR: "FFF4B6B6", WARNING: "FFFFE8A3", FINDING: "FFD9E7FF"}
WORKBOOKS = (".xlsx", ".xlsm")
LARGEST_BYTES = 20_000_000  # larger workbooks take openpyxl minutes; the report file names every cell
COMMENT_SIZE = (320, 140)  # points, so that a message fits


def write_marked(
    report: LoadReport, paths: Sequence[Path], deliveries: Sequence[Delivery], *, home: Home
) -> LoadReport:
    """Write marked copies to `private/marked` and return the report with their places."""
    marked = []
    for path, delivery in zip(paths, deliveries, strict=True):
        sheets = [sheet for sheet in report.sheets if sheet.file == delivery.file and _marks(sheet)]
        small = path.suffix.lower() in WORKBOOKS and path.stat().st_size <= LARGEST_BYTES
        if sheets and small:
            target = home.marked / f"{report.load_id:06d}-{path.name}"
            _write(path, target, sheets, delivery)
            marked.append(target)
    return replace(report, marked=tuple(marked))


def _marks(sheet: SheetReport) -> list[Fault]:
    return [fault for fault in sheet.faults if fault.level in COLOURS]


def _write(path: Path, target: Path, reports: Sequence[SheetReport], delivery: Delivery) -> None:
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    by_name = {sheet.name: sheet for sheet in delivery.sheets}
    for report in reports:
        if report.sheet in workbook.sheetnames and report.sheet in by_name:
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
