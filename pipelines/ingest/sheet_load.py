"""One sheet, from its first row to its place in the record: taken in, judged against the rest, merged, settled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pipelines.ingest.across_rules import AcrossRules, judges_rows_alone, pointing_alone
from pipelines.ingest.ahead import made_ahead
from pipelines.ingest.faults import WARNING, fault_table, rows_with_error
from pipelines.ingest.identities import TABLE as MEMBERS
from pipelines.ingest.identities import VaultDesk, doubles, note_renamed
from pipelines.ingest.intake import Forms, complete
from pipelines.ingest.merging import Merged, first_delivered, merge
from pipelines.ingest.name_in_store import stored_name
from pipelines.ingest.progress import Progress
from pipelines.ingest.quarantine import (
    Delivered,
    has_cases,
    keep_waiting,
    restore_origin,
    retried,
    set_aside_stage,
    settle,
)
from pipelines.ingest.read import CsvText, Delivery, Sheet
from pipelines.ingest.report import SheetReport
from pipelines.ingest.scan import Scanned, batches
from pipelines.ingest.sheet_rows import Desk, Prepared, SheetRows, log_faults
from pipelines.ingest.stage import Stage, asked_rows, is_empty, open_stage, recall, show_waiting
from pipelines.vocabulary.words.load import DOUBLE_KEY, DOUBLE_KEY_SENTENCE, LOADED_BEFORE, LOADING

LARGE = 100_000  # rows; below it writing them twice costs nothing
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
    source = _delivered(delivery, sheet, load_id=load_id, key=vault.key)
    again = has_cases(desk.warehouse, desk.record, file=source.file, sheet=source.sheet)
    source = replace(source, again=again)
    scanned = Scanned(sheet=sheet, record=desk.record)
    direct = only_sheet and _goes_straight(desk, sheet)
    stage = open_stage(desk.warehouse, desk.record, number=number, direct=direct)
    rows = SheetRows(desk, scanned, stage, source)
    prepared = map(rows.prepare, batches(desk.warehouse, scanned))
    for batch in _ahead(prepared) if _is_large(sheet) else prepared:
        rows.take(batch)
        progress(LOADING.format(file=delivery.file, sheet=sheet.name), rows.rows, _count(sheet))
    rows.finish()
    if direct:
        rows.stored -= recall(desk.warehouse, stage)
    late = _set_aside(desk, stage, rows, source=source)
    since = first_delivered(desk.warehouse, sha256=delivery.sha256, sheet=source.sheet)
    merged = _merged(desk, stage, vault, rows, source=source, since=since)
    settle(desk.warehouse, stage, source=source, again=since is not None and not stage.direct)
    complete(desk, stage)
    report = SheetReport(
        file=delivery.file,
        sheet=sheet.name,
        stored=(source.file, source.sheet),
        record=desk.record.table,
        rows=rows.rows,
        accepted=rows.stored + merged.accepted,
        corrected=merged.corrected,
        unchanged=merged.unchanged,
        rejected=rows.rejected + late,
        blank=rows.blank,
        notes=(*(note.sentence for note in sheet.notes), *_seen_before(since)),
    )
    return Taken(report=report, source=source, stage=stage)


def _seen_before(since: datetime | None) -> tuple[str, ...]:
    return () if since is None else (LOADED_BEFORE.format(day=f"{since.day}-{since.month}-{since.year}"),)


def take_form(desk: Desk, vault: VaultDesk, delivery: Delivery, sheet: Sheet, *, load_id: int) -> Taken:
    """Take in the export of a form: its rows become intake."""
    source = _delivered(delivery, sheet, load_id=load_id, key=vault.key)
    forms = Forms(desk, sheet, source, vault.key)
    forms.take()
    vault.add_intake(forms.answers)
    report = SheetReport(
        file=delivery.file,
        sheet=sheet.name,
        stored=(source.file, source.sheet),
        record=desk.record.table,
        rows=forms.rows,
        unchanged=forms.unchanged,
        intake=forms.intake,
        rejected=forms.rejected,
        blank=forms.blank,
        notes=tuple(note.sentence for note in sheet.notes),
    )
    return Taken(report=report, source=source)


def _delivered(delivery: Delivery, sheet: Sheet, *, load_id: int, key: bytes) -> Delivered:
    """Return where rows come from, in the names the warehouse keeps."""
    file, name = (stored_name(typed, key=key) for typed in (delivery.file, sheet.name))
    return Delivered(load_id=load_id, file=file, sheet=name)


def take_waiting(desk: Desk, *, load_id: int, number: int) -> int:
    """Try the rows again that were set aside because a reference was missing; return how many were taken."""
    stage = retried(desk.warehouse, desk.record, number=number, now=desk.now)
    if stage is None:
        return 0
    rules = _across(desk)
    beside = asked_rows(desk.warehouse, stage, pointing=pointing_alone(desk.record))
    for _ in range(ROUNDS):
        show_waiting(desk.warehouse, stage, beside=beside)
        found = rules.judge(desk.warehouse, rules.errors)
        if not found.faults.num_rows:
            break
        keep_waiting(desk.warehouse, stage, found.faults, waiting=found.waiting)
    merge(desk.warehouse, stage, load_id=load_id)
    return restore_origin(desk.warehouse, stage)


def _ahead(prepared: Iterator[Prepared]) -> Iterator[Prepared]:
    """Return the batches of a large sheet, two ahead; the system's memory costs least where they come and go."""
    import pyarrow as pa

    pa.set_memory_pool(pa.system_memory_pool())
    return made_ahead(prepared)


def _goes_straight(desk: Desk, sheet: Sheet) -> bool:
    """Whether the rows of a sheet may go to their record as they come: many, the first, and judged one by one."""
    record = desk.record
    simple = len(record.key) == 1 and record.key[0] in sheet.columns and judges_rows_alone(record)
    return _is_large(sheet) and simple and is_empty(desk.warehouse, record)


def _is_large(sheet: Sheet) -> bool:
    return isinstance(sheet.source, CsvText) and sheet.source.rows >= LARGE


def _count(sheet: Sheet) -> int:
    return sheet.source.rows if isinstance(sheet.source, CsvText) else sheet.source.table.num_rows


def _across(desk: Desk) -> AcrossRules:
    return AcrossRules(record=desk.record, settings=desk.settings, today=desk.today.isoformat())


def _set_aside(desk: Desk, stage: Stage, rows: SheetRows, *, source: Delivered) -> int:
    """Set rows aside that break a rule with other rows of their record, until none does; return how many."""
    if not rows.across.errors_by_siblings:
        return 0
    rejected, beside = 0, asked_rows(desk.warehouse, stage, pointing=pointing_alone(desk.record))
    for _ in range(ROUNDS):
        show_waiting(desk.warehouse, stage, beside=beside)
        found = rows.across.judge(desk.warehouse, rows.across.errors_by_siblings)
        if not found.faults.num_rows:
            break
        set_aside_stage(desk.warehouse, stage, found.faults, source=source, waiting=found.waiting)
        log_faults(desk.warehouse, desk.record, found.faults, source=source)
        rejected += len(rows_with_error(found.faults))
        rows.waiting.append(found.waiting)
    return rejected


def _merged(
    desk: Desk,
    stage: Stage,
    vault: VaultDesk,
    rows: SheetRows,
    *,
    source: Delivered,
    since: datetime | None,
) -> Merged:
    people = rows.identities.of_stage(desk.warehouse, stage)
    if people and since is not None:
        people = {code: person for code, person in people.items() if code not in vault.vault.people}
    renamed = bool(people) and note_renamed(desk.warehouse, people, vault=vault.vault)
    merged = merge(desk.warehouse, stage, load_id=source.load_id, renamed=renamed, since=since)
    log_faults(desk.warehouse, desk.record, _double_keys(desk, merged), source=source)
    if desk.record.table == MEMBERS:
        waiting = (row for part in rows.waiting for row in part.to_pylist())
        vault.add(people | rows.identities.of_rows(waiting, unknown_to=vault.vault))
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
