"""One figure, one number: what stands on the screen is what the command line says, and nothing that is hidden."""

import json
import re
import subprocess

import pytest

from tests.lib.browser import COMMAND
from tests.lib.compiled import compiled_home
from tests.lib.places import PAGES
from tests.lib.worlds import world_as_of, world_files

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PSEUDONYM = re.compile(rb"\bp[0-9a-f]{20}\b")
MEMBER = re.compile(rb"\bR\d{4}\b")


def asked(world, *codes):
    """Return the figures as the command line gives them, the one for both branches before those apart."""
    arguments = ["figures", *codes, "--json", "--audience", "commissie"]
    where = ["--home", str(compiled_home(world)), "--as-of", world_as_of(world).isoformat()]
    result = subprocess.run([str(COMMAND), *arguments, *where], capture_output=True, text=True, check=True)
    found = {}
    for figure in sorted(json.loads(result.stdout), key=lambda figure: figure["branch"] or ""):
        found.setdefault(figure["code"], figure)
    return found


def as_number(text):
    """Return the number at the start of a Dutch text: '1 234,5 dagen' is 1234.5; None for words."""
    match = re.match(r"[\d\u202f]+(?:,\d+)?", text.removeprefix("€ "))
    return float(match[0].replace("\u202f", "").replace(",", ".")) if match else None


def shown(page):
    return {
        card.get_attribute("data-wp-figure"): card.locator(".wp-value").inner_text()
        for card in page.locator(".wp-card").all()
    }


def check_equal(cards, figures):
    assert set(cards) == set(figures)
    for code, text in cards.items():
        value, number = figures[code]["value"], as_number(text)
        assert (value is None) == (number is None), (code, value, text)
        if value is not None:
            decimals = len(text.split(",")[1].split("\u00a0")[0]) if "," in text else 0
            assert number == pytest.approx(value, abs=0.5 * 10**-decimals + 1e-9), (code, value, text)


@pytest.mark.parametrize("world", ["on_course", "first_month"])
def test_headline_figures_on_screen_are_those_of_the_command_line(visit, world):
    page = visit(world).open("/")
    check_equal(shown(page), asked(world))


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("/deelname", ("A1", "A2", "A3", "A4", "A5", "A6")),
        ("/reactietijd", ("B1", "B2", "B3", "C2", "D1", "H2", "B4", "D2")),
        ("/klussen", ("B5", "B4", "B6", "B7", "B8", "G1", "G2", "B9", "I2")),
        ("/zorg", ("D2", "D3", "D5", "D4", "G3", "G4", "G5", "F1", "F2", "F3", "I2")),
        ("/match", ("C1", "B8", "D3", "C4", "D4", "G4", "G2", "E4", "C3", "C5", "G1", "G3")),
        ("/klachten", ("H6", "H3", "H5", "H4", "H2", "H1", "F4")),
        ("/belasting", ("E2", "E1", "E3", "E4", "C6", "E5", "G7", "E6")),
    ],
)
def test_figures_of_a_page_are_those_of_the_command_line(visit, path, codes):
    page = visit("on_course").open(path)
    own = {"/klussen": ("--branch", "klus"), "/zorg": ("--branch", "zorg")}.get(path, ())
    check_equal(shown(page), asked("on_course", *codes, *own))


def test_table_of_targets_says_the_same_as_the_cards(visit):
    page = visit("on_course").open("/")
    cards = list(shown(page).values())
    rows = [row.locator("td").first.inner_text() for row in page.locator(".wp-table tbody tr").all()]
    assert rows == cards


def test_nothing_that_names_a_person_travels_to_the_browser(visit):
    watched = visit("on_course")
    for path in PAGES:
        watched.open(path)
    received = b"".join(watched.frames)
    assert len(received) > 50_000
    assert PSEUDONYM.findall(received) == []
    assert MEMBER.findall(received) == []
    names = {name for name in surnames() if len(name) >= 6}
    assert len(names) > 50
    assert [name for name in names if name.encode() in received] == []


def surnames():
    """Return every word of the names column of the coordinator's workbook."""
    from openpyxl import load_workbook

    book = next(path for path in world_files("on_course").rglob("*administratie*.xlsx"))
    sheet = load_workbook(book, read_only=True)["Relaties"]
    found = set()
    columns = []
    for row in sheet.iter_rows(values_only=True):
        if not columns:
            columns = [
                place for place, head in enumerate(row) if head in {"Achternaam", "Voornaam", "Straat"}
            ]
            continue
        found |= {str(row[place]) for place in columns if row[place]}
    return found
