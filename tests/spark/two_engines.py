"""Asks DuckDB and Spark the same statements and compares their lines."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import zip_longest
from pathlib import Path

from pipelines.evaluate.engine import Line, run
from pipelines.evaluate.frame import Frame, read_frame
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.compiled import Dialect, Wanted, statements, wanted_for
from pipelines.store.snapshot import Snapshot
from pipelines.store.spark_engine import SparkEngine
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.figures import CACHE

NEAR = 1e-9  # relative and absolute: both add the same doubles, in another order
Asked = tuple[Wanted, Question]


class TwoEngines:
    """DuckDB on a snapshot beside Spark on its export. Spark works ahead of the tests that wait for it."""

    def __init__(self, snapshot: Snapshot, spark: SparkEngine, *, pool: ThreadPoolExecutor) -> None:
        self._snapshot = snapshot
        self._spark = spark
        self._pool = pool
        self._ahead: dict[Asked, Future[list[Line]]] = {}

    def begin(self, asked: Iterable[Asked]) -> None:
        """Let Spark begin with these, in this order."""
        compiled("pyspark")  # here, once: not by every thread that needs it
        self._ahead |= {one: self._pool.submit(self._on_spark, *one) for one in asked}

    def on_duckdb(self, wanted: Wanted, question: Question) -> list[Line]:
        """Return the lines of a statement on DuckDB."""
        return run(self._snapshot, compiled("duckdb")[wanted], frame=_frame(self._snapshot, question))

    def on_spark(self, wanted: Wanted, question: Question) -> list[Line]:
        """Return the lines of a statement on Spark; waits for them where it has begun."""
        begun = self._ahead.pop((wanted, question), None)
        return begun.result() if begun else self._on_spark(wanted, question)

    def _on_spark(self, wanted: Wanted, question: Question) -> list[Line]:
        sql, frame = compiled("pyspark")[wanted], _frame(self._snapshot, question)
        return run(self._snapshot, sql, frame=frame, engine=self._spark)


@cache
def _frame(snapshot: Snapshot, question: Question) -> Frame:
    return read_frame(snapshot, question=question, audience=Audience.COMMISSIE)


def every_statement() -> list[Wanted]:
    """Return the statements every finding is made from: counts and distributions."""
    return [wanted for code in FIGURES for wanted in wanted_for(code)]


@cache
def compiled(dialect: Dialect, *, folder: Path = CACHE) -> dict[Wanted, str]:
    """Return the SQL of all of them."""
    return statements(every_statement(), cache=folder, dialect=dialect)


def differences(mine: list[Line], other: list[Line]) -> list[tuple[Line | None, Line | None]]:
    """Return the pairs of lines that are not the same, in whatever order; None where one engine has no such line."""
    pairs = zip_longest(sorted(mine, key=_place), sorted(other, key=_place))
    return [(one, two) for one, two in pairs if one is None or two is None or not _same(one, two)]


def _same(one: Line, two: Line) -> bool:
    return one.keys() == two.keys() and all(_equal(one[name], two[name]) for name in one)


def _equal(one: object, two: object) -> bool:
    if isinstance(one, float) and isinstance(two, float):
        return abs(one - two) <= NEAR * max(1.0, abs(one), abs(two))
    return type(one) is type(two) and one == two


def _place(line: Line) -> list[str]:
    """Return by what lines are put in order: their values as text, numbers without their last decimals."""
    return [f"{value:.6g}" if isinstance(value, float) else str(value) for value in line.values()]
