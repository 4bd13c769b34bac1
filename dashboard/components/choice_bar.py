"""The choices above the figures, kept for the session and written into the page's address."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.choices import EVERYTHING, PARTS, STEPS, STEPS_OF_PART, WHOLE_PILOT, Choices, chosen
from dashboard.components.markup import paragraph
from dashboard.session import Visit
from dashboard.words.catalogue import say, texts

FIELDS = ("periode", "onderdeel", "stap")


def read(visit: Visit) -> Choices:
    """Return the choices made so far: on the first view those in the address, after that those of the session.

    An edition is about the whole pilot and everything: a reader outside chooses the step of helping at most.
    """
    if "address_read" not in st.session_state:
        st.session_state["address_read"] = True
        for field in FIELDS:
            if field in st.query_params:
                st.session_state[field] = st.query_params[field]
    fields = ("stap",) if visit.outside else FIELDS
    wanted = {field: str(st.session_state[field]) for field in fields if st.session_state.get(field)}
    choices = chosen(wanted, offered=visit.periods())
    st.session_state["periode"], st.session_state["onderdeel"] = choices.period.key, choices.part
    st.session_state["stap"] = choices.step
    return choices


def show(
    visit: Visit, *, page: str, choices: Choices, with_step: bool = False, with_part: bool = True
) -> None:
    """Write the choices; a change runs the page again with them. A page about one part has no choice of part."""
    if visit.outside and not with_step:
        return
    labels = {period.key: period.label for period in visit.periods()}
    with_part = with_part and not visit.outside
    with st.container(horizontal=True, vertical_alignment="bottom", key="wp-choices"):
        if not visit.outside:
            st.selectbox(
                say("pages.period"), list(labels), format_func=lambda key: labels[key], key="periode",
                persist_state="session", width=320, filter_mode=None,
            )  # fmt: skip
        if with_part:
            st.segmented_control(
                say("pages.part"), list(PARTS), format_func=lambda key: say(f"pages.part_{key}"),
                key="onderdeel", required=True, persist_state="session",
            )  # fmt: skip
        if with_step:
            st.selectbox(
                say("pages.step"), STEPS_OF_PART[choices.part], format_func=step_label, key="stap",
                persist_state="session", width=300, filter_mode=None,
            )  # fmt: skip
        query = query_of(choices, with_step=with_step, with_part=with_part)
        if query:
            st.button(say("pages.clear"), on_click=_clear)
    st.html(
        f'<span data-wp-path="{escape(page)}" data-wp-query="{escape(query)}" hidden></span>'
        + paragraph(
            say("pages.chosen", period=choices.period.label, part=say(f"pages.part_{choices.part}")),
            style="wp-chosen",
        )
    )


def query_of(choices: Choices, *, with_step: bool, with_part: bool) -> str:
    """Return the choices this page uses as they stand in its address."""
    used = choices if with_part else replace(choices, part=EVERYTHING)
    return used.query() if with_step else replace(used, step="").query()


def step_label(step: str) -> str:
    """Return the name of a step of helping."""
    return str(texts("figures")[STEPS[step]]["step"])


def _clear() -> None:
    st.session_state["periode"], st.session_state["onderdeel"] = WHOLE_PILOT, EVERYTHING
    st.session_state["stap"] = STEPS_OF_PART[EVERYTHING][0]
