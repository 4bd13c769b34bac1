"""Who may see what: roles from our own file, asked again before all data.

`toegang.toml` stands in the home's private folder, or where WERKPLAATS_ACCESS says. Nobody has a role by default.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard import ask
from dashboard.logins import LOGINS, Login
from dashboard.rules_file import FILE, LOG_IN, PEOPLE, address_of, read_rules, role_named, unreadable
from dashboard.words.catalogue import say
from pipelines.store.home import Home, resolve_home
from pipelines.store.publication import current
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import AccessRefused

VARIABLE = "WERKPLAATS_ACCESS"
PERSON = "WERKPLAATS_PERSON"
ON_THIS_MACHINE = "WERKPLAATS_COORDINATOR_HERE"  # set by `werkplaats app --coordinator-on-this-machine`
BY_LOG_IN = "WERKPLAATS_BY_LOG_IN"  # set by `werkplaats app` where people log in: they do until it stops
EDITIONS = "WERKPLAATS_EDITIONS"  # set by `werkplaats app --editions`: a partner's installation


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody who looks at the figures. `demo`: invented, as the people in the demo are; `login`: how they got in."""

    email: str
    name: str
    audience: Audience
    demo: bool = False
    login: Login | None = field(default=None, repr=False)


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
PARTNERS_HERE = {
    audience: Reader(email="lezer@deze-computer", name=say("access.partner_here"), audience=audience)
    for audience in Audience
    if audience.external
}


def served_home() -> Home:
    """Return the home the pages show; in a partner's installation its folder of editions stands in that place."""
    handed = os.environ.get(EDITIONS)
    return Home(Path(handed)) if handed else resolve_home(None)


def rules_file(home: Home) -> Path:
    """Return where the roles of this home stand, whether or not the file exists."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser().absolute() if named else home.private / FILE


def settings(home: Home) -> Mapping[str, Any]:
    """Return what the file says; empty without a file. Read again as soon as it changes.

    Raises WerkplaatsError as `read_rules`, and when WERKPLAATS_ACCESS names a file that is not there.
    """
    path = rules_file(home)
    try:
        found = path.stat()
    except OSError:
        if VARIABLE in os.environ:
            raise unreadable(path) from None
        return {}
    return read_rules(path, changed=(found.st_mtime_ns, found.st_size, found.st_ino))


def people_log_in(home: Home) -> bool:
    """Return whether nobody gets in without logging in; not undone by emptying the file while the pages are open."""
    return BY_LOG_IN in os.environ or LOG_IN in settings(home)


def roles(home: Home) -> dict[str, Audience]:
    """Return who has which role: e-mail addresses in small letters. Raises WerkplaatsError for a role that does not exist."""
    people = settings(home).get(PEOPLE, {})
    return {address_of(email): role_named(str(word)) for email, word in people.items()}


def role_of(email: str, *, home: Home) -> Audience | None:
    """Return the role of somebody; None for everyone the file does not name."""
    return roles(home).get(address_of(email))


def may_see(reader: Reader | None, *, home: Home) -> bool:
    """Return whether this reader still has this role now; asked again before all data."""
    if reader is None:
        return False
    if EDITIONS in os.environ and reader.audience is not ask.open_shelf(home.path).audience:
        return False
    if people_log_in(home):
        logged_in = reader.login is not None and LOGINS.good(reader.login)
        return logged_in and role_of(reader.email, home=home) is reader.audience
    if EDITIONS in os.environ:
        return reader == PARTNERS_HERE[reader.audience]
    if reader == COORDINATOR_HERE:
        return ON_THIS_MACHINE in os.environ
    invented = home.is_demo or current(home) is None
    return invented and reader == DEMO_READERS[reader.audience]


def check(reader: Reader | None, *, home: Home) -> None:
    """Raise AccessRefused when this reader has no right to data of this home any more."""
    if not may_see(reader, home=home):
        raise AccessRefused(say("access.no_role"), action=say("access.no_role_action"))


def acting(home: Home, *, by: str | None, roles: Sequence[Audience]) -> Reader:
    """Return who does something on the command line: `--by`, else WERKPLAATS_PERSON, else the demo's own person.

    `roles`: those that may, the usual one first. Raises AccessRefused when nobody is named, or somebody without them.
    """
    named = address_of(by or os.environ.get(PERSON) or "")
    if not named and home.is_demo:
        return DEMO_READERS[roles[0]]
    if not named:
        raise AccessRefused(say("access.nobody_named"), action=say("access.nobody_named_action"))
    for role in roles:
        if home.is_demo and named == DEMO_READERS[role].email:
            return DEMO_READERS[role]
    audience = role_of(named, home=home)
    if audience is None or audience not in roles:
        allowed = say("access.or").join(say(f"access.roles.{role.value}") for role in roles)
        raise AccessRefused(say("access.other_role", role=allowed), action=say("access.other_role_action"))
    return Reader(email=named, name=named, audience=audience)
