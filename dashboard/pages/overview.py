"""Overzicht: the thirteen headline figures as cards, and whether the targets are met."""

import streamlit as st

from dashboard.components import choice_bar, frame
from dashboard.components.finding_cards import figure_cards, has_course, targets_table
from dashboard.components.markup import cards, paragraph, table
from dashboard.components.short_answers import overview_answer
from dashboard.session import open_visit
from dashboard.words.catalogue import say

GROUPS = {
    "reach": ("participating_tenants", "participating_care_clients", "active_helpers"),
    "jobs": ("job_lead_time", "job_unfulfilled_rate", "job_grade"),
    "care": ("care_wait_time", "visit_reliability", "vog_coverage_visits", "ceo_quality_agree"),
    "together": ("match_rate_14d", "helpers_at_risk", "complaint_in_term"),
}
HEADLINE = tuple(code for group in GROUPS.values() for code in group)


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
    for name, codes in GROUPS.items():
        made = figure_cards(released, codes, query=choices.query())
        if made:
            st.header(say(f"overview.groups.{name}"), anchor=False)
            st.html(cards(made))
    st.header(say("overview.table_title"), anchor=False)
    how = [say("overview.how"), *([say("overview.how_course")] if has_course(released) else [])]
    st.html(paragraph(" ".join(how), style="wp-lead") + table(targets_table(released, HEADLINE)))
    frame.footer(visit)
