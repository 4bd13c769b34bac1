"""The hostile world: files that must be refused whole, each with one sentence, before memory or data is at risk."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from pipelines.synthetic.bomb import write_bomb
from pipelines.synthetic.files.delimited import SPREADSHEET, csv_bytes
from pipelines.synthetic.files.grid import Cell
from pipelines.synthetic.files.xlsx import Tab, write_members, write_workbook
from pipelines.synthetic.manifest import Manifest, Refusal
from pipelines.synthetic.world import World
from pipelines.vocabulary.words.records import HEADINGS

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)  # first block of a file of before 2007
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
FAR_CELL = "XFD1048576"
BOMB_MEGABYTES = 800
MEMBERS = ("Relatienr", "Voornaam", "Achternaam", "Straat en huisnummer", "Postcode", "Verhuurder")
SOMEBODY: tuple[Cell, ...] = ("R0001", "Aafje", "Vondeling", "Vlietstraat 1", "3812 GP", "Portaal")
JOBS = ("Klusnr", "Klant (Relatienr)", "Datum melding", "Kanaal", "Soort klus", "Omschrijving", "Urgentie")


def write_hostile(folder: Path, world: World, *, seed: int) -> Manifest:
    """Write the files and return which must be refused and why."""
    for name, (write, _) in FILES.items():
        write(folder / name)
    return Manifest(
        world=world.name,
        seed=seed,
        as_of=world.as_of,
        load_day=world.load_day,
        files=tuple(FILES),
        refusals=tuple(Refusal(file=name, why=why) for name, (_, why) in FILES.items()),
    )


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _archive(members: dict[str, str]) -> Callable[[Path], object]:
    return lambda path: write_members(path, members)


def _workbook(name: str, *rows: tuple[Cell, ...], merged: tuple[str, ...] = ()) -> Callable[[Path], object]:
    return lambda path: _write_tab(path, Tab(name=name, rows=[list(row) for row in rows], merged=merged))


def _write_tab(path: Path, tab: Tab) -> None:
    write_workbook(path, [tab], saved_on=WRITTEN_ON)


def _text(*rows: tuple[Cell, ...]) -> Callable[[Path], object]:
    return _bytes(csv_bytes(rows, dialect=SPREADSHEET))


def _cut(path: Path) -> None:
    """Write a workbook of which the end never arrived."""
    _workbook("Relaties", MEMBERS, SOMEBODY)(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _parts(path: Path) -> dict[str, str]:
    """Return the parts of a good workbook, to spoil one of them."""
    _workbook("Relaties", MEMBERS, SOMEBODY)(path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _far_cell(path: Path) -> None:
    """Write a workbook with one cell in the last corner of the sheet."""
    parts = _parts(path)
    far = f'<row r="1048576"><c r="{FAR_CELL}"><v>1</v></c></row></sheetData>'
    parts[SHEET] = parts[SHEET].replace("</sheetData>", far)
    write_members(path, parts)


def _bomb(path: Path) -> None:
    """Write a workbook of less than a megabyte whose sheet unpacks to hundreds."""
    parts = {name: text.encode() for name, text in _parts(path).items() if name != SHEET}
    write_bomb(path, parts, bomb=SHEET, megabytes=BOMB_MEGABYTES)


SHEET = "xl/worksheets/sheet1.xml"
WRITTEN_ON = World(name="hostile").as_of
ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"
MERGED: tuple[Cell, ...] = tuple(
    {"first_name": "Naam", "infix": None, "last_name": None}.get(column, heading)
    for column, heading in HEADINGS["members"].items()
)
BSN_ROW: tuple[Cell, ...] = (*SOMEBODY, "123456782")
VOG_ROWS: tuple[tuple[Cell, ...], ...] = (
    ("VOG-nr", "Relatienr", "Aangevraagd op", "Screeningsprofiel", "Status", "Kopie VOG"),
    ("V0001", "R0001", "2025-09-01", "45", "aangevraagd", "scan12.pdf"),
)
FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "oude-excel.xls": (_bytes(OLD_OFFICE), "Excel van voor 2007"),
    "versleuteld.xlsx": (_bytes(OLD_OFFICE + ENCRYPTED + bytes(480)), "met een wachtwoord versleuteld"),
    "binair.xlsb": (_archive({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}), "binaire Excel"),
    "libreoffice.ods": (_archive({"mimetype": ODS_MIME, "content.xml": "<x/>"}), "LibreOffice-formaat"),
    "afgebroken.xlsx": (_cut, "half aangekomen"),
    "geen-werkmap.xlsx": (_bytes(b"dit is geen werkmap\n"), "tekst met de naam van een werkmap"),
    "verre-cel.xlsx": (_far_cell, f"een cel op {FAR_CELL}"),
    "zipbom.xlsx": (_bomb, "klein op schijf, reusachtig uitgepakt"),
    "met-bsn.xlsx": (_workbook("Relaties", (*MEMBERS, "BSN"), BSN_ROW), "een kolom met burgerservicenummers"),
    "met-vog-kopie.xlsx": (_workbook("VOG-register", *VOG_ROWS), "een kolom met kopieën van VOG's"),
    "samengevoegd.xlsx": (_workbook("Relaties", MERGED, merged=("B1:D1",)), "samengevoegde koppen"),
    "kolommen-ontbreken.csv": (
        _text(JOBS, ("K0001", "R0001", "1-9-2025", "telefoon", "tuin", "Heg", "normaal")),
        "verplichte kolommen ontbreken",
    ),
    "iets-anders.csv": (
        _text(("Datum", "Regenval", "Temperatuur"), ("1-9-2025", 2.5, 18)),
        "past bij geen enkele lijst",
    ),
    "leeg.csv": (_bytes(b""), "leeg"),
    "plaatje.csv": (
        _bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        "een plaatje met de naam van een lijst",
    ),
    "lange-regel.csv": (
        _bytes(b"Klusnr;Omschrijving\r\nK0001;" + b"a" * 2_000_000),
        "een regel zonder einde",
    ),
}
