"""The load report for machines: every fault, however many there are, without holding them all in memory."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from pipelines.ingest.report import LoadReport, SheetReport, sheet_json
from pipelines.vocabulary.words.load import LEVELS
from pipelines.vocabulary.words.records import HEADINGS

LEVEL_OF = {word: level for level, word in LEVELS.items()}


def json_lines(report: LoadReport) -> Iterator[str]:
    """Yield the report in the stable form of `load --json`, line by line; faults that were not kept come from its file."""
    yield '{"files": ['
    for number, sheet in enumerate(report.sheets):
        whole = json.dumps(sheet_json(sheet), ensure_ascii=False)
        yield from _with_faults(whole, _faults(report, sheet))
        yield "," if number + 1 < len(report.sheets) else ""
    yield "]}"


def _with_faults(whole: str, faults: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield whole.removesuffix("[]}") + "["
    first = True
    for fault in faults:
        yield ("" if first else ",") + json.dumps(fault, ensure_ascii=False)
        first = False
    yield "]}"


def _faults(report: LoadReport, sheet: SheetReport) -> Iterator[dict[str, Any]]:
    if sum(sheet.counts.values()) <= len(sheet.faults) or report.report_file is None:
        yield from (vars(fault) for fault in sheet.faults)
        return
    columns = {heading: column for column, heading in HEADINGS[sheet.record].items()}
    with report.report_file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines, delimiter=";")
        next(rows)
        for file, name, row, heading, level, rule, message in rows:
            if (file, name) == sheet.stored:
                known = columns.get(heading)
                yield {
                    "row": int(row),
                    "column": known or heading,
                    "heading": heading if known else "",
                    "rule": rule,
                    "level": LEVEL_OF[level],
                    "message": message,
                }
