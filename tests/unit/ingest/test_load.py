import errno
from datetime import date, time
from pathlib import Path

import pytest

from pipelines.ingest import load
from pipelines.ingest.load import load_files
from pipelines.store.load_session import notice
from pipelines.vocabulary.errors import FileRefused, StoreProblem, WrongUse
from tests.unit.ingest.deliveries import NOW, TODAY, counts, found

MEMBER = {"member_id": "R0001"}


def test_a_sheet_with_only_headings_is_taken_and_adds_up_to_nothing(door):
    sheet = door.deliver("jobs")
    assert (sheet.rows, counts(sheet), sheet.faults) == (0, {}, ())


def test_no_files_is_wrong_use(door):
    with pytest.raises(WrongUse):
        door.load()


def test_values_reach_the_warehouse_typed(door):
    door.load(
        door.file("members", MEMBER),
        door.file(
            "jobs",
            {
                "reported_time": "9:05",
                "status": "afgerond",
                "completed_on": "2026-03-09",
                "hours_worked": "1,25",
                "price_eur": "950,5",
                "payer": "fonds",
            },
        ),
    )
    columns = (
        "job_id, reported_on, reported_time, completed_on, hours_worked, price_eur, description, source_file"
    )
    assert door.query(f"SELECT {columns}, source_row, loaded_at FROM jobs") == [
        ("K0001", date(2026, 3, 2), time(9, 5), date(2026, 3, 9), 1.25, 950.5, None, "jobs.csv", 2, NOW)
    ]


def test_a_value_out_of_range_puts_the_row_aside(door):
    door.deliver("members", MEMBER)
    sheet = door.deliver("jobs", {"price_eur": "1250,5"})
    assert counts(sheet) == {"rejected": 1}
    assert found(sheet, "error") == [(2, "price_eur", "bereik")]


def test_loading_the_same_file_twice_changes_nothing(door):
    paths = [
        door.file("members", MEMBER, {"member_id": "r2", "phone": "612345678"}),
        door.file(
            "jobs",
            {"job_id": "K0001"},
            {"job_id": "K0001", "urgency": "spoed"},
            {"job_id": "K0002", "client_id": "R0009"},
            {"job_id": "", "client_id": ""},
        ),
    ]
    first = door.load(*paths)
    tables = ("members", "jobs", "log.history", "log.quarantine")
    before = [
        door.query(f"SELECT * EXCLUDE (load_id) FROM {table}" if "." in table else f"FROM {table}")
        for table in tables
    ]
    second = door.load(*paths)
    after = [
        door.query(f"SELECT * EXCLUDE (load_id) FROM {table}" if "." in table else f"FROM {table}")
        for table in tables
    ]
    assert [counts(sheet) for sheet in first.sheets] == [
        {"accepted": 2},
        {"accepted": 1, "corrected": 1, "rejected": 2},
    ]
    assert [counts(sheet) for sheet in second.sheets] == [{"unchanged": 2}, {"unchanged": 2, "rejected": 2}]
    assert before == after


def test_a_later_row_corrects_the_earlier_one_and_both_stay_in_the_history(door):
    door.deliver("members", MEMBER)
    door.deliver("jobs", {"urgency": "normaal"})
    sheet = door.deliver("jobs", {"urgency": "spoed"})
    assert counts(sheet) == {"corrected": 1}
    assert door.query("SELECT urgency FROM jobs") == [("spoed",)]
    assert door.query("SELECT key, \"row\"->>'urgency' FROM log.history") == [("K0001", "normaal")]


def lists(door):
    """Write a list, its correction, and a later one that goes back on purpose."""
    return [
        door.file("jobs", {"urgency": urgency, "description": said}, name=f"{name}.csv")
        for name, urgency, said in (
            ("oud", "normaal", "De heg is te hoog"),
            ("nieuw", "spoed", "De heg is te hoog"),
            ("terug", "normaal", "Bij nader inzien geen haast"),
        )
    ]


def test_a_list_loaded_again_together_with_its_correction_is_not_corrected_again(door):
    door.deliver("members", MEMBER)
    old, new, back = lists(door)
    assert [counts(sheet) for sheet in door.load(old, new).sheets] == [{"accepted": 1}, {"corrected": 1}]
    for again in ([old, new], [old], [new], [old]):
        assert [counts(sheet) for sheet in door.load(*again).sheets] == [{"unchanged": 1}] * len(again)
        assert door.query("SELECT urgency FROM jobs") == [("spoed",)]
        assert door.query("SELECT \"row\"->>'urgency' FROM log.history") == [("normaal",)]
    assert counts(door.load(back).sheets[0]) == {"corrected": 1}
    assert [counts(sheet) for sheet in door.load(old, new, back).sheets] == [{"unchanged": 1}] * 3
    assert door.query("SELECT urgency FROM jobs") == [("normaal",)]


def test_a_list_loaded_again_says_that_later_corrections_stay(door):
    door.deliver("members", MEMBER)
    assert door.load(*lists(door)[:2]).sheets[0].notes == ()
    (note,) = door.load(lists(door)[0]).sheets[0].notes
    assert "al eerder geladen, op 30-6-2026" in note


def test_an_old_list_loaded_again_does_not_bring_back_an_old_name(door):
    old = door.file("members", {"last_name": "Boom"}, name="oud.csv")
    new = door.file("members", {"last_name": "Boomsma"}, name="nieuw.csv")
    door.load(old, new)
    assert counts(door.load(old).sheets[0]) == {"unchanged": 1}
    assert counts(door.load(new).sheets[0]) == {"unchanged": 1}


def test_a_faulty_correction_stays_in_quarantine_when_its_list_is_loaded_again(door):
    door.deliver("members", MEMBER)
    good = door.file("jobs", {}, name="oud.csv")
    faulty = door.file("jobs", {"hours_worked": "99"}, name="nieuw.csv")
    for _ in range(2):
        door.load(good, faulty)
        assert door.query("SELECT status FROM log.quarantine") == [("open",)]


def test_same_key_twice_in_one_file_the_later_row_wins_with_a_warning(door):
    door.deliver("members", MEMBER)
    sheet = door.deliver("jobs", {"urgency": "normaal"}, {"urgency": "gepland"}, {"urgency": "spoed"})
    assert counts(sheet) == {"accepted": 1, "corrected": 2}
    assert found(sheet, "warning") == [(4, "job_id", "double_key")]
    assert door.query("SELECT urgency, source_row FROM jobs") == [("spoed", 4)]
    assert sorted(door.query("SELECT \"row\"->>'urgency' FROM log.history")) == [("gepland",), ("normaal",)]


def test_a_changed_name_is_a_correction_though_the_warehouse_does_not_see_it(door):
    door.deliver("members", {"last_name": "Boom"})
    assert counts(door.deliver("members", {"last_name": "Boomsma"})) == {"corrected": 1}
    assert counts(door.deliver("members", {"last_name": "Boomsma"})) == {"unchanged": 1}


def test_files_are_loaded_in_the_order_of_the_records_whatever_order_they_are_named_in(door):
    jobs, members = door.file("jobs", {}), door.file("members", MEMBER)
    report = door.load(jobs, members)
    assert [(sheet.file, counts(sheet)) for sheet in report.sheets] == [
        ("jobs.csv", {"accepted": 1}),
        ("members.csv", {"accepted": 1}),
    ]


def test_a_refused_file_saves_nothing_of_the_command(door):
    door.deliver("members", MEMBER)
    good, missing = door.file("jobs", {}), door.folder / "weg.csv"
    with pytest.raises(FileRefused, match="weg.csv"):
        door.load(good, missing)
    assert door.query("SELECT count(*) FROM jobs") == [(0,)]


@pytest.mark.parametrize("happens", [Path.unlink, lambda path: path.write_text("half")])
@pytest.mark.parametrize("save", [True, False])
def test_a_file_that_goes_or_changes_while_it_is_read_is_refused_and_nothing_is_saved(door, happens, save):
    path = door.file("members", MEMBER)

    def meddle(what, done, total):
        if what.startswith("Controleren"):
            happens(path)

    with pytest.raises(FileRefused, match="veranderd of verdwenen terwijl het werd gelezen"):
        load_files(door.home, [path], today=TODAY, now=NOW, progress=meddle, save=save)
    if save:
        assert door.query("SELECT count(*) FROM members") == [(0,)]
        assert notice(door.home) is None


def test_all_refused_files_are_named_at_once(door):
    with pytest.raises(FileRefused, match=r"een\.csv(.|\n)*twee\.csv"):
        door.load(door.folder / "een.csv", door.folder / "twee.csv")


def test_check_says_the_same_and_saves_nothing(door):
    door.deliver("members", MEMBER)
    jobs = door.file("jobs", {}, {"job_id": "K0002", "client_id": "R0077"})
    before = {
        path: path.read_bytes()
        for path in door.home.path.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }
    checked = door.load(jobs, save=False)
    after = {
        path: path.read_bytes()
        for path in door.home.path.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }
    loaded = door.load(jobs)
    assert not checked.saved
    assert checked.sheets == loaded.sheets
    assert before.keys() == after.keys()
    assert [path.name for path in before if before[path] != after[path]] == []


def test_check_needs_no_store_and_makes_none(tmp_path, door):
    from pipelines.ingest.load import load_files
    from pipelines.store.home import Home
    from tests.unit.ingest.deliveries import NOW, TODAY

    nowhere = Home(tmp_path / "nowhere")
    report = load_files(nowhere, [door.file("members", MEMBER)], today=TODAY, now=NOW, save=False)
    assert counts(report.sheets[0]) == {"accepted": 1}
    assert not nowhere.path.exists()


def test_every_sheet_is_stored_with_where_its_rows_went(door):
    door.deliver("members", MEMBER, {"member_id": "", "postcode": "x"})
    assert door.query('SELECT file, sheet, record, "rows", accepted, rejected, blank FROM log.files') == [
        ("members.csv", "members", "members", 2, 1, 1, 0)
    ]


def test_the_file_as_delivered_is_kept_privately_once(door):
    path = door.file("members", MEMBER)
    door.load(path)
    door.load(path)
    kept = list(door.home.raw.iterdir())
    assert [file.read_bytes() for file in kept] == [path.read_bytes()]


def test_no_room_to_keep_the_file_as_delivered_is_said_and_nothing_is_saved(door, monkeypatch):
    door.deliver("members", MEMBER)

    def fail(_source, _target):
        raise OSError(errno.ENOSPC, "x")

    with monkeypatch.context() as patch:
        patch.setattr(load.shutil, "copyfile", fail)
        with pytest.raises(StoreProblem, match="vol"):
            door.deliver("jobs", {})
    assert door.query("SELECT count(*) FROM jobs") == [(0,)]
    assert len(list(door.home.raw.iterdir())) == 1


def test_nothing_is_left_in_the_scratch_folder(door):
    door.deliver("members", MEMBER)
    assert [path for path in door.home.scratch.rglob("*") if path.is_file()] == []
