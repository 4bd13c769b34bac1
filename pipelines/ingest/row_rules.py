"""Checks that need nothing but the row itself, all of them in one pass over a batch."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipelines.ingest.canonical_forms import DUCKDB_TYPES
from pipelines.ingest.faults import fault_table, joined
from pipelines.ingest.messages import ABOUT_EMPTY, rule_message, rule_shows_value
from pipelines.ingest.scan import DOUBT
from pipelines.ingest.stage import BATCH
from pipelines.schemas.column import Record
from pipelines.schemas.rules import Rule, within_row
from pipelines.schemas.rules.rule import TODAY
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.words.load import FOUND_AFTER

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

    def judge(self, warehouse: Warehouse, batch: Any) -> Any:
        """Return the faults of a batch as a table; reads nothing else, so another thread may do it."""
        return self._faults(warehouse.apart(self._query, name=BATCH, table=batch))

    @cached_property
    def _query(self) -> str:
        """Return a query of the rows that break a rule: what may be shown of each column, and which rules they break."""
        breaches = [self._breach(rule) for rule in self.rules]
        which = (f"{breach} AS broken{number}" for number, breach in enumerate(breaches))
        shown = (f'{self._found(rule)} AS "{rule.columns[0]}"' for rule in self._shown.values())
        return (
            f"SELECT {', '.join(('source_row', *shown, *which))} FROM {BATCH} WHERE {' OR '.join(breaches)}"
        )

    @cached_property
    def _shown(self) -> dict[str, Rule]:
        """Columns whose value may stand in a message, with a rule about them."""
        return {
            rule.columns[0]: rule
            for rule in self.rules
            if rule_shows_value(rule, column=self.record.column(rule.columns[0]))
        }

    def _breach(self, rule: Rule) -> str:
        breach = settled(rule.breach, settings=self.settings, today=self.today)
        if rule.words in ABOUT_EMPTY:
            bit = 1 << self.record.columns.index(self.record.column(rule.columns[0]))
            return f"(({breach}) AND {DOUBT} & {bit} = 0)"  # a text the parser refused is not empty
        return f"({breach})"

    def _found(self, rule: Rule) -> str:
        column = self.record.column(rule.columns[0])
        shown = f'CAST("{column.name}" AS VARCHAR)'
        if column.kind.storage == "date":
            shown = f"strftime(\"{column.name}\", '%-d-%-m-%Y')"
        elif DUCKDB_TYPES[column.kind.storage] == "DOUBLE":
            shown = f"replace(printf('%g', \"{column.name}\"), '.', ',')"
        return f"{shown} || '.'"

    def _faults(self, hits: Any) -> Any:
        return joined(
            self._of(rule, hits, broken=hits[f"broken{number}"])
            for number, rule in enumerate(self.rules)
            if hits.num_rows
        )

    def _of(self, rule: Rule, hits: Any, *, broken: Any) -> Any:
        import pyarrow as pa
        import pyarrow.compute as pc

        name, rows = rule.columns[0], hits["source_row"].filter(broken)
        said = pa.repeat(rule_message(rule, self.record), len(rows))
        if name in self._shown and rule_shows_value(rule, column=self.record.column(name)):
            found = hits[name].filter(broken)
            said = pc.binary_join_element_wise(said, found, FOUND_AFTER, null_handling="skip")
        return fault_table(
            rows,
            column=pa.repeat(name, len(rows)),
            rule=pa.repeat(rule.code, len(rows)),
            level=pa.repeat(rule.level, len(rows)),
            message=said,
        )
