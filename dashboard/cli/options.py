"""Options every command takes: where the data lives, JSON output, stack traces."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.words.catalogue import say

HomeOption = Annotated[Path | None, typer.Option("--home", help=say("command_line.home_help"))]
JsonOption = Annotated[bool, typer.Option("--json", help=say("command_line.json_help"))]
DebugOption = Annotated[bool, typer.Option("--debug", help=say("command_line.debug_help"))]
