"""A page that serves a decision: question, short answer, the questions with their evidence, what is not known yet."""

import streamlit as st

from dashboard.choices import EVERYTHING, Choices
from dashboard.components import frame
from dashboard.components.decision_topics import (
    Decision,
    all_open,
    pilot_calendar,
    short_answer,
    show_open,
    show_topics,
)
from dashboard.components.markup import paragraph
from dashboard.session import Visit, open_visit
from dashboard.words.catalogue import say


def show_decision(decision: Decision) -> None:
    """Write the page, about the whole pilot up to the day of the figures."""
    visit = open_visit()
    frame.head(decision.words)
    if visit.empty:
        frame.nothing_yet(visit)
        return
    history = visit.history(decision.figures)
    released = history[-1]
    points = all_open(released, decision, visit=visit)
    frame.answer(short_answer(released, decision, open_count=len(points)))
    frame.banner(visit)
    st.html(paragraph(say(f"{decision.words}.note"), style="wp-lead"))
    show_topics(history, decision, pilot=pilot_calendar(visit, as_of=released.question.as_of))
    show_open(points)
    frame.footer(visit)


def whole_pilot(visit: Visit) -> Choices:
    """Return the choices of a page without choices: the whole pilot, everything."""
    return Choices(period=visit.periods()[0], part=EVERYTHING)
