"""Tables drawn in a test become a small warehouse: `|` between columns, an empty cell is empty."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import duckdb

from pipelines.schemas.registry import RECORDS, record
from pipelines.schemas.storage import storage_columns
from pipelines.vocabulary.calendar import working_days

ENGINE_TYPES = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "date": "DATE",
    "time": "TIME",
    "boolean": "BOOLEAN",
    "timestamp": "TIMESTAMP",
}
WORDS = {"ja": "true", "nee": "false"}  # in a boolean column

# What a drawing may leave out: the plain case.
PLAIN: dict[str, dict[str, str]] = {
    "members": {
        "registered_on": "2025-01-01",
        "membership": "geen_lid",
        "tenancy_status": "hoofdhuurder",
        "landlord": "portaal",
    },
    "helpers": {
        "branch": "beide",
        "engagement": "vrijwilliger",
        "active_from": "2025-01-01",
        "capacity_hours_week": "4",
        "capacity_clients": "3",
        "max_asks_4w": "6",
    },
    "jobs": {
        "client_id": "p1",
        "urgency": "normaal",
        "landlord_at_report": "portaal",
        "category": "klein_herstel",
        "responsibility": "huurder_klein_herstel",
    },
    "care_requests": {"client_id": "p1", "funding": "wmo_zin", "help_type": "schoonmaak"},
    "offers": {"request_type": "klus", "channel": "telefoon", "helper_id": "h1"},
    "care_visits": {"helper_id": "h1", "status": "uitgevoerd", "planned_hours": "2", "paid": "niemand"},
    "feedback_clients": {
        "branch": "klus",
        "respondent_role": "klant",
        "collected_by": "onafhankelijk",
        "landlord": "portaal",
        "anonymous": "nee",
    },
    "helper_checkins": {"helper_id": "h1", "wants_call": "nee"},
    "contacts": {"branch": "klus", "type": "vraag", "from_id": "p1"},
    "vog_checks": {"helper_id": "h1", "requested_on": "2025-01-01", "status": "gezien_akkoord"},
    "parameters": {"unit": "aantal", "valid_from": "2020-01-01", "decided_on": "2020-01-01"},
    "targets": {
        "audience": "commissie",
        "min_n": "5",
        "valid_from": "2020-01-01",
        "decided_on": "2020-01-01",
    },
    "ledger": {"branch": "klus"},
    "coordination": {"person": "K1", "paid": "ja"},
}


@dataclass(frozen=True)
class Rows:
    """What a query gave."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Drawn:
    """A warehouse in memory with the drawn rows; reads like a snapshot."""

    name = "drawn"

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def add(self, table: str, drawing: str) -> None:
        """Add the rows of a drawing to a table; columns that are not drawn hold the plain case."""
        kinds = storage_columns(record(table))
        for cells in drawn_rows(drawing):
            unknown = set(cells) - set(kinds)
            assert not unknown, f"{table} has no column {unknown}"
            filled = {**PLAIN.get(table, {}), **cells}
            kept = {name: _cell(text, kinds[name]) for name, text in filled.items() if text}
            names = ", ".join(f'"{name}"' for name in kept)
            marks = ", ".join(f"CAST(? AS {ENGINE_TYPES[kinds[name]]})" for name in kept)
            self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(kept.values()))

    def run(self, sql: str, params: Any = ()) -> Rows:
        """Run a query like `Snapshot.run`."""
        result = self.connection.execute(sql, params or None)
        return Rows(tuple(column[0] for column in result.description), result.fetchall())


@contextmanager
def drawn(**drawings: str) -> Iterator[Drawn]:
    """Open a warehouse with the drawn tables: `drawn(jobs="job_id | reported_on\\nK0001 | 2026-03-02")`.

    All drawings of a process share one empty warehouse and are rolled back, so one is open at a time.
    """
    connection = _empty()
    connection.begin()
    warehouse = Drawn(connection)
    try:
        for table, drawing in drawings.items():
            warehouse.add(table, drawing)
        yield warehouse
    finally:
        connection.rollback()


def drawn_rows(drawing: str) -> list[dict[str, str]]:
    """Return the rows of a drawing by column; lines of dashes and empty lines do not count."""
    lines = [
        [cell.strip() for cell in line.strip().split("|")]
        for line in drawing.splitlines()
        if line.strip(" -+")
    ]
    if not lines:
        return []
    head, *rows = lines
    for row in rows:
        assert len(row) == len(head), f"a row of {len(row)} cells under {len(head)} headings: {row}"
    return [dict(zip(head, row, strict=True)) for row in rows]


def _cell(text: str, kind: str) -> str:
    return WORDS.get(text, text) if kind == "boolean" else text


@cache
def _empty() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for kept in RECORDS:
        columns = ", ".join(f'"{name}" {ENGINE_TYPES[kind]}' for name, kind in storage_columns(kept).items())
        connection.execute(f"CREATE TABLE {kept.table} ({columns})")
    connection.execute("CREATE SCHEMA log")
    connection.execute(
        "CREATE TABLE log.quarantine (id BIGINT, load_id BIGINT, file VARCHAR, sheet VARCHAR,"
        " source_row BIGINT, status VARCHAR)"
    )
    days, works, counts = zip(*working_days(date(2022, 1, 1), date(2028, 12, 31)), strict=True)
    connection.execute(
        "INSERT INTO calendar (day, is_workday, wd_idx)"
        " SELECT unnest(?::DATE[]), unnest(?::BOOLEAN[]), unnest(?::BIGINT[])",
        [list(days), list(works), list(counts)],
    )
    return connection
