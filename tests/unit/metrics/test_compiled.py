"""Statements are compiled once per version and kept; a folder that cannot be written is no problem."""

import json
import subprocess
import sys

from pipelines.metrics.compiled import Wanted, fingerprint, statements

A1 = Wanted(code="participating_tenants", kind="tally")
G4 = Wanted(code="ceo_quality_agree", kind="tally")


def test_a_statement_is_kept_and_read_back(tmp_path):
    made = statements([A1], cache=tmp_path)
    (file,) = tmp_path.glob("*.json")
    assert json.loads(file.read_text()) == {A1.key: made[A1]}
    file.write_text(json.dumps({A1.key: "SELECT 1"}))
    assert statements([A1], cache=tmp_path) == {A1: "SELECT 1"}


def test_a_new_statement_joins_those_that_were_there(tmp_path):
    statements([A1], cache=tmp_path)
    statements([A1, G4], cache=tmp_path)
    (file,) = tmp_path.glob("*.json")
    assert set(json.loads(file.read_text())) == {A1.key, G4.key}


def test_statements_of_an_older_version_go(tmp_path):
    old = tmp_path / "figures-duckdb-0000.json"
    old.write_text("{}")
    statements([A1], cache=tmp_path)
    assert not old.exists()


def test_a_damaged_or_missing_cache_is_made_again(tmp_path):
    file = tmp_path / f"figures-duckdb-{fingerprint()}.json"
    file.write_text("{half")
    assert statements([A1], cache=tmp_path)[A1].startswith(("SELECT", "WITH"))
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert statements([A1], cache=blocked / "inside")[A1].startswith(("SELECT", "WITH"))


def test_a_warm_process_imports_no_compiler(tmp_path):
    statements([A1], cache=tmp_path)
    script = (
        "import sys; from pathlib import Path; from pipelines.metrics.compiled import Wanted, statements;"
        f"statements([Wanted(code='{A1.code}', kind='tally')], cache=Path({str(tmp_path)!r}));"
        "print('ibis' in sys.modules, 'sqlglot' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]
