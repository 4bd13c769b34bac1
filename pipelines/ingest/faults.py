"""What is wrong in a sheet, cell by cell: the table every check adds to, and the row a person reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

ERROR, WARNING, FINDING, FIX = "error", "warning", "finding", "fix"
COLUMNS = ("source_row", "column", "rule", "level", "message")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing found in one cell: `level` error (row set aside), warning, finding, or fix (repaired).

    `heading`: the column's Dutch heading; empty for a fault of the whole row.
    """

    row: int
    column: str
    heading: str
    rule: str
    level: str
    message: str


def fault_table(rows: Any, *, column: Sequence[str] | Any, rule: Any, level: Any, message: Any) -> Any:
    """Return a pyarrow Table of faults from arrays of equal length."""
    import pyarrow as pa

    return pa.table(
        {"source_row": rows, "column": column, "rule": rule, "level": level, "message": message},
        schema=schema(),
    )


def schema() -> Any:
    """Return the schema of a table of faults."""
    import pyarrow as pa

    text = pa.string()
    kinds = zip(COLUMNS, (pa.int64(), text, text, text, text), strict=True)
    return pa.schema(list(kinds))


def joined(tables: Iterable[Any]) -> Any:
    """Return all tables of faults as one."""
    import pyarrow as pa

    return pa.concat_tables([schema().empty_table(), *tables])


def rows_with_error(faults: Any) -> Any:
    """Return the rows that hold an error, each once, as a chunked array."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pa.chunked_array([pc.unique(faults.filter(pc.equal(faults["level"], ERROR))["source_row"])])
