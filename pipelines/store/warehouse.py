"""The database the loader owns: opened by one process at a time, built up by migrations, hardened."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from pipelines.store import calendar_table, connection, migration
from pipelines.store.home import Home
from pipelines.store.problem import plain, store_problem
from pipelines.store.settings_view import settings_sql, targets_sql
from pipelines.vocabulary.words import store as words

IN_MEMORY = Home(Path(":memory:"))


class Warehouse:
    """An open warehouse. Every result is fetched whole, so that no statement waits for a pending one."""

    def __init__(self, opened: duckdb.DuckDBPyConnection, *, home: Home) -> None:
        self._connection = opened
        self.home = home

    def execute(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Run a statement and return its rows; a failure becomes a StoreProblem without row values."""
        with plain(self.home.path, file=self.home.warehouse, sql=sql):
            return self._connection.execute(sql, params or None).fetchall()

    def value(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """Return the first column of the first row; None when there is no row."""
        rows = self.execute(sql, params)
        return rows[0][0] if rows else None

    def arrow(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """Return the rows as a pyarrow Table."""
        with plain(self.home.path, file=self.home.warehouse, sql=sql):
            return self._connection.sql(sql, params=params or None).to_arrow_table()

    def batches(self, sql: str, *, rows: int) -> Iterator[Any]:
        """Yield the rows of a query over files as pyarrow record batches, in order, while other statements run.

        The query sees no registered Table, and nothing of an open transaction.
        """
        with plain(self.home.path, file=self.home.warehouse, sql=sql), self._connection.cursor() as cursor:
            yield from cursor.sql(sql).to_arrow_reader(rows)

    def apart(self, sql: str, *, name: str, table: Any) -> Any:
        """Return the rows of a query over one pyarrow Table as a Table, while other statements run.

        The query sees the table under `name`, no other one, and nothing of an open transaction.
        """
        with plain(self.home.path, file=self.home.warehouse, sql=sql), self._connection.cursor() as cursor:
            return cursor.register(name, table).sql(sql).to_arrow_table()

    def columns(self, table: str) -> dict[str, str]:
        """Return column → DuckDB type of a table or view, in order; `schema.table` or `table`."""
        schema, _, name = table.rpartition(".")
        rows = self.execute(
            "SELECT column_name, data_type FROM duckdb_columns() "
            "WHERE table_name = ? AND (? = '' OR schema_name = ?) ORDER BY column_index",
            [name, schema, schema],
        )
        return {str(column): str(kind) for column, kind in rows}

    def register(self, name: str, table: Any) -> None:
        """Make a pyarrow Table readable under `name`, without copying it."""
        with plain(self.home.path, file=self.home.warehouse):
            self._connection.register(name, table)

    def unregister(self, name: str) -> None:
        """Let go of a registered Table."""
        with plain(self.home.path, file=self.home.warehouse):
            self._connection.unregister(name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Save all that is done inside, or nothing when the block raises or the process is killed."""
        self.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._undo()
            raise
        self.execute("COMMIT")

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Undo all that is done inside, also when the block ends well."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self._undo()

    def set_day(self, today: date) -> None:
        """Make the views `today_is(day)`, `settings(param_key, value)` and `targets_now` for this connection."""
        day = f"DATE '{today.isoformat()}'"
        self.execute(f"CREATE OR REPLACE TEMP VIEW today_is AS SELECT {day} AS day")
        self.execute(f"CREATE OR REPLACE TEMP VIEW settings AS {settings_sql(day)}")
        self.execute(f"CREATE OR REPLACE TEMP VIEW targets_now AS {targets_sql(day)}")

    def close(self, *, checkpoint: bool = True) -> None:
        """Close the file; with `checkpoint` all of it stands in the one database file afterwards.

        Raises StoreProblem when there is no room for that; what was committed stays in the file beside it.
        """
        with plain(self.home.path, file=self.home.warehouse, full=words.DISK_FULL_AFTER):
            try:
                if checkpoint:
                    self._connection.execute("CHECKPOINT")
            finally:
                self._connection.close()

    def _undo(self) -> None:
        """Roll back; after a full disk DuckDB has already done so and takes no more statements."""
        try:
            self._connection.execute("ROLLBACK")
        except duckdb.Error:
            self._connection.close()


@contextmanager
def open_warehouse(
    home: Home,
    *,
    create: bool = False,
    readable: Sequence[Path] = (),
    memory_limit: str = connection.MEMORY_LIMIT,
) -> Iterator[Warehouse]:
    """Open the warehouse for the one loader at a time, brought up to date by its migrations.

    `readable`: files outside the scratch folder that SQL may read. Raises StoreProblem when it is absent (and not
    `create`), locked, newer than this version, damaged, or when the disk is full.
    """
    if not home.warehouse.is_file() and not create:
        raise store_problem(words.NO_STORE, home=home.path)
    home.create()
    warehouse = _connected(home, readable=readable, memory_limit=memory_limit)
    try:
        _bring_up_to_date(warehouse)
        yield warehouse
    except BaseException:
        _close_quietly(warehouse)
        raise
    warehouse.close()


@contextmanager
def memory_warehouse(
    *, scratch: Path | None = None, readable: Sequence[Path] = (), memory_limit: str = connection.MEMORY_LIMIT
) -> Iterator[Warehouse]:
    """Open an empty warehouse that exists in memory only: for `check` without a store, and for tests."""
    opened = connection.writer(":memory:", scratch=scratch, readable=readable, memory_limit=memory_limit)
    warehouse = Warehouse(opened, home=IN_MEMORY)
    try:
        _bring_up_to_date(warehouse)
        yield warehouse
    finally:
        warehouse.close(checkpoint=False)


def _connected(home: Home, *, readable: Sequence[Path], memory_limit: str) -> Warehouse:
    with plain(home.path, file=home.warehouse):
        opened = connection.writer(
            home.warehouse, scratch=home.scratch, readable=readable, memory_limit=memory_limit
        )
    return Warehouse(opened, home=home)


def _bring_up_to_date(warehouse: Warehouse) -> None:
    opened, home = warehouse._connection, warehouse.home
    with plain(home.path, file=home.warehouse):
        refuse_newer(opened, home=home)
        migration.migrate(opened)
        calendar_table.refresh(opened)


def refuse_newer(opened: duckdb.DuckDBPyConnection, *, home: Home) -> None:
    """Raise StoreProblem when the store has had steps this version does not know."""
    found, known = migration.applied_number(opened), migration.latest_number()
    if found > known:
        raise store_problem(words.NEWER, home=home.path, found=found, known=known)


def _close_quietly(warehouse: Warehouse) -> None:
    """Close after a failure; the failure itself is what the person hears of."""
    try:
        warehouse._connection.close()
    except duckdb.Error:
        return
