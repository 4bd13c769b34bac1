"""What is written about a load itself: when, by whom delivered, which files, how many rows went where."""

import json
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version

from pipelines.ingest.read import Delivery
from pipelines.ingest.report import LoadReport
from pipelines.store.warehouse import Warehouse

VERSIONS_OF = ("duckdb", "werkplaats-monitor")


def write_load(
    warehouse: Warehouse,
    report: LoadReport,
    deliveries: Sequence[Delivery],
    *,
    started: datetime,
    source: str | None,
    vault_number: int,
) -> None:
    """Write the load and its sheets to the log; runs inside the load's transaction."""
    versions = json.dumps({name: version(name) for name in VERSIONS_OF})
    warehouse.execute(
        "INSERT INTO log.loads (load_id, started_at, finished_at, source, versions, vault) VALUES (?, ?, ?, ?, ?, ?)",
        [report.load_id, started, started, source, versions, vault_number],
    )
    hashes = {each.file: each.sha256 for each in deliveries}
    for sheet in report.sheets:
        warehouse.execute(
            'INSERT INTO log.files (load_id, file, sha256, sheet, record, "rows", accepted, corrected, unchanged, intake, '
            "rejected, blank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                report.load_id,
                sheet.stored[0],
                hashes[sheet.file],
                sheet.stored[1],
                sheet.record,
                sheet.rows,
                sheet.accepted,
            ]
            + [sheet.corrected, sheet.unchanged, sheet.intake, sheet.rejected, sheet.blank],
        )
