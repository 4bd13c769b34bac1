"""How DuckDB is opened here: nothing fetched, nothing read from disk but what was named, settings locked."""

import os
from collections.abc import Sequence
from pathlib import Path

import duckdb

MEMORY_LIMIT = "512MB"  # a federation's load stays within it by spilling to the scratch folder

# The hardening of every connection: no extension is fetched or loaded by itself, no Python variable is read as a table.
HARDENED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
}


def writer(
    file: Path | str, *, scratch: Path | None, readable: Sequence[Path] = (), memory_limit: str = MEMORY_LIMIT
) -> duckdb.DuckDBPyConnection:
    """Open `file` for reading and writing; SQL may read only the scratch folder and the `readable` files."""
    spill = {} if scratch is None else {"temp_directory": str(scratch / "spill")}
    connection = duckdb.connect(str(file), config={**HARDENED, "memory_limit": memory_limit, **spill})
    if scratch is not None:
        connection.execute("SET allowed_directories = ?", [[f"{scratch}{os.sep}"]])
    if readable:
        connection.execute("SET allowed_paths = ?", [[str(path) for path in readable]])
    _lock(connection)
    return connection


def reader(file: Path, *, scratch: Path, memory_limit: str = MEMORY_LIMIT) -> duckdb.DuckDBPyConnection:
    """Open `file` read-only; SQL may read no other file. All readers of one file in a process share one instance."""
    config = {
        **HARDENED,
        "enable_external_access": False,
        "lock_configuration": True,
        "memory_limit": memory_limit,
        "temp_directory": str(scratch / "spill"),
    }
    return duckdb.connect(str(file), read_only=True, config=config)


def _lock(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
