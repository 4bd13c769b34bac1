"""`werkplaats app`: the pages, on this computer only unless people log in."""

import json
import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dashboard.access import EDITIONS
from dashboard.cli.address import LOOPBACK, Opening, opening
from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from dashboard.words.catalogue import say
from pipelines.store.home import Home, resolve_home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.errors import WerkplaatsError, WrongUse

FIRST_PORT = 8501
LOOK_AGAIN_SECONDS = 0.1
EVERYWHERE = "0.0.0.0"  # noqa: S104 - to compare with
PortOption = Annotated[
    int,
    typer.Option("--port", min=1024, max=65535, help=say("command_line.port_help"), show_default=False),
]
QuietOption = Annotated[bool, typer.Option("--no-browser", help=say("command_line.no_browser_help"))]
EditionsOption = Annotated[Path | None, typer.Option("--editions", help=say("command_line.editions_help"))]
HostOption = Annotated[str, typer.Option("--host", help=say("command_line.host_help"), show_default=False)]
HereOption = Annotated[
    bool, typer.Option("--coordinator-on-this-machine", help=say("command_line.coordinator_here_help"))
]
AsOfOption = Annotated[str | None, typer.Option("--as-of", help=say("command_line.as_of_help"))]


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("app", help=say("command_line.app_help"))(_command)


def _command(
    *,
    home: HomeOption = None,
    editions: EditionsOption = None,
    port: PortOption = FIRST_PORT,
    host: HostOption = LOOPBACK,
    coordinator_here: HereOption = False,
    no_browser: QuietOption = False,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    serve(
        home, editions=editions, port=port, host=host, coordinator_here=coordinator_here, browser=not no_browser,
        as_of=parse_day(as_of), as_json=as_json, debug=debug,
    )  # fmt: skip


def parse_day(text: str | None) -> date | None:
    """Return the day written as year-month-day; refuses anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(
            say("command_line.bad_day", text=text), action=say("command_line.bad_day_action")
        ) from error


def serve(
    home: Home | Path | None,
    *,
    editions: Path | None = None,
    port: int = FIRST_PORT,
    host: str = LOOPBACK,
    coordinator_here: bool = False,
    browser: bool = True,
    as_of: date | None = None,
    as_json: bool = False,
    debug: bool = False,
) -> None:
    """Serve the pages until stopped; says the address, opens a browser if there is one."""
    if editions is not None:
        folder = handed(editions, home=home)
    else:
        os.environ.pop(EDITIONS, None)
        folder = home if isinstance(home, Home) else resolve_home(None if home is None else str(home))
    os.environ.update(environment(folder, as_of=as_of, debug=debug))
    place = opening(folder, host=host, port=port, coordinator_here=coordinator_here)
    if editions is None:
        prepare(folder, as_of=as_of)
    tell = partial(_announce, place.address, asked=port, port=place.port, as_json=as_json)
    opens = [partial(webbrowser.open, place.address)] if browser and has_browser() else []
    threading.Thread(target=once_listening, args=(place, [tell, *opens]), daemon=True).start()
    from dashboard.asgi import pages, settings

    pages().run(config=settings(place.port, debug=debug, host=place.host))


def handed(editions: Path, *, home: Home | Path | None) -> Home:
    """Return the folder with the editions a partner was handed, in the place of a home; refuses it here when it is wrong.

    From then on nothing but editions is read. Raises WrongUse beside `--home`, FileRefused for what is no shelf.
    """
    if home is not None:
        raise WrongUse(say("command_line.editions_or_home"))
    from dashboard import ask

    folder = editions.expanduser().absolute()
    ask.open_shelf(folder)
    os.environ[EDITIONS] = str(folder)
    return Home(folder)


def prepare(home: Home, *, as_of: date | None) -> None:
    """Work the headline figures out once, so that the first reader does not wait for it.

    What is wrong with the home is left to the pages: they say it to the reader.
    """
    from dashboard import ask

    with suppress(WerkplaatsError):
        question = ask.question_for(home, today=datetime.now(AMSTERDAM).date(), as_of=as_of)
        ask.released(home, audience=Audience.COMMISSIE, question=question)


def environment(home: Home, *, as_of: date | None, debug: bool) -> dict[str, str]:
    """Return what the pages read when they start: the home, and the date they are asked for."""
    chosen = {"WERKPLAATS_HOME": str(home.path)}
    if as_of is not None:
        chosen["WERKPLAATS_AS_OF"] = as_of.isoformat()
    if debug:
        chosen["WERKPLAATS_DEBUG"] = "1"
    return chosen


def has_browser() -> bool:
    """Return whether this computer can show a page: a screen and a browser, never a text browser."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        return webbrowser.get() is not None
    except webbrowser.Error:
        return False


def once_listening(place: Opening, calls: Sequence[Callable[[], object]]) -> None:
    """Make the calls as soon as the server listens: an address told earlier opens nothing."""
    host = LOOPBACK if place.host == EVERYWHERE else place.host
    while True:
        try:
            socket.create_connection((host, place.port), timeout=1).close()
            break
        except OSError:
            time.sleep(LOOK_AGAIN_SECONDS)
    for call in calls:
        call()


def _announce(address: str, *, asked: int, port: int, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"address": address, "port": port}))
        return
    if port != asked:
        typer.echo(say("command_line.port_taken", asked=asked, port=port))
    typer.echo(say("command_line.open_at", address=address))
    typer.echo(say("command_line.how_to_stop"))
