"""Logging in, in a real browser, at a provider on this computer: each role its own pages, and out again."""

import re
import time
import urllib.error
import urllib.request

import pytest

from dashboard.access import DEMO_READERS
from dashboard.entry.navigation import PLACES, places_for
from dashboard.login import Door
from dashboard.pages.door import words
from dashboard.words.catalogue import say
from pipelines.vocabulary.audiences import Audience
from tests.e2e.test_pages import check_whole
from tests.lib.browser import Watched, served
from tests.lib.compiled import compiled_home
from tests.lib.provider import ROLES, UNVERIFIED, WITHOUT_ROLE, log_in, provided
from tests.lib.worlds import world_as_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("log-in")]

WORLD = "tiny"
COMMITTEE, LEAVES = "commissie@example.org", "weg@example.org"
OVERVIEW, WORDS = "overview.question", "explained.begrippen.question"


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with provided(tmp_path_factory.mktemp("toegang")) as made:
        yield made


@pytest.fixture(scope="module")
def address(provider):
    home = compiled_home(WORLD)
    with served(home, as_of=world_as_of(WORLD), WERKPLAATS_ACCESS=str(provider.rules)) as address:
        yield address


@pytest.fixture(scope="module")
def windows(browser):
    """Give browsers by name; one keeps what it fetched of Streamlit itself, not who was logged in."""
    opened = {}

    def window(name):
        if name not in opened:
            opened[name] = browser.new_context(viewport={"width": 1366, "height": 900}, locale="nl-NL")
            opened[name].route(re.compile("jsdelivr"), lambda route: route.abort())
        opened[name].clear_cookies()
        return opened[name]

    yield window
    for window in opened.values():
        window.close()


@pytest.fixture
def someone(windows, address, provider):
    """Open a page; with an e-mail address somebody logs in from there. `browser`: in which of several browsers."""
    pages = []

    def opened(email="", *, path="/begrippen", cookies=(), width=1366, browser="first"):
        window = windows(browser)
        window.add_cookies(list(cookies))
        watched = Watched(window.new_page(), address=address)
        watched.page.set_viewport_size({"width": width, "height": 900})
        pages.append(watched.page)
        watched.open(path)
        if email:
            log_in(watched.page, email)
            watched.page.wait_for_url(f"{address}/**")
            watched.wait()
        watched.trouble.clear()
        return watched

    yield opened
    for page in pages:
        page.close()
    provider.write(roles=ROLES)


def question(page):
    return page.locator("h1").inner_text()


def waits_for(watched, door):
    watched.page.get_by_role("heading", name=say(f"{words(door)}.question")).wait_for(timeout=30_000)
    watched.wait()


def status(url, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10) as answer:  # noqa: S310
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def wait_until(true, *, seconds=10):
    last = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < last
        time.sleep(0.1)


def downloaded(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Download cijfers (CSV)").first.click()
    return download.value.url


@pytest.mark.parametrize("audience", Audience)
def test_each_role_has_its_own_menu_and_nothing_else_exists(someone, address, audience):
    email = next(email for email, role in ROLES.items() if role == audience.value)
    page = someone(email).page
    own = places_for(DEMO_READERS[audience])
    menu = [say(f"{place.words}.menu") for place in own if place.visibility == "visible"]
    assert page.get_by_test_id("stTopNavLink").all_inner_texts() == menu
    assert f"({say(f'access.roles.{audience.value}')})" in page.locator(".st-key-wp-who").inner_text()
    for place in [place for place in PLACES if place not in own][:1]:
        page.goto(f"{address}/{place.address}")
        page.get_by_text("Deze pagina bestaat niet").first.wait_for()
        assert question(page) == say(OVERVIEW)


@pytest.mark.parametrize("width", [1366, 390])
def test_page_to_log_in_is_whole_and_shows_no_figure(someone, width, output):
    watched = someone(path="/deelname", width=width)
    check_whole(watched, say(f"{words(Door.STRANGER)}.question"))
    assert watched.page.get_by_test_id("stTopNavLink").count() == 0
    assert not any(b"huurders" in frame for frame in watched.frames)
    watched.page.screenshot(path=output / f"log-in-{width}.png")


def test_log_in_goes_back_to_the_page_that_was_asked_for(someone, address):
    page = someone(COMMITTEE, path="/reactietijd?onderdeel=zorg").page
    assert page.url == f"{address}/reactietijd?onderdeel=zorg"
    assert question(page) == "Hoe snel helpen we?"


def test_logged_in_page_is_whole_on_a_phone(someone, output):
    watched = someone(COMMITTEE, width=390)
    check_whole(watched, say(WORDS))
    watched.page.screenshot(path=output / "logged-in-390.png")


def test_log_out_holds_for_whoever_kept_the_cookies(someone, address):
    watched = someone(COMMITTEE)
    kept = watched.page.context.cookies()
    watched.page.get_by_role("button", name="Uitloggen").click()
    watched.page.get_by_role("button", name="End session").click()
    watched.page.wait_for_url(f"{address}/**")
    waits_for(watched, Door.STRANGER)
    assert not [one for one in watched.page.context.cookies() if one["name"].startswith("_streamlit_user")]
    assert question(someone(cookies=kept, browser="second").page) == say(f"{words(Door.ENDED)}.question")


@pytest.mark.parametrize(
    ("email", "door"), [(WITHOUT_ROLE, Door.NO_ROLE), (UNVERIFIED, Door.UNVERIFIED)], ids=["role", "verified"]
)
def test_without_role_or_verified_address_there_is_one_sentence(someone, email, door):
    watched = someone(email, path="/belasting")
    check_whole(watched, say(f"{words(door)}.question"))
    assert watched.page.locator(".wp-foot a").all_inner_texts() == ["Toegankelijkheid", "Privacy"]
    watched.open("/privacy")
    assert question(watched.page) == say("explained.privacy.question")
    assert not any(b"huurders doen mee" in frame for frame in watched.frames)


def test_role_taken_away_holds_at_the_next_question_and_for_files(someone, provider):
    watched = someone(LEAVES, path="/match")
    page = watched.page
    assert any(b"wp-table" in frame for frame in watched.frames)
    file = downloaded(page)
    assert page.request.get(file).status == 200
    provider.write(roles={email: role for email, role in ROLES.items() if email != LEAVES})
    assert page.request.get(file).status == 404
    page.get_by_role("button", name="Download cijfers (CSV)").first.click()
    watched.frames.clear()
    page.get_by_role("radio", name="Thuiszorg").or_(
        page.get_by_role("button", name="Thuiszorg", exact=True)
    ).first.click()
    waits_for(watched, Door.NO_ROLE)
    assert not any(b"wp-table" in frame for frame in watched.frames)


def test_expired_token_logs_out_by_itself(someone, provider):
    provider.expires(LEAVES, seconds=8)
    watched = someone(LEAVES)
    waits_for(watched, Door.ENDED)
    assert watched.page.get_by_test_id("stTopNavLink").count() == 0
    watched.page.reload()
    waits_for(watched, Door.ENDED)


def test_idle_reader_is_warned_may_stay_and_is_out_at_last(someone, provider):
    provider.write(roles=ROLES, idle_minutes=0.12)
    watched = someone(COMMITTEE)
    watched.page.get_by_role("button", name="Blijf ingelogd").click(timeout=15_000)
    watched.page.get_by_role("button", name="Blijf ingelogd").wait_for(state="detached")
    assert question(watched.page) == say(WORDS)
    waits_for(watched, Door.ENDED)


def test_file_is_for_the_browser_that_asked_for_it_only(someone):
    other = someone("portaal@example.org", browser="second").page
    page = someone(COMMITTEE, path="/match").page
    file = downloaded(page)
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
    assert status(file) == 404
    assert status(f"{file}?x=1", Cookie="wp_venster=" + "a" * 43) == 404
    assert other.request.get(file).status == 404
    assert other.goto(file).status == 404
    assert status(file, Cookie=cookies) == 200
    page.close()
    wait_until(lambda: status(file, Cookie=cookies) == 404)


def test_forged_identity_is_nobody(someone):
    page = someone(COMMITTEE).page
    own = {one["name"]: one for one in page.context.cookies()}
    identity = own["_streamlit_user"]
    broken = {**identity, "value": identity["value"][:-6] + "AAAAAA"}
    assert question(someone(cookies=[broken], browser="second").page) == say(
        f"{words(Door.STRANGER)}.question"
    )
    made_up = {**identity, "value": '{"email": "coordinator@example.org", "is_logged_in": true}'}
    assert question(someone(cookies=[made_up], browser="second").page) == say(
        f"{words(Door.STRANGER)}.question"
    )


@pytest.mark.parametrize("name", ["elders.example", "127.0.0.1.elders.example"])
def test_another_name_than_ours_is_not_answered(address, name):
    assert status(address, Host=name) == 400
