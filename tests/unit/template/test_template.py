"""The workbooks a coordinator fills in: what stands where, what may be typed, what is locked."""

from datetime import date, time

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from pipelines.ingest.template import template_records, write_template
from pipelines.schemas.allowed import allowed_text
from pipelines.schemas.column import Kind, Need
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words.records import CHOICE_LABELS, DESCRIPTIONS, HEADINGS, RECORD_TITLES

BOTH = pytest.mark.parametrize("protected", [False, True], ids=["open", "protected"])


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    paths = write_template(tmp_path_factory.mktemp("sjabloon"))
    return {protected: load_workbook(path) for protected, path in zip((False, True), paths, strict=True)}


def sheets(books, *, protected):
    return [
        (record, books[protected][RECORD_TITLES[record.table]])
        for record in template_records(protected=protected)
    ]


def rule_of(sheet, position):
    """Return the validation of a column, or None."""
    cell = f"{get_column_letter(position)}2"
    return next((rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref), None)


def columns(books, *, protected, kinds):
    for record, sheet in sheets(books, protected=protected):
        for position, column in enumerate(record.columns, start=1):
            if column.kind in kinds and column.need is not Need.DERIVED:
                yield sheet, position, column


def test_every_typed_record_has_a_sheet_and_care_and_vog_stand_apart(books):
    assert books[False].sheetnames == ["Uitleg", "Relaties", "Helpers", "Klussen", "Vragen & matches",
        "Terugkoppeling klanten", "Maandcheck helpers", "Klantenservice", "Instellingen", "Streefwaarden",
        "Uren coördinatie", "Kosten en opbrengsten"]  # fmt: skip
    assert books[True].sheetnames == ["Uitleg", "VOG-register", "Zorgvragen", "Zorgbezoeken"]


@BOTH
def test_headings_stand_in_their_order_with_description_and_what_is_allowed(books, protected):
    for record, sheet in sheets(books, protected=protected):
        headings = [cell.value for cell in sheet[1]]
        assert headings == list(HEADINGS[record.table].values())
        for cell, column in zip(sheet[1], record.columns, strict=True):
            assert DESCRIPTIONS[record.table][column.name] in cell.comment.text
            assert allowed_text(column, record) in cell.comment.text


@BOTH
def test_a_choice_has_a_drop_down_with_its_labels(books, protected):
    for sheet, position, column in columns(books, protected=protected, kinds={Kind.CHOICE, Kind.CHOICES}):
        rule = rule_of(sheet, position)
        name, cells = rule.formula1.split("!")
        left, top, right, bottom = range_boundaries(cells.replace("$", ""))
        listed = [row[0].value for row in books[protected][name].iter_rows(top, bottom, left, right)]
        assert listed == [CHOICE_LABELS[value] for value in column.allowed]
        assert rule.showErrorMessage == (column.kind is Kind.CHOICE)


@BOTH
def test_yes_or_no_is_j_or_n(books, protected):
    for sheet, position, _ in columns(books, protected=protected, kinds={Kind.YES_NO}):
        assert rule_of(sheet, position).formula1 == '"J,N"'


@BOTH
def test_dates_times_and_numbers_are_judged_while_typing(books, protected):
    wanted = {
        Kind.DATE: "date",
        Kind.TIME: "time",
        Kind.WHOLE: "whole",
        Kind.HOURS: "decimal",
        Kind.MONEY: "decimal",
        Kind.DECIMAL: "decimal",
    }
    for sheet, position, column in columns(books, protected=protected, kinds=set(wanted)):
        rule = rule_of(sheet, position)
        assert rule.type == wanted[column.kind]
        assert rule.showErrorMessage
        if column.high is not None:
            assert (float(rule.formula1), float(rule.formula2)) == (
                column.low,
                max(column.high, *column.also, 0),
            )


@BOTH
def test_numbers_of_records_phones_and_postcodes_are_text(books, protected):
    texts = {Kind.IDENTIFIER, Kind.REFERENCE, Kind.PHONE, Kind.POSTCODE, Kind.TEXT}
    for sheet, position, _ in columns(books, protected=protected, kinds=texts):
        assert sheet.column_dimensions[get_column_letter(position)].number_format == "@"


@BOTH
def test_the_headings_stay_in_sight(books, protected):
    for _, sheet in sheets(books, protected=protected):
        assert sheet.freeze_panes == "B2"


def test_care_sheets_lock_headings_without_a_password_and_leave_the_cells_open(books):
    for record, sheet in sheets(books, protected=True):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert all(cell.protection.locked for cell in sheet[1])
        for position, column in enumerate(record.columns, start=1):
            locked = sheet.column_dimensions[get_column_letter(position)].protection.locked
            assert locked == (column.need is Need.DERIVED)


def test_the_first_workbook_is_not_protected(books):
    assert not any(sheet.protection.sheet for sheet in books[False].worksheets)


@BOTH
def test_uitleg_comes_first_and_explains_every_sheet(books, protected):
    texts = [cell.value or "" for cell in books[protected].worksheets[0]["A"]]
    for record in template_records(protected=protected):
        assert any(text.startswith(f"{RECORD_TITLES[record.table]}: ") for text in texts)
    assert all(len(sentence.split()) <= 22 for text in texts for sentence in text.split(". "))


def test_no_intake_leaves_every_sheet_empty(books):
    assert all(sheet.max_row == 1 for book in books.values() for sheet in book.worksheets[1:])


def test_intake_waits_in_the_sheet_as_dates_numbers_labels_and_text(tmp_path):
    answers = {"reported_on": "2026-04-03", "reported_time": "14:05", "landlord_at_report": "de_alliantie",
        "price_eur": "1.012,50", "wanted_by": "na de vakantie", "": "Wat is uw naam? Jan"}  # fmt: skip
    path, other = write_template(
        tmp_path, intake={"jobs": [answers], "care_requests": [{"help_type": "was;koken"}]}
    )
    sheet = load_workbook(path)["Klussen"]
    row = dict(zip((c.value for c in sheet[1]), sheet[2], strict=True))
    assert row["Datum melding"].value.date() == date(2026, 4, 3)
    assert row["Tijd melding"].value == time(14, 5)
    assert row["Verhuurder bij melding"].value == "De Alliantie"
    assert row["Bedrag (€)"].value == 1012.5
    assert row["Gewenst voor"].value == "na de vakantie"
    assert "Jan" in row["Klusnr"].comment.text
    care = load_workbook(other)["Zorgvragen"]
    cell = care.cell(row=2, column=list(HEADINGS["care_requests"]).index("help_type") + 1)
    assert cell.value == "was;koken"
    assert not cell.protection.locked


def test_a_workbook_that_is_there_is_never_overwritten(tmp_path):
    first, second = write_template(tmp_path)
    first.unlink()
    before = second.read_bytes()
    with pytest.raises(FileRefused, match="staat al in deze map"):
        write_template(tmp_path)
    assert second.read_bytes() == before
    assert not first.exists()


def test_a_folder_that_is_a_file_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "map").write_text("geen map")
    with pytest.raises(FileRefused, match="kan niets worden opgeslagen"):
        write_template(tmp_path / "map")
