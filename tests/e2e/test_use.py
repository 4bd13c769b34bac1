"""Using the pages as people do: by keyboard, by link, with Back, on paper, and with wrong addresses."""

import re

import pytest

from tests.lib.english import english_names

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

IN_MAIN = "document.activeElement.closest('[data-testid=stMain]') !== null || document.activeElement.tagName === 'MAIN'"
RING = "getComputedStyle(document.activeElement).outlineWidth"
CONTROLS = "[data-testid=stMain] :is(a, button, summary, input)"
SEEN = "document.activeElement.dataset.seen = 'yes'"
UNREACHED = f"""[...document.querySelectorAll("{CONTROLS}")]
  .filter(e => e.checkVisibility() && e.tabIndex >= 0 && !e.dataset.seen && e.role !== 'radio').map(e => e.outerHTML.slice(0, 200))"""


def choose(page, label):
    page.get_by_role("radio", name=label).or_(
        page.get_by_role("button", name=label, exact=True)
    ).first.click()


def test_first_tab_jumps_to_the_content(visit):
    page = visit("on_course").open("/reactietijd")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga direct naar de inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(IN_MAIN)


def test_every_control_is_reached_by_tab_with_a_visible_ring(visit):
    page = visit("on_course").open("/reactietijd")
    faint = []
    for _ in range(80):
        page.keyboard.press("Tab")
        if not page.evaluate(IN_MAIN):
            continue
        page.evaluate(SEEN)
        name, ring = page.evaluate("document.activeElement.tagName"), page.evaluate(RING)
        if name != "INPUT" and float(ring.removesuffix("px")) < 3:
            faint.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert page.evaluate(UNREACHED) == []
    assert faint == []


def test_choice_stands_in_the_address_and_survives_reload_link_and_back(visit):
    watched = visit("on_course")
    page = watched.open("/reactietijd")
    choose(page, "Klussen")
    page.wait_for_url(re.compile(r"/reactietijd\?onderdeel=klussen$"))
    page.reload()
    watched.wait()
    assert page.url.endswith("/reactietijd?onderdeel=klussen")
    page.get_by_role("link", name="Overzicht", exact=True).first.click()
    page.wait_for_url(re.compile(r"/\?onderdeel=klussen$"))
    watched.wait()
    page.locator("[data-wp-figure=care_wait_time]").wait_for(state="detached")
    assert page.locator("[data-wp-figure=job_lead_time]").count() == 1
    page.go_back()
    page.wait_for_url(re.compile(r"/reactietijd\?onderdeel=klussen$"))
    page.get_by_role("heading", name="Hoe snel helpen we?").wait_for()
    assert watched.trouble == []


def test_link_opens_with_its_choices(visit):
    page = visit("on_course").open("/reactietijd?periode=kwartaal-2&stap=klaar")
    subtitle = page.locator(".wp-subtitle").first.inner_text()
    assert "tot de klus klaar is, kwartaal 2" in subtitle


def test_nonsense_in_the_address_is_ignored(visit):
    watched = visit("on_course")
    page = watched.open("/reactietijd?periode=<b>&onderdeel=x&stap=1&naam=Jansen")
    page.wait_for_url(re.compile(r"/reactietijd$"))
    assert page.locator(".wp-answer").count() == 1
    assert watched.trouble == []


def test_choices_can_be_cleared(visit):
    page = visit("on_course").open("/reactietijd?onderdeel=zorg&periode=kwartaal-3")
    page.get_by_role("button", name="Wis keuzes").click()
    page.wait_for_url(re.compile(r"/reactietijd$"))
    page.get_by_role("button", name="Wis keuzes").wait_for(state="detached")


def test_unknown_address_says_so_in_dutch(visit):
    page = visit("on_course").open("/zomaar")
    assert page.get_by_text("Deze pagina bestaat niet").count() >= 1
    assert page.locator("h1").inner_text() == "Hoe staat het proefjaar ervoor?"
    assert english_names(page) == []


def test_menu_on_a_phone_opens_closes_and_stays_closed_on_the_next_page(visit):
    watched = visit("nothing_yet", width=390)
    page = watched.open("/")
    page.get_by_role("button", name="Menu openen").click()
    page.get_by_role("link", name="Deelname").click()
    page.wait_for_url(re.compile("/deelname$"))
    watched.wait()
    watched.until(
        "document.querySelector('[data-testid=stSidebar]')?.getAttribute('aria-expanded') !== 'true'"
    )
    assert page.locator("h1").is_visible()
    assert english_names(page) == []


def test_new_page_moves_the_focus_to_its_question(visit):
    watched = visit("nothing_yet")
    page = watched.open("/")
    page.get_by_role("link", name="Deelname").first.click()
    watched.until("document.activeElement.textContent === 'Wie doet er mee?'")
    assert page.locator("[aria-current=page]").first.inner_text() == "Deelname"


def test_paper_has_the_choices_and_the_tables_but_no_menu_and_no_buttons(visit):
    page = visit("on_course").open("/reactietijd")
    page.emulate_media(media="print")
    assert page.locator(".wp-chosen").is_visible()
    assert page.locator("[data-testid=stHeader]").is_hidden()
    assert page.get_by_role("button", name="Download cijfers (CSV)").first.is_hidden()


def test_text_can_be_spaced_out_and_enlarged_without_loss(visit):
    page = visit("on_course", width=390).open("/reactietijd")
    page.add_style_tag(
        content="* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
    )
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
