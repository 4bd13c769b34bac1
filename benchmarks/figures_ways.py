"""The same ten figures three ways over the same records, each giving the same lines of counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import duckdb

from benchmarks.figures_data import AS_OF, FIRST, TYPES
from benchmarks.figures_pandas import WRITTEN, Frames, counted
from benchmarks.figures_sql import ROWS, statement
from pipelines.evaluate.engine import run
from pipelines.evaluate.frame import read_frame
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.compiled import Wanted, statements
from pipelines.metrics.declaration import Measure
from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import storage_columns
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question

CODES = tuple(ROWS)
COUNTED = ("cases", "n", "k", "persons")  # and `persons_hit` where the value is a number of persons
CACHE = Path(gettempdir()) / "werkplaats-bench-figures"
Lines = Mapping[tuple[str, str], tuple[int, ...]]  # (by, key): what was counted


@dataclass(frozen=True)
class Rows:
    """What a query gave."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Records:
    """The generated records as the evaluation reads them."""

    name = "generated"

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def run(self, sql: str, params: Any = ()) -> Rows:
        """Run a query and return its columns and rows."""
        result = self.connection.execute(sql, params or None)
        return Rows(tuple(column[0] for column in result.description), result.fetchall())


def stored(file: Path) -> Records:
    """Return the records as the store keeps them."""
    return Records(duckdb.connect(str(file), read_only=True))


def from_parquet(folder: Path) -> Records:
    """Return the records as views over the Parquet files that pandas reads too."""
    connection = duckdb.connect()
    for kept in RECORDS:
        columns = ", ".join(
            f"CAST({name} AS {TYPES[kind]}) AS {name}" for name, kind in storage_columns(kept).items()
        )
        connection.execute(
            f"CREATE VIEW {kept.table} AS SELECT {columns} FROM '{folder / kept.table}.parquet'"
        )
    return Records(connection)


def by_figure(records: Records, code: str) -> Lines:
    """Count with the figure itself: the statement the command line and the app run."""
    question = Question(as_of=AS_OF, period_from=FIRST)
    frame = read_frame(records, question=question, audience=Audience.COMMISSIE)
    wanted = Wanted(code=code, kind="tally")
    names = (*COUNTED, "persons_hit") if _in_persons(code) else COUNTED
    lines = run(records, statements([wanted], cache=CACHE)[wanted], frame=frame)
    return {
        (str(line["by"]), str(line["key"])): tuple(int(str(line[name] or 0)) for name in names)
        for line in lines
    }


def _in_persons(code: str) -> bool:
    return FIGURES[code].measure is Measure.PERSONS


def by_hand(records: Records, code: str) -> Lines:
    """Count with the SQL written by hand."""
    figure = FIGURES[code]
    sql = statement(
        code,
        splits=figure.parts,
        shares=figure.shares_of_all,
        beside=figure.beside,
        distinct=figure.distinct,
        in_persons=_in_persons(code),
    )
    wanted: dict[str, date] = {"as_of": AS_OF, "since": FIRST}
    found = records.run(sql, {name: day for name, day in wanted.items() if f"${name}" in sql})
    return {
        (row[0], row[1]): tuple(value or 0 for value in row[2 : 6 + _in_persons(code)]) for row in found.rows
    }


def write_parquet(file: Path, folder: Path) -> None:
    """Write every record as Parquet, dates as pandas holds them best."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(file), read_only=True) as connection:
        for kept in RECORDS:
            columns = ", ".join(
                f"CAST({name} AS TIMESTAMP) AS {name}" if kind == "date" else name
                for name, kind in storage_columns(kept).items()
            )
            connection.execute(
                f"COPY (SELECT {columns} FROM {kept.table}) TO '{folder / kept.table}.parquet'"
            )


def by_pandas(folder: Path, code: str, *, frames: Frames | None = None) -> Lines:
    """Count with pandas: from the files, or from frames that are in memory already."""
    figure = FIGURES[code]
    cases = WRITTEN[code](frames or Frames(folder))
    return counted(cases, splits=(*figure.parts, *figure.shares_of_all), in_persons=_in_persons(code))
