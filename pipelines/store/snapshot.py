"""Numbered read-only copies of the warehouse: readers open one and never meet the loader."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import duckdb

from pipelines.store import connection, migration
from pipelines.store.home import Home
from pipelines.store.load_session import refresh
from pipelines.store.problem import plain, store_problem
from pipelines.store.publication import current
from pipelines.store.warehouse import refuse_newer
from pipelines.vocabulary.words import store as words

ATTEMPTS = 5  # a loader may replace the snapshot between reading the pointer and opening the file


@dataclass(frozen=True)
class Rows:
    """What a query gave: column names and rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Snapshot:
    """One open snapshot; every run has its own cursor, so threads may share it."""

    def __init__(self, opened: duckdb.DuckDBPyConnection, *, home: Home, file: Path) -> None:
        self._connection = opened
        self._home = home
        self._file = file

    @property
    def name(self) -> str:
        """Name of the snapshot's file: changes with every load, so it is the key of what was computed from it."""
        return self._file.name

    def run(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> Rows:
        """Run a query and return its columns and rows; a failure becomes a StoreProblem with the statement as note."""
        with plain(self._home.path, file=self._file, sql=sql), self._connection.cursor() as cursor:
            result = cursor.execute(sql, params or None)
            columns = tuple(str(column[0]) for column in result.description or ())
            return Rows(columns, result.fetchall())

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_snapshot(home: Home) -> Snapshot:
    """Open the current snapshot read-only; one made by an older version is brought up to date first.

    Raises StoreProblem when there is none, when it is newer than this version, or damaged.
    """
    for _ in range(ATTEMPTS):
        file = current(home)
        if file is None:
            raise store_problem(words.NO_STORE, home=home.path)
        if not file.is_file():
            continue
        opened = _opened(home, file=file)
        if opened is not None:
            return opened
        refresh(home)
    raise store_problem(words.SNAPSHOT_GONE, file=file)


def _opened(home: Home, *, file: Path) -> Snapshot | None:
    """Return the open snapshot; None when an older version made it."""
    with plain(home.path, file=file):
        opened = connection.reader(file, scratch=home.scratch)
        try:
            refuse_newer(opened, home=home)
            outdated = migration.applied_number(opened) < migration.latest_number()
        except BaseException:
            opened.close()
            raise
    if outdated:
        opened.close()
        return None
    return Snapshot(opened, home=home, file=file)
