"""Laws of loading: twice is once, the order of the files does not matter, every row is accounted for."""

import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipelines.schemas.registry import record
from pipelines.schemas.storage import PROVENANCE
from tests.unit.ingest.deliveries import GOOD, door

CELLS = st.sampled_from(
    ["", "-", "?", "x", "3-4-2026", "03-04-26", "± 3 weken", "31-2-2026", "1,5", "2 x 1,5", "99", "J", "ja", "portaal",
     "tuin", "Tuin", "R0001", "r2", "R0099", "K0001", "k2", "Z0001", "gratis", "test", "Jan"]
)  # fmt: skip
NO_SHRINKING = (
    Phase.explicit,
    Phase.reuse,
    Phase.generate,
)  # an example is four loads: shrinking would take minutes
TABLES = ("members", "helpers", "jobs", "care_requests", "care_visits")
NUMBERS = {"members": "R", "helpers": "R", "jobs": "K", "care_requests": "Z", "care_visits": "B00"}


def rows(table):
    names = st.sampled_from([column.name for column in record(table).columns])
    key = record(table).key[0]
    numbers = st.integers(1, 4).map(lambda number: f"{NUMBERS[table]}{number:04d}")
    changed = st.dictionaries(names, CELLS, max_size=3)
    return st.lists(st.builds(lambda number, row: {key: number} | row, numbers, changed), max_size=5)


DELIVERIES = st.fixed_dictionaries({table: rows(table) for table in TABLES})


def loaded(folder, deliveries, *, order, times=1):
    """Return reports per load, and what stands in the store afterwards."""
    place = door(folder)
    paths = {table: place.file(table, *deliveries[table]) for table in TABLES}
    reports = [place.load(*(paths[table] for table in order)) for _ in range(times)]
    return reports, contents(place)


def contents(place):
    left_out = ", ".join(name for name in PROVENANCE if name == "loaded_at")
    stored = {
        table: sorted(map(str, place.query(f"SELECT * EXCLUDE ({left_out}) FROM {table}")))
        for table in TABLES
    }
    history = sorted(map(str, place.query("SELECT * EXCLUDE (load_id) FROM log.history")))
    cases = sorted(map(str, place.query("SELECT * EXCLUDE (load_id, id) FROM log.quarantine")))
    return stored, history, cases


@settings(max_examples=4, deadline=None, phases=NO_SHRINKING)
@given(deliveries=DELIVERIES)
def test_loading_twice_changes_nothing_more(deliveries):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        _, once = loaded(Path(one), deliveries, order=TABLES)
        reports, twice = loaded_with_same_key(Path(one), Path(two), deliveries)
    assert once == twice
    for sheet in reports[1].sheets:
        assert sheet.accepted == sheet.corrected == 0
        assert sheet.accounted == sheet.rows


LISTS = st.tuples(*(st.tuples(rows(table), rows(table)) for table in ("members", "jobs")))


@settings(max_examples=4, deadline=None, phases=NO_SHRINKING)
@given(lists=LISTS)
def test_a_list_and_its_correction_loaded_again_change_nothing(lists):
    """Together, and the older list alone: what a later file corrected stays corrected, what it broke stays waiting."""
    with tempfile.TemporaryDirectory() as folder:
        place = door(Path(folder))
        older, newer = (
            [
                place.file(table, *both[turn], name=f"{table}-{turn}.csv")
                for table, both in zip(("members", "jobs"), lists, strict=True)
            ]
            for turn in (0, 1)
        )
        place.load(*older, *newer)
        expected = contents(place)
        for again in ((*older, *newer), older, newer, older):
            report = place.load(*again)
            assert contents(place) == expected
            assert [(sheet.accepted, sheet.corrected) for sheet in report.sheets] == [(0, 0)] * len(again)


def loaded_with_same_key(one, two, deliveries):
    place = door(two)
    place.home.demo_key.write_bytes((one / "home" / "private" / "demo.key").read_bytes())
    paths = [place.file(table, *deliveries[table]) for table in TABLES]
    reports = [place.load(*paths) for _ in range(2)]
    return reports, contents(place)


@settings(max_examples=3, deadline=None, phases=NO_SHRINKING)
@given(deliveries=DELIVERIES, order=st.permutations(TABLES))
def test_the_order_in_which_files_are_named_does_not_matter(deliveries, order):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        straight, expected = loaded(Path(one), deliveries, order=TABLES)
        place = door(Path(two))
        place.home.demo_key.write_bytes((Path(one) / "home" / "private" / "demo.key").read_bytes())
        paths = {table: place.file(table, *deliveries[table]) for table in TABLES}
        report = place.load(*(paths[table] for table in order))
        found = contents(place)
    assert found == expected
    by_file = {sheet.file: sheet for sheet in straight[0].sheets}
    assert all(sheet == by_file[sheet.file] for sheet in report.sheets)


def test_the_good_rows_of_these_laws_are_taken(tmp_path):
    reports, _ = loaded(tmp_path, {table: [{}] for table in TABLES}, order=TABLES)
    assert {sheet.record for sheet in reports[0].sheets if sheet.accepted} >= {"members", "jobs"}
    assert set(TABLES) <= set(GOOD)
