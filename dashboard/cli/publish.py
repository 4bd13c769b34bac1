"""`werkplaats publish`, `approve` and `withdraw`: the editions readers outside the organisation get."""

import json
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.errors import WrongUse
from pipelines.vocabulary.words import figures_command
from pipelines.vocabulary.words import publishing as words

if TYPE_CHECKING:
    from pipelines.release.edition import Standing
    from pipelines.store.home import Home

AudienceArgument = Annotated[str, typer.Argument(metavar="AUDIENCE", help=words.AUDIENCE_HELP)]
EditionArgument = Annotated[str, typer.Argument(metavar="EDITION", help=words.EDITION_HELP)]
AsOfOption = Annotated[str | None, typer.Option("--as-of", help=figures_command.AS_OF_HELP)]
ReasonOption = Annotated[str, typer.Option("--reason", help=words.REASON_HELP)]
ByOption = Annotated[str | None, typer.Option("--by", help=words.BY_HELP)]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.command("publish", help=words.PUBLISH_HELP)(_publish)
    program.command("approve", help=words.APPROVE_HELP)(_approve)
    program.command("withdraw", help=words.WITHDRAW_HELP)(_withdraw)


def _publish(
    audience: AudienceArgument,
    *,
    as_of: AsOfOption = None,
    by: ByOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from dashboard import ask

    del debug  # read by the program itself, before any command runs
    folder, now = _home(home), _now()
    person = _person(folder, by, Audience.COORDINATOR)
    readers = _audience(audience)
    day = ask.question_for(folder, today=now.date(), as_of=day_of(as_of)).as_of
    if day > now.date():
        raise WrongUse(words.NOT_YET.sentence.format(as_of=f"{day:%d-%m-%Y}"), action=words.NOT_YET.action)
    standing = ask.propose(folder, audience=readers, as_of=day, by=person, now=now)
    if as_json:
        _tell(standing)
        return
    shown = sum(not finding.hidden for finding in ask.edition(folder, standing.id).findings)
    held = len(ask.held_back(folder, standing.id))
    as_of_text = f"{standing.as_of:%d-%m-%Y}"
    typer.echo(words.PROPOSED.format(id=standing.id, as_of=as_of_text, shown=shown, held=held))
    typer.echo(words.NEXT.format(id=standing.id))


def _approve(
    edition: EditionArgument,
    *,
    by: ByOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from dashboard import ask

    del debug
    folder = _home(home)
    person = _person(folder, by, Audience.COMMISSIE)
    standing = ask.approve(folder, edition, by=person, now=_now())
    if as_json:
        _tell(standing)
        return
    typer.echo(words.APPROVED.format(id=standing.id, folder=folder.editions / standing.audience.value))


def _withdraw(
    edition: EditionArgument,
    *,
    reason: ReasonOption,
    by: ByOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from dashboard import ask

    del debug
    folder = _home(home)
    person = _person(folder, by, Audience.COORDINATOR, Audience.COMMISSIE)
    standing = ask.withdraw(folder, edition, reason=reason, by=person, now=_now())
    if as_json:
        _tell(standing)
        return
    typer.echo(words.WITHDRAWN.format(id=standing.id, folder=folder.editions / standing.audience.value))


def as_object(standing: "Standing") -> dict[str, Any]:
    """Return where an edition stands as plain values."""
    return {name: _plain(value) for name, value in vars(standing).items()}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _tell(standing: "Standing") -> None:
    typer.echo(json.dumps(as_object(standing), ensure_ascii=False, indent=2))


def _home(option: Path | None) -> "Home":
    from pipelines.store.home import resolve_home

    return resolve_home(None if option is None else str(option))


def _person(home: "Home", by: str | None, *roles: Audience) -> str:
    from dashboard.access import acting

    return acting(home, by=by, roles=roles).email


def _now() -> datetime:
    return datetime.now(AMSTERDAM)


def _audience(found: str) -> Audience:
    allowed = [audience.value for audience in Audience if audience.external]
    if found not in allowed:
        raise WrongUse(
            figures_command.UNKNOWN_CHOICE.format(option="AUDIENCE", found=found),
            action=figures_command.KNOWN_CHOICES.format(allowed=", ".join(allowed)),
        )
    return Audience(found)


def day_of(text: str | None) -> date | None:
    """Return a day as typed; raises WrongUse when it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(
            figures_command.BAD_DAY.format(found=text), action=figures_command.BAD_DAY_ACTION
        ) from None
