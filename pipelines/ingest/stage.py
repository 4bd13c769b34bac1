"""Where the rows of a sheet stand while they are judged: typed, pseudonymous, without names and free text.

A stage is a temporary table with the columns of its record. When the record is still empty, the rows of a large sheet
skip it as far as they can be judged one by one, so that a federation's rows are written once.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipelines.schemas.column import Column, Record
from pipelines.schemas.storage import PROVENANCE, stored_name
from pipelines.store.warehouse import Warehouse

BATCH = "batch_rows"
_ASKED = "asked_rows"
_AGAIN = "keys_that_stand_again"
_VISIT_DIGITS = 15  # of a visit number derived from a code of its four columns: no two of millions alike


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The rows of one sheet that wait for judgement, in the temporary table `table`.

    `direct`: the record was empty, and rows that need no judgement against each other go to its own table at once;
    only the others wait in `table`.
    """

    record: Record
    table: str
    direct: bool = False

    @property
    def all_rows(self) -> str:
        """The table with all rows of the sheet, once it is merged."""
        return f"main.{self.record.table}" if self.direct else self.table


def open_stage(warehouse: Warehouse, record: Record, *, number: int, direct: bool = False) -> Stage:
    """Return an empty stage."""
    warehouse.execute(f"CREATE OR REPLACE TEMP TABLE stage_{number} AS FROM main.{record.table} LIMIT 0")
    return Stage(record=record, table=f"temp.stage_{number}", direct=direct)


def recall(warehouse: Warehouse, stage: Stage) -> int:
    """Move rows of a direct stage back into it whose key stands there, or in the record, once more; return how many.

    Found by a code of the key: much narrower, and a row that is moved without need comes to the same place.
    """
    (key,) = stage.record.key
    record, code = f"main.{stage.record.table}", f'hash("{key}")'
    codes = f"SELECT {code} AS code FROM {record} UNION ALL SELECT DISTINCT {code} FROM {stage.table}"
    warehouse.execute(
        f"CREATE OR REPLACE TEMP TABLE {_AGAIN} AS SELECT code FROM ({codes}) GROUP BY code HAVING count(*) > 1"
    )
    again = f"{code} IN (FROM {_AGAIN})"
    moved = int(warehouse.value(f"INSERT INTO {stage.table} SELECT * FROM {record} WHERE {again}"))
    if moved:
        warehouse.execute(f"DELETE FROM {record} WHERE {again}")
    return moved


def is_empty(warehouse: Warehouse, record: Record) -> bool:
    """Whether no row of the record is stored."""
    return not warehouse.execute(f"SELECT 1 FROM main.{record.table} LIMIT 1")


def asked_rows(warehouse: Warehouse, stage: Stage, *, pointing: Sequence[str]) -> str:
    """Return the table with the stored rows a stage is judged beside: those its `pointing` columns name.

    Without such columns: all of the record.
    """
    record = stage.record
    if not pointing:
        return f"main.{record.table}"
    (key,) = record.key
    named = " UNION ALL ".join(f'SELECT "{name}" AS "{key}" FROM {stage.table}' for name in pointing)
    warehouse.execute(
        f'CREATE OR REPLACE TEMP TABLE {_ASKED} AS FROM main.{record.table} SEMI JOIN ({named}) USING ("{key}")'
    )
    return f"temp.{_ASKED}"


def show_waiting(warehouse: Warehouse, stage: Stage, *, beside: str) -> None:
    """Make the views `incoming` (the rows of the stage) and `combined` (with the rows `beside` they do not replace)."""
    keys = ", ".join(f'"{key}"' for key in stage.record.key)
    others = f"SELECT stored.* FROM {beside} AS stored ANTI JOIN {stage.table} USING ({keys})"
    warehouse.execute(f"CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM {stage.table}")
    warehouse.execute(
        f"CREATE OR REPLACE TEMP VIEW combined AS SELECT * FROM {stage.table} UNION ALL {others}"
    )


def show_merged(warehouse: Warehouse, stage: Stage) -> None:
    """Make the views `incoming` (the rows of a merged sheet) and `combined` (all rows of its record)."""
    warehouse.execute(f"CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM {stage.all_rows}")
    warehouse.execute(f"CREATE OR REPLACE TEMP VIEW combined AS SELECT * FROM main.{stage.record.table}")


def show_batch(warehouse: Warehouse, record: Record) -> None:
    """Make the view `incoming` of the registered batch, with the columns of the warehouse."""
    values = ", ".join(f'{sql} AS "{name}"' for name, sql in stored_values(record).items())
    warehouse.execute(f"CREATE OR REPLACE TEMP VIEW incoming AS SELECT {values}, source_row FROM {BATCH}")


def stored_values(record: Record) -> dict[str, str]:
    """Return warehouse column → SQL over the rows of a batch, provenance left out."""
    return {stored_name(column): _stored(column) for column in record.stored}


def put(warehouse: Warehouse, record: Record, table: str, batch: Any, *, file: str, now: datetime) -> None:
    """Add the rows of a batch to a table with the columns of the record."""
    values = stored_values(record)
    names = ", ".join(f'"{name}"' for name in (*values, *PROVENANCE))
    insert = (
        f"INSERT INTO {table} ({names}) SELECT {', '.join(values.values())}, ?, source_row, ? FROM {BATCH}"
    )
    with registered(warehouse, batch):
        warehouse.execute(insert, [file, now])


class _Lent:
    """A table lent to the engine for the time of a block.

    A transaction remembers every object it was given until it ends: without this, all batches of a load at once.
    """

    def __init__(self, table: Any) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


@contextmanager
def registered(warehouse: Warehouse, batch: Any, *, name: str = BATCH) -> Iterator[None]:
    """Make a pyarrow Table readable as `batch_rows`, or another name, inside the block."""
    lent = _Lent(batch)
    warehouse.register(name, lent)
    try:
        yield
    finally:
        warehouse.unregister(name)
        lent.table = None


def numbered(warehouse: Warehouse, batch: Any, stage: Stage) -> Any:
    """Return the batch with derived record numbers: an empty visit number follows from what, who and when.

    A visit that is stored under another number keeps that one; in a direct stage none was stored before this sheet.
    Rows without all four stay without a number.
    """
    for column in stage.record.columns:
        if column.derived_from and batch[column.name].null_count:
            with registered(warehouse, batch):
                batch = warehouse.arrow(_numbering(stage, column)).cast(batch.schema)
    return batch


def _numbering(stage: Stage, column: Column) -> str:
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
            FROM main.{stage.record.table} WHERE {not stage.direct} GROUP BY ALL) AS known ON {same}"""


def _stored(column: Column) -> str:
    if column.free_text:
        return "CAST(NULL AS VARCHAR)"  # waits for de-identification
    if stored_name(column) != column.name:
        return f'left("{column.name}", 4)'
    return f'"{column.name}"'
