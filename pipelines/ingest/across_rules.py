"""Checks that read other rows or other tables: errors before a sheet is merged, the rest after all tables are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipelines.ingest.faults import fault_table, joined, rows_with_error
from pipelines.ingest.messages import rule_message
from pipelines.ingest.person_references import MISSING, is_about_persons
from pipelines.ingest.row_rules import settled
from pipelines.schemas.column import Record
from pipelines.schemas.rules import Rule, across_rows
from pipelines.store.warehouse import Warehouse

ALL_ROWS = "combined"


@dataclass(frozen=True, kw_only=True)
class Found:
    """Faults as a table, the rows whose only errors among them are missing references, and those with other errors."""

    faults: Any
    waiting: Any
    heavier: Any


def self_references(record: Record) -> tuple[str, ...]:
    """Return the columns that point to other rows of the same record."""
    return tuple(column.name for column in record.columns if record.table in column.refers_to)


def judges_rows_alone(record: Record) -> bool:
    """Whether a row without self-reference can be judged without the other rows of its record."""
    rules = across_rows(record.table, level="error")
    pointing = self_references(record)
    return all(rule.columns[0] in pointing for rule in rules if ALL_ROWS in rule.sql)


def pointing_alone(record: Record) -> tuple[str, ...]:
    """Return the columns by which alone a row is judged beside rows of its own record; none when by others too.

    `test_rows_are_judged_beside_the_rows_they_point_to` defends it.
    """
    return self_references(record) if judges_rows_alone(record) else ()


@dataclass(frozen=True, kw_only=True)
class AcrossRules:
    """The cross-record checks of one record, with the settings of the day. They read the view `incoming`."""

    record: Record
    settings: dict[str, str | None]
    today: str

    @cached_property
    def errors(self) -> tuple[Rule, ...]:
        """The checks that set a row aside."""
        return across_rows(self.record.table, level="error")

    @cached_property
    def errors_by_parents(self) -> tuple[Rule, ...]:
        """Those of them that read other tables only; whether persons exist is asked by `PersonReferences`."""
        alone = (rule for rule in self.errors if ALL_ROWS not in rule.sql)
        return tuple(rule for rule in alone if not is_about_persons(rule, self.record))

    @cached_property
    def errors_by_siblings(self) -> tuple[Rule, ...]:
        """Those of them that read the other rows of the record."""
        return tuple(rule for rule in self.errors if ALL_ROWS in rule.sql)

    @cached_property
    def remarks(self) -> tuple[Rule, ...]:
        """The checks that give a warning or finding."""
        table = self.record.table
        return (*across_rows(table, level="warning"), *across_rows(table, level="finding"))

    def judge(self, warehouse: Warehouse, rules: Sequence[Rule]) -> Found:
        """Return what the rules find in `incoming`."""
        import pyarrow.compute as pc

        missing: list[Any] = []
        other: list[Any] = []
        for rule in rules:
            hits = self._hits(warehouse, rule)
            if hits.num_rows:
                (missing if rule.words == MISSING else other).append(_faults(hits, rule, self.record))
        heavier = rows_with_error(joined(other))
        waiting = rows_with_error(joined(missing))
        waiting = waiting.filter(pc.invert(pc.is_in(waiting, value_set=heavier)))
        return Found(faults=joined([*missing, *other]), waiting=waiting, heavier=heavier)

    def _hits(self, warehouse: Warehouse, rule: Rule) -> Any:
        sql = settled(rule.sql, settings=self.settings, today=self.today)
        return warehouse.arrow(
            f'SELECT DISTINCT CAST(source_row AS BIGINT) AS source_row, "column" FROM ({sql}) ORDER BY source_row'
        )


def _faults(hits: Any, rule: Rule, record: Record) -> Any:
    import pyarrow as pa

    count = hits.num_rows
    return fault_table(
        hits["source_row"],
        column=hits["column"],
        rule=pa.repeat(rule.code, count),
        level=pa.repeat(rule.level, count),
        message=pa.repeat(rule_message(rule, record), count),
    )
