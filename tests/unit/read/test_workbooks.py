"""Workbooks as spreadsheets keep them: cells as text, hidden and merged parts, formulas, places of what is wrong."""

import datetime as dt

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pipelines.ingest.read import open_file
from pipelines.vocabulary.errors import FileRefused
from tests.unit.read.delivered_rows import rows_of

LEDGER = ["Boeking", "Datum", "Tak", "Soort", "Bedrag (€)", "Naar wijkbewoner"]
ROW = ["B1", dt.date(2026, 4, 3), "klus", "fonds", 12.5, True]
TEXT = ["B1", "2026-04-03", "klus", "fonds", "12,5", "J"]
COORDINATION = ["Week (maandag)", "Wie", "Uren matchen", "Uren klantcontact", "Uren administratie", "Betaald"]


@pytest.fixture
def book():
    workbook = openpyxl.Workbook()
    workbook.active.title = "Kosten en opbrengsten"
    workbook.active.append(LEDGER)
    return workbook


@pytest.fixture
def opened(tmp_path):
    def open_book(workbook):
        workbook.save(tmp_path / "Administratie.xlsx")
        return open_file(tmp_path / "Administratie.xlsx", scratch=tmp_path)

    return open_book


def codes(notes):
    return {note.code for note in notes}


CELLS = [
    # value, number format, text
    (dt.date(2026, 4, 3), "dd-mm-yyyy", "2026-04-03"),
    (46115.587152777778, "dd-mm-yyyy hh:mm", "2026-04-03 14:05:30"),
    (dt.time(1, 30), "h:mm", "01:30:00"),
    (dt.time(0, 0), "h:mm", "00:00:00"),
    (dt.timedelta(hours=26), "[h]:mm", "26:00:00"),
    (dt.timedelta(hours=1, minutes=30), "[h]:mm", "1:30:00"),
    (0, "dd-mm-yyyy", "00:00:00"),
    (1, "dd-mm-yyyy", "1900-01-01"),
    (46115, "General", "46115"),
    (1.125, "General", "1,125"),
    (0.1 + 0.2, "General", "0,3"),
    (1250, "#,##0.00", "1250"),
    (1e-7, "General", "0,0000001"),
    (612345678, "General", "612345678"),
    (True, "General", "J"),
    (False, "General", "N"),
    ("  spatie ", "@", "  spatie "),
    ("0042", "@", "0042"),
]


@pytest.mark.parametrize(("value", "number_format", "text"), CELLS, ids=lambda part: str(part)[:20])
def test_a_cell_becomes_text(book, opened, value, number_format, text):
    book.active.append([*ROW[:5], value])
    book.active["F2"].number_format = number_format
    assert rows_of(opened(book).sheets[0].source) == [(2, [*TEXT[:5], text])]


def test_a_workbook_of_1904_gives_the_same_dates(book, opened):
    book.epoch = CALENDAR_MAC_1904
    book.active.append([*ROW[:4], 0, True])
    book.active["E2"].number_format = "dd-mm-yyyy"
    assert rows_of(opened(book).sheets[0].source) == [(2, [*TEXT[:4], "00:00:00", "J"])]


def test_error_values_and_formulas_without_outcome_are_not_empty(book, opened):
    book.active.append([*ROW[:4], "#N/A", "=A1"])
    sheet = opened(book).sheets[0]
    assert rows_of(sheet.source) == [(2, [*TEXT[:4], "#N/A", "="])]
    assert {
        note.code: note.sentence for note in sheet.notes if "E2" in note.sentence or "F2" in note.sentence
    }.keys() == {
        "foutcellen",
        "formules_zonder_waarde",
    }


def test_blank_rows_in_the_middle_keep_their_place_and_those_at_the_end_go(book, opened):
    for row in (ROW, [], ROW):
        book.active.append(row)
    book.active["A9"] = " "
    book.active["A9"].value = None
    assert rows_of(opened(book).sheets[0].source) == [(2, TEXT), (3, [""] * 6), (4, TEXT)]


def test_hidden_rows_columns_and_sheets_are_read_counted_and_named(book, opened):
    for _ in range(4):
        book.active.append(ROW)
    for number in (3, 4):
        book.active.row_dimensions[number].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.active.sheet_state = "hidden"
    book.create_sheet("Zichtbaar")
    delivery = opened(book)
    sheet = delivery.sheets[0]
    assert (len(rows_of(sheet.source)), sheet.hidden_rows) == (4, 2)
    assert codes(sheet.notes) == {"verborgen_blad_gelezen", "verborgen_rijen", "verborgen_kolommen"}
    assert any("3-4" in note.sentence for note in sheet.notes)
    assert codes(delivery.notes) == {"leeg_blad"}


def test_a_hidden_sheet_without_our_headings_is_skipped_and_named(book, opened):
    book.active.append(ROW)
    lists = book.create_sheet("Lijsten")
    lists.append(["keuzes"])
    lists.sheet_state = "hidden"
    assert codes(opened(book).notes) == {"verborgen_blad_overgeslagen"}


def test_a_sheet_that_is_no_record_at_all_is_passed_over_and_named(book, opened):
    book.active.append(ROW)
    book.create_sheet("Draaitabel").append(["Som van uren", "Totaal"])
    delivery = opened(book)
    assert len(delivery.sheets) == 1
    assert codes(delivery.notes) == {"vreemd_blad_overgeslagen"}
    assert "Draaitabel" in delivery.notes[0].sentence


def test_a_workbook_without_a_single_record_is_refused_with_what_was_passed_over(book, opened):
    book.active.title = "Draaitabel"
    book.active.delete_rows(1, 5)
    book.active.append(["Som van uren", "Totaal"])
    with pytest.raises(FileRefused, match="Draaitabel"):
        opened(book)


def test_explanation_is_skipped_and_named(book, opened):
    book.create_sheet("Uitleg", 0).append(["Vul nooit een BSN in."])
    assert codes(opened(book).notes) == {"uitleg"}


def test_merged_headings_are_refused_with_the_place(book, opened):
    book.active.append(ROW)
    book.active.merge_cells("B1:C1")
    with pytest.raises(FileRefused, match=r"B1:C1"):
        opened(book)


def test_a_merged_title_above_the_headings_is_no_matter_and_merged_data_is_named(opened):
    workbook = openpyxl.Workbook()
    for row in (["Kasboek van de buurt"], [], LEDGER, ROW, ROW):
        workbook.active.append(row)
    workbook.active.merge_cells("A1:F1")
    workbook.active.merge_cells("F4:F5")
    sheet = opened(workbook).sheets[0]
    assert (sheet.header_row, [number for number, _ in rows_of(sheet.source)]) == (3, [4, 5])
    assert codes(sheet.notes) == {"regels_voor_de_koppen", "samengevoegde_cellen"}


def test_all_sheets_that_cannot_be_taken_are_named_at_once(book, opened):
    book.active.append(ROW)
    book.create_sheet("Klussen").append(["wie", "wat", "waar"])
    book.create_sheet("Uren").append(COORDINATION[:5])
    with pytest.raises(FileRefused) as refusal:
        opened(book)
    assert "blad Klussen" in refusal.value.sentence
    assert "blad Uren (Uren coördinatie): deze verplichte koppen ontbreken: Betaald" in refusal.value.sentence


def test_two_sheets_of_one_record_are_both_read(book, opened):
    book.active.append(ROW)
    other = book.create_sheet("Kas april")
    other.append(LEDGER)
    other.append(ROW)
    assert [(sheet.name, sheet.table) for sheet in opened(book).sheets] == [
        ("Kosten en opbrengsten", "ledger"),
        ("Kas april", "ledger"),
    ]


def test_a_table_that_does_not_start_in_a1_is_read_with_its_places(opened):
    workbook = openpyxl.Workbook()
    for number, row in enumerate((LEDGER, ROW), start=5):
        for position, value in enumerate(row, start=3):
            workbook.active.cell(row=number, column=position, value=value)
    sheet = opened(workbook).sheets[0]
    assert sheet.columns[:3] == (None, None, "entry_id")
    assert rows_of(sheet.source) == [(6, ["", "", *TEXT])]
