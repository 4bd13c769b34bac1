"""`werkplaats load FILE…` and `werkplaats check FILE…`: what was accepted, repaired and put aside, row by row."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.ingest.progress import Progress, silent
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words import load as words

if TYPE_CHECKING:
    from pipelines.store.home import Home

ROWS_WORTH_SHOWING = 50_000  # a smaller sheet is done before a person reads that it began
FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE...", help=words.FILES_HELP)]
SourceOption = Annotated[str | None, typer.Option("--source", help=words.SOURCE_HELP)]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.command("check", help=words.CHECK_HELP)(_check)
    program.command("load", help=words.LOAD_HELP)(_load)


def _load(
    files: FilesArgument,
    *,
    source: SourceOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    del debug  # read by the program itself, before any command runs
    _run(files, home=home, source=source, as_json=as_json, save=True)


def _check(
    files: FilesArgument, *, home: HomeOption = None, as_json: JsonOption = False, debug: DebugOption = False
) -> None:
    del debug
    _run(files, home=home, source=None, as_json=as_json, save=False)


def _run(files: list[Path], *, home: Path | None, source: str | None, as_json: bool, save: bool) -> None:
    from pipelines.ingest.lean_import import without_pandas
    from pipelines.ingest.load import load_files
    from pipelines.ingest.report_screen import screen_lines
    from pipelines.store.home import resolve_home

    now = datetime.now(AMSTERDAM)
    chosen = resolve_home(None if home is None else str(home))
    refuse_strangers(chosen, files)
    with without_pandas():
        report = load_files(
            chosen,
            files,
            today=now.date(),
            now=now.replace(tzinfo=None, microsecond=0),
            source=source,
            progress=silent if as_json else shown(sys.stderr.isatty()),
            save=save,
        )
    if as_json:
        from pipelines.ingest.report_json import json_lines

        lines = json_lines(report)
    else:
        lines = screen_lines(report)
    for line in lines:
        typer.echo(line)


def refuse_strangers(home: "Home", files: list[Path]) -> None:
    """Refuse real files in a home of invented people: they would stand among them, under a key that is no secret."""
    from pipelines.synthetic.checksums import is_invented

    if home.is_demo and (real := [path.name for path in files if path.is_file() and not is_invented(path)]):
        raise FileRefused(
            words.NOT_IN_A_DEMO.format(home=home.path, files=", ".join(real)),
            action=words.NOT_IN_A_DEMO_ACTION,
        )


def shown(on_terminal: bool) -> Progress:
    """Return a progress that rewrites one line on a terminal, and stays silent elsewhere."""
    if not on_terminal:
        return silent

    def show(what: str, done: int, total: int) -> None:
        if total >= ROWS_WORTH_SHOWING:
            end = "\n" if done >= total else ""
            typer.echo(f"\r{what}: {100 * done // total}%{end}", err=True, nl=False)

    return show
