import csv
import json

import pytest

from pipelines.ingest import report as reports
from pipelines.ingest.report import SheetReport
from pipelines.ingest.report_json import json_lines
from pipelines.ingest.report_screen import screen_lines
from pipelines.vocabulary.errors import WerkplaatsError


def test_the_report_adds_up_on_screen(door):
    report = door.load(door.file("members", {}, {"member_id": ""}))
    lines = list(screen_lines(report))
    assert "  2 rijen = 1 nieuw + 0 verbeterd + 0 ongewijzigd + 0 intake + 1 opzijgezet + 0 leeg" in lines
    assert lines[-1] == "Opgeslagen als lading 1."
    assert any("rij 3, kolom Relatienr" in line for line in lines)


def test_the_report_says_that_free_text_is_not_stored(door):
    door.deliver("members", {})
    report = door.load(door.file("jobs", {}))
    assert report.free_text == ("Klussen: Omschrijving",)
    assert any("niet opgeslagen" in line for line in screen_lines(report))


def test_the_report_file_holds_every_fault_with_dutch_headings(door):
    report = door.load(door.file("members", {"postcode": "38", "consent_survey": ""}))
    with report.report_file.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream, delimiter=";"))
    assert lines[0] == ["Bestand", "Blad", "Rij", "Kolom", "Niveau", "Regel", "Melding"]
    assert [line[2:6] for line in lines[1:]] == [
        ["2", "Postcode", "Fout", "postcode_onleesbaar"],
        ["2", "Mag benaderd voor onderzoek", "Hersteld", "leeg_is_nee"],
    ]


def test_a_screen_shows_the_gravest_first_and_says_where_the_rest_stands(door, monkeypatch):
    monkeypatch.setattr("pipelines.ingest.report_screen.SHOWN", 1)
    report = door.load(door.file("members", {"phone": ""}, {"member_id": "R0002", "postcode": "38"}))
    lines = [line for line in screen_lines(report) if "rij " in line or "meldingen" in line]
    assert lines[0].startswith("  Fout: rij 3, kolom Postcode")
    assert "nog 1 meldingen" in lines[1]


def test_more_faults_than_fit_in_memory_are_counted_and_stand_in_the_file(door, monkeypatch):
    monkeypatch.setattr(reports, "LISTED", 1)
    report = door.load(door.file("members", {"postcode": "38", "landlord": "x"}))
    (sheet,) = report.sheets
    assert (len(sheet.faults), sheet.counts) == (1, {"error": 2})
    assert len(report.report_file.read_text(encoding="utf-8-sig").splitlines()) == 3


def test_json_has_exactly_the_promised_names(door):
    found = door.load(door.file("members", {"postcode": "38"})).as_json()
    (sheet,) = found["files"]
    assert set(sheet) == {
        "file", "sheet", "record", "rows", "accepted", "corrected", "unchanged", "intake", "rejected", "blank", "faults",
    }  # fmt: skip
    assert [set(fault) for fault in sheet["faults"]] == [
        {"row", "column", "heading", "rule", "level", "message"}
    ]


def test_json_lists_every_fault_also_those_that_were_not_kept_in_memory(door, monkeypatch):
    wrong = {"postcode": "38", "landlord": 'x; "y"\nz', "member_id": ""}
    whole = json.loads("\n".join(json_lines(door.load(door.file("members", wrong, {}), save=False))))
    monkeypatch.setattr(reports, "LISTED", 1)
    streamed = json.loads("\n".join(json_lines(door.load(door.file("members", wrong, {})))))
    (before,), (after,) = whole["files"], streamed["files"]
    assert len(after["faults"]) > 1
    assert sorted(after.pop("faults"), key=str) == sorted(before.pop("faults"), key=str)
    assert after == before


def test_a_sheet_that_does_not_add_up_is_an_error_of_ours():
    good = SheetReport(
        file="a.csv", sheet="a", stored=("a.csv", "a"), record="jobs", rows=3, accepted=1, rejected=1, blank=1
    )
    good.require_balance()
    with pytest.raises(WerkplaatsError, match=r"a\.csv"):
        SheetReport(
            file="a.csv", sheet="a", stored=("a.csv", "a"), record="jobs", rows=3, accepted=1
        ).require_balance()


def test_allowed_values_are_named_at_most_ten(door):
    door.deliver("members", {})
    sheet = door.deliver("helpers", {"skills": "vliegeren"})
    (message,) = [fault.message for fault in sheet.faults if fault.column == "skills"]
    assert message.count(", ") == 9
    assert "En nog 5 andere." in message
