"""Which pages there are, what their addresses are and who may see them; each page is one question."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st

from dashboard.access import Reader, served_home
from dashboard.components import frame, who
from dashboard.login import VIEW_AS, Door, at_the_door
from dashboard.pages import (
    care,
    complaints,
    door,
    explained,
    for_landlords,
    for_municipality,
    jobs,
    matching,
    overview,
    participation,
    release,
    response_time,
    rows,
    trust,
    workload,
)
from dashboard.rights import may_open
from dashboard.words.catalogue import say
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import WerkplaatsError


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page with its address; `words` is where its texts stand. Hidden pages are linked from the footer.

    `only`: the one audience it is written for, where an address has a page for each; otherwise `rights` says who may
    see it. `public`: also for people without a role.
    """

    address: str
    words: str
    write: Callable[[], None]
    only: Audience | None = None
    public: bool = False
    visibility: Literal["visible", "hidden"] = "visible"

    @property
    def audiences(self) -> frozenset[Audience]:
        """Who may see the page; for all others it does not exist."""
        allowed = {audience for audience in Audience if may_open(audience, self.address)}
        return frozenset(allowed if self.only is None else allowed & {self.only})


PLACES = (
    Place(address="", words="overview", write=overview.show),
    Place(address="deelname", words="participation", write=participation.show),
    Place(address="klussen", words="jobs", write=jobs.show),
    Place(address="zorg", words="care", write=care.show),
    Place(address="reactietijd", words="response_time", write=response_time.show),
    Place(address="match", words="matching", write=matching.show),
    Place(address="klachten", words="complaints", write=complaints.show),
    Place(address="belasting", words="workload", write=workload.show),
    Place(
        address="corporatie", words="for_portaal", write=for_landlords.show_portaal,
        only=Audience.PORTAAL,
    ),
    Place(
        address="corporatie", words="for_alliantie", write=for_landlords.show_alliantie,
        only=Audience.DE_ALLIANTIE,
    ),
    Place(
        address="gemeente", words="for_gemeente", write=for_municipality.show,
        only=Audience.GEMEENTE,
    ),
    Place(address="vrijgeven", words="release", write=release.show),
    Place(address="regels", words="rows", write=rows.show, visibility="hidden"),
    Place(address="vertrouwen", words="trust", write=trust.show, visibility="hidden"),
    Place(address="begrippen", words="explained.begrippen", write=explained.show_words, visibility="hidden"),
    Place(
        address="toegankelijkheid", words="explained.toegankelijkheid",
        write=explained.show_accessibility, visibility="hidden", public=True,
    ),
    Place(
        address="privacy", words="explained.privacy", write=explained.show_privacy,
        visibility="hidden", public=True,
    ),
)  # fmt: skip


def show() -> None:
    """Run the page asked for, if this reader may see it, with its question as the title of the document."""
    home = served_home()
    _choose_role(home)
    try:
        state, reader = at_the_door(home)
    except WerkplaatsError as error:
        _run((_door(Door.CLOSED, address=""),), reader=None, home=home, trouble=error)
        return
    _run(places_for(reader) if reader else places_without_role(state), reader=reader, home=home)


def places_for(reader: Reader) -> tuple[Place, ...]:
    """Return the pages this reader may see; the others do not exist for them."""
    return tuple(place for place in PLACES if reader.audience in place.audiences)


def places_without_role(state: Door) -> tuple[Place, ...]:
    """Return the pages of somebody without a role: what is public, and the door at every other address."""
    found = {
        place.address: place if place.public else _door(state, address=place.address) for place in PLACES
    }
    return tuple(found.values())


def _door(state: Door, *, address: str) -> Place:
    write = partial(door.show, state)
    return Place(address=address, words=door.words(state), write=write, visibility="hidden")


def _run(
    places: tuple[Place, ...], *, reader: Reader | None, home: Home, trouble: WerkplaatsError | None = None
) -> None:
    page = st.navigation([_page(place) for place in places], position="top")
    place = next(place for place in places if place.address == page.url_path)
    question = say(f"{place.words}.question")
    st.set_page_config(page_title=say("pages.title", question=question), layout="wide")
    if reader is not None:
        who.show(reader, home=home)
    try:
        page.run()
    except WerkplaatsError as error:
        trouble = error
    if trouble is not None:
        frame.trouble(trouble)


def _choose_role(home: Home) -> None:
    """Take the demo's role from the address, once: outside the demo nobody looks as somebody else."""
    if VIEW_AS in st.session_state or not home.is_demo:
        return
    asked = st.query_params.get(VIEW_AS, "")
    known = {audience.value for audience in Audience}
    st.session_state[VIEW_AS] = asked if asked in known else Audience.COMMISSIE.value


def _page(place: Place) -> st.Page:
    return st.Page(
        place.write,
        title=say(f"{place.words}.menu"),
        url_path=place.address,
        default=not place.address,
        visibility=place.visibility,
    )
