"""The rows of one sheet, batch by batch: read, made pseudonymous, judged by themselves, staged or set aside."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pipelines.ingest.across_rules import AcrossRules, self_references
from pipelines.ingest.cells import Cells
from pipelines.ingest.faults import ERROR, fault_table, joined, rows_with_error
from pipelines.ingest.identities import Identities
from pipelines.ingest.messages import row_message
from pipelines.ingest.no_data import without_no_data
from pipelines.ingest.person_references import PersonReferences
from pipelines.ingest.persons import Persons
from pipelines.ingest.quarantine import Delivered, set_aside_batch
from pipelines.ingest.row_rules import RowRules
from pipelines.ingest.scan import BLANK, BROKEN, RAW, ROW, Scanned
from pipelines.ingest.stage import Stage, numbered, put, registered, show_batch
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


@dataclass(frozen=True)
class Prepared:
    """A batch whose cells are read. `late`: rows that wait for each other; `broken`: rows that cannot be read."""

    batch: Any
    faults: list[Any]
    late: Any
    broken: Any
    rows: int
    blank: int


@dataclass
class SheetRows:
    """Takes the batches of a sheet in; counts every row.

    `doubled`: keys that stand more than once in the sheet, for a stage whose other rows are stored at once.
    """

    desk: Desk
    scanned: Scanned
    stage: Stage
    source: Delivered
    doubled: Any = None
    cells: Cells = field(init=False)
    rules: RowRules = field(init=False)
    across: AcrossRules = field(init=False)
    persons: PersonReferences = field(init=False)
    identities: Identities = field(default_factory=Identities)
    rows: int = 0
    blank: int = 0
    rejected: int = 0
    stored: int = 0
    waiting: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        desk, today = self.desk, self.desk.today.isoformat()
        self.cells = Cells(desk.record, desk.today)
        self.persons = PersonReferences(desk.record)
        self.rules = RowRules(record=desk.record, settings=desk.settings, today=today)
        self.across = AcrossRules(record=desk.record, settings=desk.settings, today=today)

    def prepare(self, batch: Any) -> Prepared:
        """Return a batch with its cells read and its persons coded; touches no warehouse, so another thread may do it."""
        count = batch.num_rows
        batch, blank = _parted(batch, batch[BLANK])
        batch, broken = _parted(batch, batch[BROKEN])
        late = self._late(batch)
        read = self.cells.read(batch)
        batch, named = self.desk.persons.replace_where_named(read.table, self.desk.record)
        batch = self.desk.persons.replace(batch, self.desk.record)
        return Prepared(batch, [read.faults, *named], late, broken, count, blank.num_rows)

    def take(self, prepared: Prepared) -> None:
        """Stage the good rows of a batch, set the others aside, and log what was found."""
        self.rows += prepared.rows
        self.blank += prepared.blank
        if prepared.broken.num_rows:
            self._take_broken(prepared.broken)
        self._take_rows(prepared)

    def _take_rows(self, prepared: Prepared) -> None:
        import pyarrow.compute as pc

        warehouse, record = self.desk.warehouse, self.desk.record
        batch = numbered(warehouse, prepared.batch, record)
        faults, waiting = self._judged(batch, prepared.faults)
        wrong = rows_with_error(faults)
        faults = without_no_data(batch, faults, scanned=self.scanned, wrong=wrong)
        batch = batch.select([*(column.name for column in record.columns), ROW])
        good, rejected = _parted(batch, pc.is_in(batch[ROW], value_set=wrong))
        if rejected.num_rows:
            set_aside_batch(warehouse, record, rejected, faults, source=self.source, waiting=waiting)
            self.identities.collect(rejected.filter(pc.is_in(rejected[ROW], value_set=waiting)), record)
            self.waiting.append(waiting)
        self.identities.collect(good, record)
        self._put(good, prepared.late)
        self.rejected += len(wrong)
        log_faults(warehouse, record, faults.sort_by(ROW), source=self.source)

    def _judged(self, batch: Any, faults: list[Any]) -> tuple[Any, Any]:
        """Return all faults of a batch, and the rows whose only errors are missing references."""
        import pyarrow as pa
        import pyarrow.compute as pc

        warehouse = self.desk.warehouse
        persons = self.persons.faults(warehouse, batch)
        with registered(warehouse, batch):
            show_batch(warehouse, self.desk.record)
            alone = joined([*faults, self.rules.judge(warehouse, batch.column_names)])
            across = self.across.judge(warehouse, self.across.errors_by_parents)
        heavier = pa.chunked_array([*rows_with_error(alone).chunks, *across.heavier.chunks], pa.int64())
        waiting = pc.unique(
            pa.chunked_array([*rows_with_error(persons).chunks, *across.waiting.chunks], pa.int64())
        )
        waiting = waiting.filter(pc.invert(pc.is_in(waiting, value_set=heavier)))
        return joined([alone, persons, across.faults]), waiting

    def _late(self, batch: Any) -> Any:
        """Return the rows that cannot be stored at once: their key may come again, or they point to each other."""
        import pyarrow.compute as pc

        if not self.stage.direct:
            return None
        (key,) = self.desk.record.key
        late = pc.or_(pc.is_null(batch[key]), pc.is_in(batch[key], value_set=self.doubled))
        for name in self_references(self.desk.record):
            filled = pc.is_valid(batch[name])
            late = pc.or_(late, filled)
            if f"{RAW}{name}" in batch.column_names:
                late = pc.or_(late, pc.is_valid(batch[f"{RAW}{name}"]))
        return batch.filter(late)[ROW].combine_chunks()

    def _put(self, good: Any, late: Any) -> None:
        import pyarrow.compute as pc

        warehouse, record, now = self.desk.warehouse, self.desk.record, self.desk.now
        if self.stage.direct:
            at_once, good = _parted(good, pc.is_in(good[ROW], value_set=late))
            put(warehouse, record, f"main.{record.table}", at_once, file=self.source.file, now=now)
            self.stored += at_once.num_rows
        if good.num_rows:
            put(warehouse, record, self.stage.table, good, file=self.source.file, now=now)

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
        set_aside_batch(self.desk.warehouse, record, batch, faults, source=self.source, waiting=[])
        self.rejected += count
        log_faults(self.desk.warehouse, record, faults, source=self.source)


def _parted(batch: Any, mask: Any) -> tuple[Any, Any]:
    """Return the rows where the mask is false, and those where it is true; copies nothing when it is nowhere true."""
    import pyarrow.compute as pc

    if not pc.any(mask).as_py():
        return batch, batch.slice(0, 0)
    return batch.filter(pc.invert(mask)), batch.filter(mask)


def log_faults(warehouse: Warehouse, record: Record, faults: Any, *, source: Delivered) -> None:
    """Write faults to the load log."""
    if not faults.num_rows:
        return
    with registered(warehouse, faults, name="found_faults"):
        warehouse.execute(
            'INSERT INTO log.faults SELECT ?, ?, ?, ?, source_row, "column", rule, level, message FROM found_faults',
            [source.load_id, source.file, source.sheet, record.table],
        )
