"""The commands as a person types them: Dutch lines, exit codes, JSON for machines."""

import json
import shutil

import pytest

from dashboard.cli import app, faults
from tests.lib.worlds import world_files
from tests.unit.ingest.deliveries import door as empty_door


@pytest.fixture
def door(tmp_path, monkeypatch):
    """Return an empty home for real people, with a key of its own."""
    place = empty_door(tmp_path)
    place.home.demo_key.unlink()
    monkeypatch.setenv("WERKPLAATS_KEY", "5e" * 32)
    return place


@pytest.mark.parametrize("command", ["load", "check"])
def test_a_demo_takes_no_real_files_and_says_what_to_do(run, door, command):
    from pipelines.store.keys import make_demo_key

    make_demo_key(door.home)
    real = door.file("members", {})
    shutil.copytree(world_files("first_month"), door.folder / "voorbeeld")
    ours = door.folder / "voorbeeld" / "werkplaats-administratie.xlsx"
    code, out, err = run(command, ours, real)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"In {door.home.path} staan alleen verzonnen mensen, en members.csv is geen bestand van het voorbeeld; "
        "er is niets geladen.",
        "Kies een eigen map voor echte gegevens: zet er --home MAP bij, of stel WERKPLAATS_HOME in.",
    ]
    assert not door.home.warehouse.exists()
    assert run(command, ours)[0] == 0
    shutil.copyfile(real, ours)  # somebody keeps his own list under the name of a file of the demo
    assert run(command, ours)[0] == 1


@pytest.fixture
def run(door, capsys):
    def command(*words):
        code = faults.run(app, [*map(str, words), "--home", str(door.home.path)], debug=False)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_status_of_an_empty_home_says_what_to_do_first(run):
    code, out, _ = run("status")
    assert code == 0
    assert "Er zijn nog geen gegevens geladen" in out
    assert "werkplaats template" in out


def test_load_says_what_happened_and_status_what_is_there(run, door):
    code, out, _ = run("load", door.file("members", {}, {"member_id": "x"}), "--source", "wijkteam")
    assert code == 0
    assert "2 rijen = 1 nieuw" in out
    code, out, _ = run("status")
    assert "bron: wijkteam" in out
    assert "  Relaties: 1 rij\n" in out
    assert "Opzijgezet: 1 rij(en)" in out


def test_check_says_the_same_and_saves_nothing(run, door):
    code, out, _ = run("check", door.file("members", {}))
    assert code == 0
    assert out.rstrip().endswith("Gecontroleerd; er is niets opgeslagen.")
    assert "nog geen gegevens" in run("status")[1]


def test_a_refused_file_exits_1_with_a_sentence_and_no_trace(run, door):
    code, out, err = run("load", door.folder / "weg.csv")
    assert (code, out) == (1, "")
    assert err.startswith("Het bestand weg.csv bestaat niet.")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words", [("load",), ("check",), ("quarantine", "dismiss"), ("load", "a.csv", "--vlug")]
)
def test_wrong_use_exits_2_with_the_help(run, words):
    code, _, err = run(*words)
    assert code == 2
    assert "Gebruik: werkplaats" in err


def test_json_is_only_json(run, door):
    code, out, _ = run("load", door.file("members", {"postcode": "38"}), "--json")
    assert code == 0
    (sheet,) = json.loads(out)["files"]
    assert (sheet["rejected"], sheet["faults"][0]["heading"]) == (1, "Postcode")
    (case,) = json.loads(run("quarantine", "list", "--json")[1])
    assert (case["id"], case["row"], case["rule"]) == (1, 2, "postcode_onleesbaar")
    assert json.loads(run("status", "--json")[1])["quarantine"] == 1


def test_the_quarantine_is_listed_and_a_row_dismissed_with_a_reason(run, door):
    run("load", door.file("members", {"postcode": "38"}))
    assert run("quarantine", "list")[1].startswith("1: members.csv, blad members, rij 2, kolom Postcode:")
    code, out, _ = run("quarantine", "dismiss", 1, "--reason", "proefrij")
    assert (code, out) == (0, "Rij 1 is afgehandeld: proefrij\n")
    assert run("quarantine", "list")[1] == "Er staan geen rijen opzij.\n"
    assert run("quarantine", "dismiss", 1, "--reason", "nog eens")[0] == 2


def test_a_row_that_waits_says_so(run, door):
    run("load", door.file("jobs", {}))
    assert run("quarantine", "list")[1].rstrip().endswith("wacht op wat nog komt")


@pytest.mark.parametrize("command", ["load", "check", "status", "quarantine"])
def test_every_command_explains_itself_in_dutch(run, command, capsys):
    code = faults.run(app, [command, "--help"], debug=False)
    said = capsys.readouterr().out
    assert code == 0
    assert "Gebruik: werkplaats" in said
    assert not any(english in said for english in ("Usage", "Options", "Show this message"))
