"""The load report as a person reads it: one block per sheet, the gravest faults first."""

from collections.abc import Iterator

from pipelines.ingest.faults import ERROR, FINDING, FIX, WARNING, Fault
from pipelines.ingest.report import LoadReport, SheetReport
from pipelines.vocabulary.words import load as words
from pipelines.vocabulary.words.records import RECORD_TITLES

SHOWN = 40  # faults per sheet on a screen; the report file holds all
_GRAVITY = (ERROR, WARNING, FINDING)


def screen_lines(report: LoadReport) -> Iterator[str]:
    """Yield the lines of a report."""
    yield from report.notes
    for sheet in report.sheets:
        yield from _sheet(sheet, report)
    if report.free_text:
        yield words.FREE_TEXT.format(columns=", ".join(report.free_text))
    if report.retried:
        yield words.RETRIED.format(count=report.retried)
    waiting = sum(sheet.intake for sheet in report.sheets)
    if waiting:
        yield words.FORM_ANSWERS.format(count=waiting)
    for file in report.marked:
        yield words.MARKED_FILE.format(file=file)
    if report.report_file:
        yield words.REPORT_FILE.format(file=report.report_file)
    yield words.SAVED.format(load_id=report.load_id) if report.saved else words.CHECKED


def _sheet(sheet: SheetReport, report: LoadReport) -> Iterator[str]:
    yield words.SHEET_LINE.format(file=sheet.file, sheet=sheet.sheet, record=RECORD_TITLES[sheet.record])
    yield words.COUNTS.format(**vars(sheet), noun=words.ROWS[sheet.rows != 1])
    yield from (f"  {note}" for note in sheet.notes)
    if not sheet.counts:
        yield words.NOTHING_FOUND
        return
    counts = sheet.counts
    yield words.FAULT_COUNTS.format(
        errors=counts.get(ERROR, 0),
        warnings=counts.get(WARNING, 0),
        findings=counts.get(FINDING, 0),
        fixes=counts.get(FIX, 0),
    )
    grave = sorted(
        (each for each in sheet.faults if each.level in _GRAVITY), key=lambda each: _GRAVITY.index(each.level)
    )
    yield from (_line(fault) for fault in grave[:SHOWN])
    left = sum(counts.get(level, 0) for level in _GRAVITY) - min(len(grave), SHOWN)
    if left and report.report_file:
        yield words.MORE_FAULTS.format(count=left, file=report.report_file)
    elif left:
        yield words.MORE_FAULTS_CHECKED.format(count=left)


def _line(fault: Fault) -> str:
    level = words.LEVELS[fault.level]
    if not fault.heading:
        return words.FAULT_LINE_WHOLE_ROW.format(level=level, row=fault.row, message=fault.message)
    return words.FAULT_LINE.format(level=level, row=fault.row, heading=fault.heading, message=fault.message)
