"""What the engine reads by itself, the pure parsers read the same: no text means two things."""

from datetime import date

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ingest.canonical_forms import believed, canonical
from pipelines.ingest.clean.parsers import parse
from pipelines.schemas.column import Need
from pipelines.schemas.registry import RECORDS

TODAY = date(2026, 6, 30)
COLUMNS = [
    column
    for record in RECORDS
    if not record.generated
    for column in record.columns
    if column.need is not Need.DERIVED
]
PIECES = st.sampled_from(
    list("0123456789-/:,. €eE+_?jJnNxR") + ["2026", "26", "1900", "J", "N", "R0", "K00", "B0000", "3812AB", "test", "00:00"]
    + ["portaal", "ja", "onbekend", "n.v.t.", "een heg die te hoog is", "\t", "\u00a0", "20", "31-", "12:"]
)  # fmt: skip
# DuckDB's silent traps (TECH 3) and their neighbours
TRAPS = [
    "12.7", "12,7", "1_000", "1e3", "NaN", "nan", "inf", "-0", "+5", " 5", "5 ", "007", "1.000", "1,000", "999999999",
    "01-02-24", "1-2-24", " 01-02-2024", "01-02-0024", "1-2-02026", "2026-02-31", "31-02-2026", "2026-2-3", "0-1-1900",
    "00-01-1900", "1-1-1900", "31-12-1899", "46115", "3-5", "13-13-2026", "02-29-2026", "29-02-2024", "0001-01-01",
    "24:00", "00:00", "0:00", "00:00:00", "9:5", "09:05", "9:05:07", "12:60", "1:30:00.5", "true", "TRUE", "1", "0", "y",
    "ja", "J", "j", "N", "R0042", "R042", "r0042", "R00000000042", "K0042 ", "K0042\n", "3812AB", "3812 ab", "", " ",
    "x", "-", "?", "geen", "#N/A", "=A1", "test", "Test 2", "asdf", "dit is een testrij", "niet van toepassing",
]  # fmt: skip


@pytest.fixture(scope="module")
def engine():
    connection = duckdb.connect()
    yield connection
    connection.close()


def read_by_engine(engine, column, texts):
    engine.register("texts", pa.table({"cell": pa.array(texts, pa.string())}))
    value = f'SELECT {canonical(column, "cell")} AS "{column.name}" FROM texts'
    rows = engine.execute(f"SELECT {believed(column)} FROM ({value})").fetchall()
    return [value for (value,) in rows]


def differing(engine, column, texts):
    values = read_by_engine(engine, column, texts)
    read = [
        (text, value, parse(text, column=column, today=TODAY))
        for text, value in zip(texts, values, strict=True)
    ]
    return [
        (text, value, parsed)
        for text, value, parsed in read
        if value is not None and not _agrees(value, parsed, column)
    ]


def _agrees(value, parsed, column):
    expected = parsed.value if not column.free_text else parsed.value is not None
    return value == expected and parsed.fault is None and parsed.repair is None


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.kind.parser}-{column.name}")
def test_no_trap_is_read_by_the_engine_otherwise_than_by_the_parser(engine, column):
    assert differing(engine, column, TRAPS) == []


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.lists(PIECES, min_size=1, max_size=5).map("".join), min_size=60, max_size=60))
def test_no_text_is_read_by_the_engine_otherwise_than_by_the_parser(engine, texts):
    kinds = {
        (column.kind, column.pattern, column.free_text, column.years_before_today): column
        for column in COLUMNS
    }
    assert {
        column.name: found for column in kinds.values() if (found := differing(engine, column, texts))
    } == {}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("reported_on", "3-4-2026", date(2026, 4, 3)),
        ("reported_on", "03-04-2026", date(2026, 4, 3)),
        ("reported_on", "2026-04-03", date(2026, 4, 3)),
        ("hours_worked", "1,25", 1.25),
        ("price_eur", "1250", 1250.0),
        ("job_id", "K000042", "K000042"),
        ("channel", "e-mail", "e-mail"),
        ("description", "De heg is te hoog geworden", True),
    ],
)
def test_the_canonical_form_never_needs_a_parser(engine, name, text, value):
    (column,) = {column for column in RECORDS[5].columns if column.name == name}
    assert read_by_engine(engine, column, [text]) == [value]
