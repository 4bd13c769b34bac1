"""The declarations against a copy of records.csv, all 216 columns, property by property."""

import csv
import re
from pathlib import Path

import pytest

from pipelines.schemas.column import Column, Kind, Need
from pipelines.schemas.registry import RECORDS, record
from pipelines.schemas.storage import storage_columns
from pipelines.vocabulary.words.records import HEADINGS

CSV = Path(__file__).parents[2] / "spec" / "records.csv"
ROWS = list(csv.DictReader(CSV.read_text(encoding="utf-8").splitlines()))
TYPES = {
    "text": {Kind.IDENTIFIER, Kind.REFERENCE, Kind.TEXT, Kind.POSTCODE, Kind.PHONE, Kind.EMAIL},
    "int": {Kind.WHOLE},
    "dec": {Kind.DECIMAL, Kind.HOURS, Kind.MONEY},
    "date": {Kind.DATE},
    "time": {Kind.TIME},
    "bool": {Kind.YES_NO},
    "enum": {Kind.CHOICE},
    "multi": {Kind.CHOICES},
}


EACH_COLUMN = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['table']}.{row['column']}")


def declared(row: dict[str, str]) -> Column:
    return record(row["table"]).column(row["column"])


def test_there_are_15_records_and_216_columns():
    assert len(RECORDS) == 15
    assert sum(len(each.columns) for each in RECORDS) == len(ROWS) == 216


@pytest.mark.parametrize("each", RECORDS, ids=lambda each: each.table)
def test_columns_stand_in_the_order_of_the_sheet(each):
    assert [c.name for c in each.columns] == [r["column"] for r in ROWS if r["table"] == each.table]


@pytest.mark.parametrize("each", RECORDS, ids=lambda each: each.table)
def test_the_key_is_the_key_of_the_csv(each):
    assert each.key == tuple(r["column"] for r in ROWS if r["table"] == each.table and r["key"] == "J")


@EACH_COLUMN
def test_type_heading_privacy_and_dates_are_those_of_the_csv(row):
    column = declared(row)
    assert column.kind in TYPES[row["type"]]
    assert HEADINGS[row["table"]][column.name] == row["heading_nl"]
    assert str(column.privacy.value) == row["pii"]
    assert (column.earliest or "", column.latest or "") == (row["earliest"], row["latest"])


@EACH_COLUMN
def test_need_is_that_of_the_csv(row):
    letter = "C" if row["required"].startswith("C:") else row["required"]
    assert declared(row).need is Need(letter)


@EACH_COLUMN
def test_a_condition_names_columns_of_the_same_record(row):
    column = declared(row)
    assert bool(column.needed_when) == (column.need is Need.CONDITIONAL)
    for condition in column.needed_when:
        other = record(row["table"]).column(condition.column)
        assert not condition.values or set(condition.values) <= set(other.allowed or ("ja", "nee"))


@EACH_COLUMN
def test_closed_list_is_that_of_the_csv(row):
    listed = tuple(row["rule"].split("|")) if row["type"] in {"enum", "multi"} else ()
    assert declared(row).allowed == listed


@EACH_COLUMN
def test_numbers_and_references_have_the_form_of_the_csv(row):
    column = declared(row)
    if "at least" in row["rule"] and "digits" in row["rule"]:
        assert row["rule"].startswith(f"{column.prefix} + at least {column.digits} digits")
    assert ("FK" in row["rule"]) == bool(column.refers_to)


@EACH_COLUMN
def test_numbers_and_lengths_are_bounded_as_the_csv_says(row):
    column = declared(row)
    bounds = re.match(r"(>?)([\d.]+) ?\.\. ?([\d.]+|\(year-16\))", row["rule"])
    if bounds:
        assert (column.low, column.low_open) == (float(bounds[2]), bounds[1] == ">")
        assert column.years_before_today == 16 if "year" in bounds[3] else column.high == float(bounds[3])
    elif row["type"] == "int" and row["table"] != "calendar":
        assert {">=5": 5, ">0, unique, never reused": 1}[row["rule"]] == column.low
    else:
        assert column.high is None
    length = re.match(r"max (\d+) characters", row["rule"])
    assert column.max_length == (int(length[1]) if length else None)
    assert column.also == ((9,) if "9 = n.v.t." in row["rule"] else ())


@EACH_COLUMN
def test_direct_identifiers_stay_out_of_the_warehouse(row):
    column, stored = declared(row), storage_columns(record(row["table"]))
    if row["pii"] == "2":
        assert column.vault or column.free_text or column.kind is Kind.POSTCODE
    assert (column.name in stored) == (not column.vault and column.name != "postcode")


def test_only_the_four_digits_of_the_postcode_are_stored():
    assert storage_columns(record("members"))["postcode4"] == "string"


def test_what_a_record_points_to_is_loaded_before_it():
    order = [each.table for each in RECORDS]
    for each in RECORDS:
        for column in each.columns:
            assert all(order.index(t) <= order.index(each.table) for t in column.refers_to), column.name


def test_person_columns_are_those_that_point_to_a_person():
    person = {(each.table, c.name) for each in RECORDS for c in each.columns if c.person}
    numbers = {(each.table, c.name) for each in RECORDS for c in each.columns if c.prefix == "R"}
    assert person == numbers
