"""Rows on their way to a table, written in whole row groups: two threads leave parts of one, written again at the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pipelines.ingest.scan import ROW_GROUP

GROUPS = 2  # written at once: each by a thread of its own


@dataclass
class WholeGroups:
    """Gathers pyarrow Tables and hands them to `write`, at least `GROUPS` whole row groups at a time."""

    write: Callable[[Any], None]
    _gathered: list[Any] = field(default_factory=list)

    def add(self, table: Any) -> None:
        """Take in rows; those that fill whole groups are written when there are enough of them."""
        import pyarrow as pa

        self._gathered.append(table)
        count = sum(each.num_rows for each in self._gathered)
        whole = count - count % ROW_GROUP
        if whole >= GROUPS * ROW_GROUP:
            rows = pa.concat_tables(self._gathered)
            self._gathered = [rows.slice(whole)]
            self._write(rows.slice(0, whole))

    def finish(self) -> None:
        """Write the rows that are left."""
        import pyarrow as pa

        if self._gathered:
            self._write(pa.concat_tables(self._gathered))
            self._gathered = []

    def _write(self, rows: Any) -> None:
        import pyarrow as pa

        if rows.num_rows:
            groups = rows.combine_chunks().to_batches(max_chunksize=ROW_GROUP)
            self.write(pa.Table.from_batches(groups))
