"""Person numbers become pseudonyms before a row is judged or stored; who is who stays behind."""

import re
from dataclasses import dataclass, field
from typing import Any

from pipelines.ingest.faults import ERROR, fault_table
from pipelines.ingest.messages import cell_message
from pipelines.schemas.column import Column, Kind, Record
from pipelines.store.person_code import pseudonyms
from pipelines.vocabulary.reason import Reason

REMEMBERED = 2_000_000  # pseudonyms; some 200 MB
_RELATIENR = re.compile(r"[Rr][ .-]?0*(\d{1,9})")
_DIGITS = 4
_IN_TEXT = r"^\s*[Rr][ .-]?\d{1,9}\s*$|(^|[^\w-])[Rr][ .-]?\d{4,9}($|[^\w-])"  # R0042, and "zie R0042"


@dataclass
class Persons:
    """Knows the pseudonyms of this home's key; each Relatienr is computed once."""

    key: bytes = field(repr=False)
    known: dict[str, str] = field(default_factory=dict, repr=False)

    def of(self, relatienrs: list[str]) -> list[str]:
        """Return the pseudonyms of these canonical numbers, in order."""
        if len(self.known) > REMEMBERED:
            self.known.clear()
        self.known |= pseudonyms(self.key, [number for number in relatienrs if number not in self.known])
        return [self.known[number] for number in relatienrs]

    def replace(self, table: Any, record: Record) -> tuple[Any, dict[str, Any]]:
        """Return the batch with every person column holding pseudonyms, and which ones per column."""
        codes = {}
        for column in record.columns:
            if column.person and table[column.name].null_count < table.num_rows:
                table, codes[column.name] = self._column(table, column.name)
        return table, codes

    def replace_where_named(self, table: Any, record: Record) -> tuple[Any, list[Any]]:
        """Return the batch with pseudonyms in columns that hold a Relatienr for some keys only, and faults.

        `role_member:K1` in the settings says which member a role code is; a name there is refused. Any other stored
        text that holds a Relatienr is emptied and refused: it would point to a person as typed.
        """
        faults = []
        for column in record.columns:
            if column.person_after is not None:
                table, found = self._where_named(table, record.key[0], column)
                faults.append(found)
            if column.kind is Kind.TEXT and not (column.vault or column.free_text):
                table, found = _without_numbers(table, column)
                faults.append(found)
        return table, faults

    def _column(self, table: Any, name: str) -> tuple[Any, Any]:
        import pyarrow as pa

        numbers = table[name].combine_chunks().dictionary_encode()
        coded = pa.array(self.of(numbers.dictionary.to_pylist()), pa.string())
        return table.set_column(table.column_names.index(name), name, coded.take(numbers.indices)), coded

    def _where_named(self, table: Any, key: str, column: Column) -> tuple[Any, Any]:
        import pyarrow as pa

        values, wrong = table[column.name].to_pylist(), []
        for position, name in enumerate(table[key].to_pylist()):
            if name and name.startswith(str(column.person_after)) and values[position]:
                number = _RELATIENR.fullmatch(values[position].strip())
                values[position] = self.of([f"R{number[1]:0>{_DIGITS}}"])[0] if number else None
                if number is None:
                    wrong.append(table["source_row"][position].as_py())
        position = table.column_names.index(column.name)
        return table.set_column(position, column.name, pa.array(values, pa.string())), _refused(
            Reason.IDENTIFIER_UNREADABLE, column, pa.array(wrong, pa.int64())
        )


def _without_numbers(table: Any, column: Column) -> tuple[Any, Any]:
    """Return the batch without the texts of a column that hold a Relatienr, and a fault for each."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = table[column.name].combine_chunks()
    named = pc.fill_null(pc.match_substring_regex(texts, _IN_TEXT), False)
    if pc.any(named).as_py():
        emptied = pc.if_else(named, pa.scalar(None, texts.type), texts)
        table = table.set_column(table.column_names.index(column.name), column.name, emptied)
    return table, _refused(Reason.PERSON_NUMBER, column, table["source_row"].filter(named))


def _refused(reason: Reason, column: Column, rows: Any) -> Any:
    return fault_table(
        rows,
        column=[column.name] * len(rows),
        rule=[reason.value] * len(rows),
        level=[ERROR] * len(rows),
        message=[cell_message(reason, column=column, text="")] * len(rows),
    )
