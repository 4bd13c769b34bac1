"""Which pages there are and what their addresses are; each page is one question."""

from collections.abc import Callable

import streamlit as st

from dashboard.pages import overview, participation, response_time
from dashboard.words.catalogue import say

VISIBLE: dict[str, tuple[str, Callable[[], None]]] = {
    "": ("overview", overview.show),
    "deelname": ("participation", participation.show),
    "reactietijd": ("response_time", response_time.show),
}


def show() -> None:
    """Run the page asked for, with its question as the title of the document."""
    pages = [
        st.Page(write, title=say(f"{name}.menu"), url_path=address, default=not address)
        for address, (name, write) in VISIBLE.items()
    ]
    page = st.navigation(pages, position="top")
    name = next(name for address, (name, _write) in VISIBLE.items() if address == page.url_path)
    st.set_page_config(page_title=say("pages.title", question=say(f"{name}.question")), layout="wide")
    page.run()
