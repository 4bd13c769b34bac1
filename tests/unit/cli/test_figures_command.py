"""`werkplaats figures` and `werkplaats export` as people and machines use them."""

import json
from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pytest

from dashboard.cli import app, faults
from dashboard.cli.figures_table import table
from dashboard.words.sentences import extent_text, value_text
from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import storage_columns
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from tests.lib.compiled import compiled_home
from tests.lib.findings import SHARE, released
from tests.lib.worlds import world_as_of

pytestmark = pytest.mark.xdist_group("answers-on_course")
AS_OF = world_as_of("on_course").isoformat()
KEYS = {
    "code",
    "branch",
    "value",
    "k",
    "n",
    "low",
    "high",
    "unit",
    "target",
    "verdict",
    "as_of",
    "caveats",
    "parts",
}


@pytest.fixture
def run(capsys):
    """Return a function that runs a command in the home of a world and gives its exit code, output and errors."""

    def of(*arguments, world="on_course"):
        code = faults.run(app, [*arguments, "--home", str(compiled_home(world))], debug=False)
        out, err = capsys.readouterr()
        return code, out, err

    return of


def test_without_data_every_headline_figure_says_there_is_none(run):
    code, out, _ = run("figures", "--json", "--as-of", "2026-01-05", world="nothing_yet")
    if code == 0:
        assert all(found["value"] in {None, 0} and found["caveats"] for found in json.loads(out))
    else:
        assert code == 1
        assert out == ""


def test_without_codes_the_13_headline_figures_come_in_their_order(run):
    code, out, _ = run("figures", "--json", "--as-of", AS_OF)
    found = json.loads(out)
    assert code == 0
    assert len(dict.fromkeys(one["code"] for one in found)) == 13
    assert all(set(one) >= KEYS for one in found)
    assert found[0]["code"] == "participating_tenants"
    assert [one["branch"] for one in found if one["code"] == "match_rate_14d"] == [None, "klus", "zorg"]


def test_an_id_and_a_code_name_are_the_same_figure_once(run):
    _, out, _ = run("figures", "A1", "participating_tenants", "a1", "--json", "--as-of", AS_OF)
    assert [one["id"] for one in json.loads(out)] == ["A1"]


def test_a_branch_leaves_out_figures_of_the_other(run):
    _, out, _ = run("figures", "--branch", "zorg", "--json", "--as-of", AS_OF)
    found = json.loads(out)
    assert "job_lead_time" not in {one["code"] for one in found}
    assert [one["branch"] for one in found if one["code"] == "match_rate_14d"] == ["zorg"]
    assert [one["branch"] for one in found if one["code"] == "helpers_at_risk"] == [None]


def test_a_later_first_day_counts_fewer_cases(run):
    _, whole, _ = run("figures", "B3", "--json", "--as-of", AS_OF)
    _, part, _ = run("figures", "B3", "--json", "--as-of", AS_OF, "--from", "2026-04-01")
    assert json.loads(part)[0]["n"] < json.loads(whole)[0]["n"]


def test_readers_outside_get_editions_only_and_hear_that_there_is_none_yet(run):
    code, out, err = run("figures", "--audience", "portaal")
    assert (code, out) == (1, "")
    assert "portaal" in err


def test_an_undecided_figure_says_which_way_it_points_and_what_would_decide(run):
    _, out, _ = run("figures", "B3", "D3", "--as-of", AS_OF)
    assert [line for line in out.splitlines() if ": niet te zeggen. " in line] == [
        "B3 Doorlooptijd klus (klussen): niet te zeggen. Het wijst van het doel af. "
        "Met nog ongeveer 90 klussen is het wel te zeggen.",
        "D3 Bezoeken die doorgingen (thuiszorg): niet te zeggen. Het wijst van het doel af. "
        "Om het te zeggen zijn meer bezoeken nodig dan zo'n korte periode geeft.",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(99.95, "99,9\u00a0%"), (0.04, "0,1\u00a0%"), (100, "100\u00a0%"), (76.4, "76\u00a0%")],
)
def test_a_share_is_written_as_on_the_pages_and_never_rounded_to_all_or_none(value, text):
    (line,) = list(table(released(replace(SHARE, value=value, low=value / 2, high=value))))[2:3]
    assert f"  {text}  " in line
    assert value_text(replace(SHARE, value=value)) == text
    assert extent_text(replace(SHARE, low=value / 2, high=value)) in line


def test_people_read_a_dutch_table(run):
    _, out, _ = run("figures", "B3", "--as-of", AS_OF)
    heading, columns, line, *_ = out.splitlines()
    assert heading.startswith("Cijfers op ")
    assert columns.split() == ["Cijfer", "Tak", "Waarde", "Aantal", "Tussen", "Doel", "Oordeel"]
    assert line.startswith("B3  Doorlooptijd klus")


@pytest.mark.parametrize(
    "wrong",
    [
        ("figures", "Z9"),
        ("figures", "--audience", "iedereen"),
        ("figures", "--branch", "tuin"),
        ("figures", "--as-of", "31-12-2026"),
        ("figures", "--engine", "abacus"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(run, wrong):
    code, out, err = run(*wrong)
    assert code == 2
    assert out == ""
    assert "Traceback" not in err
    assert err.strip()


def test_export_writes_one_file_per_record_with_the_rows_of_the_snapshot(run, tmp_path):
    folder = tmp_path / "export"
    code, out, _ = run("export", str(folder), "--json")
    assert code == 0
    written = {one["file"]: one["rows"] for one in json.loads(out)}
    assert set(written) == {f"{record.table}.parquet" for record in RECORDS}
    with open_snapshot(Home(compiled_home("on_course"))) as snapshot:
        for record in RECORDS:
            table = pq.read_table(folder / f"{record.table}.parquet")
            assert table.column_names == list(storage_columns(record))
            rows = snapshot.run(f"SELECT count(*) FROM {record.table}").rows[0][0]
            assert table.num_rows == rows == written[f"{record.table}.parquet"]


def test_export_keeps_dates_as_dates(run, tmp_path):
    run("export", str(tmp_path / "export"))
    first = pq.read_table(tmp_path / "export" / "jobs.parquet", columns=["reported_on"]).column(0)[0].as_py()
    assert type(first) is date


def test_export_never_mixes_with_what_is_there(run, tmp_path):
    (tmp_path / "kept.txt").write_text("of somebody")
    code, _, err = run("export", str(tmp_path))
    assert code == 1
    assert "is niet leeg" in err
    assert [file.name for file in tmp_path.iterdir()] == ["kept.txt"]
