"""Overzicht: the thirteen headline figures as cards, and whether the targets are met."""

import streamlit as st

from dashboard.components import choice_bar, frame
from dashboard.components.figure_cards import figure_cards, targets_table
from dashboard.components.markup import cards, paragraph, table
from dashboard.components.short_answers import overview_answer
from dashboard.session import open_visit
from dashboard.words.catalogue import say

GROUPS = {
    "reach": ("A1", "A2", "A3"),
    "jobs": ("B3", "B6", "G1"),
    "care": ("D1", "D3", "F1", "G4"),
    "together": ("C1", "E2", "H4"),
}
HEADLINE = tuple(identity for group in GROUPS.values() for identity in group)


def show() -> None:
    """Write the page."""
    visit = open_visit()
    frame.head("overview")
    if visit.empty:
        frame.nothing_yet(visit)
        return
    choices = choice_bar.read(visit)
    released = visit.answers(HEADLINE, choices=choices)
    frame.answer(overview_answer(released, visit=visit))
    frame.banner(visit)
    choice_bar.show(visit, page="/", choices=choices)
    for name, identities in GROUPS.items():
        made = figure_cards(released, identities, query=choices.query())
        if made:
            st.header(say(f"overview.groups.{name}"), anchor=False)
            st.html(cards(made))
    st.header(say("overview.table_title"), anchor=False)
    st.html(paragraph(say("overview.how"), style="wp-lead") + table(targets_table(released, HEADLINE)))
    frame.footer(visit)
