"""A page of outcomes: question, short answer, banner, choices, exhibits, and every figure as a card."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from dashboard.components import choice_bar, exhibit_view, frame
from dashboard.components.finding_cards import figure_cards
from dashboard.components.markup import cards, paragraph
from dashboard.components.short_answers import told
from dashboard.exhibit import Exhibit
from dashboard.session import open_visit
from dashboard.shown import Released
from dashboard.words.catalogue import say

Exhibits = Callable[[Released, str], list[Exhibit]]


@dataclass(frozen=True, kw_only=True)
class Outcomes:
    """What a page of outcomes asks. `told`: figures the short answer is made of; `part`: the only part it is about.

    `about`: a figure and what it is split by, where the answer is about what is most.
    """

    words: str
    address: str
    figures: tuple[str, ...]
    told: tuple[str, ...]
    part: str = ""
    about: tuple[str, str] | None = None


def show_outcomes(page: Outcomes, *, exhibits: Exhibits) -> None:
    """Write the page. `exhibits` makes its drawings from the released answers and the words of the period."""
    visit = open_visit()
    frame.head(page.words)
    if visit.empty:
        frame.nothing_yet(visit)
        return
    choices = choice_bar.read(visit)
    asked = replace(choices, part=page.part) if page.part else choices
    released = visit.answers(page.figures, choices=asked)
    frame.answer(told(released, page.told, page=page.words, about=page.about))
    frame.banner(visit)
    choice_bar.show(visit, page=page.address, choices=asked, with_part=not page.part)
    note = say(f"{page.words}.note")
    if note:
        st.html(paragraph(note, style="wp-lead"))
    made = exhibits(released, choices.period.label.lower())
    exhibit_view.show_all(made, stamp=frame.stamp(released.question.as_of), outside=visit.outside)
    st.header(say(f"{page.words}.cards"), anchor=False)
    st.html(cards(figure_cards(released, page.figures, links=False)))
    frame.footer(visit)
