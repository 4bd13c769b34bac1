"""`werkplaats status`: what is loaded, what was set aside, which form answers wait."""

import json
from collections.abc import Iterator
from typing import Any

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.vocabulary.words import load as words
from pipelines.vocabulary.words.records import RECORD_TITLES

INTAKE_SHOWN = 20


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("status", help=words.STATUS_HELP)(_command)


def _command(*, home: HomeOption = None, as_json: JsonOption = False, debug: DebugOption = False) -> None:
    from pipelines.ingest.cases import status
    from pipelines.store.home import resolve_home
    from pipelines.store.load_session import notice
    from pipelines.store.names_as_typed import typed_names
    from pipelines.store.publication import current
    from pipelines.store.snapshot import open_snapshot

    del debug  # read by the program itself, before any command runs
    folder = resolve_home(None if home is None else str(home))
    said = notice(folder)
    found = None
    if current(folder) is not None:
        with open_snapshot(folder) as snapshot:
            found = status(snapshot, names=typed_names(folder))
    if as_json:
        typer.echo(json.dumps(as_object(found, notice=said), ensure_ascii=False, indent=2))
        return
    for line in lines(found, notice=said, home=str(folder.path)):
        typer.echo(line)


def as_object(found: Any, *, notice: str | None) -> dict[str, Any]:
    """Return the status as plain values."""
    if found is None:
        return {"notice": notice, "last": None, "rows": {}, "quarantine": 0, "waiting": 0, "intake": []}
    last = found.last and {**vars(found.last), "finished": found.last.finished.isoformat(sep=" ")}
    return {
        "notice": notice,
        "last": last,
        "rows": found.rows,
        "quarantine": len(found.cases),
        "waiting": sum(case.waits for case in found.cases),
        "intake": [vars(each) for each in found.intake],
    }


def lines(found: Any, *, notice: str | None, home: str) -> Iterator[str]:
    """Yield the status as lines on screen."""
    if notice:
        yield notice
    if found is None or found.last is None:
        yield words.STATUS_EMPTY.format(home=home)
        yield words.STATUS_EMPTY_ACTION
        return
    last = found.last
    yield words.STATUS_LAST.format(
        load_id=last.load_id,
        finished=last.finished.strftime("%-d-%-m-%Y %H:%M"),
        files=last.sheets,
        source=last.source or words.SOURCE_UNKNOWN,
    )
    for table, rows in found.rows.items():
        yield words.STATUS_RECORD.format(title=RECORD_TITLES[table], rows=rows, noun=words.ROWS[rows != 1])
    waiting = sum(case.waits for case in found.cases)
    yield words.STATUS_QUARANTINE.format(open=len(found.cases), waiting=waiting)
    yield words.STATUS_INTAKE.format(open=len(found.intake))
    for each in found.intake[:INTAKE_SHOWN]:
        title = RECORD_TITLES[each.record]
        yield words.INTAKE_LINE.format(id=each.id, record=title, file=each.file, row=each.row)
