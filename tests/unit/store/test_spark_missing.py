"""Without pyspark the option of the second engine says so, and nothing else needs it."""

import subprocess
import sys

import pytest

from pipelines.store.spark_engine import spark_session
from pipelines.vocabulary.errors import StoreProblem


def test_without_pyspark_one_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with (
        pytest.raises(StoreProblem, match="het pakket pyspark ontbreekt") as caught,
        spark_session(scratch=tmp_path),
    ):
        pass
    assert "make spark" in caught.value.action


def test_the_engine_is_imported_without_pyspark_or_py4j():
    code = (
        "import sys, pipelines.store.spark_engine; "
        "sys.exit(bool({'pyspark', 'py4j', 'ibis', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
