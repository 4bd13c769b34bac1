"""Pages of readers outside and of the release desk in a browser: whole, Dutch, accessible, and equal to the edition."""

import re

import pytest

from dashboard.words.catalogue import say
from pipelines.release import publishing
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from tests.e2e.test_numbers import as_number, shown
from tests.e2e.test_pages import check_whole
from tests.lib.editions_for_all import desk_home

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WORLD = "desk-on_course"
COMPOSED_WITHIN = (
    240_000  # milliseconds; the first proposal of a server is composed and attacked before it is shown
)
LOOKS = [
    ("portaal", "corporatie", "for_portaal", 1366),
    ("portaal", "corporatie", "for_portaal", 390),
    ("de_alliantie", "corporatie", "for_alliantie", 390),
    ("gemeente", "gemeente", "for_gemeente", 1366),
    ("gemeente", "gemeente", "for_gemeente", 390),
    ("coordinator", "vrijgeven", "release", 1366),
    ("coordinator", "vrijgeven", "release", 390),
    ("commissie", "vertrouwen", "trust", 390),
]


def opened(visit, role, path, *, width=1366, world=WORLD):
    watched = visit(world, width=width)
    watched.page.goto(f"{watched.address}/{path}?publiek={role}")
    watched.page.locator(".wp-foot").wait_for()
    if path == "vrijgeven":  # whole at once; the proposal follows
        watched.page.get_by_text("Vrij: ").wait_for(timeout=COMPOSED_WITHIN)
    watched.wait()
    return watched


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_page_is_whole(visit, output, look):
    role, path, words, width = look
    watched = opened(visit, role, path, width=width)
    page = watched.page
    for summary in page.locator("[data-testid=stMain] summary").all():
        summary.click()
    check_whole(watched, say(f"{words}.question"))
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(int(height) + 20, 12_000)})
    page.screenshot(path=output / f"{role}-{path}-{width}.png")


def test_figures_on_screen_are_those_of_the_edition(visit):
    edition = publishing.latest(Home(desk_home("on_course")), Audience.PORTAAL)
    found = {}
    for finding in edition.findings:
        found.setdefault(finding.code, finding)
    cards = shown(opened(visit, "portaal", "klussen").page)
    assert set(cards) <= set(found)
    assert len(cards) > 5
    for code, text in cards.items():
        value, number = found[code].value, as_number(text)
        assert (value is None) == (number is None), (code, value, text)
        if value is not None:
            decimals = len(text.split(",")[1].split("\u00a0")[0]) if "," in text else 0
            assert number == pytest.approx(value, abs=0.5 * 10**-decimals + 1e-9), (code, value, text)


def test_page_of_a_decision_draws_its_answers_with_words_and_a_table(visit):
    page = opened(visit, "portaal", "corporatie").page
    exhibits = page.locator("[class*=st-key-wp-exhibit]").all()
    assert len(exhibits) >= 3
    for exhibit in exhibits:
        described = exhibit.locator("[role=graphics-document]").get_attribute("aria-label") or ""
        assert 40 <= len(described) <= 300
        assert described != exhibit.locator("h4").inner_text()
        for summary in exhibit.locator("summary").all():
            summary.click()
        assert exhibit.locator("tbody tr").count() >= 2
        assert exhibit.get_by_role("button", name="Download plaatje (PNG)").count() == 1


def test_proposal_can_be_seen_as_its_reader_will_see_it(visit):
    page = opened(visit, "coordinator", "vrijgeven").page
    assert page.locator("[role=graphics-document]").count() == 0
    page.get_by_text("Bekijk als Portaal").click()
    page.get_by_role("heading", name=say("decisions.open_title")).wait_for()
    page.locator("[role=graphics-document]").nth(2).wait_for()


def test_reader_outside_gets_the_edition_and_no_live_number(visit):
    watched = opened(visit, "gemeente", "gemeente")
    said = watched.page.locator("[data-testid=stMain]").inner_text()
    assert "Cijfers tot en met 31 mei 2026" in said
    assert "Cijfers tot en met 30 augustus" not in said
    edition = publishing.latest(Home(desk_home("on_course")), Audience.GEMEENTE)
    assert say("pages.edition_version", id=edition.id) in said


@pytest.mark.parametrize(
    ("role", "path"), [("portaal", "vrijgeven"), ("gemeente", "corporatie"), ("commissie", "gemeente")]
)
def test_page_of_another_reader_does_not_exist(visit, role, path):
    watched = visit(WORLD)
    watched.page.goto(f"{watched.address}/{path}?publiek={role}")
    watched.page.get_by_text("Deze pagina bestaat niet").first.wait_for(timeout=60_000)
    assert watched.page.locator("h1").all_inner_texts() != [say("release.question")]
    assert not re.search(rb"Wat mag naar buiten|Is meedoen iets", b"".join(watched.frames))
