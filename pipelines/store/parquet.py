"""The stored tables as Parquet files: what other engines and analysts read. Pseudonymous as the warehouse is."""

from pathlib import Path
from typing import Any, Protocol

from pipelines.schemas.column import Record
from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import storage_columns
from pipelines.store.put_aside import PUT_ASIDE, PUT_ASIDE_SQL

ROWS_AT_ONCE = 100_000


class Rows(Protocol):
    """Rows as a reader gives them."""

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """Rows, values in the order of the columns asked for."""


class Reader(Protocol):
    """Something that runs SQL on the warehouse's tables."""

    def run(self, sql: str, params: Any = ()) -> Rows:
        """Run a query and return its rows."""


def write_tables(reader: Reader, *, folder: Path) -> dict[Path, int]:
    """Write one Parquet file per record into the folder and return the rows of each; a few rows in memory at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    return {
        folder / f"{kept.table}.parquet": _write(reader, kept, file=folder / f"{kept.table}.parquet")
        for kept in RECORDS
    }


def write_put_aside(reader: Reader, *, folder: Path) -> None:
    """Write the rows now in quarantine beside them: one number each, nothing of what is in them."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    numbers = [row[0] for row in reader.run(PUT_ASIDE_SQL).rows]
    pq.write_table(pa.table({"id": pa.array(numbers, pa.int64())}), folder / f"{PUT_ASIDE}.parquet")


def _write(reader: Reader, kept: Record, *, file: Path) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema(kept)
    page = f"SELECT rowid, {_columns(kept)} FROM {kept.table} WHERE rowid > ? ORDER BY rowid LIMIT ?"
    written, last = 0, -1
    with pq.ParquetWriter(file, schema, compression="zstd") as parquet:
        while rows := reader.run(page, [last, ROWS_AT_ONCE]).rows:
            _, *columns = zip(*rows, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            parquet.write_batch(pa.record_batch(arrays, schema=schema))
            written, last = written + len(rows), rows[-1][0]
    return written


def _schema(kept: Record) -> Any:
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "date": pa.date32(),
        "time": pa.string(),  # Spark reads no time of day from Parquet: text, 09:30:00
        "boolean": pa.bool_(),
        "timestamp": pa.timestamp("us"),
    }
    return pa.schema([(name, types[kind]) for name, kind in storage_columns(kept).items()])


def _columns(kept: Record) -> str:
    return ", ".join(
        f'CAST("{name}" AS VARCHAR) AS "{name}"' if kind == "time" else f'"{name}"'
        for name, kind in storage_columns(kept).items()
    )
