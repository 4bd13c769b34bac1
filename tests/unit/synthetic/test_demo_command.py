"""`werkplaats demo` writes, loads and tells; it never mixes invented people with real ones."""

import importlib
import json

import pytest
import typer
from typer.testing import CliRunner

from dashboard import ask
from dashboard.cli import demo
from dashboard.cli.faults import run
from pipelines.release.edition import State
from pipelines.store.home import Home
from pipelines.synthetic.manifest import Manifest
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.words import demo as words
from tests.lib.worlds import world_copy, world_report

pytestmark = pytest.mark.xdist_group("demo-command")  # the demo is made once
PROGRAM = typer.Typer()
demo.register(PROGRAM)
PROGRAM.command("other")(lambda: None)


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The home the demo made, what it printed, and what it opened."""
    home, opened = tmp_path_factory.mktemp("demo") / "home", []
    pages = importlib.import_module("dashboard.cli.app")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "serve", lambda shown, **options: opened.append((shown, options)))
        result = CliRunner().invoke(PROGRAM, ["demo", "--home", str(home)])
    assert result.exit_code == 0, result.output
    return home, result.output, opened


def test_demo_loads_its_files_as_the_loader_loads_any(shown):
    home = shown[0]
    manifest = Manifest.read(demo.delivered(Home(home)))
    assert len(manifest.paths(demo.delivered(Home(home)))) == len(manifest.files)
    assert Home(home).warehouse.exists()
    assert Home(home).is_demo


def test_demo_prints_every_sheet_and_the_sum(shown):
    output = shown[1]
    sheets = world_report("on_course")["files"]
    for sheet in sheets:
        assert f"{sheet['file']} · {sheet['sheet']}" in output
    sums = {kind: sum(sheet[kind] for sheet in sheets) for kind in demo.COUNTS}
    assert words.TOTALS.format(**sums) in output
    assert words.ALL_INVENTED in output


def test_demo_files_stand_in_the_private_part_of_the_home(shown):
    home = shown[0]
    assert demo.delivered(Home(home)).is_relative_to(Home(home).private)


def test_demo_refuses_a_home_with_real_data(tmp_path, capsys):
    home = world_copy("tiny", tmp_path)
    Home(home).demo_key.unlink()
    assert run(PROGRAM, ["demo", "--no-app", "--home", str(home)], debug=False) == 1
    refusal = capsys.readouterr().err
    assert "echte gegevens" in refusal
    assert not demo.delivered(Home(home)).exists()


def test_demo_releases_two_quarters_by_two_people_and_leaves_the_last_to_the_reader(shown):
    found = ask.standings(Home(shown[0]))
    outside = {audience for audience in Audience if audience.external}
    assert {(one.audience, one.as_of) for one in found} == {
        (audience, day) for audience in outside for day in demo.QUARTERS
    }
    assert all(one.state is State.RELEASED and one.approved_by != one.proposed_by for one in found)
    assert all(one.id in shown[1] for one in found)


def test_demo_opens_the_pages_of_its_home(shown):
    home, _, opened = shown
    assert opened == [(Home(home), {"as_json": False, "debug": False})]


def test_demo_can_be_run_again_without_opening_anything(shown):
    home = shown[0]
    result = CliRunner().invoke(PROGRAM, ["demo", "--no-app", "--json", "--home", str(home)])
    assert result.exit_code == 0, result.output
    assert not [sheet for sheet in json.loads(result.output)["files"] if sheet["intake"]]
    assert len(ask.standings(Home(home))) == 3 * len(demo.QUARTERS)
