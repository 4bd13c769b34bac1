"""A template filled in and saved by LibreOffice is read again unchanged, by the reader and parsers of the loader."""

import shutil
import subprocess
from datetime import date, time

import pytest
from openpyxl import load_workbook

from pipelines.ingest.clean.parsers import parse
from pipelines.ingest.read import open_file
from pipelines.ingest.template import template_records, write_template
from pipelines.schemas.checks import Moment, example
from pipelines.schemas.column import Kind, Need
from pipelines.vocabulary.reason import Reason
from pipelines.vocabulary.words.records import CHOICE_LABELS, RECORD_TITLES

TODAY = date(2026, 6, 30)
MOMENT = Moment(today=TODAY, pilot_start=date(2026, 1, 5))
OFFICE = shutil.which("soffice")

# a second row of what is easily lost: names that look empty, a leading zero, quarters, minus, accents, a line break
HARD = {
    "last_name": "Null",
    "first_name": "Zoë",
    "infix": "van 't",
    "street_house": "Dorpsstraat 12-A II",
    "phone": "0335551234",
    "description": "De kraan lekt;\nook 's nachts, ± 3 liter",
    "hours_worked": 1.125,
    "planned_hours": 0.25,
    "amount_eur": 12.5,
    "reported_time": time(7, 5),
    "planned_start": time(23, 59),
    "value": "0,5",
    "entry_id": "2026-001",
}


def filled(record):
    """Return two rows of values a coordinator may type: the examples, and what is easily lost."""
    typed = [column for column in record.columns if column.need is not Need.DERIVED]
    plain = {column.name: example(column, MOMENT) for column in typed}
    hard = plain | {name: value for name, value in HARD.items() if name in plain}
    if record.table == "ledger":
        hard["amount_eur"] = -1250.25
    return plain, hard


def as_typed(value, column):
    """Return the value as it stands in a cell of the template."""
    if column.allowed:
        return ";".join(CHOICE_LABELS[part] for part in value.split(";"))
    return {True: "J", False: "N"}[value] if column.kind is Kind.YES_NO else value


def fill_in(paths):
    for protected, path in zip((False, True), paths, strict=True):
        book = load_workbook(path)
        for record in template_records(protected=protected):
            sheet = book[RECORD_TITLES[record.table]]
            for number, row in enumerate(filled(record), start=2):
                for position, column in enumerate(record.columns, start=1):
                    if column.name in row:
                        cell = sheet.cell(
                            row=number, column=position, value=as_typed(row[column.name], column)
                        )
                        cell.number_format = sheet.column_dimensions[cell.column_letter].number_format
        book.save(path)


def texts(paths, scratch):
    """Return {table: rows of column → text} as the loader reads the files."""
    found = {}
    for path in paths:
        for sheet in open_file(path, scratch=scratch).sheets:
            rows = [list(row.values()) for row in sheet.source.table.to_pylist()]
            found[sheet.table] = [dict(zip(sheet.columns, row, strict=True)) for row in rows]
    return found


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Return both workbooks filled in, and the same as LibreOffice saved them."""
    assert OFFICE, "LibreOffice is needed: apt package libreoffice-calc"
    home = tmp_path_factory.mktemp("rondreis")
    paths = write_template(home / "ingevuld")
    fill_in(paths)
    profile, saved = (home / "profile").as_uri(), home / "opgeslagen"
    command = [
        OFFICE,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(saved),
    ]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=120)
    return paths, tuple(saved / path.name for path in paths)


@pytest.fixture(scope="module")
def delivered(files, tmp_path_factory):
    """Return the texts of both workbooks before and after LibreOffice saved them."""
    return tuple(texts(paths, tmp_path_factory.mktemp("kladblok")) for paths in files)


def own_repairs(column):
    """Return what the parser may say of a cell of the template: several labels in one cell become several codes."""
    return {None, Reason.CHOICE_SPELLED} if column.kind is Kind.CHOICES else {None}


def test_libreoffice_changes_no_cell(delivered):
    before, after = delivered
    assert after == before


def test_every_record_comes_back_with_its_values_without_fault_or_repair(delivered):
    _, after = delivered
    for protected in (False, True):
        for record in template_records(protected=protected):
            rows = filled(record)
            assert len(after[record.table]) == len(rows)
            for row, wanted in zip(after[record.table], rows, strict=True):
                for name, value in wanted.items():
                    parsed = parse(row[name] or "", column=record.column(name), today=TODAY)
                    assert (name, parsed.value, parsed.fault) == (name, value, None)
                    assert parsed.repair in own_repairs(record.column(name))


def test_libreoffice_keeps_drop_downs_comments_and_protection(files):
    for paths in zip(*files, strict=True):
        before, after = (load_workbook(path) for path in paths)
        for old in before.worksheets[1:]:
            new = after[old.title]
            assert len(new.data_validations.dataValidation) == len(old.data_validations.dataValidation)
            assert [cell.comment.text for cell in new[1]] == [cell.comment.text for cell in old[1]]
            assert new.protection.sheet == old.protection.sheet
            assert not new.column_dimensions["A"].protection.locked
