"""`werkplaats export`: every table as a Parquet file, pseudonymous as it stands in the warehouse."""

import json
from pathlib import Path
from typing import Annotated, Any, Protocol

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.schemas.column import Record
from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import storage_columns
from pipelines.store.home import resolve_home
from pipelines.vocabulary.errors import WerkplaatsError
from pipelines.vocabulary.words import figures_command as words

ROWS_AT_ONCE = 100_000
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help=words.EXPORT_FOLDER_HELP)]


class Rows(Protocol):
    """Rows as a reader gives them."""

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """Rows, values in the order of the columns asked for."""


class Reader(Protocol):
    """Something that runs SQL on the warehouse's tables."""

    def run(self, sql: str, params: Any = ()) -> Rows:
        """Run a query and return its rows."""


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("export", help=words.EXPORT_HELP)(_command)


def _command(
    *,
    folder: FolderArgument,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from pipelines.store.snapshot import open_snapshot

    del debug  # read by the program itself, before any command runs
    refuse_filled(folder)
    with open_snapshot(resolve_home(None if home is None else str(home))) as snapshot:
        written = write_tables(snapshot, folder=folder)
    if as_json:
        typer.echo(json.dumps([{"file": file.name, "rows": rows} for file, rows in written.items()]))
        return
    for file, rows in written.items():
        typer.echo(words.EXPORTED.format(rows=rows, file=file))


def refuse_filled(folder: Path) -> None:
    """Refuse a folder that holds something: an export never mixes with what is there."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise WerkplaatsError(words.NOT_EMPTY.format(folder=folder), action=words.NOT_EMPTY_ACTION)


def write_tables(reader: Reader, *, folder: Path) -> dict[Path, int]:
    """Write one Parquet file per record into the folder and return the rows of each; a few rows in memory at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    return {
        folder / f"{kept.table}.parquet": _write(reader, kept, file=folder / f"{kept.table}.parquet")
        for kept in RECORDS
    }


def _write(reader: Reader, kept: Record, *, file: Path) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema(kept)
    written = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as parquet:
        while rows := reader.run(
            f"SELECT {_columns(kept)} FROM {kept.table} ORDER BY rowid LIMIT ? OFFSET ?",
            [ROWS_AT_ONCE, written],
        ).rows:
            columns = zip(zip(*rows, strict=True), schema, strict=True)
            arrays = [pa.array(column, field.type) for column, field in columns]
            parquet.write_batch(pa.record_batch(arrays, schema=schema))
            written += len(rows)
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
