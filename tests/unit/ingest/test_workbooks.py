"""A workbook goes through the same door, and comes back with its faulty cells marked."""

import zipfile
from datetime import date, datetime, time

import openpyxl

from pipelines.ingest.marked import COLOURS
from pipelines.schemas.registry import record
from pipelines.vocabulary.words.records import HEADINGS, RECORD_TITLES
from tests.unit.ingest.deliveries import GOOD, counts, found


def workbook(door, sheets, name="administratie.xlsx"):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table, rows in sheets.items():
        page = book.create_sheet(RECORD_TITLES[table])
        columns = [column.name for column in record(table).columns]
        page.append([HEADINGS[table][column] for column in columns])
        for row in rows:
            filled = GOOD[table] | row
            page.append([filled.get(column) for column in columns])
    path = door.folder / name
    book.save(path)
    return path


def cells(path, table):
    return openpyxl.load_workbook(path)[RECORD_TITLES[table]]


def test_real_dates_times_and_numbers_are_read_as_they_are(door):
    job = {"reported_on": datetime(2026, 3, 2), "reported_time": time(9, 5), "status": "afgerond",  # noqa: DTZ001
           "completed_on": date(2026, 3, 9), "hours_worked": 1.25, "price_eur": 12.5, "payer": "fonds"}  # fmt: skip
    report = door.load(workbook(door, {"members": [{}], "jobs": [job]}))
    assert [counts(sheet) for sheet in report.sheets] == [{"accepted": 1}, {"accepted": 1}]
    assert door.query("SELECT reported_on, reported_time, hours_worked, price_eur FROM jobs") == [
        (date(2026, 3, 2), time(9, 5), 1.25, 12.5)
    ]


def test_rows_are_named_as_the_person_sees_them(door):
    path = workbook(door, {"members": [{}], "jobs": [{}, {"channel": "rookpluim"}]})
    report = door.load(path)
    assert found(report.sheets[1], "error") == [(3, "channel", "keuze_onbekend")]


def test_a_copy_marks_every_faulty_cell_with_what_is_wrong(door):
    path = workbook(door, {"members": [{}], "jobs": [{}, {"channel": "rookpluim", "wanted_by": "± 3 weken"}]})
    report = door.load(path)
    (marked,) = report.marked
    assert marked.parent == door.home.marked
    page = cells(marked, "jobs")
    by_heading = {cell.value: cell.column for cell in page[1]}
    wrong, doubt = page.cell(3, by_heading["Kanaal"]), page.cell(3, by_heading["Gewenst voor"])
    assert (wrong.fill.fgColor.rgb, doubt.fill.fgColor.rgb) == (COLOURS["error"], COLOURS["warning"])
    assert wrong.comment.text.startswith("Fout: Deze keuze staat niet in de lijst.")
    assert page.cell(2, by_heading["Kanaal"]).comment is None
    assert cells(path, "jobs").cell(3, by_heading["Kanaal"]).comment is None


def test_a_workbook_that_cannot_be_written_back_is_loaded_and_its_report_says_so(door):
    kinds = {  # what Excel calls a strict workbook: read like any other, but not by what marks the cells
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/"
        "relationships",
    }
    path = workbook(door, {"members": [{}], "jobs": [{}, {"channel": "rookpluim"}]})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            for plain, strict in kinds.items():
                text = text.replace(plain, strict)  # noqa: PLW2901
            book.writestr(name, text)
    report = door.load(path)
    assert counts(report.sheets[1]) == {"accepted": 1, "rejected": 1}
    assert (report.marked, list(door.home.marked.iterdir())) == ((), [])
    assert "het verslag noemt elke cel" in report.notes[-1]


def test_a_workbook_without_faults_has_no_marked_copy(door):
    assert door.load(workbook(door, {"members": [{}]})).marked == ()


def test_a_text_file_comes_back_as_a_workbook_with_its_cells_marked_in_their_own_rows(door):
    path = door.file("jobs", {"job_id": "K0007", "description": "=1+1"}, {"channel": "rookpluim"})
    whole = path.read_text(encoding="utf-8")
    path.write_text("Klussen van maart\n\n" + whole, encoding="utf-8")
    (marked,) = door.load(door.file("members", {}), path).marked
    assert marked.name.endswith("jobs.csv.xlsx")
    page = openpyxl.load_workbook(marked).active
    by_heading = {cell.value: cell.column for cell in page[3]}
    wrong = page.cell(5, by_heading["Kanaal"])
    assert (wrong.value, wrong.fill.fgColor.rgb) == ("rookpluim", COLOURS["error"])
    assert wrong.comment.text.startswith("Fout: Deze keuze staat niet in de lijst.")
    typed = page.cell(4, by_heading["Omschrijving"])
    assert (typed.value, typed.data_type) == ("=1+1", "s")


def test_a_large_text_file_is_not_marked_its_report_names_every_cell(door, monkeypatch):
    monkeypatch.setattr("pipelines.ingest.marked.MOST_ROWS", 1)
    assert door.load(door.file("members", {"postcode": "38"}, {"postcode": "39"})).marked == ()


def test_two_sheets_of_one_record_in_one_workbook_are_told_apart(door):
    path = workbook(door, {"members": [{}], "jobs": [{}]})
    book = openpyxl.load_workbook(path)
    second = book.copy_worksheet(book["Klussen"])
    second.title = "Klussen oud"
    second["A2"] = "K0002"
    second["F2"] = "rookpluim"
    book.save(path)
    report = door.load(path)
    assert [(sheet.sheet, counts(sheet)) for sheet in report.sheets] == [
        ("Relaties", {"accepted": 1}),
        ("Klussen", {"accepted": 1}),
        ("Klussen oud", {"rejected": 1}),
    ]
    assert report.sheets[1].faults == ()
