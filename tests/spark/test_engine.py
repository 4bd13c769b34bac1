"""Spark as people meet it: the command line's option, what it leaves behind, and what it says when it cannot."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from pipelines.schemas.registry import RECORDS
from pipelines.store.home import Home
from pipelines.store.snapshot import Snapshot
from pipelines.store.spark_engine import SparkEngine
from pipelines.vocabulary.errors import StoreProblem
from tests.lib.compiled import compiled_home

pytestmark = pytest.mark.spark

# Three figures are done before making the code fast has paid for itself.
BRIEF = {"JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
PROGRAM = "from dashboard.cli import main; main()"
FIGURES = ("A1", "B3", "J3")  # persons, a curve, and rows put aside, which stand outside the records


def figures(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own: this one already has a Spark."""
    asked = ["figures", *FIGURES, "--json", "--as-of", "2026-08-30", "--home", str(home().path), *options]
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *asked],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def home() -> Home:
    return Home(compiled_home("on_course"))


def test_the_option_gives_the_same_answers_and_leaves_nothing_behind():
    spark, plain = figures("--engine", "spark", **BRIEF), figures()
    assert (spark.returncode, spark.stderr) == (0, "")
    assert [one["id"] for one in json.loads(spark.stdout)] == list(FIGURES)
    assert json.loads(spark.stdout) == json.loads(plain.stdout)
    assert list(home().scratch.glob("spark-*")) == []


def test_without_java_one_sentence_says_so():
    found = figures("--engine", "spark", JAVA_HOME="/nowhere")
    assert found.returncode == 1
    assert found.stdout == ""
    assert found.stderr.startswith("Spark start niet: het vindt geen Java van versie 17 of nieuwer.")
    assert "Traceback" not in found.stderr
    assert list(home().scratch.glob("spark-*")) == []


@pytest.mark.parametrize("table", [record.table for record in RECORDS])
def test_spark_reads_every_exported_row(table: str, snapshot: Snapshot, spark: SparkEngine):
    count = f"SELECT count(*) AS rows_stored FROM {table}"
    assert spark.run(count) == snapshot.run(count)


def test_a_date_stays_the_same_day(snapshot: Snapshot, spark: SparkEngine):
    days = "SELECT min(day) AS first_day, max(day) AS last_day FROM calendar"
    assert spark.run(days).rows == snapshot.run(days).rows == [(date(2010, 1, 1), date(2040, 12, 31))]


def test_a_failure_names_the_statement_and_no_value_of_a_row(spark: SparkEngine):
    sql = "SELECT CAST(job_id AS INT) AS number FROM jobs"
    with pytest.raises(StoreProblem) as caught:
        spark.run(sql)
    assert caught.value.__notes__ == [sql]
    assert "CAST_INVALID_INPUT" in str(caught.value)
    assert "K0" not in str(caught.value)
