"""The one button that hands out a file: only to the browser that asked, and only while its reader may have it."""

from collections.abc import Callable

import streamlit as st

from dashboard.access import served_home
from dashboard.handed_out import guarded
from dashboard.login import current_reader


def download(label: str, make: Callable[[], bytes], *, file_name: str, mime: str, key: str) -> None:
    """Write the button; the file is made when it is pressed, after asking again whether the reader may have it."""
    home = served_home()
    made = guarded(make, reader=current_reader(home), home=home)
    st.download_button(label, made, file_name=file_name, mime=mime, on_click="ignore", key=key)
