"""Pages of readers outside and of the release desk, without a browser: the empty world first, then editions."""

import re
import shutil

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import ask
from dashboard.words.catalogue import say, texts
from pipelines.release import publishing
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from tests.lib.compiled import compiled_home
from tests.lib.editions_for_all import FIRST, SECOND, desk_home
from tests.lib.worlds import world_as_of, world_copy

OWN = {
    Audience.PORTAAL: ("for_landlords", "show_portaal", "for_portaal"),
    Audience.DE_ALLIANTIE: ("for_landlords", "show_alliantie", "for_alliantie"),
    Audience.GEMEENTE: ("for_municipality", "show", "for_gemeente"),
}
DAY = world_as_of("on_course")


@pytest.fixture
def at(monkeypatch):
    def opened(home, audience, *, module, function="show"):
        monkeypatch.setenv("WERKPLAATS_HOME", str(home))
        monkeypatch.setenv("WERKPLAATS_AS_OF", DAY.isoformat())
        source = f"from dashboard.pages import {module}\n{module}.{function}()\n"
        script = AppTest.from_string(source, default_timeout=120)
        script.session_state["publiek"] = audience.value
        return script.run()

    return opened


def html(page):
    return "".join(block.proto.body for block in page.get("html"))


def text(page):
    return re.sub(r"<[^>]+>", " ", html(page))


@pytest.mark.parametrize("audience", OWN)
@pytest.mark.parametrize("world", ["nothing_yet", "on_course"])
def test_without_an_edition_a_reader_outside_sees_that_none_is_ready(at, world, audience):
    module, function, words = OWN[audience]
    page = at(compiled_home(world), audience, module=module, function=function)
    assert not page.exception
    assert page.title[0].value == say(f"{words}.question")
    assert say("pages.no_edition_answer") in text(page)
    assert "werkplaats template" not in text(page)


@pytest.mark.parametrize(
    "module", ["overview", "participation", "care", "response_time", "complaints", "trust"]
)
def test_other_pages_without_an_edition_say_the_same(at, module):
    page = at(compiled_home("on_course"), Audience.PORTAAL, module=module)
    assert not page.exception
    assert say("pages.no_edition_answer") in text(page)


@pytest.mark.parametrize("audience", OWN)
def test_own_page_is_made_of_the_edition_and_ends_in_what_is_not_known(at, audience):
    module, function, words = OWN[audience]
    page = at(desk_home("on_course"), audience, module=module, function=function)
    assert not page.exception
    day = {Audience.PORTAAL: "30 augustus 2026"}.get(audience, "31 mei 2026")
    assert f"Cijfers tot en met {day}" in text(page)
    asked = {entry["question"] for entry in texts(words)["topics"].values()}
    assert {sub.value for sub in page.subheader} == asked
    assert page.header[-1].value == say("decisions.open_title")
    assert "Wanneer wel?" in html(page).split(say("decisions.open_lead"))[1]


@pytest.mark.parametrize("world", ["tiny", "behind"])
def test_own_page_shows_a_small_and_a_bad_year(at, monkeypatch, world):
    made, _ = publishing.preview(Home(compiled_home(world)), audience=Audience.GEMEENTE, as_of=SECOND)
    monkeypatch.setattr(ask, "released_editions", lambda home, audience: (made,))
    page = at(compiled_home(world), Audience.GEMEENTE, module="for_municipality")
    assert not page.exception
    said = {"tiny": "Hierover tonen we niets", "behind": "aangetoond niet gehaald"}
    assert said[world] in text(page)


@pytest.mark.parametrize(
    "module", ["overview", "participation", "care", "response_time", "matching", "complaints"]
)
def test_pages_of_an_edition_offer_no_choice_of_period_or_part(at, module):
    page = at(desk_home("on_course"), Audience.GEMEENTE, module=module)
    assert not page.exception
    assert page.get("button_group") == []
    assert [box.key for box in page.selectbox] == (["stap"] if module == "response_time" else [])


class TestReleaseDesk:
    def test_before_the_first_quarter_there_is_nothing_to_propose(self, at, tmp_path):
        for role in (Audience.COORDINATOR, Audience.COMMISSIE):
            page = at(compiled_home("nothing_yet"), role, module="release")
            assert not page.exception
            assert say("pages.nothing_answer") in text(page)

    def test_committee_sees_the_proposal_but_not_why_something_is_hidden(self, at):
        page = at(desk_home("on_course"), Audience.COMMISSIE, module="release")
        assert not page.exception
        assert "1 voorstel wacht op een commissielid." in text(page)
        page.get("button_group")[0].set_value("gemeente").run()
        assert not page.exception
        assert "Vrij: " in text(page)
        assert say("release.held_title") not in [sub.value for sub in page.subheader]
        assert [one.label for one in page.button][:1] == [say("release.approve", id="gemeente-2026-2")]

    def test_coordinator_sees_why_and_may_not_approve(self, at):
        page = at(desk_home("on_course"), Audience.COORDINATOR, module="release")
        assert not page.exception
        assert say("release.held_title") in [sub.value for sub in page.subheader]
        assert say("release.propose") in [one.label for one in page.button]
        assert not [one for one in page.button if one.label.startswith("Keur")]

    def test_proposal_approval_and_withdrawal_in_the_app(self, at, tmp_path):
        home = shutil.copytree(desk_home("on_course"), tmp_path / "home", symlinks=True)
        page = at(home, Audience.COMMISSIE, module="release")
        page.get("button_group")[0].set_value("gemeente").run()
        page.button[0].click().run()
        assert say("release.approved", id="gemeente-2026-2") in text(page)
        assert publishing.latest(Home(home), Audience.GEMEENTE).as_of == SECOND
        page.text_input[0].set_value("dubbel geteld")
        next(one for one in page.button if one.label.startswith("Trek")).click().run()
        assert publishing.latest(Home(home), Audience.GEMEENTE).as_of == FIRST
        assert "dubbel geteld" in text(page)


def test_corrections_of_all_editions_stand_on_the_page_of_trust(at):
    inside = at(desk_home("on_course"), Audience.COMMISSIE, module="trust")
    assert not inside.exception
    assert say("trust.corrections.title") in [one.value for one in inside.header]
    assert say("trust.policy.title") in [one.value for one in inside.header]
    assert "Kleinste groep die de commissie ziet" in text(inside)
    alone = at(desk_home("on_course"), Audience.GEMEENTE, module="trust")
    assert say("trust.corrections.none_yet") in text(alone)
    assert say("trust.received_lead") not in text(alone)
    assert say("trust.policy.title") not in [one.value for one in alone.header]


def test_a_home_of_real_people_opens_the_desk_for_nobody_without_a_role(at, tmp_path):
    home = world_copy("nothing_yet", tmp_path)
    Home(home).demo_key.unlink()
    page = at(home, Audience.COORDINATOR, module="release")
    assert page.exception or say("release.act_title") not in [one.value for one in page.header]
