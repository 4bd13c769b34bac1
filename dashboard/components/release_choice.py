"""For whom, and until which day: the two choices on the release desk's page."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.choices import passed_quarters
from dashboard.components.markup import paragraph
from dashboard.releasing import OUTSIDE
from dashboard.session import Visit
from dashboard.shown import Standing, State
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day
from pipelines.vocabulary.audiences import Audience

AUDIENCE, DAY = "vrijgeven_voor", "vrijgeven_tot"  # names in the session


def choose_audience() -> Audience:
    """Write the choice of audience and return the one chosen; the first one to begin with."""
    names = [each.value for each in OUTSIDE]
    if st.session_state.get(AUDIENCE) not in names:
        st.session_state[AUDIENCE] = names[0]
    chosen = st.segmented_control(
        say("release.choose"), names, format_func=lambda name: say(f"release.choices.{name}"),
        key=AUDIENCE, required=True, persist_state="session",
    )  # fmt: skip
    return Audience(chosen or names[0])


def choose_day(visit: Visit, standings: Sequence[Standing], *, audience: Audience) -> date | None:
    """Write the choice of quarter and return its last day; None, with the reason, when there is none to propose."""
    fresh = visit.freshness
    passed = passed_quarters(pilot_start=fresh.pilot_start, pilot_end=fresh.pilot_end, as_of=visit.as_of)
    had = [each.as_of for each in standings if each.audience is audience and each.state is State.RELEASED]
    days = [day for day in passed if not had or day >= had[-1]]
    if not days:
        key = "no_quarter_left" if passed else "no_quarter"
        st.html(paragraph(say(f"release.{key}"), style="wp-read"))
        return None
    if st.session_state.get(DAY) not in days:
        st.session_state[DAY] = days[0]
    return st.selectbox(
        say("release.until"), days, format_func=long_day, key=DAY, width=320, filter_mode=None,
    )  # fmt: skip
