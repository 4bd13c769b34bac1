"""The load report as a file: every fault of every sheet, one line each, to open in a spreadsheet."""

from dataclasses import replace
from pathlib import Path

from pipelines.ingest.report import LEVEL_ORDER, LoadReport
from pipelines.store.home import Home
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.words.load import LEVELS, REPORT_HEADINGS
from pipelines.vocabulary.words.records import HEADINGS

SORTED = 200_000  # faults


def write_report(warehouse: Warehouse, report: LoadReport, *, home: Home) -> LoadReport:
    """Write `reports/lading-000012.csv` and return the report with its place."""
    target = home.reports / f"lading-{report.load_id:06d}.csv"
    part = home.scratch / f"{target.name}.part"
    names = ", ".join(f'"{heading}"' for heading in REPORT_HEADINGS)
    warehouse.execute(
        f"""COPY (
            WITH headings(record, "column", heading) AS (VALUES {_headings()}), levels(level, word) AS (VALUES {_levels()})
            SELECT file, sheet, source_row, coalesce(heading, "column"), word, rule, message
            FROM log.faults LEFT JOIN headings USING (record, "column") LEFT JOIN levels USING (level)
            WHERE load_id = {report.load_id} {_order(report)}
        ) TO '{_escaped(part)}' (HEADER FALSE, DELIMITER ';')"""
    )
    _with_heading(part, target, heading=names.replace(", ", ";"))
    return replace(report, report_file=target)


def _order(report: LoadReport) -> str:
    """Return the order of the lines; very many stay as they were found, nearly by row: sorting them costs too much."""
    many = sum(sum(sheet.counts.values()) for sheet in report.sheets) > SORTED
    return "" if many else f'ORDER BY file, sheet, source_row, {LEVEL_ORDER}, "column"'


def _with_heading(part: Path, target: Path, *, heading: str) -> None:
    """Put the headings before the lines, with the mark by which Excel knows that it is UTF-8."""
    with part.open("rb") as lines, target.open("wb") as whole:
        whole.write(b"\xef\xbb\xbf" + heading.encode() + b"\r\n")
        while chunk := lines.read(1 << 20):
            whole.write(chunk)
    part.unlink()


def _escaped(path: Path) -> str:
    return str(path).replace("'", "''")


def _headings() -> str:
    return ", ".join(
        f"('{table}', '{column}', '{heading.replace(chr(39), chr(39) * 2)}')"
        for table, headings in HEADINGS.items()
        for column, heading in headings.items()
    )


def _levels() -> str:
    return ", ".join(f"('{level}', '{word}')" for level, word in LEVELS.items())
