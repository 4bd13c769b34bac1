"""Runs compiled statements on a reader: date, period and settings are given along as the table `question`."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from pipelines.evaluate.frame import Frame, Reader, Rows
from pipelines.metrics.compiled import Dialect
from pipelines.metrics.frame import QUESTION
from pipelines.store.put_aside import PUT_ASIDE, PUT_ASIDE_SQL

Line = dict[str, object]

_QUOTES: dict[Dialect, str] = {"duckdb": '"', "pyspark": "`"}
_ENGINE_TYPES = {"date": "DATE", "int64": "BIGINT", "float64": "DOUBLE"}


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
    quote = _QUOTES[dialect_of(engine)]
    asked = {name: value for name, value in frame.parameters().items() if f"{quote}{name}{quote}" in sql}
    columns = ", ".join(f"CAST(? AS {_ENGINE_TYPES[QUESTION[name]]}) AS {name}" for name in asked)
    given = f"question AS (SELECT {columns})"
    if engine is None and f'"{PUT_ASIDE}"' in sql:
        given = f"{given}, {PUT_ASIDE} AS ({PUT_ASIDE_SQL})"
    found = (engine or reader).run(f"WITH {given} SELECT * FROM ({sql})", list(asked.values()))
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]
