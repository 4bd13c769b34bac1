"""One load from its first sheet to its last: records in order, then what only shows when all rows are there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pipelines.ingest.across_rules import AcrossRules
from pipelines.ingest.identities import VaultDesk
from pipelines.ingest.persons import Persons
from pipelines.ingest.progress import Progress
from pipelines.ingest.read import Delivery, Sheet
from pipelines.ingest.report import LoadReport, SheetReport, fault_counts, logged_faults
from pipelines.ingest.sheet_load import Taken, take_form, take_sheet, take_waiting
from pipelines.ingest.sheet_rows import Desk, log_faults
from pipelines.ingest.stage import is_empty, show_merged
from pipelines.schemas.column import Record
from pipelines.schemas.registry import RECORDS, record
from pipelines.store.derived import DERIVED, derive
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.words.load import JUDGING
from pipelines.vocabulary.words.records import HEADINGS, RECORD_TITLES

SETTINGS = "parameters"  # loaded first, so that the settings of a load hold for its other sheets


@dataclass
class Run:
    """The load under way: what every step shares."""

    warehouse: Warehouse
    vault: VaultDesk
    load_id: int
    today: date
    now: datetime
    progress: Progress
    retried: int = 0
    _stages: int = 0
    _taken: list[Taken] = field(default_factory=list)
    _settings: dict[str, str | None] = field(default_factory=dict)

    def take(self, deliveries: Sequence[Delivery]) -> LoadReport:
        """Take all sheets in, in the order of the records, and return what happened to every row."""
        self.warehouse.set_day(self.today)
        self._read_settings()
        persons = Persons(self.vault.key)
        for each in RECORDS:
            if not each.generated:
                self._record(each, deliveries, persons)
        if not all(is_empty(self.warehouse, record(table)) for table in DERIVED):
            derive(self.warehouse)
        for taken in self._taken:
            self._remark(taken)
        return self._report(deliveries)

    def _record(self, kind: Record, deliveries: Sequence[Delivery], persons: Persons) -> None:
        sheets = [(each, sheet) for each in deliveries for sheet in each.sheets if sheet.table == kind.table]
        desk = self._desk(kind, persons)
        typed = sum(not sheet.is_form for _, sheet in sheets)
        for delivery, sheet in sheets:
            self._taken.append(self._sheet(desk, delivery, sheet, only=typed == 1))
        self._stages += 1
        if kind.table == SETTINGS and sheets:
            self._read_settings()
        self.retried += take_waiting(desk, load_id=self.load_id, number=self._stages)

    def _read_settings(self) -> None:
        self._settings = dict(self.warehouse.execute("SELECT param_key, value FROM settings"))

    def _sheet(self, desk: Desk, delivery: Delivery, sheet: Sheet, *, only: bool) -> Taken:
        self._stages += 1
        if sheet.is_form:
            return take_form(desk, self.vault, delivery, sheet, load_id=self.load_id)
        return take_sheet(
            desk,
            self.vault,
            delivery,
            sheet,
            load_id=self.load_id,
            number=self._stages,
            only_sheet=only,
            progress=self.progress,
        )

    def _desk(self, kind: Record, persons: Persons) -> Desk:
        return Desk(
            warehouse=self.warehouse,
            record=kind,
            today=self.today,
            now=self.now,
            persons=persons,
            settings=self._settings,
        )

    def _remark(self, taken: Taken) -> None:
        """Log the warnings and findings that only show when all rows are there."""
        if taken.stage is None:
            return
        kind = taken.stage.record
        self.progress(JUDGING.format(record=RECORD_TITLES[kind.table]), 0, 0)
        rules = AcrossRules(record=kind, settings=self._settings, today=self.today.isoformat())
        show_merged(self.warehouse, taken.stage)
        found = rules.judge(self.warehouse, rules.remarks)
        log_faults(self.warehouse, kind, found.faults, source=taken.source)

    def _report(self, deliveries: Sequence[Delivery]) -> LoadReport:
        places = dict.fromkeys((each.file, sheet.name) for each in deliveries for sheet in each.sheets)
        position = {place: number for number, place in enumerate(places)}
        reports = sorted(
            (taken.report for taken in self._taken), key=lambda each: position[each.file, each.sheet]
        )
        return LoadReport(
            load_id=self.load_id,
            saved=False,
            sheets=tuple(self._with_faults(each) for each in reports),
            notes=tuple(note.sentence for each in deliveries for note in each.notes),
            retried=self.retried,
            free_text=_free_text(reports),
        )

    def _with_faults(self, report: SheetReport) -> SheetReport:
        report.require_balance()
        return replace(
            report,
            faults=tuple(logged_faults(self.warehouse, load_id=self.load_id, sheet=report)),
            counts=fault_counts(self.warehouse, load_id=self.load_id, sheet=report),
        )


def _free_text(reports: Sequence[SheetReport]) -> tuple[str, ...]:
    """Return the headings of the free texts that were delivered and not stored."""
    return tuple(
        f"{RECORD_TITLES[table]}: {HEADINGS[table][column.name]}"
        for table in dict.fromkeys(report.record for report in reports)
        for column in record(table).columns
        if column.free_text
    )
