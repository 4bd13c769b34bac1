"""Vrijgeven: per audience outside what goes out, what is hidden, and proposing, approving, withdrawing."""

import streamlit as st

from dashboard import releasing
from dashboard.components import frame
from dashboard.components.markup import paragraph, table
from dashboard.components.release_actions import show_actions, show_outcome
from dashboard.components.release_choice import choose_audience, choose_day
from dashboard.components.release_preview import show_edition, show_offer
from dashboard.components.release_tables import history_table
from dashboard.components.short_answers import release_answer
from dashboard.pages.for_landlords import ALLIANTIE, PORTAAL
from dashboard.pages.for_municipality import GEMEENTE
from dashboard.session import Visit, open_visit
from dashboard.shown import Standing, State
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day
from pipelines.vocabulary.audiences import Audience

DECISIONS = {Audience.PORTAAL: PORTAAL, Audience.DE_ALLIANTIE: ALLIANTIE, Audience.GEMEENTE: GEMEENTE}


def show() -> None:
    """Write the page."""
    visit = open_visit()
    frame.head("release")
    if visit.empty:
        frame.nothing_yet(visit)
        return
    standings = releasing.all_standings(visit)
    frame.answer(release_answer(standings))
    show_outcome()
    frame.banner(visit)
    st.html(paragraph(say("release.how"), style="wp-lead"))
    audience = choose_audience()
    day = choose_day(visit, standings, audience=audience) if visit.audience is Audience.COORDINATOR else None
    preview = st.container()  # filled last: making a proposal takes seconds, and the page is whole before
    show_actions(visit, standings, audience=audience, as_of=day)
    st.header(say("release.history_title"), anchor=False)
    st.html(table(history_table(standings)) if standings else paragraph(say("release.history_none")))
    frame.footer(visit)
    with preview:
        if day is not None:
            show_offer(visit, audience=audience, as_of=day, decision=DECISIONS[audience])
        elif visit.audience is not Audience.COORDINATOR:
            _show_proposals(visit, standings, audience=audience)


def _show_proposals(visit: Visit, standings: tuple[Standing, ...], *, audience: Audience) -> None:
    for each in standings:
        if each.audience is audience and each.state is State.PROPOSED:
            st.header(say("release.proposed_title", id=each.id, day=long_day(each.as_of)), anchor=False)
            show_edition(visit, releasing.frozen(visit, each.id), decision=DECISIONS[audience])
