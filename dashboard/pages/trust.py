"""Vertrouwen: how complete the data are, what was received when, what changed afterwards, and how we count."""

import streamlit as st

from dashboard import releasing
from dashboard.components import frame
from dashboard.components.decision_page import whole_pilot
from dashboard.components.finding_cards import figure_cards
from dashboard.components.markup import cards
from dashboard.components.release_tables import changes_table
from dashboard.components.short_answers import trust_answer
from dashboard.components.trust_sections import (
    show_corrections,
    show_methods,
    show_openings,
    show_policy,
    show_received,
)
from dashboard.session import open_visit
from dashboard.words.catalogue import say

FIGURES = ("record_completeness", "duplicate_rate", "time_of_day_known", "feedback_response_rate")


def show() -> None:
    """Write the page."""
    visit = open_visit()
    frame.head("trust")
    if visit.empty:
        frame.nothing_yet(visit)
        return
    released = visit.answers(FIGURES, choices=whole_pilot(visit))
    editions = releasing.handed_out(visit)
    corrections = changes_table(editions, afterwards=True)
    newest = changes_table(editions[:1], afterwards=True)
    frame.answer(trust_answer(released, corrected=len(newest.rows)))
    frame.banner(visit)
    st.header(say("trust.cards_title"), anchor=False)
    st.html(cards(figure_cards(released, FIGURES, links=False)))
    show_received(visit, released)
    show_corrections(corrections, earlier=any(edition.previous for edition in editions))
    show_policy(visit)
    show_openings(visit)
    show_methods()
    frame.footer(visit)
