"""One sheet, from its first row to its place in the record: taken in, judged against the rest, merged, settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipelines.ingest.across_rules import AcrossRules
from pipelines.ingest.faults import WARNING, fault_table
from pipelines.ingest.identities import TABLE as MEMBERS
from pipelines.ingest.identities import Identities, VaultDesk, doubles, note_renamed
from pipelines.ingest.intake import Forms
from pipelines.ingest.merge import Merged, merge
from pipelines.ingest.progress import Progress
from pipelines.ingest.quarantine import (
    Delivered,
    keep_waiting,
    restore_origin,
    retried,
    set_aside_stage,
    settle,
)
from pipelines.ingest.read import CsvText, Delivery, Sheet
from pipelines.ingest.report import SheetReport
from pipelines.ingest.scan import Scanned, batches
from pipelines.ingest.sheet_rows import Desk, SheetRows, log_faults
from pipelines.ingest.stage import Stage, open_stage
from pipelines.vocabulary.words.load import DOUBLE_KEY, DOUBLE_KEY_SENTENCE, LOADING

ROUNDS = 1000  # a chain of rows that point to each other, each set aside because the one before it was


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A sheet that was taken in: its report so far, and the stage its remarks are still to be made about."""

    report: SheetReport
    source: Delivered
    stage: Stage | None = None


def take_sheet(
    desk: Desk,
    vault: VaultDesk,
    delivery: Delivery,
    sheet: Sheet,
    *,
    load_id: int,
    number: int,
    only_sheet: bool,
    progress: Progress,
) -> Taken:
    """Take in a sheet the coordinator keeps. `only_sheet`: no other of this load holds the same record."""
    source = Delivered(load_id=load_id, file=delivery.file, sheet=sheet.name)
    stage = open_stage(desk.warehouse, desk.record, number=number, only_sheet=only_sheet)
    rows = SheetRows(desk, stage, source)
    total = sheet.source.rows if isinstance(sheet.source, CsvText) else sheet.source.table.num_rows
    for batch in batches(desk.warehouse, Scanned(sheet=sheet, record=desk.record)):
        rows.take(batch)
        progress(LOADING.format(file=delivery.file, sheet=sheet.name), rows.rows, total)
    late, waiting = _set_aside(desk, stage, source=source)
    merged = _merged(desk, stage, vault, rows.identities, waiting=waiting, source=source)
    settle(desk.warehouse, stage, source=source)
    report = SheetReport(
        file=delivery.file,
        sheet=sheet.name,
        record=desk.record.table,
        rows=rows.rows,
        accepted=merged.accepted,
        corrected=merged.corrected,
        unchanged=merged.unchanged,
        rejected=rows.rejected + late,
        blank=rows.blank,
        notes=tuple(note.sentence for note in sheet.notes),
    )
    return Taken(report=report, source=source, stage=stage)


def take_form(desk: Desk, vault: VaultDesk, delivery: Delivery, sheet: Sheet, *, load_id: int) -> Taken:
    """Take in the export of a form: its rows become intake."""
    source = Delivered(load_id=load_id, file=delivery.file, sheet=sheet.name)
    forms = Forms(desk, sheet, source, vault.key)
    forms.take()
    vault.add_intake(forms.answers)
    report = SheetReport(
        file=delivery.file,
        sheet=sheet.name,
        record=desk.record.table,
        rows=forms.rows,
        unchanged=forms.unchanged,
        intake=forms.intake,
        rejected=forms.rejected,
        blank=forms.blank,
        notes=tuple(note.sentence for note in sheet.notes),
    )
    return Taken(report=report, source=source)


def take_waiting(desk: Desk, *, load_id: int, number: int) -> int:
    """Try the rows again that were set aside because a reference was missing; return how many were taken."""
    stage = retried(desk.warehouse, desk.record, number=number, now=desk.now)
    if stage is None:
        return 0
    rules = _across(desk)
    for _ in range(ROUNDS):
        found = rules.errors(desk.warehouse, stage)
        if not found.faults.num_rows:
            break
        keep_waiting(desk.warehouse, stage, found.faults, retry=found.retry)
    merge(desk.warehouse, stage, load_id=load_id)
    return restore_origin(desk.warehouse, stage)


def _across(desk: Desk) -> AcrossRules:
    return AcrossRules(record=desk.record, settings=desk.settings, today=desk.today.isoformat())


def _set_aside(desk: Desk, stage: Stage, *, source: Delivered) -> tuple[int, frozenset[int]]:
    """Set rows aside that break a rule with other rows, until none does; return how many, and which may come back."""
    rejected, waiting = 0, set[int]()
    rules = _across(desk)
    for _ in range(ROUNDS):
        found = rules.errors(desk.warehouse, stage)
        if not found.faults.num_rows:
            break
        set_aside_stage(desk.warehouse, stage, found.faults, source=source, retry=found.retry)
        log_faults(desk.warehouse, desk.record, found.faults, source=source)
        rejected += len(set(found.faults["source_row"].to_pylist()))
        waiting |= found.retry
    return rejected, frozenset(waiting)


def _merged(
    desk: Desk,
    stage: Stage,
    vault: VaultDesk,
    identities: Identities,
    *,
    waiting: Iterable[int],
    source: Delivered,
) -> Merged:
    people = identities.of_stage(desk.warehouse, stage)
    renamed = bool(people) and note_renamed(desk.warehouse, people, vault=vault.vault)
    merged = merge(desk.warehouse, stage, load_id=source.load_id, renamed=renamed)
    log_faults(desk.warehouse, desk.record, _double_keys(desk, merged), source=source)
    if desk.record.table == MEMBERS:
        vault.add(people | identities.of_rows(waiting, unknown_to=vault.vault))
        found = doubles(desk.warehouse, stage, desk.record, vault=vault.vault)
        log_faults(desk.warehouse, desk.record, found, source=source)
    return merged


def _double_keys(desk: Desk, merged: Merged) -> Any:
    import pyarrow as pa

    count = len(merged.later_of_double)
    return fault_table(
        pa.array(merged.later_of_double, pa.int64()),
        column=[desk.record.key[0]] * count,
        rule=[DOUBLE_KEY] * count,
        level=[WARNING] * count,
        message=[DOUBLE_KEY_SENTENCE] * count,
    )
