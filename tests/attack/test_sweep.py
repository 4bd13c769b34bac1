"""Every reader, every page, every world, every choice: what travels holds nobody, no small group, no split of others.

The checks ask for every page of every reader, and for a sample of worlds and choices in which every two meet; the
complete product is asked for by `make test-sweep`.
"""

import pytest

from tests.attack.conftest import WORLD
from tests.lib.browser import served
from tests.lib.compiled import compiled_home
from tests.lib.editions_for_all import FIRST, SECOND
from tests.lib.page_content import Content, TableRead
from tests.lib.people import named, pseudonyms, who
from tests.lib.published import FIRST_DAY, published_home
from tests.lib.socket import window
from tests.lib.sweep import (
    CHOOSING,
    READERS,
    WRITTEN_BY_HAND,
    Heard,
    View,
    covering,
    every_view,
    hear_each,
    hear_pages,
    known_to_all,
)
from tests.lib.too_much import PLACES, complaints
from tests.lib.worlds import world_as_of

pytestmark = pytest.mark.xdist_group("socket")

OTHERS = ("overloaded", "tiny", "first_month")
SAMPLE = covering(OTHERS)


@pytest.mark.parametrize("reader", READERS)
def test_reader_gets_nothing_on_any_page_that_is_not_theirs(address, reader):
    heard = list(hear_pages(address, reader))
    assert len(heard) > 10
    assert sum(len(one.raw) for one in heard) > 50_000
    assert complaints(heard, world=WORLD, exact=known_to_all(WORLD, FIRST, SECOND)) == []


OWN_OF_STREAMLIT = (
    "/", "/deelname", "/_stcore/health", "/_stcore/host-config", "/_stcore/allowed-message-origins", "/gezond",
    "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/bidi-components/x", "/media/", "/eigen/nl.js",
)  # fmt: skip


def test_endpoints_of_streamlit_tell_nothing(address):
    with window(address) as opened:
        opened.ask("deelname", query="publiek=commissie")
        told = b"\n".join(opened.fetch(path).content for path in OWN_OF_STREAMLIT)
    assert who(told, world=WORLD) == []
    assert [place for place in PLACES if place in told] == []


def test_words_no_page_offers_are_ignored(address):
    (plain,) = hear_each(address, [View("commissie", "klachten")])
    views = [View("commissie", "klachten", besides=query) for query in WRITTEN_BY_HAND]
    for heard in hear_each(address, views):
        assert heard.content.tables == plain.content.tables, heard.view


@pytest.mark.parametrize("world", OTHERS)
def test_committee_gets_nobody_and_no_few_whatever_it_chooses(world):
    with served(compiled_home(world), as_of=world_as_of(world)) as address:
        heard = list(hear_each(address, SAMPLE[world]))
    assert len(named(world)) > 20
    assert len(pseudonyms(world)) > 5
    assert complaints(heard, world=world, exact=known_to_all(world)) == []


def test_page_without_data_tells_what_is_needed_and_nothing_else():
    world = "nothing_yet"
    with served(compiled_home(world), as_of=world_as_of(world)) as address:
        heard = list(
            hear_each(
                address, [View("gemeente", "gemeente"), *(View("commissie", page) for page in CHOOSING)]
            )
        )
    told = b"\n".join(one.raw for one in heard)
    assert [place for place in PLACES if place in told] == []
    assert [table.caption for one in heard for table in one.content.tables] == []


SAID = (
    ("text", "2 helpers hebben een signaal", "few"), ("text", "3 van de 4 klussen", "few"),
    ("text", "Loopt nog: 1 aanvraag.", "few"), ("text", "Traceback (most recent call last)", "broken"),
    ("row", ("Overig", "12"), "another landlord"), ("row", ("Januari", "3"), "few"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "said", "found"), SAID)
def test_judge_hears_what_may_not_be_said(kind, said, found):
    table = TableRead("Klussen", ("Wat", "Aantal"), (said,)) if kind == "row" else None
    content = Content(texts=() if table else (said,), tables=(table,) if table else ())
    heard = Heard(View("portaal", "klussen"), content, b"")
    (complaint,) = complaints([heard], world=WORLD, exact={})
    assert found in complaint


def test_judge_lets_an_edition_promise_what_everybody_may_know_and_nothing_else():
    table = TableRead(
        "Aantal huurders in elke editie", ("Dag", "Aantal"), (("31 mei", "8"), ("30 juni", "9"))
    )
    heard = Heard(View("portaal", "corporatie"), Content(tables=(table,)), b"")
    (complaint,) = complaints([heard], world=WORLD, exact={"huurder": {8}})
    assert "Aantal 9 of 30 juni" in complaint


def test_judge_knows_names_codes_places_and_hidden_splits():
    told = sorted(named(WORLD))[0] + b" " + sorted(pseudonyms(WORLD))[0] + b" " + PLACES[0]
    split = TableRead("Klussen die klaar zijn, naar soort", ("Soort klus", "Klussen"), (("tuin", "30"),))
    heard = Heard(View("de_alliantie", "klussen"), Content(tables=(split,)), told)
    assert len(complaints([heard], world=WORLD, exact={})) >= 4


def test_sample_has_every_page_in_every_world_and_every_kind_of_choice():
    views = [view for world in OTHERS for view in SAMPLE[world]]
    assert len({(world, view.page) for world in OTHERS for view in SAMPLE[world]}) == 8 * len(OTHERS)
    assert {view.part for view in views} >= {"alles", "klussen", "zorg"}
    assert any(view.besides for view in views)
    assert len({view.period for view in views}) >= 8


@pytest.mark.exhaustive
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("world", [WORLD, "behind", *OTHERS])
def test_every_view_of_every_world(world, reader):
    exact = known_to_all(world, min(FIRST_DAY, world_as_of(world)))
    with served(published_home(world), as_of=world_as_of(world)) as address:
        with window(address) as opened:
            pages = list(opened.ask(query=f"publiek={reader}").pages)
        found = []
        views = list(every_view(world, reader=reader, pages=pages))
        for heard in hear_each(address, views):
            found += complaints([heard], world=world, exact=exact)
    assert found == []
