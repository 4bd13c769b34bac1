"""Where the data lives: the option, the variable, or the checkout's own folder."""

import stat
from pathlib import Path

import pytest

from pipelines.store.home import Home, repository, resolve_home
from pipelines.vocabulary.errors import StoreProblem

ROOT = Path(__file__).parents[3]


def test_the_option_comes_before_the_variable_and_the_variable_before_the_default(tmp_path, monkeypatch):
    assert resolve_home().path == ROOT / "data" / "home"
    monkeypatch.setenv("WERKPLAATS_HOME", str(tmp_path / "variable"))
    assert resolve_home().path == tmp_path / "variable"
    assert resolve_home(str(tmp_path / "option")).path == tmp_path / "option"
    assert resolve_home(tmp_path / "option").path == tmp_path / "option"


def test_the_default_does_not_depend_on_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert resolve_home().path == ROOT / "data" / "home"
    assert resolve_home("here").path == tmp_path / "here"
    assert repository() == ROOT


def test_a_tilde_is_the_users_own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert resolve_home("~/data").path == tmp_path / "data"


def test_a_file_is_no_home(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreProblem, match="is geen map"):
        resolve_home(tmp_path / "file")


def test_looking_at_a_home_makes_nothing(tmp_path):
    resolve_home(tmp_path / "home")
    assert not (tmp_path / "home").exists()


def test_every_folder_is_its_owners_only(home):
    home.create()
    home.create()
    folders = [home.path, *(path for path in home.path.rglob("*") if path.is_dir())]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_what_names_people_stands_below_private():
    home = Home(Path("x"))
    for path in (home.vaults, home.raw, home.marked, home.scratch, home.demo_key, home.salt):
        assert path.is_relative_to(home.private)
    for path in (home.warehouse, home.snapshots, home.reports, home.cache, home.marker, home.lock):
        assert not path.is_relative_to(home.private)


def test_a_folder_that_may_not_be_written_is_said(tmp_path):
    (tmp_path / "blocked").write_text("")
    with pytest.raises(StoreProblem, match="is geen map"):
        Home(tmp_path / "blocked" / "home").create()
