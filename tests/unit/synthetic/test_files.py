"""The files are the same on every run, those in data/demo are these, and other programs read them."""

import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from pipelines.synthetic.checksums import NAME as CHECKSUMS
from pipelines.synthetic.checksums import is_invented
from pipelines.synthetic.files.delimited import FORM, SPREADSHEET, csv_bytes
from pipelines.synthetic.files.xlsx import Tab, column_letters, write_workbook
from pipelines.synthetic.manifest import NAME, Manifest
from pipelines.synthetic.year import write_year
from tests.lib.worlds import world_files

DEMO = Path(__file__).parents[3] / "data" / "demo"
MOST_BYTES = 2_000_000
DAY = date(2026, 4, 3)


def contents(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def unpacked(path):
    """Bytes of a file; of a workbook its parts, where another zlib may pack them otherwise than ours."""
    if path.suffix == ".xlsx" and "ng" in zlib.ZLIB_RUNTIME_VERSION:
        with zipfile.ZipFile(path) as archive:
            return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    return path.read_bytes()


def test_committed_demo_files_are_what_the_generator_writes():
    made, kept = contents(world_files("on_course")), contents(DEMO)
    del kept[".gitattributes"]
    if "ng" in zlib.ZLIB_RUNTIME_VERSION:  # packs workbooks otherwise, so that their checksums differ
        del made[CHECKSUMS], kept[CHECKSUMS]
    assert sorted(made) == sorted(kept)
    assert [name for name, path in kept.items() if unpacked(path) != unpacked(made[name])] == []


def test_committed_demo_files_are_small():
    assert sum(path.stat().st_size for path in contents(DEMO).values()) < MOST_BYTES


@pytest.mark.parametrize("name", ["nothing_yet", "first_month", "tiny", "hostile"])
def test_same_world_and_seed_give_the_same_bytes(name, tmp_path):
    again = write_year(tmp_path, world=name)
    first = contents(world_files(name))
    assert Manifest.read(tmp_path) == again
    assert {name: path.read_bytes() for name, path in contents(tmp_path).items()} == {
        name: path.read_bytes() for name, path in first.items()
    }
    assert set(first) == {*again.files, NAME, CHECKSUMS}


def test_only_our_own_unchanged_files_count_as_invented(tmp_path):
    manifest = write_year(tmp_path, world="first_month")
    assert all(is_invented(path) for path in manifest.paths(tmp_path))
    assert not is_invented(tmp_path / NAME)
    assert not is_invented(tmp_path / "weg.csv")
    visits = next(path for path in manifest.paths(tmp_path) if path.parent != tmp_path)
    visits.write_bytes(visits.read_bytes() + b"\n")
    assert not is_invented(visits)


def test_another_seed_gives_another_year(tmp_path):
    write_year(tmp_path / "one", seed=1, world="tiny")
    write_year(tmp_path / "two", seed=2, world="tiny")
    name = "werkplaats-administratie.xlsx"
    assert (tmp_path / "one" / name).read_bytes() != (tmp_path / "two" / name).read_bytes()


def test_another_program_reads_the_workbook_as_it_was_meant(tmp_path):
    row = [
        *("tekst & <teken>", "  spaties ", 7, 1.25, date(2026, 4, 3), time(9, 15)),
        *(timedelta(hours=26), datetime.combine(DAY, time(14, 5)), None),
    ]
    tab = Tab(name="Blad & 1", rows=[["Kop"] * 9, row], hidden_rows=frozenset({2}), colours={2: "groen"})
    write_workbook(
        tmp_path / "a.xlsx", [tab, Tab(name="weg", rows=[], is_hidden=True)], saved_on=date(2026, 8, 30)
    )
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book["Blad & 1"]
    read = [cell.value for cell in sheet[2]]
    assert read[:4] == row[:4]
    assert read[4:8] == [
        datetime.combine(DAY, time()),
        time(9, 15),
        timedelta(hours=26),
        datetime.combine(DAY, time(14, 5)),
    ]
    assert sheet["A1"].font.bold
    assert sheet.row_dimensions[2].hidden
    assert sheet["I2"].fill.fgColor.rgb == "FFC6E0B4"
    assert book["weg"].sheet_state == "hidden"
    assert book.properties.modified == datetime.combine(date(2026, 8, 30), time(12))


def test_another_program_reads_the_demo_workbooks():
    for name in ("werkplaats-administratie.xlsx", "afgeschermd-zorg-en-vog.xlsx"):
        book = openpyxl.load_workbook(DEMO / name, read_only=True)
        assert book.sheetnames[0] == "Uitleg"
        assert len(book.sheetnames) >= 4
        book.close()


def test_care_and_certificates_are_protected_and_the_main_workbook_is_not():
    protected = openpyxl.load_workbook(DEMO / "afgeschermd-zorg-en-vog.xlsx")
    assert protected["Zorgvragen"].protection.sheet
    assert protected["VOG-register"].protection.sheet
    assert not openpyxl.load_workbook(DEMO / "werkplaats-administratie.xlsx")["Klussen"].protection.sheet


def test_columns_are_lettered_as_a_spreadsheet_does():
    assert [column_letters(position) for position in (0, 25, 26, 701, 702, 16383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]


def test_csv_is_written_as_dutch_programs_do():
    row = ["Zoë; ja", date(2026, 4, 3), time(9, 5), 1.5, 12, None, datetime.combine(DAY, time(9, 5, 1))]
    assert (
        csv_bytes([row], dialect=SPREADSHEET)
        == b'"Zo\xeb; ja";03-04-2026;09:05;1,5;12;;3-4-2026 09:05:01\r\n'
    )
    assert csv_bytes([['a "b"', "c"]], dialect=FORM) == b'"a ""b""","c"\r\n'
