"""What somebody sees who may not see figures, or not yet: one sentence, and how to get in."""

import streamlit as st

from dashboard.components import frame, who
from dashboard.components.markup import paragraph
from dashboard.login import Door
from dashboard.words.catalogue import say

MAY_LOG_IN = {Door.STRANGER: "access.log_in", Door.ENDED: "access.log_in_again"}
MAY_LOG_OUT = {Door.UNVERIFIED, Door.NO_ROLE}


def words(door: Door) -> str:
    """Return where the texts of this door stand."""
    return f"access.door.{door.value}"


def show(door: Door) -> None:
    """Write the page."""
    frame.head(words(door))
    frame.answer(say(f"{words(door)}.answer"))
    if more := say(f"{words(door)}.more"):
        st.html(paragraph(more, style="wp-lead"))
    if door in MAY_LOG_IN:
        st.button(say(MAY_LOG_IN[door]), on_click=st.login, type="primary")
    if door in MAY_LOG_OUT:
        who.leave()
    frame.links(frame.FOR_EVERYONE)
