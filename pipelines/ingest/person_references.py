"""Whether people that rows point to are known: each person is looked up once per sheet, however many rows they have."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pipelines.ingest.faults import fault_table, joined
from pipelines.ingest.messages import rule_message
from pipelines.ingest.stage import registered
from pipelines.schemas.column import Record
from pipelines.schemas.registry import record
from pipelines.schemas.rules import Rule, across_rows
from pipelines.store.warehouse import Warehouse

MISSING = "bestaat_niet"  # the one breach that time may heal: what a row points to is not there yet


def is_about_persons(rule: Rule, declared: Record) -> bool:
    """Whether a rule asks that a person in another table exists."""
    column = declared.column(rule.columns[0])
    alone = len(column.refers_to) == 1 and column.refers_to[0] != declared.table
    return rule.words == MISSING and column.person and alone


@dataclass
class PersonReferences:
    """Knows which pseudonyms were looked up in which table, and which of them are not there."""

    declared: Record
    _checked: dict[str, Any] = field(default_factory=dict)
    _missing: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules this answers."""
        errors = across_rows(self.declared.table, level="error")
        return tuple(rule for rule in errors if is_about_persons(rule, self.declared))

    def faults(self, warehouse: Warehouse, batch: Any, *, codes: dict[str, Any]) -> Any:
        """Return the faults of a batch: rows whose person is not there. `codes`: the pseudonyms per column."""
        asked = (rule for rule in self.rules if rule.columns[0] in codes)
        return joined(self._of(rule, warehouse, batch, codes[rule.columns[0]]) for rule in asked)

    def _of(self, rule: Rule, warehouse: Warehouse, batch: Any, codes: Any) -> Any:
        import pyarrow as pa
        import pyarrow.compute as pc

        name = rule.columns[0]
        (table,) = self.declared.column(name).refers_to
        absent = self._not_there(warehouse, table, codes)
        rows = batch["source_row"].filter(pc.is_in(batch[name], value_set=absent)) if len(absent) else []
        return fault_table(
            rows,
            column=pa.repeat(name, len(rows)),
            rule=pa.repeat(rule.code, len(rows)),
            level=pa.repeat(rule.level, len(rows)),
            message=pa.repeat(rule_message(rule, self.declared), len(rows)),
        )

    def _not_there(self, warehouse: Warehouse, table: str, codes: Any) -> Any:
        """Return the codes known to be absent from the table, the new ones looked up first."""
        import pyarrow as pa
        import pyarrow.compute as pc

        nothing = pa.array([], pa.string())
        checked, missing = self._checked.get(table, nothing), self._missing.get(table, nothing)
        new = codes.filter(pc.invert(pc.is_in(codes, value_set=checked)))
        if len(new):
            new = pc.unique(new)
            (key,) = record(table).key
            with registered(warehouse, pa.table({"code": new}), name="new_codes"):
                absent = warehouse.arrow(
                    f'SELECT code FROM new_codes WHERE code NOT IN (SELECT "{key}" FROM {table})'
                )["code"]
            checked = pa.concat_arrays([checked, new])
            missing = pa.concat_arrays([missing, *absent.chunks])
        self._checked[table], self._missing[table] = checked, missing
        return missing
