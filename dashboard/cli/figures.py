"""`werkplaats figures`: the figures as a table for people or as JSON for machines."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from dashboard.ask import question_for, released
from dashboard.cli.figures_table import table
from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from dashboard.shown import Finding, Part, Released
from pipelines.store.home import resolve_home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.errors import WrongUse
from pipelines.vocabulary.question import Branch
from pipelines.vocabulary.words import figures_command as words

ENGINES = ("duckdb", "spark")
CodesArgument = Annotated[list[str] | None, typer.Argument(metavar="[CODE]...", help=words.CODES_HELP)]
AudienceOption = Annotated[str, typer.Option("--audience", help=words.AUDIENCE_HELP)]
AsOfOption = Annotated[str | None, typer.Option("--as-of", help=words.AS_OF_HELP)]
FromOption = Annotated[str | None, typer.Option("--from", help=words.FROM_HELP)]
BranchOption = Annotated[str | None, typer.Option("--branch", help=words.BRANCH_HELP)]
EngineOption = Annotated[str, typer.Option("--engine", help=words.ENGINE_HELP)]


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("figures", help=words.FIGURES_HELP)(_command)


def _command(
    *,
    codes: CodesArgument = None,
    audience: AudienceOption = Audience.COORDINATOR.value,
    as_of: AsOfOption = None,
    period_from: FromOption = None,
    branch: BranchOption = None,
    engine: EngineOption = "duckdb",
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    del debug  # read by the program itself, before any command runs
    chosen = Audience(_choice("--audience", audience, allowed=[item.value for item in Audience]))
    on_spark = _choice("--engine", engine, allowed=ENGINES) == "spark"
    days = _day(as_of), _day(period_from)
    found = _answered(
        home, codes=codes, audience=chosen, days=days, branch=_branch(branch), on_spark=on_spark
    )
    for line in (as_text(found),) if as_json else table(found):
        typer.echo(line)


def _answered(
    home: Path | None,
    *,
    codes: list[str] | None,
    audience: Audience,
    days: tuple[date | None, date | None],
    branch: Branch | None,
    on_spark: bool,
) -> Released:
    folder = resolve_home(None if home is None else str(home))
    today = datetime.now(AMSTERDAM).date()
    question = question_for(folder, today=today, as_of=days[0], period_from=days[1], branch=branch)
    return released(folder, audience=audience, question=question, codes=codes, on_spark=on_spark)


def as_text(found: Released) -> str:
    """Return the findings as JSON: one object per figure and branch, in the form others build on (RULES 7)."""
    return json.dumps([as_object(finding) for finding in found.findings], ensure_ascii=False, indent=2)


def as_object(finding: Finding) -> dict[str, Any]:
    """Return one finding as plain values; a hidden or undefined one is null and a caveat says why."""
    return {
        "id": finding.id,
        "code": finding.code,
        "branch": finding.branch,
        "value": _plain(finding.value),
        "k": _plain(finding.k),
        "n": _plain(finding.n),
        "low": _plain(finding.low),
        "high": _plain(finding.high),
        "unit": finding.unit,
        "target": _plain(finding.target),
        "floor": _plain(finding.floor),
        "verdict": None if finding.verdict is None else finding.verdict.value,
        "leaning": finding.leaning,
        "more_needed": finding.more_needed,
        "as_of": finding.as_of.isoformat(),
        "persons": finding.persons,
        "pending": finding.pending,
        "caveats": list(finding.caveats),
        "parts": [_part(part) for part in finding.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "by": part.by,
        "key": part.key,
        "value": _plain(part.value),
        "k": _plain(part.k),
        "n": _plain(part.n),
        "hidden": part.hidden,
    }


def _plain(number: float | None) -> float | int | None:
    """Return whole numbers without a point: 5 jobs, not 5.0."""
    return int(number) if number is not None and float(number).is_integer() else number


def _choice(option: str, found: str, *, allowed: list[str] | tuple[str, ...]) -> str:
    if found not in allowed:
        raise WrongUse(
            words.UNKNOWN_CHOICE.format(option=option, found=found),
            action=words.KNOWN_CHOICES.format(allowed=", ".join(allowed)),
        )
    return found


def _branch(found: str | None) -> Branch | None:
    if found is None:
        return None
    known: dict[str, Branch] = {name: name for name in get_args(Branch)}
    return known[_choice("--branch", found, allowed=list(known))]


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(words.BAD_DAY.format(found=text), action=words.BAD_DAY_ACTION) from None
