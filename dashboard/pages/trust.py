"""Vertrouwen: how complete the data are, what was received when, what changed afterwards, and how we count."""

import streamlit as st

from dashboard.components import frame
from dashboard.components.decision_page import whole_pilot
from dashboard.components.finding_cards import figure_cards
from dashboard.components.markup import cards, definitions, paragraph, table
from dashboard.components.received_records import sources_table
from dashboard.components.short_answers import trust_answer
from dashboard.session import Visit, open_visit
from dashboard.shown import Released
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import long_day

FIGURES = ("record_completeness", "duplicate_rate", "time_of_day_known", "feedback_response_rate")


def show() -> None:
    """Write the page."""
    visit = open_visit()
    frame.head("trust")
    if visit.empty:
        frame.nothing_yet(visit)
        return
    released = visit.answers(FIGURES, choices=whole_pilot(visit))
    frame.answer(trust_answer(released))
    frame.banner(visit)
    st.header(say("trust.cards_title"), anchor=False)
    st.html(cards(figure_cards(released, FIGURES, links=False)))
    _show_received(visit, released)
    _show_methods()
    frame.footer(visit)


def _show_received(visit: Visit, released: Released) -> None:
    st.header(say("trust.received_title"), anchor=False)
    if visit.audience.external:
        st.html(paragraph(say("trust.received_elsewhere", day=long_day(visit.as_of)), style="wp-read"))
        return
    rows = table(sources_table(visit.received(), released))
    st.html(paragraph(say("trust.received_lead"), style="wp-lead") + rows)


def _show_methods() -> None:
    words = texts("trust")["methods"]
    st.header(words["title"], anchor=False)
    st.html(definitions([(term, (text,)) for term, text in words["plain"]]))
    with st.expander(words["experts"]):
        st.html(
            paragraph(words["experts_lead"]) + definitions([(term, (text,)) for term, text in words["named"]])
        )
