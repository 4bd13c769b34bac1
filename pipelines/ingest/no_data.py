"""Rows that are no data at all, the headings once more or a total: one fault for the row instead of one per cell."""

from collections.abc import Sequence
from typing import Any

from pipelines.ingest.clean.row import row_fault
from pipelines.ingest.faults import ERROR, fault_table, joined
from pipelines.ingest.messages import row_message
from pipelines.ingest.scan import RAW, ROW, Scanned

_SUSPECT = r"(?i)tota|\bsom\b|gemiddeld"  # a total; a heading is known by being its own column's heading


def without_no_data(batch: Any, faults: Any, *, scanned: Scanned, wrong: Any) -> Any:
    """Return the faults with those of rows that are no data replaced by one each.

    `wrong`: rows with an error; only those whose key could not be read are looked at.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    key = scanned.record.key[0]
    suspects = batch.filter(pc.and_(pc.is_in(batch[ROW], value_set=wrong), pc.is_null(batch[key])))
    suspects = _looking_like_no_data(suspects, scanned)
    if not suspects.num_rows:
        return faults
    found = list(_reasons(suspects, scanned))
    rows = pa.array([row for row, _ in found], pa.int64())
    kept = faults.filter(pc.invert(pc.is_in(faults["source_row"], value_set=rows)))
    said = fault_table(
        rows,
        column=[""] * len(found),
        rule=[reason.value for _, reason in found],
        level=[ERROR] * len(found),
        message=[row_message(reason) for _, reason in found],
    )
    return joined([kept, said])


def _looking_like_no_data(rows: Any, scanned: Scanned) -> Any:
    """Return the rows in which some text looks like a total or is its column's own heading; a cheap first look."""
    import pyarrow as pa
    import pyarrow.compute as pc

    suspect = pa.array([False] * rows.num_rows, pa.bool_())
    for name, heading in zip(scanned.sheet.columns, scanned.sheet.headings, strict=False):
        if name is not None and f"{RAW}{name}" in rows.column_names:
            text = pc.utf8_lower(pc.utf8_trim_whitespace(rows[f"{RAW}{name}"])).combine_chunks()
            like = pc.or_(pc.match_substring_regex(text, _SUSPECT), pc.equal(text, heading.strip().lower()))
            suspect = pc.or_(suspect, pc.fill_null(like, False))
    return rows.filter(suspect)


def _reasons(rows: Any, scanned: Scanned) -> Any:
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
