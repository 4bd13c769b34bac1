"""`werkplaats template`: the empty case, machines, refusal, and answers from forms that wait."""

import json
from datetime import date, datetime

from openpyxl import load_workbook
from typer.testing import CliRunner

from dashboard.cli import app
from pipelines.ingest.load import load_files
from pipelines.ingest.template_intake import waiting_intake
from pipelines.store.home import Home
from pipelines.vocabulary.errors import FileRefused

FILES = ["werkplaats-registratie.xlsx", "werkplaats-zorg-en-vog.xlsx"]
FORM = """Tijdstempel;Wat is uw naam?;Telefoon;Van wie huurt u uw woning?;Waar kunnen we u mee helpen?;Wanneer zou het u uitkomen?
3-4-2026 14:05:00;Zoë Voorbeeld;0335551234;Portaal;De kraan lekt;na de vakantie
"""


def run(*arguments):
    return CliRunner().invoke(app, ["template", *map(str, arguments)])


def test_two_workbooks_are_written_and_named(tmp_path):
    result = run(tmp_path / "sjablonen")
    assert result.exit_code == 0
    assert all(name in result.output for name in FILES)
    assert sorted(path.name for path in (tmp_path / "sjablonen").iterdir()) == FILES


def test_a_machine_gets_the_paths(tmp_path):
    result = run(tmp_path, "--json")
    assert json.loads(result.output) == {"files": [str(tmp_path / name) for name in FILES]}


def test_a_second_time_is_refused(tmp_path):
    run(tmp_path)
    assert isinstance(run(tmp_path).exception, FileRefused)


def test_nothing_waits_in_a_home_without_data(tmp_path):
    assert waiting_intake(Home(tmp_path / "home")) == {}
    assert run(tmp_path, "--intake", "--home", tmp_path / "home").exit_code == 0
    assert not (tmp_path / "home").exists()


def test_answers_of_a_form_wait_in_the_workbook_with_who_gave_them(tmp_path, monkeypatch):
    monkeypatch.setenv("WERKPLAATS_KEY", "ab" * 32)
    form, home = tmp_path / "klusaanvraag.csv", Home(tmp_path / "home")
    form.write_text(FORM, encoding="utf-8")
    load_files(home, [form], today=date(2026, 6, 30), now=datetime(2026, 6, 30, 9, 0))  # noqa: DTZ001 - local time
    result = run(tmp_path / "sjablonen", "--intake", "--home", home.path)
    assert result.exit_code == 0, result.output
    sheet = load_workbook(tmp_path / "sjablonen" / FILES[0])["Klussen"]
    row = dict(zip((cell.value for cell in sheet[1]), sheet[2], strict=True))
    assert row["Datum melding"].value == datetime(2026, 4, 3)  # noqa: DTZ001 - a cell holds no zone
    assert row["Omschrijving"].value == "De kraan lekt"
    assert row["Verhuurder bij melding"].value == "Portaal"
    assert row["Klusnr"].value is None
    assert "Zoë Voorbeeld" in row["Klusnr"].comment.text
    assert "na de vakantie" in row["Klusnr"].comment.text
