"""`werkplaats template [DIR]`: two empty workbooks to fill in."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.vocabulary.words import template as words

FolderArgument = Annotated[Path, typer.Argument(metavar="[DIR]", help=words.DIR_HELP)]


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("template", help=words.HELP)(_command)


def _command(
    folder: FolderArgument = Path(),
    *,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from pipelines.ingest.template import write_template

    paths = [str(path) for path in write_template(folder)]
    if as_json:
        typer.echo(json.dumps({"files": paths}, ensure_ascii=False))
        return
    for path in paths:
        typer.echo(words.WRITTEN.format(path=path))
    typer.echo(words.NEXT_STEP)
