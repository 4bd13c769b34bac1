"""Deelname: who takes part, how that grew, and where it will probably end."""

import streamlit as st

from dashboard.charts.growing import growth_exhibit
from dashboard.charts.shares_exhibit import reach_exhibit
from dashboard.components import choice_bar, exhibit_view, frame
from dashboard.components.counts_over_time import growth_counts
from dashboard.components.finding_cards import figure_cards, main_finding
from dashboard.components.markup import cards
from dashboard.components.short_answers import participation_answer
from dashboard.session import open_visit
from dashboard.words.catalogue import say

FIGURES = (
    "participating_tenants",
    "participating_care_clients",
    "active_helpers",
    "members_total",
    "member_share_services",
    "reach_landlord_homes",
)
GROWING = ("participating_tenants", "participating_care_clients")
REACH = ("member_share_services", "reach_landlord_homes")


def show() -> None:
    """Write the page."""
    visit = open_visit()
    frame.head("participation")
    if visit.empty:
        frame.nothing_yet(visit)
        return
    choices = choice_bar.read(visit)
    question = choices.question(as_of=visit.as_of)
    released = visit.answers(FIGURES, choices=choices)
    frame.answer(participation_answer(released))
    frame.banner(visit)
    choice_bar.show(visit, page="/deelname", choices=choices)
    st.header(say("participation.cards"), anchor=False)
    st.html(cards(figure_cards(released, FIGURES, links=False)))
    growing = () if visit.outside else GROWING
    counts = growth_counts(visit, codes=growing, question=question)
    stamp = frame.stamp(question.as_of)
    for code in growing:
        finding = main_finding(released, code)
        if finding is not None:
            made = growth_exhibit(
                finding, counts[code], start=choices.period.first, end=choices.period.last,
                period=choices.period.label.lower(),
            )  # fmt: skip
            exhibit_view.show(made, stamp=stamp)
    reach = tuple(found for code in REACH if (found := main_finding(released, code)) is not None)
    if reach:
        exhibit_view.show(reach_exhibit(reach, period=choices.period.label.lower()), stamp=stamp)
    frame.footer(visit)
