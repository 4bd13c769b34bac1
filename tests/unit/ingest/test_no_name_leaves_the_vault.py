"""Sentinel names in every column, also where they do not belong: none may stand outside the private folder."""

import csv
import json
import logging
import re

import pytest
from openpyxl import Workbook

from dashboard.cli import app, faults
from pipelines.ingest.report_screen import screen_lines
from pipelines.schemas.column import Kind, Need
from pipelines.schemas.registry import RECORDS, record
from pipelines.vocabulary.errors import WerkplaatsError
from tests.unit.ingest.deliveries import GOOD

NAME = "Zoutelandsevlier"
PHONE = "0698712345"
STREET = "Zwaluwkruidpad 17b"
RELATIENR = "R765431"
MAIL = "zoutelandsevlier@voorbeeld.nl"
SENTINELS = (NAME, PHONE, "698712345", STREET, "Zwaluwkruidpad", MAIL)
FORMS = [
    ("klusaanvraag.csv", ["Tijdstempel", "Wat is uw naam?", "Telefoon", "Waar kunnen we u mee helpen?",
                          "Van wie huurt u uw woning?", "Onbekende vraag"],
     ["3-3-2026 14:05:00", NAME, PHONE, f"{NAME} belt vanaf {STREET}", "Portaal", f"Buur van {NAME}"]),
]  # fmt: skip
TYPED = [each for each in RECORDS if not each.generated]
PEOPLE = [
    {},
    {"member_id": "R0002", "role_helper_jobs": "J", "role_helper_care": "J", "phone": "0611111111"},
    {"member_id": "R0003", "role_care_client": "J", "consent_health_on": "5-1-2026", "phone": "0622222222"},
]


def outside_private(home):
    return [path for path in home.path.rglob("*") if path.is_file() and home.private not in path.parents]


def sentinels_in(files):
    forms = {text.encode(code) for text in SENTINELS for code in ("utf-8", "utf-16-le", "cp1252")}
    forms |= {form.lower() for form in forms} | {form.upper() for form in forms}
    return [(path.name, form) for path in files for form in forms if form in path.read_bytes()]


def numbers_in_places(declared):
    """Yield a row per column with the Relatienr typed into it, in the ways people write it."""
    good = GOOD.get(declared.table, {})
    for column in declared.columns:
        if column.need is not Need.DERIVED:
            for text in (RELATIENR, RELATIENR.lower(), f"R {RELATIENR[1:]}", f"zie {RELATIENR}"):
                yield good | {column.name: text}
    if declared.table == "parameters":
        for key in ("role_member:K1", "role_member:K2x", "coordinator", RELATIENR):
            yield good | {"param_key": key, "value": RELATIENR, "unit": "tekst"}


def wrong_places(declared):
    """Yield a row per column with the name, the phone and the street typed into it."""
    good = GOOD.get(declared.table, {})
    for column in declared.columns:
        if column.need is not Need.DERIVED:
            for text in (NAME, PHONE, STREET, MAIL, f"{NAME} 3", f"R0001 {NAME}"):
                if not (column.kind is Kind.TEXT and column.pattern is None and not is_hidden(column)):
                    yield good | {column.name: text}


def is_hidden(column):
    return column.vault or column.free_text


@pytest.mark.parametrize("declared", TYPED, ids=lambda each: each.table)
def test_no_name_stands_outside_the_private_folder(door, declared):
    door.deliver("members", *PEOPLE, name="mensen.csv")
    hidden = {column.name: NAME for column in declared.columns if is_hidden(column)}
    rows = [GOOD.get(declared.table, {}) | hidden, *wrong_places(declared)]
    report = door.load(door.file(declared.table, *rows, bare=True))
    said = "\n".join(screen_lines(report)) + json.dumps(report.as_json())
    assert [text for text in SENTINELS if text.lower() in said.lower()] == []
    door.load(door.file(declared.table, *rows, bare=True))
    assert sentinels_in(outside_private(door.home)) == []


@pytest.mark.parametrize("declared", TYPED, ids=lambda each: each.table)
def test_no_relatienr_stands_outside_the_private_folder_as_typed(door, declared):
    member = PEOPLE[1] | {"member_id": RELATIENR, "role_care_client": "J", "consent_health_on": "5-1-2026"}
    door.deliver("members", *PEOPLE[:1], member, name="mensen.csv")
    rows = list(numbers_in_places(declared))
    report = door.load(door.file(declared.table, *rows, bare=True))
    said = "\n".join(screen_lines(report)) + json.dumps(report.as_json())
    files = outside_private(door.home)
    assert RELATIENR[1:] not in said
    assert [path.name for path in files if RELATIENR[1:].encode() in path.read_bytes()] == []


def test_names_in_the_private_folder_are_sealed_or_as_delivered(door):
    door.deliver("members", {"last_name": NAME, "street_house": STREET})
    found = {
        name for name, _ in sentinels_in([path for path in door.home.private.rglob("*") if path.is_file()])
    }
    assert {name.split("-", 1)[-1] for name in found} == {"members.csv"}


@pytest.mark.parametrize(("name", "headings", "answers"), FORMS)
def test_answers_of_a_form_stand_in_the_vault_only(door, name, headings, answers):
    path = door.folder / name
    path.write_text("\n".join(";".join(line) for line in (headings, answers)), encoding="utf-8")
    report = door.load(path)
    assert report.sheets[0].intake == 1
    assert sentinels_in(outside_private(door.home)) == []


def test_a_name_as_record_number_is_masked_in_what_is_said(door):
    sheet = door.deliver("members", {"member_id": f"R0001 {NAME}"})
    assert sheet.rejected == 1
    assert NAME not in sheet.faults[0].message


def test_logs_and_exceptions_hold_no_name(door, caplog):
    caplog.set_level(logging.DEBUG)
    path = door.file("members", {"last_name": NAME})
    path.write_text(path.read_text().replace("Relatienr", "BSN"))
    with pytest.raises(WerkplaatsError) as refused:
        door.load(path)
    assert NAME not in str(refused.value) + caplog.text


def test_every_hidden_column_is_tried():
    hidden = {(each.table, column.name) for each in TYPED for column in each.columns if is_hidden(column)}
    assert len(hidden) >= 12
    assert record("members").column("last_name").vault


TYPED_NAME = f"bezoeken {NAME} {PHONE}.csv"


def test_a_name_in_a_file_name_or_of_who_delivered_it_stands_in_the_private_folder_only(door, capsys):
    door.deliver("members", {})
    path = door.file("jobs", {"channel": ""}, {"job_id": "K0002"})
    named = path.rename(path.with_name(TYPED_NAME))
    report = door.load(named, source=f"{NAME}, penningmeester")
    assert report.sheets[0].file == TYPED_NAME
    assert sentinels_in(outside_private(door.home)) == []
    ((stored,),) = door.query("SELECT DISTINCT source_file FROM jobs")
    assert re.fullmatch(r"bezoeken \[[0-9a-f]{12}\]\.csv", stored)
    for command in (["status"], ["quarantine", "list"]):
        assert faults.run(app, [*command, "--home", str(door.home.path)], debug=False) == 0
    said = capsys.readouterr().out
    assert TYPED_NAME in said
    assert f"{NAME}, penningmeester" in said
    again = door.load(named)
    assert again.sheets[0].unchanged == 1
    assert again.sheets[0].stored[0] == stored


def test_a_name_of_a_sheet_stands_in_the_private_folder_only(door):
    book = Workbook()
    sheet = book.active
    sheet.title = f"Klussen {NAME}"
    for row in csv.reader(door.file("jobs", {"channel": ""}).read_text("utf-8").splitlines(), delimiter=";"):
        sheet.append(row)
    book.save(door.folder / "klussen.xlsx")
    report = door.load(door.folder / "klussen.xlsx")
    assert report.sheets[0].sheet == f"Klussen {NAME}"
    assert report.sheets[0].rejected == 1
    assert sentinels_in(outside_private(door.home)) == []


def test_who_decided_a_setting_and_why_is_stored_as_far_as_it_names_nobody(door):
    row = {"basis": f"contract, getekend door {NAME}", "decided_by": f"commissie ({NAME}, tel. {PHONE})"}
    sheet = door.deliver("parameters", row)
    assert (sheet.accepted, {fault.rule for fault in sheet.faults}) == (1, {"naam_weggelaten"})
    assert NAME not in str(sheet.faults)
    assert door.query("SELECT basis, decided_by FROM parameters WHERE param_key = 'pilot_start'") == [
        ("contract, getekend door …", "commissie (…)")
    ]
    assert sentinels_in(outside_private(door.home)) == []
