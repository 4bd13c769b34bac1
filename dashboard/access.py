"""Who may see what: roles from our own file, and from where the app may be opened at all.

`toegang.toml` stands in the home's private folder, or where WERKPLAATS_ACCESS says. Nobody has a role by default.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.words.catalogue import say
from pipelines.store.home import Home
from pipelines.store.publication import current
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import AccessRefused, WerkplaatsError

VARIABLE = "WERKPLAATS_ACCESS"
PERSON = "WERKPLAATS_PERSON"
ON_THIS_MACHINE = "WERKPLAATS_COORDINATOR_HERE"  # set by `werkplaats app --coordinator-on-this-machine`
FILE = "toegang.toml"
PEOPLE, LOG_IN = "personen", "inloggen"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody who looks at the figures. `demo`: invented, as the people in the demo are."""

    email: str
    name: str
    audience: Audience
    demo: bool = False


DEMO_READERS = {
    audience: Reader(
        email=f"{audience.value}@voorbeeld",
        name=say(f"access.demo_names.{audience.value}"),
        audience=audience,
        demo=True,
    )
    for audience in Audience
}
COORDINATOR_HERE = Reader(
    email="coordinator@deze-computer", name=say("access.here"), audience=Audience.COORDINATOR
)


def rules_file(home: Home) -> Path:
    """Return where the roles of this home stand, whether or not the file exists."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser().absolute() if named else home.private / FILE


def settings(home: Home) -> Mapping[str, Any]:
    """Return what the file says; empty without a file. Read again as soon as it changes.

    Raises WerkplaatsError when it is no TOML, or names a role that does not exist.
    """
    path = rules_file(home)
    try:
        found = path.stat()
    except OSError:
        return {}
    return _read(path, changed=(found.st_mtime_ns, found.st_size))


def roles(home: Home) -> dict[str, Audience]:
    """Return who has which role: e-mail addresses in small letters."""
    return {
        email.strip().casefold(): _audience(str(word))
        for email, word in settings(home).get(PEOPLE, {}).items()
    }


def role_of(email: str, *, home: Home) -> Audience | None:
    """Return the role of somebody; None for everyone the file does not name."""
    return roles(home).get(email.strip().casefold())


def may_see(reader: Reader | None, *, home: Home) -> bool:
    """Return whether this reader still has this role now; asked again before all data."""
    if reader is None:
        return False
    if reader.demo:
        return (home.is_demo or current(home) is None) and reader == DEMO_READERS[reader.audience]
    if reader == COORDINATOR_HERE:
        return ON_THIS_MACHINE in os.environ and LOG_IN not in settings(home)
    return role_of(reader.email, home=home) is reader.audience


def check(reader: Reader | None, *, home: Home) -> None:
    """Raise AccessRefused when this reader has no right to data of this home any more."""
    if not may_see(reader, home=home):
        raise AccessRefused(say("access.no_role"), action=say("access.no_role_action"))


def acting(home: Home, *, by: str | None, audience: Audience) -> Reader:
    """Return who does something on the command line: `--by`, else WERKPLAATS_PERSON, else the demo's own person.

    Raises AccessRefused when nobody is named, or the one named has another role than `audience`.
    """
    named = by or os.environ.get(PERSON)
    if not named and home.is_demo:
        return DEMO_READERS[audience]
    if not named:
        raise AccessRefused(say("access.nobody_named"), action=say("access.nobody_named_action"))
    for reader in DEMO_READERS.values() if home.is_demo else ():
        if reader.email == named.strip().casefold() and reader.audience is audience:
            return reader
    if role_of(named, home=home) is not audience:
        raise AccessRefused(say("access.other_role", role=say(f"access.roles.{audience.value}")))
    return Reader(email=named.strip().casefold(), name=named.strip(), audience=audience)


@lru_cache(maxsize=8)
def _read(path: Path, *, changed: tuple[int, int]) -> Mapping[str, Any]:
    del changed  # part of the key only: a changed file is read again
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WerkplaatsError(
            say("access.unreadable", file=path.name), action=say("access.unreadable_action")
        ) from error


def _audience(word: str) -> Audience:
    try:
        return Audience(word.strip().casefold().replace(" ", "_"))
    except ValueError:
        allowed = ", ".join(audience.value for audience in Audience)
        raise WerkplaatsError(
            say("access.unknown_role", word=word), action=say("access.unknown_role_action", allowed=allowed)
        ) from None
