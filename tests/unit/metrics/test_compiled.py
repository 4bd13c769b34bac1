"""Statements are compiled at installation, else once per version and kept; a folder that cannot be written is no problem."""

import json
import stat
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from pipelines.metrics import compiled
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.compiled import Wanted, all_of, fingerprint, ship, statements
from tests.lib.figures import CACHE

ROOT = Path(__file__).parents[3]

A1 = Wanted(code="participating_tenants", kind="tally")
G4 = Wanted(code="ceo_quality_agree", kind="tally")


@pytest.fixture(autouse=True)
def shipped(tmp_path, monkeypatch):
    """What the installation compiled: nothing yet."""
    monkeypatch.setattr(compiled, "SHIPPED", tmp_path / "shipped")
    return tmp_path / "shipped"


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


def test_the_installation_brings_every_figure_so_that_a_new_home_needs_no_compiler(shipped):
    ship(shipped, cache=CACHE)
    (file,) = shipped.iterdir()
    assert set(json.loads(file.read_text())) == {item.key for code in FIGURES for item in all_of(code)}
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    every = f"[item for code in {list(FIGURES)} for item in compiled.all_of(code)]"
    assert (
        compilers_imported(
            f"compiled.SHIPPED = Path({str(shipped)!r}); compiled.statements({every}, cache=None)"
        )
        == []
    )


def test_what_an_older_version_installed_is_not_used(shipped, monkeypatch):
    ship(shipped, cache=CACHE)
    monkeypatch.setattr(compiled, "fingerprint", lambda: "0000")
    monkeypatch.setattr(compiled, "_compile", lambda missing, dialect: {A1.key: "SELECT 2"})
    assert statements([A1], cache=None) == {A1: "SELECT 2"}


def test_what_is_not_installed_goes_to_the_cache_and_leaves_the_installation_alone(shipped, tmp_path):
    statements([A1], cache=shipped)  # an installation that brought one figure
    before = (shipped / f"figures-duckdb-{fingerprint()}.json").read_bytes()
    made = statements([A1, G4], cache=tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    assert json.loads(file.read_text()) == {G4.key: made[G4]}
    assert (shipped / file.name).read_bytes() == before


def test_the_installation_compiles_and_puts_it_in_the_package(monkeypatch):
    asked = []
    monkeypatch.setattr(compiled, "ship", lambda: asked.append(1))
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    hook = module_from_spec(spec)
    spec.loader.exec_module(hook)
    data = {"artifacts": []}
    hook.CompileFigures(str(ROOT), {}, None, None, str(ROOT), "wheel").initialize("standard", data)
    assert (len(asked), data["artifacts"]) == (1, ["pipelines/metrics/sql/*.json"])


def compilers_imported(statement):
    script = (
        f"import sys; from pathlib import Path; from pipelines.metrics import compiled; {statement};"
        "print(*(name for name in ('ibis', 'sqlglot') if name in sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return found.stdout.split()


def test_a_warm_process_imports_no_compiler(shipped, tmp_path):
    statements([A1], cache=tmp_path)
    asked = f"compiled.Wanted(code={A1.code!r}, kind='tally')"
    where = f"compiled.SHIPPED = Path({str(shipped)!r})"
    assert compilers_imported(f"{where}; compiled.statements([{asked}], cache=Path({str(tmp_path)!r}))") == []
