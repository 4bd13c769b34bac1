"""What waits for the coordinator: rows set aside and form answers to complete; and what is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pipelines.ingest.quarantine import DISMISSED, OPEN
from pipelines.schemas.registry import RECORDS
from pipelines.store.home import Home
from pipelines.store.load_session import loading
from pipelines.store.names_as_typed import TypedNames
from pipelines.store.snapshot import Snapshot
from pipelines.vocabulary.errors import WrongUse
from pipelines.vocabulary.words.load import (
    NO_SUCH_ROW,
    NO_SUCH_ROW_ACTION,
    REASON_NEEDED,
    REASON_NEEDED_ACTION,
)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A row set aside. `waits`: only what it points to is missing, so it is tried again at every load."""

    id: int
    file: str
    sheet: str
    record: str
    row: int
    column: str
    rule: str
    waits: bool


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A form answer to complete."""

    id: int
    file: str
    record: str
    row: int


@dataclass(frozen=True, kw_only=True)
class LastLoad:
    """The last load that was saved."""

    load_id: int
    finished: datetime
    source: str | None
    sheets: int


@dataclass(frozen=True, kw_only=True)
class Status:
    """What is loaded and what is left to do."""

    last: LastLoad | None
    rows: dict[str, int]
    cases: tuple[Case, ...]
    intake: tuple[Waiting, ...]


def open_cases(snapshot: Snapshot) -> tuple[Case, ...]:
    """Return the rows that are set aside now, in the order they came."""
    found = snapshot.run(
        """SELECT id, file, sheet, record, source_row, "column", rule, coalesce(retry, FALSE) FROM log.quarantine
        WHERE status = ? ORDER BY id""",
        [OPEN],
    )
    return tuple(
        Case(id=id_, file=file, sheet=sheet, record=record, row=row, column=column, rule=rule, waits=waits)
        for id_, file, sheet, record, row, column, rule, waits in found.rows
    )


def open_intake(snapshot: Snapshot) -> tuple[Waiting, ...]:
    """Return the form answers that wait to be completed."""
    found = snapshot.run(
        "SELECT id, file, record, source_row FROM log.intake WHERE status = ? ORDER BY id", [OPEN]
    )
    return tuple(Waiting(id=id_, file=file, record=record, row=row) for id_, file, record, row in found.rows)


def status(snapshot: Snapshot, *, names: TypedNames) -> Status:
    """Return what is loaded and what is left to do, with files and deliverers as they were typed."""
    loads = snapshot.run(
        """SELECT load_id, finished_at, source, (SELECT count(*) FROM log.files AS f WHERE f.load_id = l.load_id)
        FROM log.loads AS l ORDER BY load_id DESC LIMIT 1"""
    ).rows
    last = [
        LastLoad(load_id=id_, finished=at, source=source and names.of(source), sheets=count)
        for id_, at, source, count in loads
    ]
    rows = {
        each.table: int(snapshot.run(f"SELECT count(*) FROM {each.table}").rows[0][0])
        for each in RECORDS
        if not each.generated
    }
    return Status(
        last=last[0] if last else None,
        rows=rows,
        cases=cases_as_typed(open_cases(snapshot), names),
        intake=tuple(replace(each, file=names.of(each.file)) for each in open_intake(snapshot)),
    )


def cases_as_typed(cases: Sequence[Case], names: TypedNames) -> tuple[Case, ...]:
    """Return cases with their files and sheets as typed."""
    return tuple(replace(case, file=names.of(case.file), sheet=names.of(case.sheet)) for case in cases)


def dismiss(home: Home, number: int, *, reason: str, now: datetime) -> None:
    """Let an open case rest, with the coordinator's reason. Raises WrongUse when there is no such case or reason."""
    if not reason.strip():
        raise WrongUse(REASON_NEEDED, action=REASON_NEEDED_ACTION)
    with loading(home, now=now) as opened, opened.warehouse.transaction():
        changed = opened.warehouse.execute(
            "UPDATE log.quarantine SET status = ?, reason = ? WHERE id = ? AND status = ? RETURNING id",
            [DISMISSED, reason.strip(), number, OPEN],
        )
        if not changed:
            raise WrongUse(NO_SUCH_ROW.format(id=number), action=NO_SUCH_ROW_ACTION)
