"""A load while the pages are open: readers go on, see the new figures after it, and nobody meets a lock."""

import json
import re
import shutil
import subprocess
from datetime import date

import pytest

from tests.lib.browser import COMMAND, served
from tests.lib.compiled import compiled_home
from tests.lib.worlds import world_as_of, world_copy, world_files

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def data_version(page):
    return page.locator(".wp-foot p").inner_text().split("Gegevensversie ")[1].strip(".")


def test_load_while_the_pages_are_open_shows_the_new_figures(visit, tmp_path):
    home = world_copy("first_month", tmp_path)
    later = next(world_files("on_course").rglob("*2025-10.csv"))  # the visits of the month after
    with served(home, as_of=world_as_of("on_course")) as address:
        watched = visit("", address=address)
        page = watched.open("/")
        visits = page.locator("[data-wp-figure=vog_coverage_visits]")
        before, version = visits.inner_text(), data_version(page)
        load = [str(COMMAND), "load", str(later), "--home", str(home), "--json"]
        with subprocess.Popen(load, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as loading:
            while loading.poll() is None:
                watched.open("/")
                assert data_version(page) in {version, str(int(version) + 1)}
            _, trouble = loading.communicate()
        assert loading.returncode == 0, trouble
        watched.open("/")
        assert data_version(page) != version
        assert visits.inner_text() != before
        assert watched.trouble == []


def test_two_months_after_the_last_load_every_page_says_that_its_figures_are_old(visit, tmp_path, output):
    home = world_copy("first_month", tmp_path)
    pointer = home / "snapshots" / "current.json"
    loaded = json.loads(pointer.read_text()) | {"published_at": "2025-09-29 07:00:00"}
    pointer.write_text(json.dumps(loaded))
    with served(home, as_of=date(2025, 11, 29)) as address:
        watched = visit("", address=address)
        for path in ("/", "/reactietijd"):
            page = watched.open(path)
            banner = page.get_by_role("note").filter(has_text="Cijfers tot en met").inner_text()
            assert "Deze cijfers zijn oud. De laatste update was op 29 september 2025." in banner
        page.screenshot(path=output / "oude-cijfers.png")
        assert watched.trouble == []


def test_home_without_a_store_says_what_is_needed_first(visit, tmp_path):
    with served(tmp_path / "leeg") as address:
        watched = visit("", address=address)
        page = watched.open("/reactietijd")
        assert "Er zijn nog geen cijfers" in page.locator(".wp-answer").inner_text()
        assert watched.trouble == []


BROKEN = """
from dashboard import session
def broken(*_, **__): raise RuntimeError("Jansen, Dorpsstraat 1")
session._answers = broken
"""


def test_page_that_breaks_is_one_dutch_sentence_with_a_code(visit):
    with served(compiled_home("first_month"), as_of=world_as_of("first_month"), first=BROKEN) as address:
        watched = visit("", address=address)
        page = watched.open("/")
        shown = page.locator("[data-testid=stMain]").inner_text()
        assert re.search(r"Dit ging mis\. Uw keuzes zijn bewaard\..*code [0-9A-F]{4}", shown, re.S)
        assert not re.search("Jansen|Dorpsstraat|RuntimeError|Traceback|File", shown)
        assert not any(b"Jansen" in frame for frame in watched.frames)


def test_damaged_store_is_one_dutch_sentence(visit, tmp_path):
    home = world_copy("first_month", tmp_path)
    for snapshot in (home / "snapshots").glob("*.duckdb"):
        snapshot.write_bytes(b"geen database")
    with served(home) as address:
        watched = visit("", address=address)
        page = watched.open("/")
        shown = page.locator("[data-testid=stMain]").inner_text()
        assert page.locator(".wp-trouble").count() == 1
        assert "Traceback" not in shown
        assert "Error" not in shown
    shutil.rmtree(home)
