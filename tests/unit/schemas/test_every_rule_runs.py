"""Every rule is accepted by the engine and finds nothing in empty tables: the empty case first."""

from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from pipelines.schemas.registry import record
from pipelines.schemas.rules import COLUMN_RULES, RULES, across_rows, within_row
from tests.unit.schemas.judging import found

CODES = [f"X{number:02}" for number in range(1, 25)]


def test_there_are_24_cross_record_rules():
    assert sorted({rule.code for rule in RULES}) == CODES


def test_every_rule_has_a_name_of_its_own():
    names = [rule.name for rule in (*RULES, *COLUMN_RULES)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", sorted({rule.table for rule in RULES}))
def test_rules_find_nothing_in_empty_tables(table):
    assert found([rule for rule in RULES if rule.table == table and rule.sql], table, []) == {}


def test_a_rule_names_columns_of_its_own_record():
    for rule in (*RULES, *COLUMN_RULES):
        names = {column.name for column in record(rule.table).columns}
        assert set(rule.columns) <= names
        assert not rule.other or rule.other in names


def test_a_rule_is_judged_within_the_row_or_across_rows_or_elsewhere():
    for rule in RULES:
        judged_here = rule in within_row(rule.table)
        judged_there = rule in across_rows(rule.table, level=rule.level)
        elsewhere = rule.code == "X12"
        assert [judged_here, judged_there, elsewhere].count(True) == 1, rule.name


@pytest.mark.parametrize("rule", COLUMN_RULES, ids=lambda rule: rule.name)
def test_a_check_within_a_column_is_a_condition_on_a_row(rule):
    with closing(duckdb.connect()) as connection:
        types = {"int64": "BIGINT", "float64": "DOUBLE", "string": "VARCHAR"}
        form = ", ".join(
            f'"{c.name}" {types.get(c.kind.storage, c.kind.storage)}' for c in record(rule.table).columns
        )
        connection.execute(f"CREATE TABLE incoming (source_row BIGINT, {form})")
        connection.execute("CREATE VIEW today_is AS SELECT DATE '2026-06-30' AS day")
        assert connection.execute(rule.sql).fetchall() == []


def test_every_cross_record_rule_has_a_drawn_table_of_its_boundary():
    drawn = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_rules_*.py")
    )
    by_table = {
        (rule.code, rule.table) for rule in RULES if rule.sql and rule.code not in {"X01", "X05", "X20"}
    }
    assert [pair for pair in sorted(by_table) if f'judged("{pair[0]}", "{pair[1]}"' not in drawn] == []
    assert [code for code in CODES if f'judged("{code}"' not in drawn] == ["X12"]  # judged on the vault
    assert "def test_x12_" in drawn
