"""Runs compiled statements on a reader: date, period and settings are given along as parameters."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from pipelines.evaluate.frame import Frame, Reader, Rows
from pipelines.metrics.compiled import Dialect
from pipelines.store.put_aside import PUT_ASIDE, PUT_ASIDE_SQL

Line = dict[str, object]


class Engine(Protocol):
    """Another engine than the reader's own, over the same tables and a table `quarantine`."""

    @property
    def dialect(self) -> Dialect:
        """Which SQL it speaks."""

    def run(self, sql: str, params: Any = ()) -> Rows:
        """Run a query and return its columns and rows."""


def dialect_of(engine: Engine | None) -> Dialect:
    """Return which SQL the figures are compiled to: without an engine that of the reader."""
    return "duckdb" if engine is None else engine.dialect


def run_all(
    reader: Reader, statements: list[str], *, frame: Frame, workers: int, engine: Engine | None = None
) -> list[list[Line]]:
    """Return the rows of each statement, so many of them run at the same time."""
    if workers == 1:
        return [run(reader, sql, frame=frame, engine=engine) for sql in statements]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda sql: run(reader, sql, frame=frame, engine=engine), statements))


def run(reader: Reader, sql: str, *, frame: Frame, engine: Engine | None = None) -> list[Line]:
    """Run a compiled statement, on the reader or the engine given, and return its rows by column name."""
    if engine is None and f'"{PUT_ASIDE}"' in sql:
        sql = f"WITH {PUT_ASIDE} AS ({PUT_ASIDE_SQL}) SELECT * FROM ({sql})"
    found = (engine or reader).run(sql, frame.parameters(of=sql))
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]
