"""A partner's own installation: the same pages on the files that were handed over, and nothing else on the machine."""

import shutil
from datetime import date, datetime
from datetime import time as clock

import pytest

from dashboard.access import PARTNERS_HERE
from dashboard.entry.navigation import places_for
from dashboard.words.catalogue import say
from pipelines.release import publishing
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from tests.e2e.test_pages import check_whole
from tests.lib.browser import Watched, served
from tests.lib.published import handed_over, published_home

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("log-in")]

WORLD, READER = "tiny", Audience.PORTAAL
# Notes every database that is opened, and every file of a home.
WATCH = """
import sys, duckdb
def note(what):
    with open({marks!r}, "a") as file:
        file.write(str(what) + chr(10))
duckdb.connect = lambda *given, **_: note(given)
def hook(event, given):
    name = str(given[0]) if event == "open" else ""
    if any(part in name for part in ("/private/", "/snapshots/", ".duckdb", "/vault/", "demo.key")):
        note(name)
sys.addaudithook(hook)
"""


@pytest.fixture(scope="module")
def organisation(tmp_path_factory):
    """A home of De Werkplaats that this test may change."""
    source = published_home(WORLD, READER)
    return shutil.copytree(source, tmp_path_factory.mktemp("werkplaats") / "home", symlinks=True)


@pytest.fixture(scope="module")
def partner(organisation, tmp_path_factory):
    """The partner's folder with files, what the partner's machine opened, and the address of the pages."""
    machine = tmp_path_factory.mktemp("partner")
    folder = shutil.copytree(handed_over(organisation, READER), machine / "edities")
    marks = machine / "opened.txt"
    settings = {"WERKPLAATS_STATE": str(machine / "state"), "WERKPLAATS_HOME": str(machine / "nergens")}
    watch = WATCH.format(marks=str(marks))
    with served(None, first=watch, options=["--editions", str(folder)], **settings) as address:
        yield folder, marks, address


@pytest.fixture
def page(partner, browser):
    window = browser.new_context(viewport={"width": 1366, "height": 900}, locale="nl-NL")
    yield Watched(window.new_page(), address=partner[2])
    window.close()


def banner(watched):
    return watched.page.locator(".wp-note").first.inner_text()


def test_pages_are_the_same_and_whole(page, output):
    own = [place for place in places_for(PARTNERS_HERE[READER]) if place.visibility == "visible"]
    page.open("/")
    menu = page.page.get_by_test_id("stTopNavLink").all_inner_texts()
    assert menu == [say(f"{place.words}.menu") for place in own]
    assert "portaal-2026-2" in banner(page)
    check_whole(page, say("overview.question"))
    page.open("/corporatie")
    check_whole(page, say("for_portaal.question"))
    page.page.screenshot(path=output / "partner-1366.png")
    page.page.set_viewport_size({"width": 390, "height": 900})
    page.open("/klussen?periode=kwartaal-1&onderdeel=zorg&publiek=coordinator")
    check_whole(page, say("jobs.question"))
    page.page.screenshot(path=output / "partner-390.png")


def test_pages_of_others_do_not_exist(page):
    page.page.goto(page.address + "/vrijgeven?editie=gemeente-2026-1")
    page.page.get_by_text("Deze pagina bestaat niet").first.wait_for()
    assert page.page.get_by_label("Bekijk als").count() == 0


def test_file_that_was_changed_shows_nothing_until_it_is_whole_again(page, partner):
    folder = partner[0]
    newest = max(folder.iterdir())
    whole = newest.read_bytes()
    try:
        newest.write_bytes(whole.replace(b'"value":', b'"value": ', 1))
        page.open("/")
        assert newest.name in page.page.locator(".wp-trouble").inner_text()
        assert page.page.locator(".wp-card, .wp-table").count() == 0
        assert not any(b"wp-card" in frame for frame in page.frames)
    finally:
        newest.write_bytes(whole)
    page.open("/")
    assert "portaal-2026-2" in banner(page)


def test_withdrawn_edition_is_gone_with_the_next_file(page, partner, organisation):
    now = datetime.combine(date(2026, 9, 1), clock(12))
    publishing.withdraw(
        Home(organisation), "portaal-2026-2", reason="fout in de bron", by="coordinator@voorbeeld", now=now
    )
    shutil.copytree(handed_over(organisation, READER), partner[0], dirs_exist_ok=True)
    page.open("/")
    assert "portaal-2026-1" in banner(page)
    assert not any(b"portaal-2026-2" in frame for frame in page.frames)


def test_nothing_but_the_files_was_opened(partner):
    folder, marks, _ = partner
    assert not marks.exists(), marks.read_text(encoding="utf-8")
    assert not (folder.parent / "nergens").exists()
    assert {path.name for path in folder.parent.iterdir()} == {"edities", "state"}
