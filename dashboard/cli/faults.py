"""What a person reads when a command is refused or breaks: one Dutch sentence, never a stack trace."""

import logging
import sys
from types import TracebackType

import typer
from typer.exceptions import TyperException

from dashboard.cli.dutch import usage_sentence
from dashboard.words.catalogue import say
from pipelines.vocabulary.errors import WerkplaatsError

STOPPED = 130


def run(program: typer.Typer, arguments: list[str], *, debug: bool) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong use."""
    try:
        code = typer.main.get_command(program).main(
            args=arguments, prog_name="werkplaats", standalone_mode=False
        )
    except WerkplaatsError as error:
        return _refused(error, debug=debug)
    except TyperException as error:
        return _wrong_use(error)
    except typer.Abort:
        return _stopped()
    if code == STOPPED:
        return _stopped()
    return code if isinstance(code, int) else 0


def hide_traces(*, debug: bool) -> None:
    """Replace Python's stack trace by a Dutch sentence for what nobody foresaw, unless asked for."""
    if not debug:
        sys.excepthook = _unexpected


def _refused(error: WerkplaatsError, *, debug: bool) -> int:
    for line in (error.sentence, error.action):
        if line:
            typer.echo(line, err=True)
    if debug:
        logging.getLogger("werkplaats").error("refused", exc_info=error)
    return error.exit_code


def _wrong_use(error: TyperException) -> int:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.format_message())
        return error.exit_code
    typer.echo(usage_sentence(error), err=True)
    if context is not None:
        typer.echo(f"\n{context.get_help()}", err=True)
    return error.exit_code


def _stopped() -> int:
    typer.echo(say("command_line.stopped"), err=True)
    return STOPPED


def _unexpected(_kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
    typer.echo(say("command_line.unexpected"), err=True)
    typer.echo(say("command_line.unexpected_action"), err=True)
