"""`werkplaats template [DIR]`: two empty workbooks to fill in."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.vocabulary.words import template as words

IntakeOption = Annotated[bool, typer.Option("--intake", help=words.INTAKE_HELP)]
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help=words.DIR_HELP)]


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("template", help=words.HELP)(_command)


def _command(
    folder: FolderArgument = Path(),
    *,
    intake: IntakeOption = False,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from pipelines.ingest.template import write_template
    from pipelines.ingest.template_intake import waiting_intake
    from pipelines.store.home import resolve_home

    waiting = waiting_intake(resolve_home(home)) if intake else None
    paths = [str(path) for path in write_template(folder, intake=waiting)]
    if as_json:
        typer.echo(json.dumps({"files": paths}, ensure_ascii=False))
        return
    for path in paths:
        typer.echo(words.WRITTEN.format(path=path))
    typer.echo(words.NEXT_STEP)
