"""`werkplaats policy`: the rules of what goes out, each value with who decided it and when."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import typer

from dashboard.cli.options import DebugOption, HomeOption, JsonOption
from dashboard.cli.publish import AsOfOption, day_of
from dashboard.words.numbers import long_day
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.words import policy as words

if TYPE_CHECKING:
    from dashboard.shown import Decided, Seen


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command("policy", help=words.POLICY_HELP)(_command)


def _command(
    *,
    as_of: AsOfOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    from dashboard import ask
    from pipelines.store.home import resolve_home

    del debug  # read by the program itself, before any command runs
    folder = resolve_home(None if home is None else str(home))
    today = datetime.now(AMSTERDAM).date()
    day = ask.question_for(folder, today=today, as_of=day_of(as_of)).as_of
    rules, seen = ask.policy(folder, day=day)
    if as_json:
        typer.echo(json.dumps(as_object(rules, seen), ensure_ascii=False, indent=2))
        return
    typer.echo(words.HOLDS_ON.format(day=long_day(day)))
    for line in (*_rules(rules), *_seen(seen)):
        typer.echo(line)


def as_object(rules: "Sequence[Decided]", seen: "Sequence[Seen]") -> dict[str, Any]:
    """Return the rules and who sees what as plain values."""
    return {
        "rules": [
            {**asdict(rule), "decided_on": rule.decided_on.isoformat() if rule.decided_on else None}
            for rule in rules
        ],
        "figures": [
            {"code": each.code, "label": each.label} | dict(zip(words.AUDIENCES, each.sights, strict=True))
            for each in seen
        ],
    }


def _rules(rules: "Sequence[Decided]") -> Iterator[str]:
    from dashboard.components.policy_tables import decided_text

    for rule in rules:
        yield f"{rule.label}: {rule.value}"
        yield f"    {decided_text(rule)}; {rule.basis}"


def _seen(seen: "Sequence[Seen]") -> Iterator[str]:
    yield words.SEEN_TITLE
    for each in seen:
        told = (f"{name}: {sight}" for name, sight in zip(words.AUDIENCES.values(), each.sights, strict=True))
        yield f"{each.label}. {'; '.join(told)}."
