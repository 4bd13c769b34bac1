"""`werkplaats doctor` says in Dutch what is in order, what is not, and what to do."""

import json
from datetime import UTC, datetime

import pytest
import typer
from typer.testing import CliRunner

from dashboard.cli import doctor
from pipelines.store import health, installed
from pipelines.store.home import Home
from pipelines.store.keys import bind_key, ensure_key, make_demo_key
from pipelines.store.load_session import loading
from pipelines.store.publication import current
from pipelines.store.vault import Vault, vault_file, write_vault
from pipelines.vocabulary.words import doctor as words

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def loaded(home):
    key = ensure_key(home).value
    with loading(home, now=NOW) as load, load.warehouse.transaction():
        bind_key(load.warehouse, key=key)
        number = write_vault(home, Vault(), key=key).number
        load.warehouse.execute("INSERT INTO log.loads (load_id, vault) VALUES (?, ?)", [load.load_id, number])
    return home


def faults(home):
    return {check.name: check.text for check in health.examine(home) if check.status is health.Status.FAULT}


def run(*arguments):
    app = typer.Typer()
    app.callback()(lambda: None)
    doctor.register(app)
    return CliRunner().invoke(app, ["doctor", *arguments])


def test_a_new_computer_is_in_order_and_stays_untouched(home):
    result = run("--home", str(home.path))
    assert result.exit_code == 0
    assert words.ALL_WELL in result.output
    assert "bestaat nog niet" in result.output
    assert not home.path.exists()


def test_a_loaded_home_is_in_order(loaded):
    assert faults(loaded) == {}
    shown = run("--home", str(loaded.path)).output
    assert "snapshot-000001.duckdb" in shown
    assert "past bij de sleutel; 0 mensen" in shown
    assert str(loaded.path) in shown


def test_every_check_has_a_name_and_comes_in_json_too(loaded):
    answer = json.loads(run("--home", str(loaded.path), "--json").output)
    assert answer["home"] == str(loaded.path)
    assert [check["check"] for check in answer["checks"]] == list(words_in_order())
    assert {check["status"] for check in answer["checks"]} <= set(words.STATUS)


def words_in_order():
    return (
        "python",
        "packages",
        "home",
        "permissions",
        "space",
        "loading",
        "warehouse",
        "snapshot",
        "key",
        "vault",
    )


def test_names_of_checks_have_words():
    assert set(words_in_order()) == set(words.NAMES)


def test_a_demo_is_called_a_demo(home):
    make_demo_key(home)
    assert "verzonnen mensen" in run("--home", str(home.path)).output


def test_another_key_is_a_fault_and_the_exit_code_says_so(loaded, monkeypatch):
    monkeypatch.setenv("WERKPLAATS_KEY", "ab" * 32)
    assert set(faults(loaded)) == {"key", "vault"}
    result = run("--home", str(loaded.path))
    assert result.exit_code == 1
    assert "past niet bij de gegevens" in result.output


def test_an_open_private_folder_is_a_fault_with_the_command_that_mends_it(loaded):
    loaded.private.chmod(0o755)
    assert set(faults(loaded)) == {"permissions"}
    assert f"chmod 700 {loaded.private}" in run("--home", str(loaded.path)).output


@pytest.mark.parametrize("part", ["warehouse", "snapshot", "vault"])
def test_a_damaged_part_is_named(loaded, part):
    file = {
        "warehouse": loaded.warehouse,
        "snapshot": current(loaded),
        "vault": vault_file(loaded, number=1),
    }[part]
    file.write_bytes(b"x" * 20_000)
    assert part in faults(loaded)


def test_an_interrupted_load_needs_attention(loaded):
    loaded.marker.write_text('{"load_id": 2, "since": "3-3-2026 10:00", "pid": 1}')
    result = run("--home", str(loaded.path))
    assert "3-3-2026 10:00 is afgebroken" in result.output
    assert words.SOME_ATTENTION in result.output
    assert result.exit_code == 0


def test_little_room_needs_attention(home, monkeypatch):
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 10**18)
    space = next(check for check in health.examine(home) if check.name == "space")
    assert space.status is health.Status.ATTENTION
    assert "GB vrij" in space.text or "MB vrij" in space.text


@pytest.mark.parametrize(
    ("requirement", "fits"),
    [
        ("duckdb>=2.0,<3", True),
        ("duckdb<3,>=2.0", True),
        ("duckdb>=1.0,<2", False),
        ("duckdb>=99", False),
        ("streamlit[auth]>=1.67,<2", True),
        ("pytz", True),
        ("no-such-package>=1", False),
    ],
)
def test_what_is_installed_meets_what_is_declared(requirement, fits):
    assert (installed.misfit(requirement) is None) == fits


def test_what_the_project_declares_is_installed_here():
    found = installed.misfits()
    assert found is not None
    assert found.wrong == ()
    assert found.count > 10
    assert installed.minimum_python() == (3, 11)


def test_an_old_python_is_a_fault(home, monkeypatch):
    monkeypatch.setattr(health, "minimum_python", lambda: (4, 0))
    assert "nodig is 4.0 of nieuwer" in faults(Home(home.path))["python"]
