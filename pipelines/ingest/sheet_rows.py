"""The rows of one sheet, batch by batch: read, made pseudonymous, judged by themselves, staged or set aside."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from pipelines.ingest.across_rules import AcrossRules, self_references
from pipelines.ingest.cells import Cells
from pipelines.ingest.faults import ERROR, fault_table, joined, rows_with_error
from pipelines.ingest.identities import Identities
from pipelines.ingest.messages import row_message
from pipelines.ingest.person_references import PersonReferences
from pipelines.ingest.persons import Persons, Pointed
from pipelines.ingest.quarantine import Delivered, set_aside_batch
from pipelines.ingest.row_rules import RowRules
from pipelines.ingest.rows_without_data import nearly_blank, no_data, said_once
from pipelines.ingest.scan import BLANK, BROKEN, DOUBT, ROW, Scanned, doubted
from pipelines.ingest.stage import Stage, numbered, put, registered, show_batch
from pipelines.ingest.whole_groups import WholeGroups
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
    """A batch whose cells are read, with what was found and whom its rows point to, per column.

    `no_data`: rows that are totals or headings; `late`: rows that wait for each other; `broken`: unreadable ones.
    """

    batch: Any
    faults: list[Any]
    pointed: dict[str, Pointed]
    no_data: dict[int, Reason]
    late: Any
    broken: Any
    rows: int
    blank: int


@dataclass
class SheetRows:
    """Takes the batches of a sheet in; counts every row. `stored`: those that went to the record at once."""

    desk: Desk
    scanned: Scanned
    stage: Stage
    source: Delivered
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
    _direct: WholeGroups = field(init=False)
    _faults: WholeGroups = field(init=False)

    def __post_init__(self) -> None:
        desk, today = self.desk, self.desk.today.isoformat()
        self._direct = WholeGroups(partial(self._insert, table=f"main.{desk.record.table}"))
        self._faults = WholeGroups(partial(log_faults, desk.warehouse, desk.record, source=self.source))
        self.cells = Cells(desk.record, desk.today)
        self.persons = PersonReferences(desk.record)
        self.rules = RowRules(record=desk.record, settings=desk.settings, today=today)
        self.across = AcrossRules(record=desk.record, settings=desk.settings, today=today)

    def prepare(self, batch: Any) -> Prepared:
        """Return a batch with its cells read, its persons coded and its rows judged by themselves.

        Reads nothing of the warehouse, so another thread may do it.
        """
        record, persons, count = self.desk.record, self.desk.persons, batch.num_rows
        batch, blank = _parted(batch, batch[BLANK])
        batch, broken = _parted(batch, batch[BROKEN])
        late, reasons = self._late(batch), no_data(batch, scanned=self.scanned)
        read = self.cells.read(batch)
        batch, named = persons.replace_where_named(read.table, record)
        batch, pointed = persons.replace(batch, record)
        batch = batch.select([*(column.name for column in record.columns), DOUBT, ROW])
        alone = [] if self._is_numbered else [self.rules.judge(self.desk.warehouse, batch)]
        return Prepared(
            batch, [read.faults, *named, *alone], pointed, reasons, late, broken, count, blank.num_rows
        )

    @property
    def _is_numbered(self) -> bool:
        """Whether rows get a number when they are staged: only then can they be judged."""
        return any(column.derived_from for column in self.desk.record.columns)

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
        batch = numbered(warehouse, prepared.batch, self.stage)
        faults, waiting = self._judged(batch, prepared)
        wrong = rows_with_error(faults)
        if len(wrong):
            rejected = batch.filter(pc.is_in(batch[ROW], value_set=wrong))
            set_aside_batch(warehouse, record, rejected, faults, source=self.source, waiting=waiting)
            self.identities.collect(rejected.filter(pc.is_in(rejected[ROW], value_set=waiting)), record)
            self.waiting.append(waiting)
        self._put(batch, prepared.late, wrong)
        self.rejected += len(wrong)
        self._faults.add(faults.sort_by(ROW))

    def _judged(self, batch: Any, prepared: Prepared) -> tuple[Any, Any]:
        """Return all faults of a batch, and the rows whose only errors are missing references."""
        import pyarrow as pa
        import pyarrow.compute as pc

        warehouse = self.desk.warehouse
        persons = self.persons.faults(warehouse, prepared.pointed, codes=self.desk.persons.codes)
        numbered_late = [self.rules.judge(warehouse, batch)] if self._is_numbered else []
        alone = joined([*prepared.faults, *numbered_late])
        with registered(warehouse, batch):
            show_batch(warehouse, self.desk.record)
            across = self.across.judge(warehouse, self.across.errors_by_parents)
        heavier = pa.chunked_array([*rows_with_error(alone).chunks, *across.heavier.chunks], pa.int64())
        waiting = pc.unique(
            pa.chunked_array([*rows_with_error(persons).chunks, *across.waiting.chunks], pa.int64())
        )
        waiting = waiting.filter(pc.invert(pc.is_in(waiting, value_set=heavier)))
        no_data = nearly_blank(alone, record=self.desk.record) | prepared.no_data
        return said_once(joined([alone, persons, across.faults]), no_data), waiting

    def _late(self, batch: Any) -> Any:
        """Return the rows that cannot be stored at once: their key is not read yet, or they point to each other."""
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        if not self.stage.direct:
            return pa.array([], pa.int64())
        (key,) = self.desk.record.key
        late = pc.is_null(batch[key]).to_numpy()
        for name in self_references(self.desk.record):
            late = late | pc.is_valid(batch[name]).to_numpy()
        for column, mask in doubted(batch, self.desk.record):
            late = late | mask if column.name == key else late
        return pa.array(batch[ROW].to_numpy()[np.flatnonzero(late)])

    def finish(self) -> None:
        """Write what was gathered of the last batches."""
        self._direct.finish()
        self._faults.finish()

    def _put(self, batch: Any, late: Any, wrong: Any) -> None:
        """Store the rows that are right: at once, or in the stage those that wait for the others."""
        import pyarrow.compute as pc

        is_wrong = pc.is_in(batch[ROW], value_set=wrong)
        if not self.stage.direct:
            right, _ = _parted(batch, is_wrong)
            self._insert(right, table=self.stage.table)
            self.identities.collect(right, self.desk.record)
            return
        is_late = pc.is_in(batch[ROW], value_set=late)
        at_once = batch.filter(pc.invert(pc.or_(is_wrong, is_late)))
        self.stored += at_once.num_rows
        self._direct.add(at_once)
        self._insert(batch.filter(pc.and_not(is_late, is_wrong)), table=self.stage.table)

    def _insert(self, rows: Any, *, table: str) -> None:
        desk = self.desk
        if rows.num_rows:
            put(desk.warehouse, desk.record, table, rows, file=self.source.file, now=desk.now)

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
