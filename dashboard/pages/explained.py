"""Pages that explain, in the footer and not in the menu: words and figures, accessibility, privacy."""

import streamlit as st

from dashboard.components import frame
from dashboard.components.glossary import figure_entries
from dashboard.components.markup import definitions, paragraph
from dashboard.session import Visit, open_visit
from dashboard.words.catalogue import say, texts


def show_words() -> None:
    """Write what the words and the figures mean."""
    words = texts("explained")["begrippen"]
    visit = _begin("begrippen")
    st.header(words["words_title"], anchor=False)
    st.html(definitions([(term, (text,)) for term, text in words["terms"]]))
    st.header(words["figures_title"], anchor=False)
    st.html(definitions(figure_entries()))
    frame.footer(visit)


def show_accessibility() -> None:
    """Write what works for everyone and what does not yet."""
    _sections("toegankelijkheid")


def show_privacy() -> None:
    """Write what happens with people's data."""
    _sections("privacy")


def _sections(page: str) -> None:
    visit = _begin(page)
    for title, text in texts("explained")[page]["sections"]:
        st.header(title, anchor=False)
        st.html(paragraph(text, style="wp-read"))
    frame.footer(visit)


def _begin(page: str) -> Visit:
    visit = open_visit()
    frame.head(f"explained.{page}")
    frame.answer(say(f"explained.{page}.answer"))
    frame.ribbon(visit)
    return visit
