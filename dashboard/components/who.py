"""Above every page: who is looking, how to log out; in the demo, as whom to look."""

from html import escape

import streamlit as st

from dashboard import access
from dashboard.access import Reader
from dashboard.components.markup import note, paragraph
from dashboard.login import VIEW_AS, log_out
from dashboard.logins import LOGINS, Login
from dashboard.words.catalogue import say, texts
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience

ORDER = (
    Audience.COMMISSIE,
    Audience.COORDINATOR,
    Audience.PORTAAL,
    Audience.DE_ALLIANTIE,
    Audience.GEMEENTE,
)
MINUTE = 60
WARNED_SECONDS = 120  # WCAG 2.2.1 asks for 20 seconds at least to stay
LOOKS = 6  # times a page looks at the log-in within the time it still counts
LONGEST_SECONDS = 30.0  # between two looks, so that a role that was taken away leaves the screen soon


def show(reader: Reader, *, home: Home) -> None:
    """Write who is looking. Somebody at this computer, without a log-in, needs no telling."""
    if reader.demo:
        _view_as(reader)
    elif reader.login is not None:
        _logged_in(reader, reader.login, home=home)


def leave() -> None:
    """Write the button that logs out."""
    st.button(say("access.log_out"), on_click=log_out, key="wp-log-out")


def _view_as(reader: Reader) -> None:
    labels = texts("access")["view_as"]
    with st.container(key="wp-who", gap=None):
        st.selectbox(
            say("access.view_as_label"), [audience.value for audience in ORDER], key=VIEW_AS,
            format_func=lambda word: labels[word], persist_state="session", width=300, filter_mode=None,
        )  # fmt: skip
        if reader.audience is not Audience.COMMISSIE:
            st.html(f'<span data-wp-view-as="{escape(reader.audience.value)}" hidden></span>')


def _logged_in(reader: Reader, login: Login, *, home: Home) -> None:
    role = say(f"access.roles.{reader.audience.value}")
    with st.container(key="wp-who", horizontal=True, vertical_alignment="center"):
        st.html(paragraph(say("access.logged_in", name=reader.name, role=role), style="wp-line"))
        leave()
    every = min(LONGEST_SECONDS, max(1.0, LOGINS.left(login) / LOOKS))
    st.fragment(_watch, run_every=every)(reader, login, home=home)


def _watch(reader: Reader, login: Login, *, home: Home) -> None:
    """Take the page away as soon as the role or the log-in is gone, and say so some time before."""
    if not access.may_see(reader, home=home):
        st.rerun()
    left = LOGINS.left(login)
    if left > min(WARNED_SECONDS, login.idle / 2):
        return
    soon = say("access.soon" if left < MINUTE else "access.soon_minutes")
    if not LOGINS.can_stay(login):
        st.html(note([soon, say("access.soon_again")], style="wp-trouble", role="alert"))
        return
    st.html(note([soon], style="wp-trouble", role="alert"))
    st.button(say("access.stay"), on_click=_stay, args=(login,), key="wp-stay")


def _stay(login: Login) -> None:
    LOGINS.use(login)
