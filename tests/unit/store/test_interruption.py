"""A load that is killed, fails or meets a full disk leaves the store as before, and the next command says so."""

import errno
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from pipelines.store import lock, publication
from pipelines.store.keys import bind_key
from pipelines.store.load_session import State, checking, loading, notice, state
from pipelines.store.publication import current
from pipelines.store.snapshot import open_snapshot
from pipelines.store.vault import Identity, read_vault, vault_file, write_vault
from pipelines.vocabulary.errors import FileRefused, StoreProblem

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KEY = bytes(32)
START = """
import os, resource, sys
from datetime import datetime
from pathlib import Path
from pipelines.store.home import Home
from pipelines.store.load_session import loading
from pipelines.store.vault import Identity, Vault, read_vault, write_vault
from pipelines.vocabulary.errors import FileRefused, StoreProblem
home = Home(Path(os.environ["HOME_PATH"]))
def wait():
    print("ready", flush=True)
    input()
def fill(load, rows):
    load.warehouse.execute(
        "INSERT INTO jobs (job_id, category) SELECT 'K' || range, md5(range::VARCHAR) FROM range(?)", [rows])
"""
KILLED_BEFORE_COMMIT = """
with loading(home, now=datetime(2026, 3, 3, 10, 0)) as load, load.warehouse.transaction():
    vault = read_vault(home, key=bytes(32), number=load.vault_number)
    write_vault(home, vault.having(people={"p2": Identity(member_id="R0002")}), key=bytes(32))
    fill(load, 200_000)
    wait()
"""
KILLED_AFTER_COMMIT = """
with loading(home, now=datetime(2026, 3, 3, 10, 0)) as load:
    with load.warehouse.transaction():
        vault = read_vault(home, key=bytes(32), number=load.vault_number)
        write_vault(home, vault.having(people={"p2": Identity(member_id="R0002")}), key=bytes(32))
        fill(load, 10)
        load.warehouse.execute("INSERT INTO log.loads (load_id, vault) VALUES (?, 2)", [load.load_id])
    wait()
"""
FULL_DISK = """
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
try:
    with loading(home, now=datetime(2026, 3, 3, 10, 0)) as load, load.warehouse.transaction():
        fill(load, 1_000_000)
except StoreProblem as problem:
    print(problem, flush=True)
"""
LOOK = """
import os, time
from pathlib import Path
from pipelines.store.home import Home
from pipelines.store.load_session import state
home = Home(Path(os.environ["HOME_PATH"]))
print("ready", flush=True)
while True:
    state(home)
    time.sleep(0.001)
"""


def load_one_job(home, *, refuse=False):
    with loading(home, now=NOW) as load, load.warehouse.transaction():
        bind_key(load.warehouse, key=KEY)
        vault = read_vault(home, key=KEY, number=load.vault_number)
        number = write_vault(home, vault.having(people={"p1": Identity(member_id="R0001")}), key=KEY).number
        load.warehouse.execute("INSERT INTO jobs (job_id) VALUES ('K0001')")
        load.warehouse.execute("INSERT INTO log.loads (load_id, vault) VALUES (?, ?)", [load.load_id, number])
        if refuse:
            raise FileRefused("Dit bestand past niet.")


def kill_when_ready(process):
    assert process.stdout.readline() == "ready\n", process.stderr.read()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def jobs_seen(home):
    with open_snapshot(home) as snapshot:
        return snapshot.run("SELECT count(*) FROM jobs").rows[0][0]


def jobs_stored(home):
    with loading(home, now=NOW) as load:
        return load.warehouse.value("SELECT count(*) FROM jobs"), load


def people_known(home, number):
    return set(read_vault(home, key=KEY, number=number).people)


def test_a_home_without_data_has_nothing_to_tell(home):
    assert state(home) is State.IDLE
    assert notice(home) is None


def test_a_load_that_ends_well_leaves_no_marker(home):
    load_one_job(home)
    assert (state(home), notice(home)) == (State.IDLE, None)
    assert jobs_seen(home) == 1


def test_a_load_killed_in_its_transaction_leaves_store_and_vault_as_before_and_is_told_of(
    home, other_process
):
    load_one_job(home)
    kill_when_ready(other_process(START + KILLED_BEFORE_COMMIT))
    assert state(home) is State.INTERRUPTED
    assert "3-3-2026 10:00 is afgebroken" in notice(home)
    assert "zoals ze daarvoor waren" in notice(home), "it is told until the next load"
    assert jobs_seen(home) == 1
    stored, load = jobs_stored(home)
    assert stored == 1
    assert "3-3-2026 10:00 is afgebroken" in load.notes[0]
    assert load.load_id == 2
    assert load.vault_number == 1
    assert people_known(home, 1) == {"p1"}
    assert not vault_file(home, number=2).exists(), "what the killed load wrote about people is gone"
    assert notice(home) is None


def test_a_first_load_that_is_killed_leaves_an_empty_store(home, other_process):
    kill_when_ready(other_process(START + KILLED_BEFORE_COMMIT))
    assert "afgebroken" in notice(home)
    assert current(home) is None
    assert jobs_stored(home)[0] == 0


def test_a_load_killed_after_its_commit_gets_its_snapshot_from_the_next_command(home, other_process):
    load_one_job(home)
    kill_when_ready(other_process(START + KILLED_AFTER_COMMIT))
    assert jobs_seen(home) == 1
    assert "alsnog gemaakt" in notice(home)
    assert jobs_seen(home) == 11
    assert notice(home) is None
    assert people_known(home, 2) == {"p1", "p2"}


def test_a_full_disk_leaves_the_store_as_before_in_one_sentence(home, other_process):
    load_one_job(home)
    told, errors = other_process(START + FULL_DISK).communicate()
    assert "De schijf met" in told, errors
    assert told.count("\n") == 1
    assert "is vol" in told
    assert "3-3-2026 10:00 is afgebroken" in notice(home)
    assert jobs_seen(home) == 1
    assert jobs_stored(home)[0] == 1
    assert notice(home) is None, "it was told once more, by the next load"


def test_a_refused_load_publishes_nothing_and_is_not_called_killed(home):
    load_one_job(home)
    before = current(home)
    with pytest.raises(FileRefused):
        load_one_job(home, refuse=True)
    assert current(home) == before
    assert notice(home) is None
    assert jobs_stored(home)[0] == 1


def test_a_second_load_is_refused_in_one_sentence(home, other_process, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.05)
    load_one_job(home)
    process = other_process(START + KILLED_AFTER_COMMIT)
    assert process.stdout.readline() == "ready\n"
    assert state(home) is State.BUSY
    assert notice(home).startswith("Er wordt op dit moment geladen (sinds 3-3-2026 10:00)")
    with pytest.raises(StoreProblem, match=f"proces {process.pid}"), loading(home, now=NOW):
        pytest.fail("opened")
    process.communicate("done\n")
    assert state(home) is State.IDLE
    assert jobs_seen(home) == 11


def test_looking_whether_a_load_runs_never_stops_one_from_starting(home):
    load_one_job(home)
    looking = subprocess.Popen(
        [sys.executable, "-c", LOOK], env={**os.environ, "HOME_PATH": str(home.path)}, stdout=subprocess.PIPE
    )
    assert looking.stdout.readline() == b"ready\n"
    for _ in range(5):
        load_one_job(home)
    looking.kill()
    looking.communicate()
    assert jobs_seen(home) == 6


def test_a_disk_too_full_for_the_snapshot_says_that_the_load_was_saved(home, monkeypatch):
    load_one_job(home)

    def fail(_source, _target):
        raise OSError(errno.ENOSPC, "x")

    with monkeypatch.context() as patch:
        patch.setattr(publication.shutil, "copyfile", fail)
        with pytest.raises(StoreProblem, match="het laden is opgeslagen"):
            load_one_job(home)
    assert jobs_seen(home) == 1
    assert "alsnog gemaakt" in notice(home)
    assert jobs_seen(home) == 2


def test_an_unreadable_marker_still_says_that_something_was_interrupted(home):
    load_one_job(home)
    home.marker.write_bytes(b"{")
    assert notice(home) is not None


def test_work_files_of_a_killed_load_are_gone_after_the_next_and_those_of_a_waiting_one_stay(
    home, other_process
):
    home.create()
    (home.scratch / "killed").mkdir()
    (home.scratch / "killed" / "names.csv").write_text("x")
    process = other_process(START + KILLED_BEFORE_COMMIT)
    kill_when_ready(process)
    for name in ("waiting", "spill-1-snapshot-000001", f"spill-{process.pid}-warehouse"):
        (home.scratch / name).mkdir(exist_ok=True)
    load_one_job(home)
    assert sorted(entry.name for entry in home.scratch.iterdir()) == ["spill-1-snapshot-000001", "waiting"]


def test_work_files_of_the_day_before_are_gone_after_a_load(home):
    home.create()
    (home.scratch / "old.csv").write_text("x")
    os.utime(home.scratch / "old.csv", (0, 0))
    load_one_job(home)
    assert list(home.scratch.iterdir()) == []


@pytest.mark.parametrize("begun", [False, True])
def test_trying_a_load_saves_nothing(home, tmp_path, begun):
    if begun:
        load_one_job(home)
    with checking(home, scratch=tmp_path) as warehouse:
        warehouse.execute("INSERT INTO jobs (job_id) VALUES ('K0002')")
        assert warehouse.value("SELECT count(*) FROM jobs") == 1 + begun
    assert home.path.exists() == begun
    if begun:
        assert jobs_stored(home)[0] == 1
