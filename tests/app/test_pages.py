"""Each page runs in each world without a browser: the empty world first, then with every choice."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.words.catalogue import say
from tests.lib.compiled import compiled_home
from tests.lib.places import PAGES as PLACES_IN_MENU
from tests.lib.worlds import world_as_of, world_copy

PAGES = tuple(PLACES_IN_MENU.values())
EXPLAINED = ("show_words", "show_accessibility", "show_privacy")


def page_of(module, function):
    """Return a script that shows one page; Streamlit runs its source, so the names are written into it."""
    return f"from dashboard.pages import {module}\n{module}.{function}()\n"


@pytest.fixture
def at(monkeypatch):
    def opened(home, module, *, as_of=None, function="show", **state):
        monkeypatch.setenv("WERKPLAATS_HOME", str(home))
        if as_of is not None:
            monkeypatch.setenv("WERKPLAATS_AS_OF", as_of.isoformat())
        script = AppTest.from_string(page_of(module, function), default_timeout=120)
        for name, value in state.items():
            script.session_state[name] = value
        return script.run()

    return opened


def html(page):
    return "".join(block.proto.body for block in page.get("html"))


def alts(page):
    return [chart.proto.alt for chart in page.get("vega_lite_chart")]


@pytest.mark.parametrize("module", PAGES)
def test_page_without_any_store_says_what_to_deliver_first(at, tmp_path, module):
    page = at(tmp_path / "nergens", module)
    assert not page.exception
    assert page.title[0].value == say(f"{module}.question")
    assert "werkplaats template" in html(page)


@pytest.mark.parametrize("module", PAGES)
def test_page_of_a_world_where_nothing_happened_yet_says_so(at, module):
    page = at(compiled_home("nothing_yet"), module, as_of=world_as_of("nothing_yet"))
    assert not page.exception
    assert "Er zijn nog geen cijfers" in html(page)
    assert alts(page) == []


@pytest.mark.parametrize("module", PAGES)
@pytest.mark.parametrize("world", ["on_course", "tiny", "behind", "overloaded"])
def test_page_shows_every_world(at, world, module):
    page = at(compiled_home(world), module, as_of=world_as_of(world))
    assert not page.exception
    assert "Kort antwoord" in html(page)
    assert all(40 <= len(alt) <= 300 for alt in alts(page))


@pytest.mark.parametrize("module", PAGES)
@pytest.mark.parametrize("part", ["klussen", "zorg"])
def test_page_shows_every_part_and_a_closed_period(at, module, part):
    world = compiled_home("on_course")
    page = at(
        world, module, as_of=world_as_of("on_course"), address_read=True, onderdeel=part, periode="kwartaal-2"
    )
    assert not page.exception
    assert "kwartaal-2" in html(page)


@pytest.mark.parametrize("step", ["reactie", "afspraak", "klaar", "helper", "bezoek"])
def test_every_step_has_its_curve(at, step):
    page = at(
        compiled_home("on_course"),
        "response_time",
        as_of=world_as_of("on_course"),
        address_read=True,
        stap=step,
    )
    assert not page.exception
    assert any(alt.startswith("Lijn van het deel") for alt in alts(page))


@pytest.mark.parametrize("step", ["reactie", "afspraak", "klaar"])
def test_a_year_of_jobs_has_a_chart_with_limits_that_names_what_it_sees(at, step):
    day = world_as_of("on_course")
    page = at(compiled_home("on_course"), "response_time", as_of=day, address_read=True, stap=step)
    drawn = [chart.proto for chart in page.get("vega_lite_chart") if chart.proto.alt.startswith("Punten van")]
    assert len(drawn) == 1
    assert "per 10 klussen of meer" in drawn[0].alt
    assert "We zien alleen gewone verschillen" in drawn[0].alt
    assert "Bovengrens van wat gewoon is" in drawn[0].spec


def test_small_groups_are_hidden_in_words_and_never_zero(at):
    page = at(compiled_home("tiny"), "overview", as_of=world_as_of("tiny"))
    assert "te weinig om te tonen" in html(page)
    assert "We tonen geen kleine groepen" in html(page)


@pytest.mark.parametrize("function", EXPLAINED)
def test_explaining_pages_need_no_data(at, tmp_path, function):
    page = at(tmp_path, "explained", function=function)
    assert not page.exception
    assert page.title[0].value.endswith("?")


def test_banner_warns_when_the_figures_are_old(at):
    page = at(compiled_home("on_course"), "overview", as_of=date(2026, 8, 30))
    assert "Cijfers tot en met 30 augustus 2026." in html(page)


@pytest.mark.parametrize(("module", "function"), [("overview", "show"), ("explained", "show_privacy")])
def test_people_of_the_demo_are_said_to_be_invented(at, tmp_path, module, function):
    home, day = world_copy("nothing_yet", tmp_path), world_as_of("nothing_yet")
    assert say("pages.demo") in html(at(home, module, as_of=day, function=function))
    (home / "private" / "demo.key").unlink()
    assert say("pages.demo") not in html(at(home, module, as_of=day, function=function))
