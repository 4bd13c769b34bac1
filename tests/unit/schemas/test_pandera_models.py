"""Each pandera model says what it is; each check has a description and examples, and tells them apart."""

from contextlib import closing
from datetime import date, timedelta
from random import Random

import duckdb
import pandas as pd
import pytest

from pipelines.schemas.checks import Moment, column_checks, example
from pipelines.schemas.column import Kind, Need
from pipelines.schemas.comparison import row_checks
from pipelines.schemas.pandera_models import DTYPES, faults, record_model
from pipelines.schemas.registry import RECORDS, record
from pipelines.schemas.rules import within_row

MOMENT = Moment(today=date(2026, 6, 30), pilot_start=date(2026, 1, 5))
MODELS = {each.table: record_model(each, moment=MOMENT) for each in RECORDS}
EACH_RECORD = pytest.mark.parametrize("each", RECORDS, ids=lambda each: each.table)


def frame(each, rows) -> pd.DataFrame:
    """Return a typed frame of the rows; cells not given are empty."""
    return pd.DataFrame(
        {
            c.name: pd.Series([row.get(c.name) for row in rows], dtype=DTYPES[c.kind.storage] or "object")
            for c in each.columns
        }
    )


def plain_row(each) -> dict[str, object]:
    """Return a row in which every cell holds an example."""
    return {column.name: example(column, MOMENT) for column in each.columns}


@EACH_RECORD
def test_a_model_has_title_description_and_metadata_for_every_column(each):
    model = MODELS[each.table]
    assert model.title
    assert model.description
    assert list(model.columns) == [column.name for column in each.columns]
    for column in each.columns:
        made = model.columns[column.name]
        assert made.title
        assert made.description
        assert made.metadata["privacy"] == column.privacy.value
        assert made.nullable == (column.need is not Need.REQUIRED)


@EACH_RECORD
def test_every_check_in_a_model_carries_description_and_both_examples(each):
    model = MODELS[each.table]
    for check in [*model.checks, *(c for column in model.columns.values() for c in column.checks)]:
        assert check.description, check.name
        assert check.statistics["good"], check.name
        assert check.statistics["bad"], check.name


@EACH_RECORD
def test_an_empty_table_breaks_nothing(each):
    assert faults(MODELS[each.table], frame(each, [])) == set()


@EACH_RECORD
def test_a_key_that_comes_twice_is_told(each):
    row = plain_row(each)
    told = {name for _, name in faults(MODELS[each.table], frame(each, [row, row]))}
    assert "dubbel" in told


def all_checks(each):
    columns = (check for column in each.columns for check in column_checks(column, each, moment=MOMENT))
    return (*columns, *row_checks(each))


@EACH_RECORD
def test_a_check_takes_its_good_example_and_refuses_its_bad_one(each):
    checks = all_checks(each)
    rows = [plain_row(each) | dict(cells) for check in checks for cells in (check.good, check.bad)]
    told = faults(MODELS[each.table], frame(each, rows))
    for place, check in enumerate(checks):
        assert check.description, check.name
        assert (2 * place, check.name) not in told, check.good
        assert (2 * place + 1, check.name) in told, check.bad


def some_value(column, dice):
    """Return a value on or around what the column allows, or none."""
    if dice.random() < 0.3 or column.kind is Kind.TIME:
        return None
    usual = column.allowed or (example(column, MOMENT),)
    around = {
        "date": [MOMENT.today + timedelta(days=dice.randint(-570, 375)), MOMENT.today, date(2003, 4, 26)],
        "boolean": [True, False],
        "int64": [dice.randint(-1, 12), dice.randint(1913, 2012)],
        "float64": [-0.5, 0.0, 0.1, 0.25, 1.0, 12.0, 16.0, 16.5, 40.0, 60.0, 100.0, 1000.5],
    }
    return dice.choice(around.get(column.kind.storage, usual))


def sql_faults(each, typed: pd.DataFrame) -> set[tuple[int, str]]:
    """Return what the loader's conditions find, named as the model names it."""
    named = {"X06": "voorwaardelijk"}
    with closing(duckdb.connect()) as connection:
        connection.execute("CREATE VIEW today_is AS SELECT DATE '2026-06-30' AS day")
        connection.execute(
            "CREATE TABLE settings AS SELECT 'pilot_start' AS param_key, '2026-01-05' AS value"
        )
        connection.execute("INSERT INTO settings VALUES ('complaint_days', '42')")
        form = {"string": "VARCHAR", "int64": "BIGINT", "float64": "DOUBLE"}
        columns = ", ".join(
            f'"{c.name}"::{form.get(c.kind.storage, c.kind.storage)} AS "{c.name}"' for c in each.columns
        )
        connection.register("typed", typed)
        connection.execute(
            f"CREATE TABLE incoming AS SELECT row_number() OVER () - 1 AS source_row, {columns} FROM typed"
        )
        found = set()
        for rule in within_row(each.table):
            code = {"te_lang": "X05_lang", "verlenging_te_laat": "X05_termijn"}.get(rule.words, rule.code)
            other = rule.other if rule.code == "X05" else each.key[0] if rule.code == "X01" else ""
            name = ".".join(filter(None, (named.get(code, code), rule.columns[0], other)))
            found |= {(row, name) for row, _ in connection.execute(rule.sql).fetchall()}
        return found


@pytest.mark.parametrize("each", [r for r in RECORDS if not r.generated], ids=lambda each: each.table)
def test_the_model_and_the_sql_of_the_loader_find_the_same_faults(each):
    dice = Random(each.table)  # noqa: S311 - a reproducible draw, not a secret
    rows = [{column.name: some_value(column, dice) for column in each.columns} for _ in range(400)]
    typed = frame(each, rows)
    told = {(index, name) for index, name in faults(MODELS[each.table], typed) if name != "dubbel"}
    judged_by_parsers = ("keuze", "lengte", "nummer", "postcode", "phone", "email")
    found = sql_faults(each, typed)
    assert {fault for fault in told if not fault[1].startswith(judged_by_parsers)} == found
    assert len({name for _, name in found}) >= len(within_row(each.table)) / 2


def test_the_boundary_days_of_a_report_are_those_of_the_csv():
    model, each = MODELS["jobs"], record("jobs")
    days = [date(2025, 1, 4), date(2025, 1, 5), MOMENT.today, MOMENT.today + timedelta(days=1)]
    told = faults(model, frame(each, [{"reported_on": day} for day in days]))
    assert {index for index, name in told if name == "X20.reported_on"} == {0, 3}
