"""Person numbers become pseudonyms before a row is judged or stored; who is who stays behind."""

import re
from dataclasses import dataclass, field
from typing import Any

from pipelines.ingest.faults import ERROR, fault_table
from pipelines.ingest.messages import cell_message
from pipelines.schemas.column import Column, Kind, Record
from pipelines.store.person_code import pseudonym, pseudonyms
from pipelines.vocabulary.reason import Reason

_RELATIENR = re.compile(r"[Rr][ .-]?0*(\d{1,9})")
_DIGITS = 4
_IN_TEXT = r"^\s*[Rr][ .-]?\d{1,9}\s*$|(^|[^\w-])[Rr][ .-]?\d{4,9}($|[^\w-])"  # R0042, and "zie R0042"
_LENGTHS = 16  # more than the signs of any number


def _no_codes() -> Any:
    import pyarrow as pa

    return pa.array([], pa.string())


def _nobody() -> Any:
    import numpy as np

    return np.array([-1], np.int64)  # no number and no place: there is always something to compare with


@dataclass(frozen=True)
class Pointed:
    """Where rows of a batch point to in one column: numbers of the rows, and the place of each one's person in `codes`."""

    rows: Any
    places: Any


@dataclass
class Persons:
    """Knows the pseudonyms of this home's key in the order in which their people came; each is computed once.

    People are looked up by their number as a whole number: millions of texts would each be a step in Python.
    """

    key: bytes = field(repr=False)
    codes: Any = field(default_factory=_no_codes, repr=False)
    _known: Any = field(default_factory=_nobody, repr=False)  # sorted
    _places: Any = field(default_factory=_nobody, repr=False)  # of the known ones, in `codes`

    def replace(self, table: Any, record: Record) -> tuple[Any, dict[str, Pointed]]:
        """Return the batch with every person column holding pseudonyms, and whom its rows point to, per column."""
        pointed = {}
        for column in record.columns:
            if column.person and table[column.name].null_count < table.num_rows:
                table, pointed[column.name] = self._column(table, column.name)
        return table, pointed

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

    def _column(self, table: Any, name: str) -> tuple[Any, Pointed]:
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        numbers, filled = table[name], pc.is_valid(table[name]).to_numpy()
        places = np.zeros(len(filled), np.int64)
        places[filled] = self._placed(numbers.drop_null().combine_chunks())
        coded = self.codes.take(pa.array(places, mask=~filled))
        pointed = Pointed(table["source_row"].to_numpy()[filled], places[filled])
        return table.set_column(table.column_names.index(name), name, coded), pointed

    def _placed(self, numbers: Any) -> Any:
        """Return the place in `codes` of each number, those of new people made first."""
        import numpy as np
        import pyarrow as pa

        whole, first, back = np.unique(_whole(numbers), return_index=True, return_inverse=True)
        at = np.searchsorted(self._known, whole)
        is_new = self._known[at.clip(max=len(self._known) - 1)] != whole
        if is_new.any():
            self._add(numbers.take(pa.array(first[is_new])), whole[is_new], at[is_new])
            at = np.searchsorted(self._known, whole)
        return self._places[at[back]]

    def _add(self, numbers: Any, whole: Any, at: Any) -> None:
        """Make the codes of new people, each once: their numbers, as whole numbers too, and where those are to stand."""
        import numpy as np
        import pyarrow as pa

        codes = pseudonyms(self.key, numbers.to_pylist())
        places = np.arange(len(self.codes), len(self.codes) + len(whole))
        self._known, self._places = np.insert(self._known, at, whole), np.insert(self._places, at, places)
        self.codes = pa.concat_arrays([self.codes, pa.array(list(codes.values()), pa.string())])

    def _where_named(self, table: Any, key: str, column: Column) -> tuple[Any, Any]:
        import pyarrow as pa

        values, wrong = table[column.name].to_pylist(), []
        for position, name in enumerate(table[key].to_pylist()):
            if name and name.startswith(str(column.person_after)) and values[position]:
                number = _RELATIENR.fullmatch(values[position].strip())
                values[position] = pseudonym(self.key, f"R{number[1]:0>{_DIGITS}}") if number else None
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


def _whole(numbers: Any) -> Any:
    """Return canonical numbers (`R0042`) as whole numbers; `R042` and `R0042` are two people, so the length counts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    figures = pc.cast(pc.utf8_slice_codeunits(numbers, 1), pa.int64()).to_numpy()
    return figures * _LENGTHS + pc.binary_length(numbers).to_numpy()
