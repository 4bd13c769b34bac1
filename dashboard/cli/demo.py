"""`werkplaats demo`: write a synthetic pilot year, load it as real files are loaded, open the pages."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.words import demo as words

if TYPE_CHECKING:
    from pipelines.ingest.report import LoadReport
    from pipelines.release.edition import Standing
    from pipelines.store.home import Home
    from pipelines.synthetic.manifest import Manifest

QUARTERS = (date(2026, 2, 28), date(2026, 5, 31))  # ends of the second and third quarter of the invented year
DELIVERED = "delivered"  # folder in the private part of the home
COUNTS = ("rows", "accepted", "corrected", "unchanged", "intake", "rejected", "blank")
LEVELS = {"errors": "error", "warnings": "warning", "findings": "finding", "fixes": "fix"}
NoAppOption = Annotated[bool, typer.Option("--no-app", help=words.NO_APP_HELP)]


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("demo", help=words.DEMO_HELP)(_command)


def _command(
    *,
    no_app: NoAppOption = False,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from pipelines.store.home import resolve_home

    chosen = resolve_home(None if home is None else str(home))
    now = datetime.now(AMSTERDAM)
    manifest, report = load_demo(chosen, now=now)
    standings = publish_demo(chosen, now=now)
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        for line in _lines(chosen, manifest, report):
            typer.echo(line)
        typer.echo(words.PUBLISHED.format(editions=", ".join(standing.id for standing in standings)))
    from dashboard.cli.app import prepare, serve

    if no_app:
        prepare(chosen, as_of=None)
        if not as_json:
            typer.echo(words.NEXT.format(home=chosen.path))
        return
    serve(chosen, as_json=as_json, debug=debug)


def load_demo(home: "Home", *, now: datetime) -> "tuple[Manifest, LoadReport]":
    """Write the demo's files into the home and load them; refuse a home that holds real data.

    The day of the load is the Monday after the invented year, so that the demo is the same on every day.
    """
    from pipelines.ingest.load import load_files
    from pipelines.store.keys import make_demo_key
    from pipelines.synthetic.year import write_year

    make_demo_key(home)
    folder = delivered(home)
    manifest = write_year(folder)
    report = load_files(
        home,
        manifest.paths(folder),
        today=manifest.load_day,
        now=now.replace(tzinfo=None, microsecond=0),
        source=words.SOURCE,
    )
    return manifest, report


def publish_demo(home: "Home", *, now: datetime) -> "list[Standing]":
    """Release the editions of two quarters to readers outside, as people do: one proposes, another approves.

    The last quarter is left to who tries the demo.
    """
    from dashboard import ask
    from dashboard.access import DEMO_READERS

    coordinator, member = (DEMO_READERS[role].email for role in (Audience.COORDINATOR, Audience.COMMISSIE))
    there = {(standing.audience, standing.as_of) for standing in ask.standings(home)}
    outside = [audience for audience in Audience if audience.external]
    wanted = [(audience, day) for day in QUARTERS for audience in outside if (audience, day) not in there]
    for audience, day in wanted:
        proposal = ask.propose(home, audience=audience, as_of=day, by=coordinator, now=now)
        ask.approve(home, proposal.id, by=member, now=now)
    return [standing for standing in ask.standings(home) if standing.approved_by is not None]


def delivered(home: "Home") -> Path:
    """Return the folder in the home where the demo's files are written."""
    return home.private / DELIVERED


def _lines(home: "Home", manifest: "Manifest", report: "LoadReport") -> Iterator[str]:
    from pipelines.ingest.report_screen import screen_lines
    from pipelines.synthetic.manifest import NAME

    folder = delivered(home)
    yield words.WRITTEN.format(as_of=f"{manifest.as_of:%d-%m-%Y}", folder=folder, files=len(manifest.files))
    yield words.ALL_INVENTED
    yield words.PLANTED.format(count=len(manifest.expected), manifest=folder / NAME)
    yield ""
    yield from screen_lines(report)
    yield ""
    yield words.TOTALS.format(**_sums(report))
    said = {
        name: sum(sheet.counts.get(level, 0) for sheet in report.sheets) for name, level in LEVELS.items()
    }
    yield words.SAID.format(**said)


def _sums(report: "LoadReport") -> dict[str, int]:
    return {name: sum(getattr(sheet, name) for sheet in report.sheets) for name in COUNTS}
