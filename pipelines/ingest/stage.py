"""Where the rows of a sheet stand while they are judged: typed, pseudonymous, without names and free text.

A stage is a temporary table with the columns of its record; when the record is still empty and no other sheet of the
load fills it, the record's own table is the stage, so that a federation's rows are written once.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipelines.schemas.column import Column, Record
from pipelines.schemas.storage import PROVENANCE, stored_name
from pipelines.store.warehouse import Warehouse

BATCH = "batch_rows"
_VISIT_DIGITS = 15  # of a visit number derived from a code of its four columns: no two of millions alike


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The rows of one sheet, in `table`. `direct`: that is the record's own table, which was empty."""

    record: Record
    table: str
    direct: bool

    @property
    def others(self) -> str:
        """SQL of the rows of the record that the sheet does not bring."""
        keys = ", ".join(f'"{key}"' for key in self.record.key)
        if self.direct:
            return f"SELECT * FROM {self.table} WHERE FALSE"
        return (
            f"SELECT stored.* FROM main.{self.record.table} AS stored ANTI JOIN {self.table} USING ({keys})"
        )


def open_stage(warehouse: Warehouse, record: Record, *, number: int, only_sheet: bool) -> Stage:
    """Return an empty stage; `only_sheet`: no other sheet of this load holds the same record."""
    empty = warehouse.value(f"SELECT count(*) FROM (SELECT 1 FROM main.{record.table} LIMIT 1)") == 0
    if only_sheet and empty:
        return Stage(record=record, table=f"main.{record.table}", direct=True)
    table = f"stage_{number}"
    warehouse.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS FROM main.{record.table} LIMIT 0")
    return Stage(record=record, table=f"temp.{table}", direct=False)


def show_rows(warehouse: Warehouse, stage: Stage) -> None:
    """Make the views `incoming` and `combined` that the rules read."""
    combined = f"SELECT * FROM {stage.table} UNION ALL {stage.others}"
    whole = f"SELECT * FROM {stage.table}"
    warehouse.execute(f"CREATE OR REPLACE TEMP VIEW incoming AS {whole}")
    warehouse.execute(f"CREATE OR REPLACE TEMP VIEW combined AS {whole if stage.direct else combined}")


def stored_values(record: Record) -> dict[str, str]:
    """Return warehouse column → SQL over the rows of a batch, provenance left out."""
    return {stored_name(column): _stored(column) for column in record.stored}


def put(warehouse: Warehouse, stage: Stage, batch: Any, *, file: str, now: datetime) -> None:
    """Add the rows of a batch to the stage."""
    values = stored_values(stage.record)
    names = ", ".join(f'"{name}"' for name in (*values, *PROVENANCE))
    with_batch(
        warehouse,
        batch,
        f"INSERT INTO {stage.table} ({names}) SELECT {', '.join(values.values())}, ?, source_row, ? FROM {BATCH}",
        [file, now],
    )


def with_batch(warehouse: Warehouse, batch: Any, sql: str, params: Any = ()) -> None:
    """Run a statement that reads the batch as `batch_rows`."""
    warehouse.register(BATCH, batch)
    try:
        warehouse.execute(sql, params)
    finally:
        warehouse.unregister(BATCH)


def numbered(warehouse: Warehouse, batch: Any, record: Record) -> Any:
    """Return the batch with derived record numbers: an empty visit number follows from what, who and when.

    A visit that is stored under another number keeps that one. Rows without all four stay without a number.
    """
    for column in record.columns:
        if column.derived_from and batch[column.name].null_count:
            warehouse.register(BATCH, batch)
            try:
                batch = warehouse.arrow(_numbering(record, column))
            finally:
                warehouse.unregister(BATCH)
    return batch


def _numbering(record: Record, column: Column) -> str:
    parts = [f'"{name}"' for name in column.derived_from]
    filled = " AND ".join(f"{BATCH}.{part} IS NOT NULL" for part in parts)
    code = f"md5_number_lower(concat_ws('|', {', '.join(f'{BATCH}.{part}' for part in parts)}))"
    derived = (
        f"'{column.prefix}' || lpad(CAST({code} % {10**_VISIT_DIGITS} AS VARCHAR), {_VISIT_DIGITS}, '0')"
    )
    same = " AND ".join(f"known.{part} = {BATCH}.{part}" for part in parts)
    return f"""SELECT {BATCH}.* REPLACE (coalesce({BATCH}."{column.name}", known.number,
            CASE WHEN {filled} THEN {derived} END) AS "{column.name}")
        FROM {BATCH} LEFT JOIN (SELECT {", ".join(parts)}, min("{column.name}") AS number
            FROM main.{record.table} GROUP BY ALL) AS known ON {same}"""


def _stored(column: Column) -> str:
    if column.free_text:
        return "CAST(NULL AS VARCHAR)"  # waits for de-identification
    if stored_name(column) != column.name:
        return f'left("{column.name}", 4)'
    return f'"{column.name}"'
