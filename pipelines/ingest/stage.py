"""Where the rows of a sheet stand while they are judged: typed, pseudonymous, without names and free text.

A stage is a temporary table with the columns of its record. When the record is still empty, the rows of a large sheet
skip it as far as they can be judged one by one, so that a federation's rows are written once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipelines.schemas.column import Column, Record
from pipelines.schemas.storage import PROVENANCE, stored_name
from pipelines.store.warehouse import Warehouse

BATCH = "batch_rows"
_LEFT_OUT = "left_out_rows"
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


def is_empty(warehouse: Warehouse, record: Record) -> bool:
    """Whether no row of the record is stored."""
    return not warehouse.execute(f"SELECT 1 FROM main.{record.table} LIMIT 1")


def show_waiting(warehouse: Warehouse, stage: Stage) -> None:
    """Make the views `incoming` (the rows of the stage) and `combined` (with the stored rows they do not replace)."""
    keys = ", ".join(f'"{key}"' for key in stage.record.key)
    others = (
        f"SELECT stored.* FROM main.{stage.record.table} AS stored ANTI JOIN {stage.table} USING ({keys})"
    )
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


def put(
    warehouse: Warehouse, record: Record, table: str, batch: Any, *, file: str, now: datetime, without: Any
) -> int:
    """Add the rows of a batch to a table with the columns of the record, save those `without`; return how many."""
    import pyarrow as pa

    values = stored_values(record)
    names = ", ".join(f'"{name}"' for name in (*values, *PROVENANCE))
    rows = f"{BATCH} ANTI JOIN {_LEFT_OUT} USING (source_row)" if len(without) else BATCH
    insert = (
        f"INSERT INTO {table} ({names}) SELECT {', '.join(values.values())}, ?, source_row, ? FROM {rows}"
    )
    left_out = pa.table({"source_row": without})
    with registered(warehouse, batch), registered(warehouse, left_out, name=_LEFT_OUT):
        return int(warehouse.value(insert, [file, now]))


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


def numbered(warehouse: Warehouse, batch: Any, record: Record) -> Any:
    """Return the batch with derived record numbers: an empty visit number follows from what, who and when.

    A visit that is stored under another number keeps that one. Rows without all four stay without a number.
    """
    for column in record.columns:
        if column.derived_from and batch[column.name].null_count:
            with registered(warehouse, batch):
                batch = warehouse.arrow(_numbering(record, column))
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
