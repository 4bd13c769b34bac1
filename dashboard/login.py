"""Who is looking at the pages now: logged in, at this computer, or with an invented role in the demo."""

import os
from collections.abc import Mapping
from enum import Enum
from typing import Any

import streamlit as st

from dashboard import access, ask
from dashboard.access import (
    COORDINATOR_HERE,
    DEMO_READERS,
    EDITIONS,
    ON_THIS_MACHINE,
    PARTNERS_HERE,
    Reader,
)
from dashboard.logins import LOGINS, Login
from dashboard.rules_file import LOG_IN, address_of
from pipelines.store.home import Home
from pipelines.store.publication import current
from pipelines.vocabulary.audiences import Audience

VIEW_AS = "publiek"  # the demo's choice of a role: its name in the session and in the address
IDLE_MINUTES = 30  # UX 10: on a shared computer a page is left open
IDLE_MINUTES_COORDINATOR = 15


class Door(Enum):
    """What somebody finds who comes to the pages."""

    OPEN = "open"
    STRANGER = "stranger"  # not logged in
    ENDED = "ended"  # the log-in expired, was idle too long, or was ended elsewhere
    UNVERIFIED = "unverified"  # the provider does not vouch for the e-mail address
    NO_ROLE = "no_role"
    CLOSED = "closed"  # real data, and nobody arranged who may see what


def current_reader(home: Home) -> Reader | None:
    """Return who is looking; None for somebody without a role, and for everybody where nothing was arranged."""
    return at_the_door(home)[1]


def at_the_door(home: Home) -> tuple[Door, Reader | None]:
    """Return what this visitor finds, and who it is where the door is open."""
    if access.people_log_in(home):
        return _logged_in(st.user.to_dict(), home=home, rules=access.settings(home).get(LOG_IN, {}))
    reader = _without_login(home)
    return (Door.OPEN, reader) if access.may_see(reader, home=home) else (Door.CLOSED, None)


def log_out() -> None:
    """End the log-in on the server, in the browser and at the provider."""
    LOGINS.end(Login.of(st.user.to_dict(), idle=0))
    st.logout()


def _logged_in(
    claims: Mapping[str, Any], *, home: Home, rules: Mapping[str, Any]
) -> tuple[Door, Reader | None]:
    if not claims.get("is_logged_in"):
        return Door.STRANGER, None
    email = address_of(str(claims.get("email") or ""))
    verified = claims.get("email_verified") in {True, "true"}
    role = access.role_of(email, home=home) if email and verified else None
    login = Login.of(claims, idle=_idle_seconds(role, rules=rules))
    if not LOGINS.use(login):
        return Door.ENDED, None
    if not verified:
        return Door.UNVERIFIED, None
    if role is None:
        return Door.NO_ROLE, None
    name = str(claims.get("name") or email)
    reader = Reader(email=email, name=name, audience=role, login=login)
    return (Door.OPEN, reader) if access.may_see(reader, home=home) else (Door.NO_ROLE, None)


def _idle_seconds(role: Audience | None, *, rules: Mapping[str, Any]) -> float:
    if role is Audience.COORDINATOR:
        return 60 * float(rules.get("minuten_stil_coordinator", IDLE_MINUTES_COORDINATOR))
    return 60 * float(rules.get("minuten_stil", IDLE_MINUTES))


def _without_login(home: Home) -> Reader | None:
    if EDITIONS in os.environ:
        return PARTNERS_HERE[ask.open_shelf(home.path).audience]
    if home.is_demo:
        return DEMO_READERS[Audience(st.session_state.get(VIEW_AS, Audience.COMMISSIE.value))]
    if ON_THIS_MACHINE in os.environ:
        return COORDINATOR_HERE
    return DEMO_READERS[Audience.COMMISSIE] if current(home) is None else None
