"""Every page in every world, wide and narrow: whole, Dutch, accessible, and asking nobody else for anything."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.words.catalogue import say
from tests.lib.english import english_names
from tests.lib.places import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EXPLAINED = {f"/{page}": f"explained.{page}" for page in ("begrippen", "toegankelijkheid", "privacy")}
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
HEADINGS = (
    "[...document.querySelectorAll('[data-testid=stMain] :is(h1,h2,h3,h4)')].map(h => Number(h.tagName[1]))"
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """[...document.querySelectorAll('[data-testid=stMain] :is(button, summary)')]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.textContent)"""
RAW_NUMBER = re.compile(r"\d[.,]\d{3}[.,]\d|\bnan\b|\binf\b|\bNone\b|\d\.\d+\u00a0?%", re.I)


def axe_violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        (rule["id"], rule["impact"], [node["html"][:120] for node in rule["nodes"][:2]]) for rule in found
    ]


def check_whole(watched, question):
    page = watched.page
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title() == f"{question} · De Werkplaats"
    assert page.locator("h1").all_inner_texts() == [question]
    assert page.locator(".wp-answer").inner_text().startswith("Kort antwoord: ")
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), levels
    assert english_names(page) == []
    assert RAW_NUMBER.findall(page.locator("[data-testid=stMain]").inner_text()) == []
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL_TARGETS) == []
    assert axe_violations(page) == []
    assert watched.trouble == []


# The year as it should go and the smallest one: every page, wide and narrow. Other worlds: what is different there.
LOOKS = [
    *(("on_course", path, width) for path in PAGES for width in (1366, 390)),
    *(("tiny", path, width) for path in PAGES for width in (1366, 390)),
    ("nothing_yet", "/deelname", 390),
    *(("first_month", path, 390) for path in ("/", "/reactietijd", "/match")),
    *(("behind", path, 1366) for path in ("/", "/klussen", "/klachten")),
    *(("overloaded", path, 390) for path in ("/zorg", "/belasting")),
]


@pytest.mark.parametrize(("world", "path", "width"), LOOKS)
def test_page_is_whole_in_every_world(visit, output, world, path, width):
    watched = visit(world, width=width)
    page = watched.open(path)
    for summary in page.locator("summary").all():
        summary.click()
    check_whole(watched, say(f"{PAGES[path]}.question"))
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(int(height) + 20, 12_000)})
    page.screenshot(path=output / f"{world}-{PAGES[path]}-{width}.png")


@pytest.mark.parametrize("width", [1366, 390])
def test_change_that_is_no_chance_is_named_on_the_page(visit, output, width):
    watched = visit("overloaded", width=width)
    page = watched.open("/reactietijd")
    exhibit = page.locator("[class*=st-key-wp-exhibit]").filter(
        has=page.get_by_role("heading", name="Het verloop is geen toeval")
    )
    said = exhibit.inner_text()
    assert re.search(r"Dit past niet bij toeval: .*10 × lang onder het midden", said)
    assert {"● gewoon", "◆ vraagt aandacht", "▲ beter dan gewoon"} <= set(
        exhibit.locator(".wp-key li").all_inner_texts()
    )
    exhibit.locator("summary").click()
    assert exhibit.locator("tbody tr").filter(has_text="vraagt aandacht: lang onder het midden").count() == 10
    check_whole(watched, say("response_time.question"))
    page.set_viewport_size({"width": width, "height": 3_000})
    exhibit.locator("summary").click()
    exhibit.screenshot(path=output / f"signal-{width}.png")


@pytest.mark.parametrize("path", EXPLAINED)
def test_explaining_page_is_whole(visit, path):
    watched = visit("on_course", width=390)
    watched.open(path)
    check_whole(watched, say(f"{EXPLAINED[path]}.question"))


@pytest.mark.parametrize("path", PAGES)
def test_page_without_data_says_what_is_needed_first(visit, path):
    page = visit("nothing_yet").open(path)
    assert "Er zijn nog geen cijfers" in page.locator(".wp-answer").inner_text()
    assert page.get_by_role("heading", name="Dit is eerst nodig").count() == 1
    assert page.locator("[data-testid=stVegaLiteChart], .wp-card").count() == 0


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/"])
def test_every_chart_has_words_and_a_table_of_its_own(visit, path):
    page = visit("on_course").open(path)
    exhibits = page.locator("[class*=st-key-wp-exhibit]").filter(
        has=page.locator("[data-testid=stVegaLiteChart]")
    )
    exhibits.nth(0 if path == "/belasting" else 1).wait_for()
    for exhibit in exhibits.all():
        drawing = exhibit.locator("[role=graphics-document]")
        described = drawing.get_attribute("aria-label") or ""
        assert 40 <= len(described) <= 300
        assert described != exhibit.get_by_role("heading").inner_text()
        exhibit.locator("summary").click()
        assert exhibit.locator("details tbody tr").count() >= 2
        assert exhibit.get_by_role("button", name="Download cijfers (CSV)").count() == 1
        assert exhibit.get_by_role("button", name="Download plaatje (PNG)").count() == 1


def test_downloads_are_a_dutch_table_and_a_picture(visit):
    page = visit("on_course").open("/reactietijd")
    exhibit = page.locator("[class*=st-key-wp-exhibit-wachttijd]")
    with page.expect_download() as csv:
        exhibit.get_by_role("button", name="Download cijfers (CSV)").click()
    text = csv.value.path().read_bytes().decode()
    assert text.startswith("\ufeffWerkdagen;")
    assert csv.value.suggested_filename.startswith("werkplaats-")
    with page.expect_download() as png:
        exhibit.get_by_role("button", name="Download plaatje (PNG)").click()
    assert png.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
