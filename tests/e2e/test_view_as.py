"""In the demo one can look as somebody else; with real data nobody can, whatever the address says."""

import re

import pytest

from dashboard.access import DEMO_READERS
from dashboard.entry.navigation import places_for
from dashboard.words.catalogue import say
from pipelines.vocabulary.audiences import Audience
from tests.e2e.test_pages import check_whole
from tests.lib.browser import served
from tests.lib.worlds import world_as_of, world_copy

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WORLD = "nothing_yet"


def menu(page):
    return page.get_by_test_id("stTopNavLink").all_inner_texts()


def menu_of(audience):
    own = places_for(DEMO_READERS[audience])
    return [say(f"{place.words}.menu") for place in own if place.visibility == "visible"]


def test_demo_shows_pages_as_somebody_else_sees_them_and_keeps_that(visit):
    watched = visit(WORLD)
    page = watched.open("/")
    assert menu(page) == menu_of(Audience.COMMISSIE)
    page.get_by_label("Bekijk als").click()
    page.get_by_role("option", name="Gemeente").click()
    page.wait_for_url(re.compile(r"/\?publiek=gemeente$"))
    watched.wait()
    assert menu(page) == menu_of(Audience.GEMEENTE)
    page.locator(".wp-foot").get_by_role("link", name="Begrippen").click()
    page.wait_for_url(re.compile(r"/begrippen\?publiek=gemeente$"))
    page.reload()
    watched.wait()
    assert menu(page) == menu_of(Audience.GEMEENTE)
    check_whole(watched, say("explained.begrippen.question"))


@pytest.mark.parametrize("asked", ["baas", "Coordinator", "<b>"])
def test_role_that_does_not_exist_is_the_committee(visit, asked):
    page = visit(WORLD).open(f"/begrippen?publiek={asked}")
    assert menu(page) == menu_of(Audience.COMMISSIE)


def test_real_data_know_one_reader_at_this_computer(visit, tmp_path):
    home = world_copy(WORLD, tmp_path)
    (home / "private" / "demo.key").unlink()
    options = ["--coordinator-on-this-machine"]
    with served(home, as_of=world_as_of(WORLD), options=options) as address:
        page = visit(WORLD, address=address).open("/begrippen?publiek=portaal")
        assert menu(page) == menu_of(Audience.COORDINATOR)
        assert page.get_by_label("Bekijk als").count() == 0
        assert say("pages.demo") not in page.content()


def test_coordinator_opens_the_rows_behind_a_figure_with_a_reason(visit, output):
    watched = visit("tiny")
    page = watched.open("/deelname?publiek=coordinator")
    page.get_by_role("link", name="Bekijk de regels: Deelnemende huurders").click()
    page.wait_for_url(re.compile(r"/regels\?cijfer=participating_tenants&publiek=coordinator$"))
    watched.wait()
    assert page.locator(".wp-table").count() == 0
    page.get_by_role("button", name="Toon de regels met namen").click()
    page.get_by_text("Kies eerst waarom je de regels bekijkt.").wait_for()
    page.get_by_text("controle", exact=True).click()
    page.get_by_role("button", name="Toon de regels met namen").click()
    page.locator(".wp-table").wait_for()
    watched.wait()
    said = page.locator(".wp-answer").inner_text()
    assert f"{page.locator('.wp-table tbody tr').count()} regels zitten achter dit cijfer" in said
    check_whole(watched, say("rows.question"))
    page.screenshot(path=output / "rows.png")
    page.set_viewport_size({"width": 390, "height": 900})
    check_whole(watched, say("rows.question"))
    page.screenshot(path=output / "rows-390.png")
    page.reload()
    watched.wait()
    assert page.locator(".wp-table").count() == 0


def test_rows_do_not_exist_for_the_committee(visit):
    watched = visit("tiny")
    page = watched.open("/regels?cijfer=participating_tenants")
    page.get_by_text("Deze pagina bestaat niet").first.wait_for()
    assert page.get_by_role("button", name="Toon de regels met namen").count() == 0
