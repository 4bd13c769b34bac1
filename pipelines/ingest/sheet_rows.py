"""The rows of one sheet, batch by batch: read, made pseudonymous, judged by themselves, staged or set aside."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pipelines.ingest.cells import Cells
from pipelines.ingest.faults import ERROR, fault_table, joined, rows_with_error
from pipelines.ingest.identities import Identities
from pipelines.ingest.messages import row_message
from pipelines.ingest.persons import Persons
from pipelines.ingest.quarantine import Delivered, set_aside_batch
from pipelines.ingest.row_rules import RowRules
from pipelines.ingest.scan import BLANK, BROKEN, ROW
from pipelines.ingest.stage import Stage, numbered, put
from pipelines.schemas.column import Record
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.reason import Reason


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What every sheet of a record needs: the warehouse, the day, whose key, which settings."""

    warehouse: Warehouse
    record: Record
    today: date
    now: datetime
    persons: Persons
    settings: dict[str, str | None]


@dataclass
class SheetRows:
    """Takes the batches of a sheet in; counts every row."""

    desk: Desk
    stage: Stage
    source: Delivered
    cells: Cells = field(init=False)
    rules: RowRules = field(init=False)
    identities: Identities = field(default_factory=Identities)
    rows: int = 0
    blank: int = 0
    rejected: int = 0

    def __post_init__(self) -> None:
        desk = self.desk
        self.cells = Cells(desk.record, desk.today)
        self.rules = RowRules(record=desk.record, settings=desk.settings, today=desk.today.isoformat())

    def take(self, batch: Any) -> None:
        """Stage the good rows of a batch, set the others aside, and log what was found."""
        import pyarrow.compute as pc

        self.rows += batch.num_rows
        filled = batch.filter(pc.invert(batch[BLANK]))
        self.blank += batch.num_rows - filled.num_rows
        batch = filled
        broken = batch.filter(batch[BROKEN])
        self._take_rows(batch.filter(pc.invert(batch[BROKEN])))
        if broken.num_rows:
            self._take_broken(broken)

    def _take_rows(self, batch: Any) -> None:
        import pyarrow.compute as pc

        warehouse, record = self.desk.warehouse, self.desk.record
        read = self.cells.read(batch)
        batch, named = self.desk.persons.replace_where_named(read.table, record)
        batch = numbered(warehouse, self.desk.persons.replace(batch, record), record)
        faults = joined([read.faults, *named, self.rules.judge(warehouse, batch)])
        wrong = rows_with_error(faults)
        is_wrong = pc.is_in(batch[ROW], value_set=wrong)
        good = batch.filter(pc.invert(is_wrong)) if len(wrong) else batch
        self.identities.collect(good, record)
        put(warehouse, self.stage, good, file=self.source.file, now=self.desk.now)
        if len(wrong):
            set_aside_batch(warehouse, record, batch.filter(is_wrong), faults, source=self.source)
        self.rejected += len(wrong)
        log_faults(warehouse, record, faults, source=self.source)

    def _take_broken(self, batch: Any) -> None:
        """Set rows aside whose cells could not be told apart; nothing in them is where it belongs."""
        import pyarrow as pa

        record, count = self.desk.record, batch.num_rows
        for column in record.columns:
            position = batch.column_names.index(column.name)
            batch = batch.set_column(position, column.name, pa.nulls(count, batch[column.name].type))
        faults = fault_table(
            batch[ROW].combine_chunks(),
            column=pa.repeat("", count),
            rule=pa.repeat(Reason.ROW_BROKEN.value, count),
            level=pa.repeat(ERROR, count),
            message=pa.repeat(row_message(Reason.ROW_BROKEN), count),
        )
        set_aside_batch(self.desk.warehouse, record, batch, faults, source=self.source)
        self.rejected += count
        log_faults(self.desk.warehouse, record, faults, source=self.source)


def log_faults(warehouse: Warehouse, record: Record, faults: Any, *, source: Delivered) -> None:
    """Write faults to the load log."""
    if not faults.num_rows:
        return
    warehouse.register("found_faults", faults)
    try:
        warehouse.execute(
            """INSERT INTO log.faults SELECT ?, ?, ?, ?, source_row, "column", rule, level, message FROM found_faults""",
            [source.load_id, source.file, source.sheet, record.table],
        )
    finally:
        warehouse.unregister("found_faults")
