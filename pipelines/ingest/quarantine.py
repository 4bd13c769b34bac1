"""Rows set aside at load: kept without names, once per case, tried again, and let go when a later row corrects them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipelines.ingest.canonical_forms import DUCKDB_TYPES
from pipelines.ingest.merging import VERDICT, key_text
from pipelines.ingest.stage import BATCH, Stage, registered, stored_values
from pipelines.schemas.column import Record
from pipelines.schemas.storage import PROVENANCE, storage_columns
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.words.load import CORRECTED_LATER, DELIVERED_AGAIN, REFERENCE_CAME

OPEN, RESOLVED, DISMISSED = "open", "resolved", "dismissed"
_FAULTS = "their_faults"
_WRONG = f"SELECT source_row FROM {_FAULTS} WHERE level = 'error'"
_WAITING = "waiting_rows"
_FIRST_ERROR = f"""SELECT source_row, first.rule AS rule, first.place AS "column" FROM (
    SELECT source_row, min({{'may_heal': rule = 'X01', 'rule': rule, 'place': "column"}}) AS first
    FROM {_FAULTS} WHERE level = 'error' GROUP BY source_row)"""
_SAME_CASE = """known.file = aside.file AND known.sheet = aside.sheet AND known.source_row = aside.source_row
    AND known.key IS NOT DISTINCT FROM aside.key AND known.rule = aside.rule AND known."column" = aside."column"
    AND CAST(known.payload AS VARCHAR) IS NOT DISTINCT FROM aside.payload"""


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """Where rows come from: load, file and sheet. `again`: rows of a sheet of this name were set aside before."""

    load_id: int
    file: str
    sheet: str
    again: bool = True


def has_cases(warehouse: Warehouse, record: Record, *, file: str, sheet: str) -> bool:
    """Whether rows of a sheet of this name were set aside before; else each of its rows is a case of its own."""
    asked = "SELECT 1 FROM log.quarantine WHERE record = ? AND file = ? AND sheet = ? LIMIT 1"
    return bool(warehouse.execute(asked, [record.table, file, sheet]))


def set_aside_batch(
    warehouse: Warehouse, record: Record, rows: Any, faults: Any, *, source: Delivered, waiting: Any
) -> None:
    """Put the rows of a batch that have an error in quarantine; `waiting`: those that time may heal."""
    payload = _payload(stored_values(record))
    with registered(warehouse, rows):
        _set_aside(warehouse, record, BATCH, faults, payload=payload, source=source, waiting=waiting)


def set_aside_stage(
    warehouse: Warehouse, stage: Stage, faults: Any, *, source: Delivered, waiting: Any
) -> None:
    """Move the rows of a stage that have an error to quarantine; `waiting`: those that time may heal."""
    payload = _payload({name: f'"{name}"' for name in stored_values(stage.record)})
    _set_aside(warehouse, stage.record, stage.table, faults, payload=payload, source=source, waiting=waiting)
    with registered(warehouse, faults, name=_FAULTS):
        warehouse.execute(f"DELETE FROM {stage.table} WHERE source_row IN ({_WRONG})")


def _payload(values: Mapping[str, str]) -> str:
    """Return SQL of a row that waits as JSON. Of other rows nothing is kept: an amount may be a phone number."""
    fields = ", ".join(f'"{name}" := {sql}' for name, sql in values.items())
    return f"CASE WHEN waits.source_row IS NOT NULL THEN CAST(to_json(struct_pack({fields})) AS VARCHAR) END"


def _set_aside(
    warehouse: Warehouse,
    record: Record,
    rows: str,
    faults: Any,
    *,
    payload: str,
    source: Delivered,
    waiting: Any,
) -> None:
    """Add each row once, with its first error: the same row delivered again is not a second case."""
    import pyarrow as pa

    retry = pa.table({"source_row": pa.array(waiting, pa.int64())})
    with registered(warehouse, faults, name=_FAULTS), registered(warehouse, retry, name=_WAITING):
        aside = f"""SELECT ? AS file, ? AS sheet, source_row, first."column", first.rule,
                {key_text(record)} AS key, {payload} AS payload, waits.source_row IS NOT NULL AS retry
            FROM {rows} JOIN ({_FIRST_ERROR}) AS first USING (source_row) LEFT JOIN {_WAITING} AS waits USING (source_row)"""
        _record_cases(warehouse, record, aside=aside, source=source)


def _record_cases(warehouse: Warehouse, record: Record, *, aside: str, source: Delivered) -> None:
    """Add the cases that the query `aside` gives and that are new; one that a good row answered does not come back."""
    known = ""
    if source.again:
        warehouse.execute(
            f"""WITH aside AS ({aside}) UPDATE log.quarantine AS known SET load_id = ? FROM aside
            WHERE load_id < ? AND status <> '{RESOLVED}' AND record = '{record.table}' AND {_SAME_CASE}""",
            [source.file, source.sheet, source.load_id, source.load_id],
        )
        known = f"""ANTI JOIN (FROM log.quarantine WHERE record = '{record.table}'
            AND (status <> '{RESOLVED}' OR reason = '{CORRECTED_LATER}')) AS known ON {_SAME_CASE}"""
    warehouse.execute(
        f"""WITH aside AS ({aside})
        INSERT INTO log.quarantine
            (id, load_id, file, sheet, record, source_row, "column", rule, level, key, payload, status, retry)
        SELECT (SELECT coalesce(max(id), 0) FROM log.quarantine) + row_number() OVER (),
            ?, file, sheet, '{record.table}', source_row, "column", rule, 'error', key, payload, '{OPEN}', retry
        FROM aside {known}""",
        [source.file, source.sheet, source.load_id],
    )


def add_case(
    warehouse: Warehouse, record: Record, row: int, *, rule: str, key: str, source: Delivered
) -> None:
    """Put one row without typed values in quarantine, unless the case with this key is known."""
    known = f"SELECT 1 FROM log.quarantine WHERE status <> '{RESOLVED}' AND record = ? AND key = ?"
    if not warehouse.execute(known, [record.table, key]):
        warehouse.execute(
            f"""INSERT INTO log.quarantine
                (id, load_id, file, sheet, record, source_row, "column", rule, level, key, payload, status, retry)
            SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, '', ?, 'error', ?, NULL, '{OPEN}', FALSE
            FROM log.quarantine""",
            [source.load_id, source.file, source.sheet, record.table, row, rule, key],
        )


def settle(warehouse: Warehouse, stage: Stage, *, source: Delivered, again: bool = False) -> None:
    """Let the open cases go that a row of this merged stage corrects.

    By key; a case whose key could not be read, by the same row of the same sheet, delivered again. `again`: the very
    same sheet was loaded before; a row that changed nothing had its say then, and later rows are newer.
    """
    table, key = stage.record.table, key_text(stage.record, of="good")
    news = f"SELECT source_row FROM {VERDICT} WHERE verdict <> 'unchanged'"
    good = f"(FROM {stage.all_rows} WHERE source_row IN ({news}))" if again else stage.all_rows
    resolve = f"""UPDATE log.quarantine AS known SET status = '{RESOLVED}', reason = ? FROM {good} AS good
        WHERE known.status = '{OPEN}' AND known.record = '{table}'"""
    if warehouse.value(f"SELECT count(*) FROM log.quarantine WHERE status = '{OPEN}' AND record = '{table}'"):
        warehouse.execute(
            f"""{resolve} AND known.key = {key} AND (known.load_id < ? OR known.file <> ? OR known.sheet <> ?
                OR known.source_row < good.source_row)""",
            [CORRECTED_LATER, source.load_id, source.file, source.sheet],
        )
        warehouse.execute(
            f"{resolve} AND known.key IS NULL AND known.file = ? AND known.sheet = ? "
            "AND known.source_row = good.source_row",
            [DELIVERED_AGAIN, source.file, source.sheet],
        )


def retried(warehouse: Warehouse, record: Record, *, number: int, now: datetime) -> Stage | None:
    """Return a stage with the rows of a record that waited for a reference; None when none wait.

    Their `source_row` is the number of their case, until `restore_origin`.
    """
    waiting = f"status = '{OPEN}' AND retry AND record = '{record.table}'"
    if not warehouse.value(f"SELECT count(*) FROM log.quarantine WHERE {waiting}"):
        return None
    kinds = {name: kind for name, kind in storage_columns(record).items() if name not in PROVENANCE}
    form = ", ".join(f'"{name}": "{DUCKDB_TYPES[kind]}"' for name, kind in kinds.items())
    warehouse.execute(
        f"""CREATE OR REPLACE TEMP TABLE stage_{number} AS SELECT unnest(json_transform(payload, '{{{form}}}')),
            file AS source_file, id AS source_row, CAST(? AS TIMESTAMP) AS loaded_at
        FROM log.quarantine WHERE {waiting}""",
        [now],
    )
    return Stage(record=record, table=f"temp.stage_{number}")


def keep_waiting(warehouse: Warehouse, stage: Stage, faults: Any, *, waiting: Any) -> None:
    """Take the rows out of a retried stage that still have an error; those with another error wait no longer."""
    import pyarrow as pa

    retry = pa.table({"source_row": pa.array(waiting, pa.int64())})
    with registered(warehouse, faults, name=_FAULTS), registered(warehouse, retry, name=_WAITING):
        warehouse.execute(f"DELETE FROM {stage.table} WHERE source_row IN ({_WRONG})")
        warehouse.execute(
            f"""UPDATE log.quarantine SET retry = FALSE, rule = first.rule, "column" = first."column"
            FROM ({_FIRST_ERROR}) AS first
            WHERE id = first.source_row AND id NOT IN (SELECT source_row FROM {_WAITING})"""
        )


def restore_origin(warehouse: Warehouse, stage: Stage) -> int:
    """Close the cases of the rows that were taken after all and give them their own row number; return how many."""
    table = stage.record.table
    same = " AND ".join(f'stored."{key}" = taken."{key}"' for key in stage.record.key)
    warehouse.execute(
        f"UPDATE main.{table} AS stored SET source_row = known.source_row FROM {stage.table} AS taken "
        f"JOIN log.quarantine AS known ON known.id = taken.source_row WHERE {same} AND stored.source_row = taken.source_row"
    )
    warehouse.execute(
        f"UPDATE log.quarantine AS known SET status = '{RESOLVED}', reason = ? FROM {stage.table} AS taken "
        "WHERE known.id = taken.source_row",
        [REFERENCE_CAME],
    )
    return int(warehouse.value(f"SELECT count(*) FROM {stage.table}"))
