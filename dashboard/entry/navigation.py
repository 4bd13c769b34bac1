"""Which pages there are and what their addresses are; each page is one question."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from dashboard.components import frame
from dashboard.pages import (
    care,
    complaints,
    explained,
    jobs,
    matching,
    overview,
    participation,
    response_time,
    workload,
)
from dashboard.words.catalogue import say
from pipelines.vocabulary.errors import WerkplaatsError


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page with its address; `words` is where its texts stand. Hidden pages are linked from the footer."""

    address: str
    words: str
    write: Callable[[], None]
    visibility: Literal["visible", "hidden"] = "visible"


PLACES = (
    Place(address="", words="overview", write=overview.show),
    Place(address="deelname", words="participation", write=participation.show),
    Place(address="klussen", words="jobs", write=jobs.show),
    Place(address="zorg", words="care", write=care.show),
    Place(address="reactietijd", words="response_time", write=response_time.show),
    Place(address="match", words="matching", write=matching.show),
    Place(address="klachten", words="complaints", write=complaints.show),
    Place(address="belasting", words="workload", write=workload.show),
    Place(address="begrippen", words="explained.begrippen", write=explained.show_words, visibility="hidden"),
    Place(
        address="toegankelijkheid", words="explained.toegankelijkheid",
        write=explained.show_accessibility, visibility="hidden",
    ),
    Place(address="privacy", words="explained.privacy", write=explained.show_privacy, visibility="hidden"),
)  # fmt: skip


def show() -> None:
    """Run the page asked for, with its question as the title of the document."""
    page = st.navigation([_page(place) for place in PLACES], position="top")
    place = next(place for place in PLACES if place.address == page.url_path)
    question = say(f"{place.words}.question")
    st.set_page_config(page_title=say("pages.title", question=question), layout="wide")
    try:
        page.run()
    except WerkplaatsError as error:
        frame.trouble(error)


def _page(place: Place) -> st.Page:
    return st.Page(
        place.write,
        title=say(f"{place.words}.menu"),
        url_path=place.address,
        default=not place.address,
        visibility=place.visibility,
    )
