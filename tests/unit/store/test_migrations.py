"""Steps run once, in order, each with its log row or not at all."""

import duckdb
import pytest

from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import storage_columns
from pipelines.store.migration import Migration, applied_number, latest_number, migrate, migrations
from pipelines.store.warehouse import memory_warehouse, open_warehouse
from pipelines.vocabulary.errors import StoreProblem

DUCKDB_TYPE = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "date": "DATE",
    "time": "TIME",
    "boolean": "BOOLEAN",
    "timestamp": "TIMESTAMP",
}
FIRST = Migration(1, "log", migrations()[0].sql)


@pytest.fixture
def empty():
    with duckdb.connect(":memory:") as connection:
        yield connection


def names(connection):
    return connection.execute("SELECT number, name FROM log.migrations ORDER BY number").fetchall()


def test_an_empty_database_has_had_no_step(empty):
    assert applied_number(empty) == 0


def test_steps_are_numbered_without_gaps():
    assert [step.number for step in migrations()] == list(range(1, latest_number() + 1))


def test_every_step_is_logged_once_and_a_second_run_does_nothing(empty):
    assert migrate(empty) == len(migrations())
    assert migrate(empty) == 0
    assert names(empty) == [(step.number, step.name) for step in migrations()]


def test_only_steps_the_store_has_not_had_are_run(empty):
    migrate(empty, steps=(FIRST,))
    second = Migration(2, "more", "CREATE TABLE more (a INTEGER)")
    assert migrate(empty, steps=(FIRST, second)) == 1
    assert names(empty) == [(1, "log"), (2, "more")]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE half (a INTEGER); SELECT * FROM nowhere",
        "CREATE TABLE half (a INTEGER); INSERT INTO half VALUES ('x')",
        "CREATE TABLE half (a INTEGER); DROP TABLE log.migrations",  # then its log row cannot be written
    ],
)
def test_a_step_that_fails_leaves_neither_its_tables_nor_its_log_row(empty, sql):
    migrate(empty, steps=(FIRST,))
    with pytest.raises(duckdb.Error):
        migrate(empty, steps=(FIRST, Migration(2, "half", sql)))
    assert names(empty) == [(1, "log")]
    assert not empty.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'half'").fetchall()


def test_a_step_whose_log_row_fails_is_undone(empty):
    migrate(empty, steps=(FIRST,))
    empty.execute("DROP TABLE log.migrations")
    empty.execute(
        "CREATE TABLE log.migrations (number INTEGER, name VARCHAR CHECK (name <> 'late'), applied_at DATE)"
    )
    empty.execute("INSERT INTO log.migrations VALUES (1, 'log', DATE '2026-01-01')")
    with pytest.raises(duckdb.ConstraintException):
        migrate(empty, steps=(FIRST, Migration(2, "late", "CREATE TABLE late (a INTEGER)")))
    assert not empty.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'late'").fetchall()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_the_warehouse_has_the_columns_the_record_declares(record):
    declared = {name: DUCKDB_TYPE[kind] for name, kind in storage_columns(record).items()}
    with memory_warehouse() as warehouse:
        assert list(warehouse.columns(f"main.{record.table}").items()) == list(declared.items())


def test_no_column_of_the_warehouse_holds_what_names_a_person():
    vault = {column.name for record in RECORDS for column in record.columns if column.vault}
    with memory_warehouse() as warehouse:
        stored = {column for record in RECORDS for column in warehouse.columns(record.table)}
    assert vault
    assert not vault & stored
    assert "postcode" not in stored


def test_a_store_of_a_newer_version_is_refused_in_one_sentence_and_left_alone(home):
    with open_warehouse(home, create=True) as warehouse:
        warehouse.execute(
            "INSERT INTO log.migrations VALUES (?, 'later', now()::TIMESTAMP)", [latest_number() + 3]
        )
    before = home.warehouse.read_bytes()
    with pytest.raises(StoreProblem) as problem, open_warehouse(home):
        pytest.fail("opened")
    assert "nieuwere versie" in problem.value.sentence
    assert str(latest_number() + 3) in problem.value.sentence
    assert problem.value.action.startswith("Werk dit programma bij")
    assert home.warehouse.read_bytes() == before
