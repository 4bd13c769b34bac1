"""Ten figures count the same as SQL and as pandas written by hand, over generated records (see benchmarks/figures.py)."""

import pytest

from benchmarks.figures_data import write_records
from benchmarks.figures_pandas import Frames
from benchmarks.figures_ways import CODES, by_figure, by_hand, by_pandas, stored, write_parquet

pytestmark = pytest.mark.xdist_group("three-ways")  # the records are written once


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    folder = tmp_path_factory.mktemp("generated")
    write_records(folder / "records.duckdb", jobs=3000, visits=9000)
    write_parquet(folder / "records.duckdb", folder / "parquet")
    records = stored(folder / "records.duckdb")
    yield records, Frames(folder / "parquet"), folder
    records.connection.close()


@pytest.mark.parametrize("code", CODES)
def test_figure_sql_and_pandas_count_the_same(ways, code):
    records, frames, folder = ways
    counted = by_figure(records, code)
    assert counted["", ""][2] > 0
    assert by_hand(records, code) == counted
    assert by_pandas(folder, code, frames=frames) == counted
