"""Checks that need nothing but the row itself, all of them in one pass over a batch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipelines.ingest.canonical import DUCKDB_TYPES
from pipelines.ingest.faults import fault_table
from pipelines.ingest.messages import rule_message, rule_shows_value
from pipelines.ingest.scan import RAW
from pipelines.ingest.stage import BATCH
from pipelines.schemas.column import Record
from pipelines.schemas.rules import Rule, within_row
from pipelines.schemas.rules.rule import TODAY
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.words.load import FOUND_AFTER

ABOUT_EMPTY = ("verplicht", "voorwaardelijk")
BY_PARSER = ("lengte",)  # the parser has said so already, and free text itself is not kept
_SETTING = re.compile(r"\(SELECT TRY_CAST\(value AS (\w+)\) FROM settings WHERE param_key = '([^']+)'\)")


def settled(sql: str, *, settings: dict[str, str | None], today: str) -> str:
    """Return the SQL of a rule with the settings and the day written into it: no sub-query per condition."""

    def value(match: re.Match[str]) -> str:
        text = settings.get(match[2])
        return "NULL" if text is None else "TRY_CAST('" + text.replace("'", "''") + f"' AS {match[1]})"

    return _SETTING.sub(value, sql.replace(TODAY, f"DATE '{today}'"))


@dataclass(frozen=True, kw_only=True)
class RowRules:
    """The row checks of one record, with the settings of the day written in."""

    record: Record
    settings: dict[str, str | None]
    today: str

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The checks, in the order in which they are listed."""
        return tuple(rule for rule in within_row(self.record.table) if rule.words not in BY_PARSER)

    def judge(self, warehouse: Warehouse, present: Sequence[str]) -> Any:
        """Return the faults of the registered batch as a table; `present`: its columns."""
        return self._faults(warehouse.arrow(self._query(set(present))))

    def _query(self, present: set[str]) -> str:
        """Return a query that keeps the breaking rows first, and only then asks which rules they break."""
        breaches = [self._breach(rule, present) for rule in self.rules]
        which = ", ".join(f"{breach} AS broken{number}" for number, breach in enumerate(breaches))
        found = (
            f"SELECT source_row, {number} AS rule, {self._found(rule)} AS found FROM hits WHERE broken{number}"
            for number, rule in enumerate(self.rules)
        )
        shown = ", ".join(f'"{name}"' for name in sorted({rule.columns[0] for rule in self.rules}))
        return f"""WITH hits AS MATERIALIZED (SELECT source_row, {shown}, {which} FROM {BATCH} WHERE {" OR ".join(breaches)})
            {" UNION ALL ".join(found)}"""

    def _breach(self, rule: Rule, present: set[str]) -> str:
        breach = settled(rule.breach, settings=self.settings, today=self.today)
        raw = f"{RAW}{rule.columns[0]}"
        if rule.words in ABOUT_EMPTY and raw in present:
            return f"({breach}) AND coalesce(\"{raw}\", '') = ''"  # a text the parser refused is not empty
        return f"({breach})"

    def _found(self, rule: Rule) -> str:
        column = self.record.column(rule.columns[0])
        if not rule_shows_value(rule, column=column):
            return "CAST(NULL AS VARCHAR)"
        if column.kind.storage == "date":
            return f"strftime(\"{column.name}\", '%-d-%-m-%Y')"
        if DUCKDB_TYPES[column.kind.storage] == "DOUBLE":
            return f"replace(printf('%g', \"{column.name}\"), '.', ',')"
        return f'CAST("{column.name}" AS VARCHAR)'

    def _faults(self, found: Any) -> Any:
        import pyarrow as pa
        import pyarrow.compute as pc

        which = found["rule"]
        said = pa.array([rule_message(rule, self.record) for rule in self.rules], pa.string())
        values = pc.binary_join_element_wise(
            said.take(which), found["found"], FOUND_AFTER, null_handling="skip"
        )
        return fault_table(
            found["source_row"],
            column=pa.array([rule.columns[0] for rule in self.rules], pa.string()).take(which),
            rule=pa.array([rule.code for rule in self.rules], pa.string()).take(which),
            level=pa.array([rule.level for rule in self.rules], pa.string()).take(which),
            message=values,
        )
