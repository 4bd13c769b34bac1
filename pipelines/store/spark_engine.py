"""Runs compiled figures on Spark over a folder of exported Parquet files: for more data than one machine holds.

The only module that knows pyspark, and it imports it only when a session is started.
"""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import storage_columns
from pipelines.store.parquet import write_put_aside, write_tables
from pipelines.store.problem import problem_of_system, store_problem
from pipelines.store.put_aside import PUT_ASIDE
from pipelines.store.snapshot import Rows, Snapshot
from pipelines.vocabulary.errors import StoreProblem
from pipelines.vocabulary.words import spark as words

LOG = "spark.log"  # in the scratch folder: what the Java process says; nobody reads it unless a start fails
SPARK_TYPES = {
    "string": "STRING",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "date": "DATE",
    "time": "STRING",  # Parquet has a time of day that Spark does not read; the export writes text
    "boolean": "BOOLEAN",
    "timestamp": "TIMESTAMP_NTZ",
}
# Dates and times of day have no zone here, so that of the session may not move them; nothing listens to the network.
SETTINGS = {
    "spark.app.name": "werkplaats",
    "spark.sql.session.timeZone": "UTC",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    # Spark 4.3.0 fails on an assertion of its own in this rule (ReorderJoin.createOrderedJoin) on figure A1. The rule only
    # changes the order of inner joins; tests/spark/test_every_figure.py shows whether it can be let in again.
    "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.ReorderJoin",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


class SparkEngine:
    """The exported tables in one Spark session."""

    dialect: Literal["pyspark"] = "pyspark"

    def __init__(self, session: Any, *, folder: Path) -> None:
        self._session = session
        for table, columns in _tables().items():
            file = str(folder / f"{table}.parquet")
            session.read.schema(columns).parquet(file).createOrReplaceTempView(table)

    def run(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> Rows:
        """Run a query and return its columns and rows; a failure becomes a StoreProblem with the statement as note."""
        with _plain(sql):
            frame = self._session.sql(sql, params or None)
            return Rows(tuple(frame.columns), [tuple(row) for row in frame.collect()])


@contextmanager
def spark_session(
    *,
    scratch: Path,
    master: str = "local[*]",
    memory: str = "1g",
    settings: Mapping[str, str] | None = None,
) -> Iterator[Any]:
    """Start Spark in a Java process of its own, with its work files in `scratch`, and stop it after the block.

    Raises StoreProblem when pyspark or Java is missing.
    """
    own = {
        "spark.master": master,
        "spark.driver.memory": memory,
        "spark.local.dir": str(scratch),
        "spark.sql.warehouse.dir": str(scratch / "spark-warehouse"),
    }
    session = _started({**SETTINGS, **own, **(settings or {})}, log=scratch / LOG)
    try:
        yield session
    finally:
        _stop(session)


@contextmanager
def open_engine(snapshot: Snapshot, *, scratch: Path) -> Iterator[SparkEngine]:
    """Open the tables of a snapshot in a session of their own, by way of an export that is removed afterwards.

    Raises StoreProblem when pyspark or Java is missing.
    """
    with TemporaryDirectory(dir=scratch, prefix="spark-") as own, spark_session(scratch=Path(own)) as session:
        yield SparkEngine(session, folder=_exported(snapshot, folder=Path(own) / "export"))


def _exported(snapshot: Snapshot, *, folder: Path) -> Path:
    try:
        write_tables(snapshot, folder=folder)
        write_put_aside(snapshot, folder=folder)
    except OSError as error:
        raise problem_of_system(error, home=folder) from None
    return folder


def _tables() -> dict[str, str]:
    """Return the columns of every exported table as Spark declares them."""
    records = {
        kept.table: ", ".join(f"`{name}` {SPARK_TYPES[kind]}" for name, kind in storage_columns(kept).items())
        for kept in RECORDS
    }
    return {**records, PUT_ASIDE: "`id` BIGINT"}


def _started(settings: Mapping[str, str], *, log: Path) -> Any:
    try:
        from pyspark import SparkConf, SparkContext
        from pyspark.errors import PySparkRuntimeError
        from pyspark.java_gateway import launch_gateway
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        raise store_problem(words.NO_PYSPARK) from None
    # Only Spark's own frames would meet pandas, and none is made here.
    warnings.filterwarnings(
        "ignore", message="PySpark does not yet fully support pandas", category=FutureWarning
    )
    conf = SparkConf().setAll(list(settings.items()))
    with log.open("wb") as said:
        try:
            gateway = launch_gateway(conf, {"stderr": said, "stdout": said})
        except (PySparkRuntimeError, FileNotFoundError):
            raise _no_java(log) from None
    return SparkSession(SparkContext(conf=conf, gateway=gateway))


def _stop(session: Any) -> None:
    """Stop Spark and its Java process, so that a next session may start with other settings."""
    from pyspark import SparkContext

    gateway = SparkContext._gateway
    session.stop()
    if gateway is not None:
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()
    SparkContext._gateway = SparkContext._jvm = None


def _no_java(log: Path) -> StoreProblem:
    problem = store_problem(words.NO_JAVA)
    problem.add_note(log.read_text(encoding="utf-8", errors="replace"))
    return problem


@contextmanager
def _plain(sql: str) -> Iterator[None]:
    """Turn Spark's errors inside the block into a StoreProblem; its message may hold values of rows and is dropped."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        failed = store_problem(words.FIGURE_FAILED, kind=_kind(error))
        failed.add_note(sql)
        raise failed from None


def _kind(error: Exception) -> str:
    """Return what Spark calls the error, without the values its message holds."""
    condition = getattr(error, "getCondition", lambda: None)()
    return condition or type(error).__name__
