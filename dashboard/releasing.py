"""What a reader inside may do with editions; every function asks again who the reader is."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date, datetime

import streamlit as st

from dashboard import access, ask
from dashboard.session import Visit
from dashboard.shown import Decided, Edition, HeldBack, Released, Seen, Standing, State
from dashboard.words.catalogue import say
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.errors import AccessRefused

OUTSIDE = (Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE)
OFFERS_KEPT = 6  # in memory: composing one takes seconds
Offer = tuple[Edition, tuple[HeldBack, ...]]
Asked = tuple[object, ...]


def all_standings(visit: Visit) -> tuple[Standing, ...]:
    """Return where every edition stands, oldest first."""
    _inside(visit)
    return ask.standings(visit.home)


def offer(visit: Visit, *, audience: Audience, as_of: date, tell: Callable[[int, int], None]) -> Offer:
    """Return the edition the coordinator could propose, with what it holds back; remembered until something changes.

    `tell` hears how many figures of how many have been weighed. Raises ReleaseRefused when it would tell too much.
    """
    _only(visit, Audience.COORDINATOR)
    known = tuple((each.id, each.state.value) for each in ask.standings(visit.home))
    asked = (str(visit.home.path), visit.freshness.snapshot, known, audience, as_of)
    kept = _offers()
    if asked not in kept:
        kept[asked] = ask.preview(visit.home, audience=audience, as_of=as_of, tell=tell)
    made = kept[asked]
    while len(kept) > OFFERS_KEPT:
        kept.popitem(last=False)
    return made


def history(visit: Visit, edition: Edition, *, codes: Sequence[str]) -> tuple[Released, ...]:
    """Return what the editions of the same readers up to this one say of figures, oldest first; for readers inside."""
    earlier = [
        frozen(visit, each.id)
        for each in all_standings(visit)
        if each.audience is edition.audience and each.state is State.RELEASED and each.as_of < edition.as_of
    ]
    return tuple(ask.from_edition(each, codes=codes) for each in (*earlier, edition))


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


def approve(visit: Visit, proposal: Standing) -> str:
    """Release an edition as it was proposed when the page was written, and return what to say about it."""
    by = _only(visit, Audience.COMMISSIE)
    ask.approve(visit.home, proposal.id, by=by, now=_now(), looked_at=proposal.digest)
    return say("release.approved", id=proposal.id)


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


@st.cache_resource
def _offers() -> "OrderedDict[Asked, Offer]":
    """Return the offers made so far, for all who look; new data or another edition ask for another one."""
    return OrderedDict()
