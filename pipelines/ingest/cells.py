"""The cells the engine could not read by itself: each distinct text goes through its parser once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipelines.ingest.clean.parsed import Parsed
from pipelines.ingest.clean.parsers import PARSERS
from pipelines.ingest.faults import ERROR, FIX, WARNING, fault_table, joined
from pipelines.ingest.messages import cell_message
from pipelines.ingest.scan import doubted, in_doubt
from pipelines.schemas.column import Column, Kind, Need, Record
from pipelines.vocabulary.reason import Reason

REMEMBERED = (
    200_000  # distinct texts per column; names are all distinct, so their answers are not kept for ever
)
FREE = "gratis"


@dataclass(frozen=True)
class Read:
    """A batch whose every cell has its value, and what was repaired, doubted or refused on the way."""

    table: Any
    faults: Any


@dataclass
class Cells:
    """Reads the cells of one record; remembers the answers, so that the next batch asks only for new texts."""

    record: Record
    today: date
    answers: dict[str, dict[str, Parsed]] = field(default_factory=dict)

    def read(self, table: Any) -> Read:
        """Return the batch with the parsed values filled in, and the faults and repairs of its cells."""
        faults = []
        for column, mask in doubted(table, self.record):
            table, found = self._column(table, column, mask)
            faults.extend(found)
        return Read(table, joined(faults))

    def _column(self, table: Any, column: Column, mask: Any) -> tuple[Any, list[Any]]:
        import numpy as np
        import pyarrow as pa

        texts = in_doubt(table, column, mask).dictionary_encode()
        parsed = self._answers(column, texts.dictionary.to_pylist())
        kept, where = table[column.name], np.flatnonzero(mask)
        plain = kept.type.value_type if pa.types.is_dictionary(kept.type) else kept.type
        values = pa.array([_stored(each.value, column) for each in parsed], type=plain).take(texts.indices)
        table = _replaced(table, column.name, _filled(kept, mask, values))
        free = [Reason.FREE_OF_CHARGE in (each.fault, each.repair) for each in parsed]
        if any(free):
            table = _paid_by_nobody(table, self.record, where[np.array(free)[texts.indices.to_numpy()]])
        said = _Said(table["source_row"].take(where), column, texts, parsed)
        return table, [
            said.of(part) for part in ("fault", "repair") if any(getattr(each, part) for each in parsed)
        ]

    def _answers(self, column: Column, texts: Sequence[str]) -> list[Parsed]:
        known = self.answers.setdefault(column.name, {})
        if len(known) > REMEMBERED:
            known.clear()
        parse = PARSERS[column.kind]
        for text in texts:
            if text not in known:
                known[text] = parse(text, column=column, today=self.today)
        return [known[text] for text in texts]


def _stored(value: Any, column: Column) -> Any:
    """Return what the warehouse keeps of a value: of free text only that there is some."""
    return None if value is None else (True if column.free_text else value)


def _replaced(table: Any, name: str, values: Any) -> Any:
    return table.set_column(table.column_names.index(name), name, values)


def _filled(kept: Any, mask: Any, values: Any) -> Any:
    """Return the column with the values, in order, where the mask is true; choices stay numbers of their texts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(kept.type):
        return pc.replace_with_mask(kept, pa.array(mask), values)
    choices = kept.combine_chunks()
    numbers = pc.index_in(values, value_set=choices.dictionary).cast(choices.indices.type)
    filled = pc.replace_with_mask(choices.indices, pa.array(mask), numbers)
    return pa.DictionaryArray.from_arrays(filled, choices.dictionary)


def _paid_by_nobody(table: Any, record: Record, rows: Any) -> Any:
    """Fill the empty choice of who pays in the rows where the amount says it was free (DOMAIN 4.3)."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    free = np.zeros(table.num_rows, dtype=bool)
    free[rows] = True
    for column in record.columns:
        if column.kind is Kind.CHOICE and FREE in column.allowed:
            payer = table[column.name]
            open_ = free & pc.is_null(payer).to_numpy()
            table = _replaced(table, column.name, _filled(payer, open_, pa.repeat(FREE, int(open_.sum()))))
    return table


@dataclass(frozen=True)
class _Said:
    """What is to be said about the doubted cells of one column."""

    rows: Any
    column: Column
    texts: Any
    parsed: Sequence[Parsed]

    def of(self, part: str) -> Any:
        """Return a table of the faults, or of the repairs."""
        import pyarrow as pa
        import pyarrow.compute as pc

        reasons: list[Reason | None] = [getattr(each, part) for each in self.parsed]
        written = self.texts.dictionary.to_pylist()
        rules = pa.array([reason.value if reason else None for reason in reasons], pa.string())
        levels = [
            _level(reason, self.column, each) if reason else None
            for reason, each in zip(reasons, self.parsed, strict=True)
        ]
        said = [
            cell_message(reason, column=self.column, text=text, emptied=level == ERROR and each.value is None)
            if reason
            else None
            for reason, text, level, each in zip(reasons, written, levels, self.parsed, strict=True)
        ]
        where = pc.indices_nonzero(pc.is_valid(rules.take(self.texts.indices)))
        which = self.texts.indices.take(where)
        return fault_table(
            self.rows.take(where).combine_chunks(),
            column=pa.repeat(self.column.name, len(where)),
            rule=rules.take(which),
            level=pa.array(levels, pa.string()).take(which),
            message=pa.array(said, pa.string()).take(which),
        )


def _level(reason: Reason, column: Column, parsed: Parsed) -> str:
    """Level of a reason here: what empties a required cell puts the row aside."""
    needed = column.need is Need.REQUIRED and not column.derived_from
    if parsed.value is None and needed:
        return ERROR
    return {"error": ERROR, "warning": WARNING, "fix": FIX}[reason.level]
