"""Wrong, broken and hostile files: one Dutch sentence, what to do, and no memory spent."""

import os
import zipfile

import pytest

from pipelines.ingest.read import open_file
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words.reading import NOTES, REFUSALS
from tests.unit.read.workbook_xml import HEADINGS, MAIN, PARTS, SHEET, STRINGS, sheet_xml, write_book

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADING_LINE = ";".join(HEADINGS) + "\n"
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def refusal_of(path, scratch):
    with pytest.raises(FileRefused) as refusal:
        open_file(path, scratch=scratch / "scratch")
    return refusal.value


BYTES = {
    "klad.xls": (OLD + bytes(600), "oud_excel"),
    "geheim.xlsx": (OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "versleuteld"),
    "leeg.csv": (b"", "leeg"),
    "witregels.csv": (b"\xef\xbb\xbf\r\n\r\n", "leeg"),
    "foto.csv": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "geen_tekst"),
    "brief.csv": (b"%PDF-1.7 en dan nog wat tekst\n", "geen_tekst"),
    "nul.csv": (HEADING_LINE.encode() + b"B1;\x00\n", "geen_tekst"),
    "afgekapt.xlsx": (b"PK\x03\x04" + bytes(500), "kapot"),
    "geen.xlsx": (b"<html>geen werkmap</html>", "kapot"),
    "oud.xls": (b"<table><tr><td>uit een webpagina</td></tr></table>", "oud_excel"),
    "foto.png": (b"\x89PNG", "geen_werkmap"),
}


@pytest.mark.parametrize("name", BYTES)
def test_a_file_that_is_something_else_is_refused_by_what_it_is(tmp_path, name):
    content, code = BYTES[name]
    (tmp_path / name).write_bytes(content)
    refusal = refusal_of(tmp_path / name, tmp_path)
    assert refusal.sentence == REFUSALS[code][0].format(file=name)
    assert refusal.action == REFUSALS[code][1]
    assert refusal.exit_code == 1


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pijp.csv")
    (tmp_path / "~$Klussen.xlsx").write_bytes(b"\x05Marja" + b" " * 160)
    told = {
        "weg.csv": "bestaat_niet",
        "": "is_een_map",
        "pijp.csv": "geen_gewoon_bestand",
        "~$Klussen.xlsx": "tijdelijk",
    }
    for name, code in told.items():
        path = tmp_path / name
        assert refusal_of(path, tmp_path).sentence == REFUSALS[code][0].format(file=path.name)


OTHER_ARCHIVES = {
    "kas.xlsb": ({"xl/workbook.bin": "x"}, "binair_excel"),
    "kas.ods": (
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"},
        "opendocument",
    ),
    "brief.docx": ({"word/document.xml": "<x/>"}, "geen_werkmap"),
}


@pytest.mark.parametrize("name", OTHER_ARCHIVES)
def test_an_archive_that_is_no_xlsx_is_refused_by_what_it_is(tmp_path, name):
    parts, code = OTHER_ARCHIVES[name]
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    assert refusal_of(tmp_path / name, tmp_path).sentence == REFUSALS[code][0].format(file=name)


def lying_strings(part=STRINGS):
    return {part: f'<sst xmlns="{MAIN}" uniqueCount="4000000000"><si><t>a</t></si></sst>'}


HOSTILE = {
    "verre cel": ({SHEET: sheet_xml(FAR)}, "cel XFD1048576"),
    "verre cel met voorvoegsel": (
        {SHEET: sheet_xml(FAR).replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")},
        "cel XFD1048576",
    ),
    "verre cel als verwijzing": ({SHEET: sheet_xml(FAR.replace("XFD", "&#88;FD"))}, "cel XFD1048576"),
    "verre rij zonder plaatsen": (
        {SHEET: sheet_xml('<row r="1048576">' + "<c><v>1</v></c>" * 20 + "</row>")},
        "zo groot mag een blad niet zijn",
    ),
    "kolom die niet bestaat": (
        {SHEET: sheet_xml('<row r="5"><c r="ZZZZZ5"><v>1</v></c></row>')},
        "beschadigd",
    ),
    "gelogen aantal teksten": (lying_strings(), "beschadigd"),
    "gelogen aantal in hoofdletters": (lying_strings("XL/SHAREDSTRINGS.XML"), "beschadigd"),
    "twee delen met één naam": ({"XL/workbook.xml": PARTS["xl/workbook.xml"]}, "beschadigd"),
    "eigen entiteiten": ({SHEET: '<!DOCTYPE x [<!ENTITY a "b">]>' + sheet_xml()}, "beschadigd"),
    "afgebroken blad": ({SHEET: sheet_xml()[:300]}, "beschadigd"),
    "blad dat er niet is": (
        {"xl/_rels/workbook.xml.rels": PARTS["xl/_rels/workbook.xml.rels"].replace("1.xml", "9.xml")},
        "beschadigd",
    ),
    "tekst die er niet is": (
        {SHEET: sheet_xml('<row r="5"><c r="A5" t="s"><v>9</v></c></row>')},
        "beschadigd",
    ),
    "vreemde foutwaarde": ({SHEET: sheet_xml('<row r="5"><c r="B5" t="e"><v>#OEI!</v></c></row>')}, "cel B5"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_and_ends_nothing(tmp_path, name):
    parts, told = HOSTILE[name]
    assert told in refusal_of(write_book(tmp_path / "boek.xlsx", parts), tmp_path).sentence


def test_a_plain_workbook_written_the_same_way_is_read(tmp_path):
    assert (
        open_file(write_book(tmp_path / "boek.xlsx"), scratch=tmp_path).sheets[0].source.table.num_rows == 1
    )


def test_a_zip_bomb_is_refused_by_the_size_it_declares(tmp_path):
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        with archive.open("xl/media/foto.png", "w") as part:
            for _ in range(26):
                part.write(bytes(1 << 24))
    assert path.stat().st_size < 3_000_000
    assert "groter dan 400 MB" in refusal_of(path, tmp_path).sentence


def test_a_zip_bomb_that_lies_about_its_size_is_refused_while_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("pipelines.ingest.read.archive.MOST_UNPACKED", 20_000_000)
    path = write_book(tmp_path / "bom.xlsx", {"xl/media/foto.png": bytes(30_000_000)})
    content = bytearray(path.read_bytes())
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"xl/media/foto.png"))
    content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    assert "groter dan" in refusal_of(path, tmp_path).sentence


def test_an_encrypted_part_is_refused_as_encrypted(tmp_path):
    path = write_book(tmp_path / "boek.xlsx")
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    path.write_bytes(content)
    assert "wachtwoord" in refusal_of(path, tmp_path).sentence


def test_a_line_of_two_gigabytes_is_refused_at_its_start(tmp_path):
    path = tmp_path / "lang.csv"
    with path.open("wb") as out:
        out.write(HEADING_LINE.encode() + b"B1;" + b"a" * (5 << 20))
        out.truncate(2 << 30)
    refusal = refusal_of(path, tmp_path)
    assert "regel 2 is langer dan" in refusal.sentence


def test_a_file_of_one_endless_line_is_refused_at_its_start(tmp_path):
    (tmp_path / "lang.csv").write_bytes(b"Boeking;" * (1 << 20))
    assert "regel 1 is langer dan" in refusal_of(tmp_path / "lang.csv", tmp_path).sentence


def test_every_refusal_and_note_is_a_sentence():
    for sentence in (*(text for texts in REFUSALS.values() for text in texts), *NOTES.values()):
        assert sentence[0].isupper() or sentence[0] == "{"
        assert sentence.endswith(".")
