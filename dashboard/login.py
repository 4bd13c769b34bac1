"""Who is looking at the pages now: logged in, at this computer, or with an invented role in the demo."""

import os

import streamlit as st

from dashboard import access
from dashboard.access import COORDINATOR_HERE, DEMO_READERS, LOG_IN, ON_THIS_MACHINE, Reader
from pipelines.store.home import Home
from pipelines.store.publication import current
from pipelines.vocabulary.audiences import Audience

VIEW_AS = "publiek"  # the demo's choice of a role: name in the session


def current_reader(home: Home) -> Reader | None:
    """Return who is looking; None for somebody without a role, and for everybody where nothing was arranged."""
    if LOG_IN in access.settings(home):
        return None
    if ON_THIS_MACHINE in os.environ:
        return COORDINATOR_HERE
    if home.is_demo:
        return DEMO_READERS[Audience(st.session_state.get(VIEW_AS, Audience.COMMISSIE.value))]
    return DEMO_READERS[Audience.COMMISSIE] if current(home) is None else None
