"""The load report as a file: every fault of every sheet, one line each, to open in a spreadsheet."""

from dataclasses import replace
from pathlib import Path

from pipelines.ingest.report import LEVEL_ORDER, LoadReport
from pipelines.store.home import Home
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.words.load import LEVELS, REPORT_HEADINGS
from pipelines.vocabulary.words.records import HEADINGS

SORTED = 200_000  # faults
BOM = "\ufeff"  # the mark by which Excel knows that the file is UTF-8


def write_report(warehouse: Warehouse, report: LoadReport, *, home: Home) -> LoadReport:
    """Write `reports/lading-000012.csv` and return the report with its place."""
    target = home.reports / f"lading-{report.load_id:06d}.csv"
    part = home.scratch / f"{target.name}.part"
    values = ("file", "sheet", "source_row", 'coalesce(heading, "column")', "word", "rule", "message")
    names = (BOM + REPORT_HEADINGS[0], *REPORT_HEADINGS[1:])
    lines = ", ".join(f'{value} AS "{name}"' for value, name in zip(values, names, strict=True))
    warehouse.execute(
        f"""COPY (
            WITH headings(record, "column", heading) AS (VALUES {_headings()}), levels(level, word) AS (VALUES {_levels()})
            SELECT {lines}
            FROM log.faults LEFT JOIN headings USING (record, "column") LEFT JOIN levels USING (level)
            WHERE load_id = {report.load_id} {_order(report)}
        ) TO '{_escaped(part)}' (HEADER, DELIMITER ';')"""
    )
    part.replace(target)
    return replace(report, report_file=target)


def _order(report: LoadReport) -> str:
    """Return the order of the lines; very many stay as they were found, nearly by row: sorting them costs too much."""
    many = sum(sum(sheet.counts.values()) for sheet in report.sheets) > SORTED
    return "" if many else f'ORDER BY file, sheet, source_row, {LEVEL_ORDER}, "column"'


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
