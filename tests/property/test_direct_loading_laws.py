"""A large first sheet skips the stage as far as it can: the store, report and quarantine are those of the ordinary way."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ingest import scan, sheet_load
from pipelines.schemas.registry import record
from tests.property.test_loading_laws import NO_SHRINKING
from tests.unit.ingest.deliveries import GOOD, door

CLIENTS = [{"member_id": f"R{number:04d}", "phone": f"06{number:08d}"} for number in range(1, 5)]
LATE_CLIENT = {"member_id": "R0009", "phone": "0699999999"}  # delivered after the jobs that point to it
MESSY = {
    "job_id": ["k3", "K 0004", "", "x", "Totaal"],
    "client_id": ["r2", "R0009", "R0404", "", "Jan Jansen"],
    "reported_on": ["1-3-2026", "31-2-2026", "wk 14", "46115", "", "1-7-2026", "2027-01-01"],
    "reported_time": ["09:30", "00:00", "half 3"],
    "channel": ["tel", "", "fax"],
    "description": ["", "test", "kort", "De goot lekt al weken"],
    "completed_on": ["9-3-2026", "1-3-2026", "z.s.m."],
    "status": ["afgerond", "dubbel", "ingetrokken_klant", "klaar", "x"],
    "hours_worked": ["1,5", "2 x 1,5", "99", "4-6"],
    "price_eur": ["12,5", "gratis", "€ 12,50"],
    "payer": ["huurder", "Huurder"],
    "redo_of": ["K0001", "k2", "K0404", "K0007"],
    "duplicate_of": ["K0001", "K0404", "zie boven"],
}
ROWS = st.lists(
    st.builds(
        lambda number, cells: {"job_id": f"K{number:04d}"} | cells,
        st.integers(1, 6),
        st.lists(st.sampled_from([(name, text) for name in MESSY for text in MESSY[name]]), max_size=3).map(dict),
    ),
    min_size=1, max_size=9,
)  # fmt: skip


@pytest.fixture
def directly(monkeypatch):
    """Let every first sheet go straight to its record, in batches of a few thousand rows."""

    def make(*, small_batches: bool) -> None:
        monkeypatch.setattr(sheet_load, "LARGE", 1)
        if small_batches:
            monkeypatch.setattr(scan, "ROW_GROUP", 2048)
            monkeypatch.setattr(scan, "ROWS_PER_BATCH", 2048)

    return make


def world(folder: Path, jobs, *, again=(), key: Path | None = None):
    """Load clients, jobs, the jobs again with changes, and the client who was missing; return all that can be seen."""
    place = door(folder)
    if key is not None:
        place.home.demo_key.write_bytes(key.read_bytes())
    reports = [
        place.load(place.file("members", *CLIENTS)),
        place.load(place.file("jobs", *jobs)),
        place.load(place.file("jobs", *again, name="opnieuw.csv")) if again else None,
        place.load(place.file("members", LATE_CLIENT, name="later.csv")),
    ]
    return place.home.demo_key, [seen(place, report) for report in reports if report], contents(place)


def seen(place, report):
    """Return what a person sees of a load: counts, faults, and the lines of the report file."""
    lines = sorted(report.report_file.read_text(encoding="utf-8-sig").splitlines())
    return report.as_json(), report.retried, [sheet.counts for sheet in report.sheets], lines


def contents(place):
    kept = {
        "jobs": "SELECT * EXCLUDE (loaded_at) FROM jobs",
        "faults": "SELECT * FROM log.faults",
        "quarantine": "SELECT * EXCLUDE (id) FROM log.quarantine",
        "history": "SELECT * FROM log.history",
        "files": "SELECT * EXCLUDE (sha256) FROM log.files",
    }
    return {name: sorted(map(str, place.query(sql))) for name, sql in kept.items()}


def assert_same_both_ways(jobs, *, again, directly, small_batches=False):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        key, *ordinary = world(Path(one), jobs, again=again)
        directly(small_batches=small_batches)
        _, *direct = world(Path(two), jobs, again=again, key=key)
    assert direct == ordinary


def test_thousands_of_messy_rows_are_the_same_both_ways(directly):
    chance = np.random.default_rng(7)

    def row(number: int) -> dict[str, str]:
        spoiled = chance.choice(sorted(MESSY), size=chance.choice([0, 0, 0, 1, 2]), replace=False)
        number = chance.integers(number + 1) if chance.random() < 0.02 else number
        return {
            "job_id": f"K{number + 1:04d}",
            "client_id": f"R{chance.integers(1, 5):04d}",
            "reported_on": f"{chance.integers(1, 29)}-{chance.integers(1, 7)}-2026",
        } | {name: str(chance.choice(MESSY[name])) for name in spoiled}

    jobs = [row(number) for number in range(5000)]
    again = [row(number) for number in range(0, 5000, 40)]
    assert_same_both_ways(jobs, again=again, directly=directly, small_batches=True)


def test_a_number_that_had_to_be_repaired_corrects_the_row_that_was_stored_at_once(directly):
    jobs = [{"job_id": "K0001", "channel": "e_mail"}, {"job_id": "k1"}]
    assert_same_both_ways(jobs, again=jobs, directly=directly)


def test_the_messy_cells_are_columns_of_a_job():
    assert set(MESSY) | set(GOOD["jobs"]) <= set(record("jobs").by_name)


@settings(max_examples=6, deadline=None, phases=NO_SHRINKING)
@given(jobs=ROWS, again=ROWS)
def test_a_few_rows_are_the_same_both_ways(jobs, again):
    with pytest.MonkeyPatch.context() as patch:
        assert_same_both_ways(
            jobs, again=again, directly=lambda small_batches: patch.setattr(sheet_load, "LARGE", 1)
        )
