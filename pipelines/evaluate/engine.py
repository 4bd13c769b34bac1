"""Runs compiled statements on a reader: date, period and settings are given along as the table `question`."""

from concurrent.futures import ThreadPoolExecutor

from pipelines.evaluate.frame import Frame, Reader
from pipelines.metrics.frame import QUESTION

Line = dict[str, object]

_ENGINE_TYPES = {"date": "DATE", "int64": "BIGINT", "float64": "DOUBLE"}

# Rows now in quarantine, once each whatever number of faults they have: the table `quarantine` of figure J3.
PUT_ASIDE = """"quarantine" AS (
    SELECT min(id) AS id FROM log.quarantine WHERE status = 'open' GROUP BY load_id, file, sheet, source_row
)"""


def run_all(reader: Reader, statements: list[str], *, frame: Frame, workers: int) -> list[list[Line]]:
    """Return the rows of each statement, so many of them run at the same time."""
    if workers == 1:
        return [run(reader, sql, frame=frame) for sql in statements]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda sql: run(reader, sql, frame=frame), statements))


def run(reader: Reader, sql: str, *, frame: Frame) -> list[Line]:
    """Run a compiled statement and return its rows by column name."""
    asked = {name: value for name, value in frame.parameters().items() if f'"{name}"' in sql}
    columns = ", ".join(f'CAST(? AS {_ENGINE_TYPES[QUESTION[name]]}) AS "{name}"' for name in asked)
    given = f'"question" AS (SELECT {columns})'
    if '"quarantine"' in sql:
        given = f"{given}, {PUT_ASIDE}"
    found = reader.run(f"WITH {given} SELECT * FROM ({sql})", list(asked.values()))
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]
