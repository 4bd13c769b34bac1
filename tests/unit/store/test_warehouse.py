"""What a person hears when the warehouse cannot be opened, and what no statement can do."""

import os

import duckdb
import pytest

from pipelines.store.connection import sql_path
from pipelines.store.home import Home
from pipelines.store.problem import problem_of_engine
from pipelines.store.warehouse import memory_warehouse, open_warehouse
from pipelines.vocabulary.errors import StoreProblem

HOLD_THE_FILE = """
import duckdb, os
connection = duckdb.connect(os.environ["HOME_PATH"] + "/warehouse.duckdb")
print("ready", flush=True)
input()
"""


def refusal(home, **options):
    with pytest.raises(StoreProblem) as problem, open_warehouse(home, **options):
        pytest.fail("opened")
    assert problem.value.sentence.count("\n") == 0
    assert problem.value.action
    return problem.value


@pytest.fixture
def made(home):
    with open_warehouse(home, create=True):
        return home


def test_a_home_without_data_says_what_to_load(home):
    assert "nog geen gegevens" in refusal(home).sentence
    assert not home.path.exists()


@pytest.mark.parametrize(("processors", "used"), [(1, 1), (4, 4), (16, 4), (None, 1)])
def test_the_loader_uses_no_more_threads_than_fit_in_its_memory(monkeypatch, processors, used):
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with memory_warehouse() as warehouse:
        assert warehouse.value("SELECT current_setting('threads')") == used


def test_a_file_where_the_home_should_be_is_said(tmp_path):
    (tmp_path / "home").write_text("not a folder")
    assert "is geen map" in refusal(Home(tmp_path / "home"), create=True).sentence


def test_a_store_another_program_has_open_is_refused_with_its_process(made, other_process):
    process = other_process(HOLD_THE_FILE)
    assert process.stdout.readline() == "ready\n"
    problem = refusal(made)
    assert "in gebruik" in problem.sentence
    assert f"proces {process.pid}" in problem.sentence
    assert problem.action.startswith("Wacht")
    process.communicate("done\n")
    with open_warehouse(made) as warehouse:
        assert warehouse.value("SELECT 1") == 1


@pytest.mark.parametrize("damage", ["overwritten", "cut", "empty", "inside"])
def test_a_damaged_file_is_said_and_left_as_it_is(made, damage):
    whole = made.warehouse.read_bytes()
    broken = {
        "overwritten": b"x" * len(whole),
        "cut": whole[: len(whole) // 3],
        "empty": b"",
        "inside": whole[:5000] + b"\7" * 60_000 + whole[65_000:],
    }[damage]
    made.warehouse.write_bytes(broken)
    assert "beschadigd" in refusal(made).sentence
    assert made.warehouse.read_bytes() == broken


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            "Trying to read a database file with version number 72, but we can only read versions up to 69",
            "nieuwere",
        ),
        ("IO Error: Could not write file x: No space left on device", "is vol"),
        ("IO Error: Failure while replaying WAL file x", "beschadigd"),
        ("IO Error: Cannot open file x: Permission denied", "mag niet lezen of schrijven"),
        (
            "IO Error: Could not set lock on file x: Conflicting lock is held in python (PID 12)",
            "(proces 12)",
        ),
        ("IO Error: it is used by another process", "in gebruik"),
        ("something nobody foresaw", "mislukt (IOException)"),
    ],
)
def test_message_of_the_engine_becomes_a_sentence(home, message, said):
    problem = problem_of_engine(duckdb.IOException(message), home=home.path, file=home.warehouse)
    assert said in problem.sentence
    assert problem.action


def test_a_transaction_that_raises_leaves_the_store_as_it_was(home):
    def fail_halfway():
        with warehouse.transaction():
            warehouse.execute("INSERT INTO ledger (entry_id) VALUES ('1')")
            warehouse.execute("CREATE TABLE extra (a INTEGER)")
            raise KeyError

    with open_warehouse(home, create=True) as warehouse:
        with pytest.raises(KeyError):
            fail_halfway()
        assert warehouse.value("SELECT count(*) FROM ledger") == 0
        assert warehouse.columns("extra") == {}


def test_what_is_undone_is_not_saved_though_the_block_ended_well(home):
    with open_warehouse(home, create=True) as warehouse:
        with warehouse.undone():
            warehouse.execute("INSERT INTO ledger (entry_id) VALUES ('1')")
            assert warehouse.value("SELECT count(*) FROM ledger") == 1
        assert warehouse.value("SELECT count(*) FROM ledger") == 0


@pytest.mark.parametrize(
    "setting",
    [
        "autoinstall_known_extensions",
        "autoload_known_extensions",
        "allow_community_extensions",
        "enable_external_access",
        "python_enable_replacements",
    ],
)
def test_setting_is_off(home, setting):
    with open_warehouse(home, create=True) as warehouse:
        assert warehouse.value("SELECT value FROM duckdb_settings() WHERE name = ?", [setting]) == "false"


@pytest.mark.parametrize(
    "statement",
    [
        "SET enable_external_access = true",
        "SET threads = 1",
        "INSTALL excel",
        "LOAD httpfs",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY (SELECT 1) TO '/tmp/taken.csv'",
        "ATTACH '/tmp/other.duckdb'",
        "SELECT * FROM 'https://example.org/file.parquet'",
    ],
)
def test_statement_that_reaches_outside_is_refused(home, statement):
    with open_warehouse(home, create=True) as warehouse, pytest.raises(StoreProblem):
        warehouse.execute(statement)


def test_only_the_named_file_is_read_whatever_its_name_matches(home, tmp_path):
    named, other = tmp_path / "a[1]*?.csv", tmp_path / "a1b.csv"
    named.write_text("named\n")
    other.write_text("other\n")
    sql = "SELECT * FROM read_csv(?, header = false, all_varchar = true)"
    with open_warehouse(home, create=True, readable=[named]) as warehouse:
        assert warehouse.execute(sql, [sql_path(named)]) == [("named",)]
        with pytest.raises(StoreProblem):
            warehouse.execute(sql, [sql_path(other)])


def test_the_scratch_folder_is_read(home):
    home.create()
    (home.scratch / "a.csv").write_text("1\n")
    with open_warehouse(home, create=True) as warehouse:
        assert warehouse.execute("FROM read_csv(?, header = false)", [sql_path(home.scratch / "a.csv")]) == [
            (1,)
        ]


def test_a_failed_statement_tells_the_statement_but_no_value():
    with memory_warehouse() as warehouse, pytest.raises(StoreProblem) as problem:
        warehouse.execute("SELECT CAST(name AS INTEGER) FROM (SELECT ? AS name)", ["Zonderling"])
    told = f"{problem.value!r} {problem.value.__notes__} {problem.value.__cause__}"
    assert "CAST(name AS INTEGER)" in told
    assert "Zonderling" not in told


def test_a_misspelt_table_is_named_for_whoever_mends_it():
    with memory_warehouse() as warehouse, pytest.raises(StoreProblem) as problem:
        warehouse.execute("SELECT * FROM jbos")
    assert "jbos" in problem.value.__notes__[0]


def test_a_python_variable_is_never_read_as_a_table():
    jobs_here = [1, 2]
    with memory_warehouse() as warehouse, pytest.raises(StoreProblem):
        warehouse.execute("SELECT * FROM jobs_here")
    assert jobs_here


def test_a_second_statement_need_not_wait_for_the_first():
    with memory_warehouse() as warehouse:
        table = warehouse.arrow("SELECT range AS a FROM range(3)")
        warehouse.register("numbers", table)
        assert warehouse.value("SELECT sum(a) FROM numbers") == 3
        warehouse.unregister("numbers")
        assert warehouse.value("SELECT 1 WHERE false") is None
