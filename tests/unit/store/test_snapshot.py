"""Readers open numbered copies: they go on while a loader runs, and meet no lock."""

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.store import migration
from pipelines.store.load_session import loading
from pipelines.store.publication import KEPT, current, published_at
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.errors import StoreProblem

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
COUNT = "SELECT count(*) FROM ledger"
LOAD_TWICE = """
import os
from datetime import datetime
from pathlib import Path
from pipelines.store.home import Home
from pipelines.store.load_session import loading
home = Home(Path(os.environ["HOME_PATH"]))
for _ in range(2):
    with loading(home, now=datetime(2026, 3, 3)) as load:
        with load.warehouse.transaction():
            load.warehouse.execute("INSERT INTO ledger (entry_id) VALUES ('more')")
            print("ready", flush=True)
            input()
    print("saved", flush=True)
"""


def add_entry(home):
    with loading(home, now=NOW) as load, load.warehouse.transaction():
        load.warehouse.execute("INSERT INTO ledger (entry_id) VALUES ('one')")
        load.warehouse.execute("INSERT INTO log.loads (load_id) VALUES (?)", [load.load_id])


def seen(home):
    with open_snapshot(home) as snapshot:
        return snapshot.run(COUNT).rows[0][0]


def test_without_a_load_there_is_nothing_to_open_and_that_is_said(home):
    with pytest.raises(StoreProblem, match="nog geen gegevens"):
        open_snapshot(home)
    assert published_at(home) is None


def test_an_empty_store_has_a_snapshot(home):
    with loading(home, now=NOW):
        pass
    assert seen(home) == 0


def test_rows_come_with_their_columns(home):
    add_entry(home)
    with open_snapshot(home) as snapshot:
        rows = snapshot.run("SELECT entry_id, amount_eur FROM ledger WHERE entry_id = ?", ["one"])
    assert rows.columns == ("entry_id", "amount_eur")
    assert rows.rows == [("one", None)]


def test_a_reader_keeps_its_snapshot_and_a_new_reader_sees_the_new_one(home):
    add_entry(home)
    with open_snapshot(home) as before:
        for _ in range(KEPT + 1):
            add_entry(home)
        assert before.run(COUNT).rows == [(1,)]
        with open_snapshot(home) as after:
            assert after.name > before.name
            assert after.run(COUNT).rows == [(KEPT + 2,)]
        assert before.run(COUNT).rows == [(1,)]


def test_the_last_three_are_kept_and_nothing_half_written(home):
    add_entry(home)
    for part in (home.snapshots / "snapshot-000009.part", home.path / "loading.json.1.part"):
        part.write_text("half")
    for _ in range(4):
        add_entry(home)
    names = sorted(file.name for file in home.snapshots.glob("*.duckdb"))
    assert names == ["snapshot-000003.duckdb", "snapshot-000004.duckdb", "snapshot-000005.duckdb"]
    assert current(home).name == names[-1]
    assert not list(home.path.rglob("*.part"))


def test_readers_go_on_while_another_process_loads_and_nobody_meets_a_lock(home, other_process):
    add_entry(home)
    process = other_process(LOAD_TWICE)
    with open_snapshot(home) as before:
        for expected in (1, 2):
            assert process.stdout.readline() == "ready\n"
            assert before.run(COUNT).rows == [(1,)]
            assert seen(home) == expected, "a transaction under way is not seen"
            process.stdin.write("go on\n")
            process.stdin.flush()
            assert process.stdout.readline() == "saved\n"
            assert seen(home) == expected + 1
        assert process.wait() == 0


def test_threads_share_one_snapshot(home):
    add_entry(home)
    failed = []

    def ask(snapshot):
        try:
            for _ in range(25):
                assert snapshot.run(COUNT).rows == [(1,)]
        except (StoreProblem, AssertionError) as error:
            failed.append(error)

    with open_snapshot(home) as snapshot:
        threads = [threading.Thread(target=ask, args=(snapshot,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO ledger (entry_id) VALUES ('two')",
        "CREATE TABLE more (a INTEGER)",
        "SET enable_external_access = true",
        "SELECT * FROM read_csv('/etc/hostname')",
        "COPY ledger TO '/tmp/taken.csv'",
        "INSTALL excel",
        "ATTACH '/tmp/other.duckdb'",
    ],
)
def test_a_reader_changes_nothing_and_reaches_no_file(home, statement):
    add_entry(home)
    with open_snapshot(home) as snapshot, pytest.raises(StoreProblem):
        snapshot.run(statement)


def test_a_damaged_snapshot_is_said(home):
    add_entry(home)
    current(home).write_bytes(b"x" * 20_000)
    with pytest.raises(StoreProblem, match="beschadigd"):
        open_snapshot(home)


def test_a_pointer_to_nothing_is_said(home):
    add_entry(home)
    current(home).unlink()
    with pytest.raises(StoreProblem, match="ontbreekt"):
        open_snapshot(home)


def test_a_snapshot_of_a_newer_version_is_refused(home, monkeypatch):
    add_entry(home)
    monkeypatch.setattr(migration, "latest_number", lambda: 1)
    with pytest.raises(StoreProblem, match="nieuwere versie"):
        open_snapshot(home)


def test_a_snapshot_of_an_older_version_is_brought_up_to_date_for_the_reader(home, monkeypatch):
    add_entry(home)
    step = migration.Migration(migration.latest_number() + 1, "more", "CREATE TABLE more AS SELECT 7 AS a")
    steps = (*migration.migrations(), step)
    monkeypatch.setattr(migration, "migrations", lambda: steps)
    with open_snapshot(home) as snapshot:
        assert snapshot.name == "snapshot-000002.duckdb"
        assert snapshot.run("SELECT a FROM more").rows == [(7,)]
        assert snapshot.run(COUNT).rows == [(1,)]


def test_the_calendar_travels_with_the_snapshot(home):
    add_entry(home)
    with open_snapshot(home) as snapshot:
        rows = snapshot.run("SELECT count(*), min(day)::VARCHAR FROM calendar").rows
    assert rows == [(11323, "2010-01-01")]


def test_what_does_not_fit_in_memory_goes_to_a_private_folder_of_its_own(home):
    add_entry(home)
    setting = "SELECT value FROM duckdb_settings() WHERE name = 'temp_directory'"
    with open_snapshot(home) as snapshot, loading(home, now=NOW) as load:
        folders = {snapshot.run(setting).rows[0][0], load.warehouse.value(setting)}
    assert len(folders) == 2
    assert all(Path(folder).parent == home.scratch and str(os.getpid()) in folder for folder in folders)
