"""From a figure to the SQL of an engine: its counts, its distribution or its rows."""

import re
from typing import Any

import ibis
from ibis.config import Config

from pipelines.metrics.counts import in_window, spread, tally, within_period
from pipelines.metrics.declaration import Figure
from pipelines.metrics.expressions import ASKED
from pipelines.metrics.frame import QUESTION, SQL_TYPES
from pipelines.metrics.world import World

MARKS = {"duckdb": "$", "pyspark": ":"}
_ASKED = re.compile(rf"\b{ASKED}(\w+)\(\)", re.IGNORECASE)


class Compiler:
    """Compiles figures for one SQL dialect; keeps the expressions of the tables all figures share."""

    def __init__(self, *, dialect: str) -> None:
        self._dialect = dialect
        self._world = World()
        self._rows: dict[str, Any] = {}

    def sql(self, figure: Figure, *, kind: str) -> str:
        """Return one statement: `tally`, `spread` or `rows`."""
        made = self.expression(figure, kind=kind)
        _allow_spark_floats()
        return with_parameters(
            str(ibis.to_sql(made, dialect=self._dialect, pretty=False)), dialect=self._dialect
        )

    def expression(self, figure: Figure, *, kind: str) -> Any:
        """Return the same as an Ibis table expression over unbound tables."""
        if figure.code not in self._rows:
            self._rows[figure.code] = figure.rows(self._world)
        rows = self._rows[figure.code]
        if kind == "tally":
            return tally(rows, figure)
        if kind == "spread":
            return spread(rows, figure)
        return in_window(within_period(rows, figure))


def with_parameters(sql: str, *, dialect: str) -> str:
    """Return the SQL with what is asked as named parameters of their type, the way the dialect writes them."""
    return _ASKED.sub(lambda found: _parameter(found[1].lower(), mark=MARKS[dialect]), sql)


def _parameter(name: str, *, mark: str) -> str:
    return f"CAST({mark}{name} AS {SQL_TYPES[QUESTION[name]]})"


class _SparkOptions(Config):  # type: ignore[misc]
    treat_nan_as_null: bool = False


def _allow_spark_floats() -> None:
    """Give Ibis the option its Spark compiler asks for and only sets once pyspark has been imported (TECH 4, trap 2)."""
    if ibis.options.pyspark is None:
        ibis.options.pyspark = _SparkOptions()
