"""Runs the rules of one code over drawn tables: `|` between cells, one expectation column named after the code."""

from collections.abc import Iterator
from contextlib import closing

import duckdb

from pipelines.schemas.registry import RECORDS, record
from pipelines.schemas.rules import RULES, Rule
from pipelines.schemas.storage import storage_columns

TYPES = {"string": "VARCHAR", "int64": "BIGINT", "float64": "DOUBLE"}
SETTINGS = {
    "pilot_start": "2026-01-05",
    "vog_recheck_months": "36",
    "complaint_days": "42",
    "care_basis": "",
    "volunteer_month_max": "210",
    "volunteer_year_max": "2100",
    "role_member:K1": "p9",
}


def drawn(text: str) -> list[dict[str, str]]:
    """Return the rows of a drawn table; an empty cell is absent."""
    lines = [line for line in text.splitlines() if line.strip()]
    names, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [{name: cell for name, cell in zip(names, row, strict=True) if cell} for row in rows]


def _fill(connection, name: str, table: str, rows: list[dict[str, str]]) -> None:
    columns = storage_columns(record(table))
    kept = [{key: value for key, value in row.items() if key in columns} for row in rows]
    form = ", ".join(f'"{column}" {TYPES.get(kind, kind)}' for column, kind in columns.items())
    connection.execute(f"CREATE TABLE {name} ({form})")
    for number, row in enumerate(kept, start=2):
        cells = {"source_row": str(number), **row}
        names, marks = ", ".join(f'"{key}"' for key in cells), ", ".join("?" for _ in cells)
        connection.execute(f"INSERT INTO {name} ({names}) VALUES ({marks})", list(cells.values()))


def _prepare(
    connection, table: str, rows, *, stored: str, today: str, settings, others: dict[str, str]
) -> None:
    for each in RECORDS:
        before = stored if each.table == table else others.get(each.table, "")
        _fill(connection, each.table, each.table, drawn(before) if before else [])
    _fill(connection, "incoming", table, rows)
    keys = ", ".join(record(table).key)
    connection.execute(
        f"CREATE VIEW combined AS FROM incoming UNION ALL FROM (FROM {table} ANTI JOIN incoming USING ({keys}))"
    )
    connection.execute("CREATE TABLE settings (param_key VARCHAR, value VARCHAR)")
    connection.executemany("INSERT INTO settings VALUES (?, ?)", list((SETTINGS | (settings or {})).items()))
    connection.execute(f"CREATE VIEW today_is AS SELECT DATE '{today}' AS day")


def found(rules: list[Rule], table: str, rows, *, stored="", today="2026-06-30", settings=None, **others):
    """Return {row number: columns} of the rows that break one of the rules."""
    with closing(duckdb.connect()) as connection:
        _prepare(connection, table, rows, stored=stored, today=today, settings=settings, others=others)
        hits: dict[int, set[str]] = {}
        for rule in rules:
            for number, column in connection.execute(rule.sql).fetchall():
                assert column in rule.columns
                hits.setdefault(number, set()).add(column)
        return hits


def of_code(code: str, table: str, words: str | None) -> Iterator[Rule]:
    return (r for r in RULES if r.code == code and r.table == table and r.sql and words in {None, r.words})


def judged(code: str, table: str, text: str, *, words: str | None = None, **circumstances) -> None:
    """Check a drawn table: the column named after the code holds the column that breaks the rule, or nothing."""
    rows = drawn(text)
    rules = list(of_code(code, table, words))
    assert rules, f"no rule {code} on {table}"
    hits = found(rules, table, rows, **circumstances)
    expected = {n: set(row[code].split()) for n, row in enumerate(rows, start=2) if code in row}
    assert hits == expected
