"""Checks that read other rows or other tables: errors before a sheet is merged, the rest after all tables are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipelines.ingest.faults import fault_table, joined, rows_with_error
from pipelines.ingest.messages import rule_message
from pipelines.ingest.row_rules import settled
from pipelines.ingest.stage import Stage, show_rows
from pipelines.schemas.column import Record
from pipelines.schemas.rules import Rule, across_rows
from pipelines.store.warehouse import Warehouse

MISSING = "bestaat_niet"  # the one breach that time may heal: what a row points to is not there yet
ROUNDS = 100  # a chain of rows that point to each other, each set aside because the one before it was


@dataclass(frozen=True, kw_only=True)
class Found:
    """Faults of a stage as a table, and the rows whose only errors are missing references."""

    faults: Any
    retry: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class AcrossRules:
    """The cross-record checks of one record, with the settings of the day."""

    record: Record
    settings: dict[str, str | None]
    today: str

    def errors(self, warehouse: Warehouse, stage: Stage) -> Found:
        """Return the errors of the rows of a stage."""
        return self._found(warehouse, stage, across_rows(self.record.table, level="error"))

    def remarks(self, warehouse: Warehouse, stage: Stage) -> Found:
        """Return the warnings and findings of the rows of a merged stage."""
        rules = (
            *across_rows(self.record.table, level="warning"),
            *across_rows(self.record.table, level="finding"),
        )
        return self._found(warehouse, stage, rules)

    def _found(self, warehouse: Warehouse, stage: Stage, rules: Iterable[Rule]) -> Found:
        show_rows(warehouse, stage)
        tables: list[Any] = []
        missing, other = set[int](), set[int]()
        for rule in rules:
            hits = warehouse.arrow(
                f'SELECT DISTINCT CAST(source_row AS BIGINT) AS source_row, "column" FROM '
                f"({settled(rule.sql, settings=self.settings, today=self.today)})"
            )
            if not hits.num_rows:
                continue
            tables.append(_faults(hits, rule, self.record))
            (missing if rule.words == MISSING else other).update(
                rows_with_error(tables[-1]).to_pylist() if rule.level == "error" else ()
            )
        return Found(faults=joined(tables), retry=frozenset(missing - other))


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
