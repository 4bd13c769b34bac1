"""Whether people that rows point to are known: who is stored is read once per sheet, however many rows it has."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pipelines.ingest.faults import fault_table, joined
from pipelines.ingest.messages import rule_message
from pipelines.ingest.persons import Pointed
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
    """Knows who stands in which table, and of which people, by their place among the codes, it was asked."""

    declared: Record
    _unasked: dict[str, Any] = field(default_factory=dict)
    _absent: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules this answers."""
        errors = across_rows(self.declared.table, level="error")
        return tuple(rule for rule in errors if is_about_persons(rule, self.declared))

    def faults(self, warehouse: Warehouse, pointed: dict[str, Pointed], *, codes: Any) -> Any:
        """Return the faults of a batch: rows whose person is not there. `codes`: the pseudonyms by place."""
        asked = (rule for rule in self.rules if rule.columns[0] in pointed)
        return joined(self._of(rule, warehouse, pointed[rule.columns[0]], codes) for rule in asked)

    def _of(self, rule: Rule, warehouse: Warehouse, pointed: Pointed, codes: Any) -> Any:
        import pyarrow as pa

        name = rule.columns[0]
        (table,) = self.declared.column(name).refers_to
        rows = pa.array(pointed.rows[self._absent_from(warehouse, table, codes)[pointed.places]], pa.int64())
        return fault_table(
            rows,
            column=pa.repeat(name, len(rows)),
            rule=pa.repeat(rule.code, len(rows)),
            level=pa.repeat(rule.level, len(rows)),
            message=pa.repeat(rule_message(rule, self.declared), len(rows)),
        )

    def _absent_from(self, warehouse: Warehouse, table: str, codes: Any) -> Any:
        """Return for every code whether it does not stand in the table; each is looked up once, and let go when found."""
        import numpy as np
        import pyarrow.compute as pc

        known = self._absent.get(table, np.array([], bool))
        new, stored = codes.slice(len(known)), self._codes_in(warehouse, table)
        if len(new):
            place = pc.index_in(stored, value_set=new)
            absent = np.ones(len(new), bool)
            absent[place.drop_null().to_numpy()] = False
            self._unasked[table] = stored.filter(pc.is_null(place))
            known = np.append(known, absent)
        self._absent[table] = known
        return known

    def _codes_in(self, warehouse: Warehouse, table: str) -> Any:
        if table not in self._unasked:
            (key,) = record(table).key
            self._unasked[table] = warehouse.arrow(f'SELECT "{key}" FROM {table}')[key]
        return self._unasked[table]
