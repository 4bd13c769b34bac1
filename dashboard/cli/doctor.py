"""`werkplaats doctor`: whether this computer and this home can be worked with."""

import json

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.vocabulary.words import doctor as words

WIDEST_STATUS = max(len(word) for word in words.STATUS.values())
WIDEST_NAME = max(len(name) for name in words.NAMES.values())


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("doctor", help=words.HELP)(_command)


def _command(*, home: HomeOption = None, as_json: JsonOption = False, debug: DebugOption = False) -> None:
    from pipelines.store.health import Status, examine
    from pipelines.store.home import resolve_home

    folder = resolve_home(home)
    checks = [
        {"check": found.name, "status": found.status.value, "text": found.text, "action": found.action}
        for found in examine(folder)
    ]
    if as_json:
        typer.echo(json.dumps({"home": str(folder.path), "checks": checks}, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join([*(line for check in checks for line in lines(check)), conclusion(checks)]))
    if any(check["status"] == Status.FAULT.value for check in checks):
        raise typer.Exit(1)


def lines(check: dict[str, str]) -> list[str]:
    """Return one check as a line on screen, with what to do below it."""
    status, name = words.STATUS[check["status"]], words.NAMES[check["check"]]
    found = f"{status:<{WIDEST_STATUS}}  {name:<{WIDEST_NAME}}  {check['text']}"
    if not check["action"]:
        return [found]
    return [found, " " * (WIDEST_STATUS + WIDEST_NAME + 4) + check["action"]]


def conclusion(checks: list[dict[str, str]]) -> str:
    """Return the last line: whether all is well."""
    statuses = {check["status"] for check in checks}
    if "fault" in statuses:
        return words.SOME_FAULT
    return words.SOME_ATTENTION if "attention" in statuses else words.ALL_WELL
