"""The README shows both commands on its first screen and names every command of the command line."""

import re

from typer.main import get_command

from dashboard.cli import app
from tests.architecture.source_files import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_two_commands_stand_on_the_first_screen():
    first_screen = "\n".join(README.splitlines()[:40])
    assert "make demo" in first_screen
    assert "make test" in first_screen


def test_every_command_is_in_the_readme():
    commands = get_command(app).commands
    assert [name for name in commands if not re.search(rf"`werkplaats {name}\b", README)] == []


def test_every_command_has_help():
    assert [name for name, command in get_command(app).commands.items() if not command.help] == []
