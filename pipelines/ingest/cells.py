"""The cells the engine could not read by itself: each distinct text goes through its parser once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipelines.ingest.clean.parsed import Parsed
from pipelines.ingest.clean.parsers import PARSERS
from pipelines.ingest.faults import ERROR, FIX, WARNING, fault_table, joined
from pipelines.ingest.messages import cell_message
from pipelines.ingest.scan import RAW
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
        for column in self.record.columns:
            name = f"{RAW}{column.name}"
            if name in table.column_names and table[name].null_count < table.num_rows:
                table, found = self._column(table, column)
                faults.extend(found)
        return Read(table, joined(faults))

    def _column(self, table: Any, column: Column) -> tuple[Any, list[Any]]:
        import pyarrow as pa
        import pyarrow.compute as pc

        texts = table[f"{RAW}{column.name}"].combine_chunks().dictionary_encode()
        parsed = self._answers(column, texts.dictionary.to_pylist())
        kept = table[column.name]
        values = pa.array([_stored(each.value, column) for each in parsed], type=kept.type)
        table = _replaced(table, column.name, pc.coalesce(kept, values.take(texts.indices)))
        free = [Reason.FREE_OF_CHARGE in (each.fault, each.repair) for each in parsed]
        if any(free):
            table = _paid_by_nobody(table, self.record, pa.array(free).take(texts.indices))
        return table, list(_faults(table, column, texts, parsed))

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


def _paid_by_nobody(table: Any, record: Record, free: Any) -> Any:
    """Fill the empty choice of who pays where the amount says it was free (DOMAIN 4.3)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for column in record.columns:
        if column.kind is Kind.CHOICE and FREE in column.allowed:
            payer = table[column.name]
            open_ = pc.and_(pc.fill_null(pc.cast(free, pa.bool_()), False), pc.is_null(payer))
            table = _replaced(table, column.name, pc.if_else(open_, FREE, payer))
    return table


def _faults(table: Any, column: Column, texts: Any, parsed: Sequence[Parsed]) -> Any:
    """Yield a table of faults and one of repairs."""
    for part in ("fault", "repair"):
        reasons: list[Reason | None] = [getattr(each, part) for each in parsed]
        if any(reasons):
            yield _of(reasons, table, column, texts, parsed)


def _of(
    reasons: Sequence[Reason | None], table: Any, column: Column, texts: Any, parsed: Sequence[Parsed]
) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    written = texts.dictionary.to_pylist()
    rules = pa.array([reason.value if reason else None for reason in reasons], pa.string())
    levels = pa.array(
        [
            _level(reason, column, each) if reason else None
            for reason, each in zip(reasons, parsed, strict=True)
        ],
        pa.string(),
    )
    said = pa.array(
        [
            cell_message(reason, column=column, text=text) if reason else None
            for reason, text in zip(reasons, written, strict=True)
        ],
        pa.string(),
    )
    where = pc.indices_nonzero(pc.fill_null(pc.is_valid(rules.take(texts.indices)), False))
    which = texts.indices.take(where)
    return fault_table(
        table["source_row"].take(where).combine_chunks(),
        column=pa.repeat(column.name, len(where)),
        rule=rules.take(which),
        level=levels.take(which),
        message=said.take(which),
    )


def _level(reason: Reason, column: Column, parsed: Parsed) -> str:
    """Level of a reason here: what empties a required cell puts the row aside."""
    needed = column.need is Need.REQUIRED and not column.derived_from
    if parsed.value is None and needed:
        return ERROR
    return {"error": ERROR, "warning": WARNING, "fix": FIX}[reason.level]
