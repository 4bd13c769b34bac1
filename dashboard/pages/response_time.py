"""Reactietijd: how fast people are helped, step by step, with those who still wait."""

import streamlit as st

from dashboard.charts.breakdown import parts_exhibit
from dashboard.charts.month_by_month import monthly_exhibit
from dashboard.charts.shares_exhibit import promises_exhibit
from dashboard.charts.waiting_time import waiting_exhibit
from dashboard.choices import STEPS
from dashboard.components import choice_bar, exhibit_view, frame
from dashboard.components.finding_cards import figure_cards, main_finding, main_findings
from dashboard.components.markup import cards
from dashboard.components.short_answers import response_answer
from dashboard.session import open_visit
from dashboard.words.catalogue import say

FIGURES = (
    "job_first_response",
    "job_time_to_appointment",
    "job_lead_time",
    "time_to_match",
    "care_wait_time",
    "contact_first_answer",
    "jobs_open_age",
    "care_waiting_list",
)
OPEN = ("jobs_open_age", "care_waiting_list")
PROMISES = ("job_first_response", "job_time_to_appointment", "job_lead_time", "contact_first_answer")


def show() -> None:
    """Write the page."""
    visit = open_visit()
    frame.head("response_time")
    if visit.empty:
        frame.nothing_yet(visit)
        return
    choices = choice_bar.read(visit)
    released = visit.answers(FIGURES, choices=choices)
    frame.answer(response_answer(released))
    frame.banner(visit)
    choice_bar.show(visit, page="/reactietijd", choices=choices, with_step=True)
    period = choices.period.label.lower()
    stamp = frame.stamp(released.question.as_of)
    step = main_finding(released, STEPS[choices.step])
    if step is not None:
        exhibit_view.show(waiting_exhibit(step, period=period, of_edition=visit.outside), stamp=stamp)
    promises = main_findings(released, PROMISES)
    rest = [
        *([monthly_exhibit(step, period=period)] if step is not None else []),
        *([promises_exhibit(promises, period=period)] if promises else []),
        *(parts_exhibit(one, by="age_band", period=period) for one in main_findings(released, OPEN)[:1]),
    ]
    exhibit_view.show_all(rest, stamp=stamp, outside=visit.outside)
    st.header(say("response_time.cards"), anchor=False)
    st.html(cards(figure_cards(released, FIGURES, links=False)))
    frame.footer(visit)
