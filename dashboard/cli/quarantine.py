"""`werkplaats quarantine list` and `quarantine dismiss ROW --reason`: the rows that were set aside."""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard.cli.dutch import DutchTyper
from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.words import load as words
from pipelines.vocabulary.words.faults import REASON_SENTENCES
from pipelines.vocabulary.words.records import HEADINGS
from pipelines.vocabulary.words.rules import RULE_TITLES

RowArgument = Annotated[int, typer.Argument(metavar="ROW", help=words.ROW_HELP)]
ReasonOption = Annotated[str, typer.Option("--reason", help=words.REASON_HELP)]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    group = DutchTyper(no_args_is_help=True)
    group.command("list", help=words.QUARANTINE_LIST_HELP)(_list)
    group.command("dismiss", help=words.QUARANTINE_DISMISS_HELP)(_dismiss)
    program.add_typer(group, name="quarantine", help=words.QUARANTINE_HELP)


def _list(*, home: HomeOption = None, as_json: JsonOption = False, debug: DebugOption = False) -> None:
    from pipelines.ingest.cases import cases_as_typed, open_cases
    from pipelines.store.home import resolve_home
    from pipelines.store.names_as_typed import typed_names
    from pipelines.store.snapshot import open_snapshot

    del debug  # read by the program itself, before any command runs
    folder = resolve_home(None if home is None else str(home))
    with open_snapshot(folder) as snapshot:
        cases = cases_as_typed(open_cases(snapshot), typed_names(folder))
    if as_json:
        typer.echo(json.dumps([vars(case) for case in cases], ensure_ascii=False, indent=2))
        return
    for case in cases:
        typer.echo(line(case))
    if not cases:
        typer.echo(words.QUARANTINE_EMPTY)


def _dismiss(
    row: RowArgument,
    *,
    reason: ReasonOption,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from pipelines.ingest.cases import dismiss
    from pipelines.store.home import resolve_home

    del debug
    folder = resolve_home(None if home is None else str(home))
    _require_data(folder.warehouse)
    dismiss(folder, row, reason=reason, now=datetime.now(AMSTERDAM).replace(tzinfo=None, microsecond=0))
    if as_json:
        typer.echo(json.dumps({"id": row, "status": "dismissed"}))
        return
    typer.echo(words.DISMISSED_ROW.format(id=row, reason=reason))


def _require_data(warehouse: Path) -> None:
    from pipelines.vocabulary.errors import StoreProblem

    if not warehouse.is_file():
        raise StoreProblem(words.STATUS_EMPTY.format(home=warehouse.parent), action=words.STATUS_EMPTY_ACTION)


def line(case: Any) -> str:
    """Return one case as a line on screen."""
    title = RULE_TITLES.get(case.rule) or REASON_SENTENCES.get(case.rule, "")
    heading = HEADINGS[case.record].get(case.column, "-")
    text = words.QUARANTINE_LINE.format(
        id=case.id,
        file=case.file,
        sheet=case.sheet,
        row=case.row,
        heading=heading,
        title=title,
        rule=case.rule,
    )
    return f"{text} · {words.QUARANTINE_WAITS}" if case.waits else text
