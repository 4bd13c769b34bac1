"""Changes to what is dated after a day: taken away, moved, added, ended otherwise. Nothing up to that day changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache

import duckdb

from pipelines.schemas.registry import RECORDS, record
from pipelines.schemas.storage import storage_columns
from pipelines.store.home import Home
from pipelines.store.publication import current
from tests.lib.tables import Drawn
from tests.lib.worlds import world_home

HAPPENED = {
    "members": "registered_on",
    "helpers": "active_from",
    "vog_checks": "requested_on",
    "jobs": "reported_on",
    "care_requests": "requested_on",
    "offers": "offered_on",
    "care_visits": "planned_on",
    "feedback_clients": "invited_on",
    "helper_checkins": "asked_on",
    "contacts": "received_on",
    "coordination": "week_start",
    "ledger": "booked_on",
}
# What a later typist could have written instead, where the date of that step lies later.
ENDED_OTHERWISE = {
    "jobs": (
        "status = 'ingetrokken_klant', closed_on = completed_on, completed_on = NULL, close_reason = 'te_duur',"
        " hours_worked = NULL, payer = NULL",
        "status = 'afgerond' AND completed_on",
    ),
    "care_requests": ("status = 'lopend', ended_on = NULL, end_reason = NULL", "ended_on"),
    "offers": (
        "response = 'nee', decline_reason = 'te_veel', match_start = NULL, match_end = NULL, match_end_reason = NULL",
        "responded_on",
    ),
    "care_visits": ("status = 'afgezegd_helper', actual_hours = NULL", "planned_on"),
    "feedback_clients": ("grade = 1, q_quality = 1, q_manage = 1", "answered_on"),
    "helper_checkins": (
        "load = 5, asked_too_often = 'ja', wants_call = true, called_on = NULL",
        "answered_on",
    ),
    "contacts": ("closed_on = NULL, outcome = NULL", "closed_on"),
    "members": ("membership = 'lid', member_until = NULL", "membership = 'oud_lid' AND member_until"),
    "helpers": ("active_until = NULL, stop_reason = NULL", "active_until"),
    "vog_checks": ("status = 'aangevraagd', original_seen_on = NULL, issued_on = NULL", "original_seen_on"),
}


@dataclass(frozen=True, kw_only=True)
class Later:
    """What happens to the rows dated after a day. `seed`: which rows; the others: whether, and by how many days."""

    seed: int
    removed: bool
    moved: int
    added: int
    ended_otherwise: bool


@contextmanager
def changed(warehouse: Drawn, later: Later, *, after: date) -> Iterator[Drawn]:
    """Give the warehouse with those changes; they are undone afterwards."""
    warehouse.connection.begin()
    try:
        for statement in _statements(later, after=f"DATE '{after.isoformat()}'"):
            warehouse.connection.execute(statement)
        yield warehouse
    finally:
        warehouse.connection.rollback()


def _statements(later: Later, *, after: str) -> Iterator[str]:
    for table, happened in HAPPENED.items():
        one_in_three = f"hash({record(table).key[0]}, {later.seed}) % 3 = 0"
        if later.ended_otherwise and table in ENDED_OTHERWISE:
            values, dated = ENDED_OTHERWISE[table]
            yield f"UPDATE {table} SET {values} WHERE {dated} > {after} AND {one_in_three}"
        if later.removed:
            yield f"DELETE FROM {table} WHERE {happened} > {after} AND {one_in_three}"
        if later.moved:
            yield f"UPDATE {table} SET {_moved(table, days=later.moved, after=after)}"
        if later.added:
            yield (
                f"INSERT INTO {table} SELECT * REPLACE ({_new_key(table, happened)}"
                f" {after} + {later.added} AS {happened}) FROM {table} WHERE {one_in_three}"
            )


def _moved(table: str, *, days: int, after: str) -> str:
    dates = [name for name, kind in storage_columns(record(table)).items() if kind == "date"]
    return ", ".join(f"{name} = {name} + CASE WHEN {name} > {after} THEN {days} ELSE 0 END" for name in dates)


def _new_key(table: str, happened: str) -> str:
    key = record(table).key[0]
    return "" if key == happened else f"{key} || '+' AS {key},"


@cache
def in_memory(world: str) -> Drawn:
    """Return a world's tables in a database in memory, which a test may change and undo."""
    connection = duckdb.connect()
    connection.execute(f"ATTACH '{current(Home(world_home(world)))}' AS stored (READ_ONLY)")
    connection.execute("CREATE SCHEMA log")
    connection.execute("CREATE TABLE log.quarantine AS FROM stored.log.quarantine")
    for kept in RECORDS:
        connection.execute(f"CREATE TABLE {kept.table} AS FROM stored.main.{kept.table}")
    connection.execute("DETACH stored")
    return Drawn(connection)
