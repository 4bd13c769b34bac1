"""What a reader inside may do with editions; every function asks again who the reader is."""

from datetime import date, datetime

import streamlit as st

from dashboard import access, ask
from dashboard.session import AMSTERDAM, Visit
from dashboard.shown import Decided, Edition, HeldBack, Seen, Standing, State
from dashboard.words.catalogue import say
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import AccessRefused

OUTSIDE = (Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE)
OFFERS_KEPT = 6  # in memory: composing one takes seconds
Offer = tuple[Edition, tuple[HeldBack, ...]]


def all_standings(visit: Visit) -> tuple[Standing, ...]:
    """Return where every edition stands, oldest first."""
    _inside(visit)
    return ask.standings(visit.home)


def offer(visit: Visit, *, audience: Audience, as_of: date) -> Offer:
    """Return the edition the coordinator could propose, with what it holds back; remembered until something changes.

    Raises ReleaseRefused when it would tell too much.
    """
    _only(visit, Audience.COORDINATOR)
    known = tuple((each.id, each.state.value) for each in ask.standings(visit.home))
    return _offer(visit.freshness.snapshot, known, _home=visit.home, audience=audience, as_of=as_of)


def frozen(visit: Visit, edition_id: str) -> Edition:
    """Return an edition as it was proposed, for readers inside."""
    _inside(visit)
    return ask.edition(visit.home, edition_id)


def handed_out(visit: Visit) -> tuple[Edition, ...]:
    """Return the editions whose changes this reader may know, newest first: the own one outside, all released inside."""
    if visit.outside:
        return tuple(reversed(visit.editions))
    released = [each for each in all_standings(visit) if each.state is State.RELEASED]
    return tuple(frozen(visit, each.id) for each in reversed(released))


def held_back(visit: Visit, edition_id: str) -> tuple[HeldBack, ...]:
    """Return what an edition holds back and why; for the coordinator alone."""
    _only(visit, Audience.COORDINATOR)
    return ask.held_back(visit.home, edition_id)


def propose(visit: Visit, *, audience: Audience, as_of: date) -> str:
    """Propose the edition and return what to say about it."""
    by = _only(visit, Audience.COORDINATOR)
    made = ask.propose(visit.home, audience=audience, as_of=as_of, by=by, now=_now())
    if made.state is State.RELEASED:
        return say("release.same", id=made.id)
    return say("release.proposed", id=made.id)


def approve(visit: Visit, edition_id: str) -> str:
    """Release a proposed edition and return what to say about it."""
    by = _only(visit, Audience.COMMISSIE)
    return say("release.approved", id=ask.approve(visit.home, edition_id, by=by, now=_now()).id)


def withdraw(visit: Visit, edition_id: str, *, reason: str) -> str:
    """Withdraw a released edition and return what to say about it."""
    by = _inside(visit)
    made = ask.withdraw(visit.home, edition_id, reason=reason, by=by, now=_now())
    return say("release.withdrawn", id=made.id)


def rules(visit: Visit) -> tuple[tuple[Decided, ...], tuple[Seen, ...]]:
    """Return the rules of what goes out, and what each audience sees of each figure; for readers inside."""
    _inside(visit)
    return ask.policy(visit.home, day=visit.as_of)


def _now() -> datetime:
    return datetime.now(AMSTERDAM)


def _inside(visit: Visit) -> str:
    return _only(visit, Audience.COORDINATOR, Audience.COMMISSIE)


def _only(visit: Visit, *allowed: Audience) -> str:
    """Return the e-mail address of the reader; raises AccessRefused when the role is not one of these."""
    access.check(visit.reader, home=visit.home)
    if visit.reader is None or visit.reader.audience not in allowed:
        raise AccessRefused(say("access.no_role"), action=say("access.no_role_action"))
    return visit.reader.email


@st.cache_resource(max_entries=OFFERS_KEPT, show_spinner=say("release.composing"))
def _offer(
    snapshot: str | None, known: tuple[tuple[str, str], ...], *, _home: Home, audience: Audience, as_of: date
) -> Offer:
    del snapshot, known  # parts of the key only: new data or another edition, another offer
    return ask.preview(_home, audience=audience, as_of=as_of)
