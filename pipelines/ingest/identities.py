"""Who is who: names and addresses of a sheet go to the vault, the warehouse only ever sees pseudonyms."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from pipelines.ingest.faults import WARNING, fault_table
from pipelines.ingest.messages import rule_message
from pipelines.ingest.stage import Stage
from pipelines.schemas.column import Record
from pipelines.schemas.rules.doubles import SAME_PERSON, KnownPerson, same_person
from pipelines.store.home import Home
from pipelines.store.vault import Identity, Vault, read_vault, write_vault
from pipelines.store.warehouse import Warehouse

TABLE = "members"
_NAMES = tuple(each.name for each in fields(Identity))


@dataclass
class VaultDesk:
    """The vault during one load: opened only when names come in, written once, before the load is saved."""

    home: Home
    key: bytes = field(repr=False)
    number: int
    opened: Vault | None = field(default=None, repr=False)
    touched: bool = False

    @property
    def vault(self) -> Vault:
        """The vault as it is now in this load."""
        if self.opened is None:
            self.opened = read_vault(self.home, key=self.key, number=self.number)
        return self.opened

    def add(self, people: dict[str, Identity]) -> None:
        """Add or replace people by pseudonym."""
        self.opened = self.vault.having(people=people)
        self.touched = self.touched or bool(people)

    def add_intake(self, answers: dict[str, dict[str, str]]) -> None:
        """Keep the answers of intake rows, by intake number."""
        self.opened = self.vault.having(intake=answers)
        self.touched = self.touched or bool(answers)

    def write(self) -> int:
        """Write what was added and return the number of the vault that belongs to this load."""
        if self.touched:
            self.number = write_vault(self.home, self.vault, key=self.key).number
            self.touched = False
        return self.number


@dataclass
class Identities:
    """The identities in one sheet, by row; stays in memory until it is known which rows are taken."""

    by_row: dict[int, Identity] = field(default_factory=dict, repr=False)

    def collect(self, batch: Any, record: Record) -> None:
        """Remember who the rows of a batch are about; `member_id` is a pseudonym by now."""
        if record.table != TABLE:
            return
        columns = [batch[name].to_pylist() for name in _NAMES]
        for row, values in zip(batch["source_row"].to_pylist(), zip(*columns, strict=True), strict=True):
            self.by_row[row] = Identity(**dict(zip(_NAMES, values, strict=True)))

    def of_stage(self, warehouse: Warehouse, stage: Stage) -> dict[str, Identity]:
        """Return the identities of the rows in a stage by pseudonym, the last row of each person."""
        if not self.by_row:
            return {}
        rows = warehouse.execute(f"SELECT member_id, source_row FROM {stage.table} ORDER BY source_row")
        return {member: self.by_row[row] for member, row in rows if row in self.by_row}

    def of_rows(self, rows: Iterable[int], *, unknown_to: Vault) -> dict[str, Identity]:
        """Return the identities of rows that wait for a reference, of people the vault does not know yet."""
        waiting = (self.by_row[row] for row in rows if row in self.by_row)
        return {each.member_id: each for each in waiting if each.member_id not in unknown_to.people}


def note_renamed(warehouse: Warehouse, people: dict[str, Identity], *, vault: Vault) -> bool:
    """Make the table `renamed(key)` of people whose identity changes; return whether there are any."""
    changed = [code for code, person in people.items() if vault.people.get(code, person) != person]
    warehouse.execute("CREATE OR REPLACE TEMP TABLE renamed AS SELECT unnest(?::VARCHAR[]) AS key", [changed])
    return bool(changed)


def doubles(warehouse: Warehouse, stage: Stage, record: Record, *, vault: Vault) -> Any:
    """Return faults for rows of a merged stage that may be a person who is known already (X12)."""
    import pyarrow as pa

    rows = dict(warehouse.execute(f"SELECT member_id, source_row FROM {stage.table}"))
    known = warehouse.execute(
        "SELECT member_id, birth_year, duplicate_of IS NOT NULL FROM members ORDER BY loaded_at, source_row"
    )
    people = (
        KnownPerson(
            member_id=code,
            last_name=person.last_name,
            birth_year=birth_year,
            postcode=person.postcode,
            phone=person.phone,
            settled=settled,
        )
        for code, birth_year, settled in known
        if (person := vault.people.get(code)) is not None
    )
    found = [(rows[member], column) for member, _, column in same_person(people) if member in rows]
    return fault_table(
        pa.array([row for row, _ in found], pa.int64()),
        column=[column for _, column in found],
        rule=[SAME_PERSON.code] * len(found),
        level=[WARNING] * len(found),
        message=[rule_message(SAME_PERSON, record)] * len(found),
    )
