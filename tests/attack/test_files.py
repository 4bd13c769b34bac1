"""Every file of a home that may leave it, and all a partner's installation holds: nobody, no reason, no hour, no few."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator

import pytest

from dashboard.charts.pictures import picture, travelling
from dashboard.charts.waiting_time import waiting_exhibit
from pipelines.release.canonical import from_bytes
from pipelines.release.drafts import Withheld
from pipelines.release.shelf import VARIABLE, open_shelf
from pipelines.vocabulary.audiences import Audience
from tests.attack.conftest import WORLD
from tests.lib.editions_for_all import desk_home
from tests.lib.findings import SHARE, curve, replace
from tests.lib.inside_files import chunks, everything_in
from tests.lib.people import PSEUDONYM, named, pseudonyms, who
from tests.lib.published import handed_over

NAMES_PEOPLE = {"vault", "raw", "marked", "scratch"}  # folders of home/private
HOLDS_CODES = {".duckdb"}
SMALLEST = 10
EXACT = {
    "participating_tenants",
    "participating_care_clients",
    "members_total",
    "vog_coverage_visits",
}  # RULES 4
HOUR = re.compile(rb"\d\d:\d\d|T\d\d")
OUTSIDE = tuple(audience for audience in Audience if audience.external)
ONLY = {"te_weinig_om_te_tonen"}  # what a hidden figure says, whatever the reason. Source: METHODS 7.2


def files(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


@pytest.fixture(scope="module")
def home():
    return desk_home(WORLD)


@pytest.fixture(scope="module")
def reasons(home):
    """Give the sentences that say why something is hidden, and the people who released."""
    kept = [from_bytes(path.read_bytes(), Withheld) for path in (home / "private").rglob("*.held.json")]
    found = {held.reason.encode() for one in kept for held in one.told}
    assert len(found) > 5
    return found | {b"@", b"voorbeeld", b"reason", b"proposed", b"approved"}


def test_no_file_outside_the_folders_that_name_people_names_anybody(home):
    searched: set[bytes] = set()
    for path in files(home):
        inside = path.relative_to(home).parts
        if inside[0] == "private" and inside[1] in NAMES_PEOPLE:
            continue
        raw = path.read_bytes()
        content = b"" if raw in searched else everything_in(raw)
        codes = path.suffix in HOLDS_CODES
        found = [one for one in who(content, world=WORLD) if not (codes and PSEUDONYM.fullmatch(one))]
        assert found == [], path.name
        searched.add(raw)
    assert len(searched) > 12
    assert {path.suffix for path in files(home)} >= {".editie", ".json", ".jsonl", ".duckdb", ".csv"}


@pytest.mark.parametrize("audience", OUTSIDE)
def test_partner_holds_nobody_no_reason_no_hour_and_no_few(home, reasons, audience, tmp_path, monkeypatch):
    own = shutil.copytree(handed_over(home, audience), tmp_path / "partner")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "state"))
    shelf = open_shelf(own)
    assert len(files(tmp_path)) == len(files(own)) + 1  # what it remembers of the folder
    content = b"\n".join(everything_in(path.read_bytes()) for path in files(tmp_path))
    assert who(content, world=WORLD) == []
    assert [one for one in reasons if one in content] == []
    assert HOUR.findall(content) == []
    assert [said for edition in shelf.editions for said in few(edition)] == []
    marks = {
        mark for edition in shelf.editions for one in edition.findings if one.hidden for mark in one.caveats
    }
    assert marks <= ONLY


def few(edition) -> Iterator[str]:
    """Yield every cell of an edition with too few persons, and every count beside a figure that is small."""
    for one in edition.findings:
        cells = [*([] if one.code in EXACT else [one]), *one.parts, *one.series, *one.blocks]
        yield from (f"{one.code}: {cell}" for cell in cells if 0 < (cell.persons or 0) < SMALLEST)
        yield from [f"{one.code}: pending {one.pending}"] if 0 < one.pending < SMALLEST else []
        if one.curve is not None:
            told = (one.curve.events, one.curve.open_cases, one.curve.withdrawn)
            yield from (f"{one.code}: {count} in its curve" for count in told if 0 < (count or 0) < SMALLEST)


@pytest.fixture
def exhibit():
    points = curve((0.0, 0.0, 40), (1.0, 0.4, 40), (2.0, 0.6, 24), (5.0, 0.9, 16))
    return waiting_exhibit(replace(SHARE, curve=points), period="heel het proefjaar")


def texts(found) -> set[str]:
    if isinstance(found, dict):
        return {text for value in found.values() for text in texts(value)}
    if isinstance(found, list):
        return {text for value in found for text in texts(value)}
    return {found} if isinstance(found, str) and " " in found else set()


def test_picture_holds_pixels_of_its_exhibit_and_no_text_of_its_own(exhibit):
    spec = travelling(exhibit, stamp="Peildatum 30 juni 2026.")
    title = spec.pop("title")
    on_screen = exhibit.chart.to_dict()
    assert {key: spec[key] for key in on_screen if key not in {"width", "height", "padding", "title"}} == {
        key: on_screen[key] for key in on_screen if key not in {"width", "height", "padding", "title"}
    }
    said = " ".join([*title["text"], *title["subtitle"]])
    assert said == f"{exhibit.headline} {exhibit.subtitle} {exhibit.source} Peildatum 30 juni 2026."
    kinds = {kind for kind, _ in chunks(picture(exhibit, stamp="Peildatum 30 juni 2026."))}
    assert kinds <= {b"IHDR", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA", b"PLTE", b"tRNS"}


def test_what_is_packed_is_found(tmp_path):
    name = sorted(named(WORLD))[0]
    with zipfile.ZipFile(tmp_path / "boek.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", name * 40)
    escaped = json.dumps({"naam": "Zoë " + sorted(pseudonyms(WORLD))[0].decode()}).encode()
    assert name not in (tmp_path / "boek.xlsx").read_bytes()
    assert name in everything_in((tmp_path / "boek.xlsx").read_bytes())
    assert "Zoë".encode() in everything_in(escaped)
