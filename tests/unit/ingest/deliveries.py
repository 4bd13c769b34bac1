"""Deliveries for tests: sheets as CSV files with Dutch headings, every required cell filled unless said otherwise."""

import csv
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from pipelines.ingest.load import load_files
from pipelines.ingest.report import LoadReport, SheetReport
from pipelines.schemas.registry import record
from pipelines.store.home import Home
from pipelines.store.keys import make_demo_key
from pipelines.store.warehouse import open_warehouse
from pipelines.vocabulary.words.records import HEADINGS

TODAY = date(2026, 6, 30)
NOW = datetime(2026, 6, 30, 9, 0)  # noqa: DTZ001 - local time, as everywhere in the store

GOOD: dict[str, dict[str, str]] = {
    "members": {
        "member_id": "R0001", "first_name": "Anna", "last_name": "Boom", "street_house": "Dorpsstraat 1",
        "postcode": "3812AB", "phone": "0612345678", "landlord": "portaal", "tenancy_status": "hoofdhuurder",
        "role_job_client": "J", "role_care_client": "N", "role_helper_jobs": "N", "role_helper_care": "N",
        "role_carer_contact": "N", "membership": "geen_lid", "registered_on": "5-1-2026",
        "privacy_notice_on": "5-1-2026", "consent_survey": "J", "consent_landlord": "N",
    },
    "helpers": {
        "helper_id": "R0002", "branch": "klus", "engagement": "vrijwilliger", "agreement_on": "5-1-2026",
        "capacity_hours_week": "4", "max_asks_4w": "6", "skills": "tuin", "days_available": "ma;di",
        "active_from": "5-1-2026",
    },
    "jobs": {
        "job_id": "K0001", "client_id": "R0001", "reported_on": "2-3-2026", "channel": "telefoon",
        "landlord_at_report": "portaal", "category": "tuin", "description": "De heg is te hoog geworden",
        "urgency": "normaal", "responsibility": "eigen_wens", "status": "gemeld",
    },
    "care_requests": {
        "care_id": "Z0001", "client_id": "R0001", "requested_on": "2-3-2026", "requested_by": "zelf",
        "funding": "vrijwillig", "help_type": "gezelschap", "frequency": "wekelijks", "status": "lopend",
    },
    "care_visits": {
        "care_id": "Z0001", "helper_id": "R0002", "planned_on": "9-3-2026", "planned_start": "10:00",
        "planned_hours": "2", "status": "uitgevoerd", "actual_hours": "2", "paid": "niemand", "signal": "N",
    },
    "parameters": {
        "param_key": "pilot_start", "value": "5-1-2026", "unit": "datum", "valid_from": "5-1-2026",
        "basis": "eigen keuze", "decided_by": "commissie", "decided_on": "5-1-2026",
    },
}  # fmt: skip


@dataclass
class Door:
    """A home, and the way files are delivered to it."""

    home: Home
    folder: Path
    number: int = field(default=0)

    def file(self, table: str, *rows: dict[str, str], name: str | None = None, bare: bool = False) -> Path:
        """Write one sheet; each row says what differs from a good one (`bare`: nothing else is filled)."""
        path = self.folder / (name or f"{table}.csv")
        columns = [column.name for column in record(table).columns]
        filled = [row if bare else GOOD[table] | row for row in rows]
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter=";")
            writer.writerow([HEADINGS[table][column] for column in columns])
            writer.writerows([[row.get(column, "") for column in columns] for row in filled])
        return path

    def load(
        self, *paths: Path, save: bool = True, today: date = TODAY, source: str | None = None
    ) -> LoadReport:
        """Load files and return the report."""
        return load_files(self.home, paths, today=today, now=NOW, save=save, source=source)

    def deliver(self, table: str, *rows: dict[str, str], name: str | None = None) -> SheetReport:
        """Write and load one sheet and return what happened to it."""
        (sheet,) = self.load(self.file(table, *rows, name=name)).sheets
        return sheet

    def query(self, sql: str) -> list[tuple]:
        """Return rows of the warehouse as it is now."""
        with open_warehouse(self.home) as warehouse:
            return warehouse.execute(sql)


def door(tmp_path: Path) -> Door:
    """Return an empty home with a key of its own, and a folder for deliveries."""
    home = Home(tmp_path / "home")
    make_demo_key(home)
    folder = tmp_path / "delivered"
    folder.mkdir()
    return Door(home=home, folder=folder)


def counts(sheet: SheetReport) -> dict[str, int]:
    """Return where the rows of a sheet went, without the zeros."""
    names = ("accepted", "corrected", "unchanged", "intake", "rejected", "blank")
    return {name: getattr(sheet, name) for name in names if getattr(sheet, name)}


def found(sheet: SheetReport, *levels: str) -> list[tuple[int, str, str]]:
    """Return row, column and rule of the faults of a sheet, of these levels (none: errors and warnings)."""
    wanted = levels or ("error", "warning", "finding")
    return [(fault.row, fault.column, fault.rule) for fault in sheet.faults if fault.level in wanted]
