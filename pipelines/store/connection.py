"""How DuckDB is opened here: nothing fetched, nothing read from disk but what was named, settings locked."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import duckdb

MEMORY_LIMIT = "512MB"  # a federation's load stays within it by spilling to the scratch folder
MOST_THREADS = 4  # each keeps rows of its own: sixteen do not fit in the memory of a load

# The hardening of every connection: no extension is fetched or loaded by itself, no Python variable is read as a table.
HARDENED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
}


def sql_path(path: Path) -> str:
    """Return the path as SQL must name it: DuckDB reads `*`, `?` and `[` in a file's name as a pattern."""
    return re.sub(r"([*?\[])", r"[\1]", str(path))


def spill_prefix(pid: int) -> str:
    """Return how the names of a process's spill folders begin."""
    return f"spill-{pid}-"


def _spill(scratch: Path, file: Path | str) -> str:
    """Return the folder for what does not fit in memory: one per process and file, as DuckDB's names in it repeat."""
    return str(scratch / f"{spill_prefix(os.getpid())}{Path(file).stem.strip(':')}")


def writer(
    file: Path | str, *, scratch: Path | None, readable: Sequence[Path] = (), memory_limit: str = MEMORY_LIMIT
) -> duckdb.DuckDBPyConnection:
    """Open `file` for reading and writing; SQL may read only the scratch folder and the `readable` files.

    Statements name a file by `sql_path`.
    """
    spill = {} if scratch is None else {"temp_directory": _spill(scratch, file)}
    threads = min(MOST_THREADS, os.cpu_count() or 1)
    config = {**HARDENED, "memory_limit": memory_limit, "threads": threads, **spill}
    connection = duckdb.connect(str(file), config=config)
    if scratch is not None:
        names = [f"{name}{os.sep}" for name in (str(scratch), sql_path(scratch))]
        connection.execute("SET allowed_directories = ?", [names])
    if readable:
        names = sorted({name for path in readable for name in (str(path), sql_path(path))})
        connection.execute("SET allowed_paths = ?", [names])
    _lock(connection)
    return connection


def reader(file: Path, *, scratch: Path, memory_limit: str = MEMORY_LIMIT) -> duckdb.DuckDBPyConnection:
    """Open `file` read-only; SQL may read no other file. All readers of one file in a process share one instance."""
    config = {
        **HARDENED,
        "enable_external_access": False,
        "lock_configuration": True,
        "memory_limit": memory_limit,
        "temp_directory": _spill(scratch, file),
    }
    return duckdb.connect(str(file), read_only=True, config=config)


def _lock(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET enable_progress_bar = false")  # `python -c` would print it among its lines
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
