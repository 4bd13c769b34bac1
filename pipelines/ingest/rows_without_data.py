"""Rows that are no data at all, the headings once more, a total, hardly a cell filled: one fault for the row instead of one per cell."""

from collections.abc import Iterator, Sequence
from typing import Any

from pipelines.ingest.clean.row import row_fault
from pipelines.ingest.faults import ERROR, fault_table, joined
from pipelines.ingest.messages import row_message
from pipelines.ingest.scan import DOUBT, RAW, ROW, Scanned
from pipelines.schemas.column import Need, Record
from pipelines.vocabulary.reason import Reason

REQUIRED_RULE = "verplicht"  # code of the check that a required cell is filled
_SUSPECT = r"(?i)tota|\bsom\b|gemiddeld"  # a total; a heading is known by being its own column's heading


def no_data(table: Any, *, scanned: Scanned) -> dict[int, Reason]:
    """Return row → reason for the rows of a scanned batch that are no data; only odd keys are looked at."""
    import pyarrow as pa
    import pyarrow.compute as pc

    key = scanned.record.column(scanned.record.key[0])
    bit = 1 << scanned.record.columns.index(key)
    odd = pc.or_(
        pc.not_equal(pc.bit_wise_and(table[DOUBT], pa.scalar(bit, pa.uint64())), pa.scalar(0, pa.uint64())),
        pc.is_null(table[key.name]),
    )
    suspects = table.filter(odd)
    return dict(_reasons(_looking_like_no_data(suspects, scanned), scanned)) if suspects.num_rows else {}


def nearly_blank(faults: Any, *, record: Record) -> dict[int, Reason]:
    """Return row → reason for the rows with one required cell filled at most: a month between the rows, a bare number.

    `faults`: those of the rows by themselves.
    """
    import pyarrow.compute as pc

    required = sum(column.need is Need.REQUIRED and not column.blank_means for column in record.columns)
    empty = pc.value_counts(faults.filter(pc.equal(faults["rule"], REQUIRED_RULE))["source_row"])
    rows = empty.filter(pc.greater_equal(empty.field("counts"), required - 1)).field("values")
    return dict.fromkeys(rows.to_pylist(), Reason.NEARLY_BLANK)


def said_once(faults: Any, reasons: dict[int, Reason]) -> Any:
    """Return the faults with those of rows that are no data replaced by one each."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not reasons:
        return faults
    rows = pa.array(list(reasons), pa.int64())
    kept = faults.filter(pc.invert(pc.is_in(faults["source_row"], value_set=rows)))
    said = fault_table(
        rows,
        column=[""] * len(reasons),
        rule=[reason.value for reason in reasons.values()],
        level=[ERROR] * len(reasons),
        message=[row_message(reason) for reason in reasons.values()],
    )
    return joined([kept, said])


def _looking_like_no_data(rows: Any, scanned: Scanned) -> Any:
    """Return the rows in which some text looks like a total or is its column's own heading; a cheap first look."""
    import pyarrow as pa
    import pyarrow.compute as pc

    suspect = pa.array([False] * rows.num_rows, pa.bool_())
    for name, heading in zip(scanned.sheet.columns, scanned.sheet.headings, strict=False):
        text = _text_column(rows, name)
        if text is not None:
            plain = pc.utf8_lower(pc.utf8_trim_whitespace(text))
            like = pc.or_(pc.match_substring_regex(plain, _SUSPECT), pc.equal(plain, heading.strip().lower()))
            suspect = pc.or_(suspect, pc.fill_null(like, False))
    return rows.filter(suspect)


def _text_column(rows: Any, name: str | None) -> Any:
    """Return the column with the texts of a sheet's column; None when it holds no texts."""
    if name is None:
        return None
    column = rows[f"{RAW}{name}" if f"{RAW}{name}" in rows.column_names else name].combine_chunks()
    return column if str(column.type) == "string" else None


def _reasons(rows: Any, scanned: Scanned) -> Iterator[tuple[int, Reason]]:
    columns = scanned.sheet.columns
    cells = [_texts(rows, name) for name in columns]
    key = [at for at, name in enumerate(columns) if name in scanned.record.key]
    for row, texts in zip(rows[ROW].to_pylist(), zip(*cells, strict=True), strict=True):
        reason = row_fault(texts, headings=scanned.sheet.headings, key=key)
        if reason is not None:
            yield row, reason


def _texts(rows: Any, name: str | None) -> Sequence[str | None]:
    """Return the texts of a column: as typed where they were in doubt, else the value that was read."""
    if name is None:
        return [None] * rows.num_rows
    values = [None if value is None else str(value) for value in rows[name].to_pylist()]
    if f"{RAW}{name}" not in rows.column_names:
        return values
    return [typed or value for typed, value in zip(rows[f"{RAW}{name}"].to_pylist(), values, strict=True)]
