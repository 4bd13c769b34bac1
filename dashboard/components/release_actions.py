"""Proposing, approving and withdrawing editions: a button each, and what was done is said above the page."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from dashboard import releasing
from dashboard.components.markup import note, paragraph
from dashboard.components.release_tables import local_day
from dashboard.session import Visit
from dashboard.shown import Standing, State
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import WerkplaatsError

SAID, REFUSED = "release_said", "release_refused"  # in the session: what the last button did


def show_outcome() -> None:
    """Say what the last button did, once."""
    said, refused = st.session_state.pop(SAID, ""), st.session_state.pop(REFUSED, ())
    if said:
        st.html(note([said]))
    if refused:
        st.html(note(list(refused), style="wp-trouble"))


def show_actions(
    visit: Visit, standings: tuple[Standing, ...], *, audience: Audience, as_of: date | None
) -> None:
    """Write what this reader may do now for one audience outside."""
    st.header(say("release.act_title"), anchor=False)
    of_audience = [each for each in standings if each.audience is audience]
    waiting = [each for each in of_audience if each.state is State.PROPOSED]
    coordinator = visit.audience is Audience.COORDINATOR
    for each in waiting:
        key = "waits" if coordinator else "waits_for_you"
        said = say(f"release.{key}", id=each.id, by=each.proposed_by, day=local_day(each.proposed_at))
        st.html(paragraph(said))
        if not coordinator:
            _button(say("release.approve", id=each.id), partial(releasing.approve, visit, each), main=True)
    if coordinator and as_of is not None:
        done = [each for each in of_audience if each.as_of == as_of and each.state is State.RELEASED]
        for each in done:
            st.html(paragraph(say("release.already", day=long_day(as_of), id=each.id)))
        act = partial(releasing.propose, visit, audience=audience, as_of=as_of)
        _button(say("release.propose"), act, main=not done)
    if not coordinator and not waiting:
        st.html(
            paragraph(say("release.nothing_proposed", audience=say(f"release.audiences.{audience.value}")))
        )
    _show_withdrawing(visit, of_audience)


def _show_withdrawing(visit: Visit, standings: list[Standing]) -> None:
    released = [each for each in standings if each.state is State.RELEASED]
    for each in released[-1:]:
        with (
            st.expander(say("release.withdraw", id=each.id)),
            st.form(f"wp-withdraw-{each.id}", border=False),
        ):
            reason = st.text_input(say("release.reason", id=each.id), max_chars=200)
            if st.form_submit_button(say("release.withdraw", id=each.id)):
                _act(partial(releasing.withdraw, visit, each.id, reason=reason))
                st.rerun()


def _button(text: str, act: Callable[[], str], *, main: bool) -> None:
    st.button(text, on_click=_act, args=(act,), type="primary" if main else "secondary", key=f"wp-do-{text}")


def _act(act: Callable[[], str]) -> None:
    try:
        st.session_state[SAID] = act()
    except WerkplaatsError as error:
        st.session_state[REFUSED] = (error.sentence, error.action)
