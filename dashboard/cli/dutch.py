"""The command line in Dutch: the same parser, with its help and its refusals translated."""

import re
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from dashboard.words.catalogue import say, texts


def help_text(english: str) -> str:
    """Return the help screen with its fixed English words replaced by Dutch ones."""
    dutch = english
    for word, translation in texts("command_line")["help"].items():
        in_column = translation.ljust(len(word)) if word.startswith("<") else translation
        dutch = dutch.replace(word, in_column)
    return dutch


def usage_sentence(error: TyperException) -> str:
    """Return in Dutch what is wrong with the command as typed."""
    message = error.format_message()
    for line in texts("command_line")["usage"]:
        if match := re.search(line["pattern"], message, re.S):
            return str(line["text"]).format(*match.groups())
    return message


class DutchCommand(TyperCommand):
    """A command whose help is Dutch."""

    def get_help(self, ctx: Any) -> str:
        """Return the help screen in Dutch."""
        return help_text(super().get_help(ctx))


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch."""

    def get_help(self, ctx: Any) -> str:
        """Return the help screen in Dutch."""
        return help_text(super().get_help(ctx))


class DutchTyper(typer.Typer):
    """A Typer whose commands and groups explain themselves in Dutch; use it for sub-commands as well."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"cls": DutchGroup, "rich_markup_mode": None, "add_completion": False} | settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """Register a command, with Dutch help."""
        return super().command(name, **{"cls": DutchCommand} | settings)


def program() -> DutchTyper:
    """Return the empty program: commands are registered on it."""
    made = DutchTyper(name="werkplaats", pretty_exceptions_enable=False, no_args_is_help=True)
    made.callback(help=say("command_line.program"))(_program)
    return made


def _program() -> None:
    """Do nothing by itself: having this makes the program a group, also when it holds one command."""
