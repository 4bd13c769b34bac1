"""The stored tables as Parquet files."""

import pyarrow.parquet as pq
import pytest

from pipelines.store import parquet
from tests.lib.tables import drawn

JOBS = """
job_id | reported_on
K0001  | 2026-03-02
K0002  | 2026-03-03
K0003  | 2026-03-04
K0004  | 2026-03-05
K0005  | 2026-03-06
"""


@pytest.mark.parametrize("at_once", [1, 2, 5, 6])
def test_pages_of_any_size_give_every_row_once(at_once, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "ROWS_AT_ONCE", at_once)
    with drawn(jobs=JOBS) as warehouse:
        warehouse.connection.execute("DELETE FROM jobs WHERE job_id = 'K0003'")
        written = parquet.write_tables(warehouse, folder=tmp_path)
    jobs = pq.read_table(tmp_path / "jobs.parquet", columns=["job_id"]).column(0).to_pylist()
    assert jobs == ["K0001", "K0002", "K0004", "K0005"]
    assert written[tmp_path / "jobs.parquet"] == 4


def test_an_empty_table_is_a_file_with_its_columns(tmp_path):
    with drawn() as warehouse:
        parquet.write_tables(warehouse, folder=tmp_path)
    ledger = pq.read_table(tmp_path / "ledger.parquet")
    assert ledger.num_rows == 0
    assert "booked_on" in ledger.column_names
