"""`werkplaats export`: every table as a Parquet file, pseudonymous as it stands in the warehouse."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.store.home import resolve_home
from pipelines.vocabulary.errors import WerkplaatsError
from pipelines.vocabulary.words import figures_command as words

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help=words.EXPORT_FOLDER_HELP)]


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("export", help=words.EXPORT_HELP)(_command)


def _command(
    *,
    folder: FolderArgument,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from pipelines.store.parquet import write_tables
    from pipelines.store.snapshot import open_snapshot

    del debug  # read by the program itself, before any command runs
    refuse_filled(folder)
    with open_snapshot(resolve_home(None if home is None else str(home))) as snapshot:
        written = write_tables(snapshot, folder=folder)
    if as_json:
        typer.echo(json.dumps([{"file": file.name, "rows": rows} for file, rows in written.items()]))
        return
    for file, rows in written.items():
        typer.echo(words.EXPORTED.format(rows=rows, file=file))


def refuse_filled(folder: Path) -> None:
    """Refuse a folder that holds something: an export never mixes with what is there."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise WerkplaatsError(words.NOT_EMPTY.format(folder=folder), action=words.NOT_EMPTY_ACTION)
