"""The rows behind a figure are as many as the figure says, and looking at them is written down."""

import json
import os
from datetime import UTC, datetime

import pytest

from dashboard import ask
from dashboard.access import DEMO_READERS
from dashboard.components.looks_at_rows import openings_table
from dashboard.drill_down import open_rows, openings
from dashboard.session import Visit
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.named_rows import AMOUNTS, rows_behind
from pipelines.store.home import Home
from pipelines.store.openings import FILE, Opening, all_openings, note_opening
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import AccessRefused, WrongUse
from tests.lib.compiled import compiled_home
from tests.lib.worlds import world_as_of, world_copy

WORLD = "tiny"
DAY = world_as_of(WORLD)
SOME = Opening(
    who="a@b.nl", at=datetime(2026, 9, 1, 12, tzinfo=UTC), what="job_grade", rows=3, reason="controle"
)


@pytest.mark.parametrize("code", FIGURES)
def test_there_are_as_many_rows_as_the_figure_says(code):
    found = rows_behind(Home(compiled_home(WORLD)), code=code, as_of=DAY)
    assert (found.counted is None) == (FIGURES[code].measure in AMOUNTS)
    assert found.counted in {None, len(found.cases)}


def test_rows_have_names_and_their_text_has_none():
    found = rows_behind(Home(compiled_home(WORLD)), code="participating_tenants", as_of=DAY)
    names = [case.name for case in found.cases]
    assert names
    assert all(" " in name for name in names)
    assert {case.number for case in found.cases} == {""}
    assert not any(name in f"{found!r}{found.cases!r}" for name in names)


def test_row_of_a_record_has_its_number_and_none_has_a_pseudonym():
    home = Home(compiled_home(WORLD))
    numbers = [case.number for case in rows_behind(home, code="job_lead_time", as_of=DAY).cases]
    assert numbers
    assert all(number.startswith("K") for number in numbers)


def test_figure_that_does_not_exist_has_no_rows():
    with pytest.raises(WrongUse):
        rows_behind(Home(compiled_home(WORLD)), code="fietsen", as_of=DAY)


def visit(home, audience):
    fresh = ask.freshness(home, today=DAY)
    return Visit(home=home, reader=DEMO_READERS[audience], today=DAY, as_of=DAY, freshness=fresh)


@pytest.mark.parametrize(
    "audience", [audience for audience in Audience if audience is not Audience.COORDINATOR]
)
def test_nobody_but_the_coordinator_opens_rows(audience, tmp_path):
    home = Home(world_copy(WORLD, tmp_path))
    before = all_openings(home)
    with pytest.raises(AccessRefused):
        open_rows(visit(home, audience), code="job_grade", reason="controle")
    assert all_openings(home) == before


def test_every_look_is_written_down(tmp_path):
    home = Home(world_copy(WORLD, tmp_path))
    before = all_openings(home)
    found = open_rows(visit(home, Audience.COORDINATOR), code="job_grade", reason="nabellen")
    (noted,) = all_openings(home)[len(before) :]
    assert (noted.who, noted.what, noted.reason) == ("coordinator@voorbeeld", "job_grade", "nabellen")
    assert noted.rows == len(found.cases)


def test_log_only_grows_and_is_its_owners_alone(tmp_path):
    home = Home(tmp_path)
    note_opening(home, SOME)
    before = (home.private / FILE).read_bytes()
    note_opening(home, SOME)
    after = (home.private / FILE).read_bytes()
    assert after == before * 2
    assert all_openings(home) == (SOME, SOME)
    assert set(json.loads(before)) == {"who", "at", "what", "rows", "reason"}
    assert os.name != "posix" or (home.private / FILE).stat().st_mode & 0o077 == 0


def test_without_a_look_there_is_no_log(tmp_path):
    assert all_openings(Home(tmp_path)) == ()


def test_looks_are_listed_newest_first_for_the_coordinator_and_without_numbers_for_the_committee(tmp_path):
    home = Home(world_copy(WORLD, tmp_path))
    (home.private / FILE).unlink(missing_ok=True)  # other tests looked at this world
    later = Opening(
        who="c@d.nl", at=SOME.at.replace(hour=22, minute=30), what="care_grade", rows=2, reason="nabellen"
    )
    for look in (SOME, later):
        note_opening(home, look)
    own = openings_table(openings(visit(home, Audience.COORDINATOR)))
    assert own.texts()[0] == ("2 september 2026, 00.30 uur", "c@d.nl", "Rapportcijfer zorg", "nabellen", "2")
    watched = openings_table(openings(visit(home, Audience.COMMISSIE)))
    assert [len(cells) for cells in watched.texts()] == [4, 4]
    assert watched.texts()[1] == ("1 september 2026, 14.00 uur", "a@b.nl", "Rapportcijfer klus", "controle")
    with pytest.raises(AccessRefused):
        openings(visit(home, Audience.PORTAAL))
