"""The parts of a workbook: its sheets with name, state and where their cells stand, found as the Excel reader does."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.ingest.read.archive import Archive, part_name
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.sheet_look import look_at_sheet
from pipelines.ingest.read.xml_stream import XmlStream, local

ROOT_RELATIONS = "_rels/.rels"
_XML = (".xml", ".rels")


@dataclass(frozen=True, kw_only=True)
class SheetPart:
    """A worksheet of the workbook and the part its cells stand in."""

    name: str
    part: str
    is_hidden: bool


def sheet_parts(archive: Archive) -> tuple[SheetPart, ...]:
    """Return the worksheets in order, those with charts left out. Raises FileRefused for what is no .xlsx."""
    _refuse_other_kinds(archive)
    workbook = _workbook(archive)
    folder, file = posixpath.split(workbook)
    targets = dict(_relations(archive, part=f"{folder}/_rels/{file}.rels", folder=folder, kind="/worksheet"))
    found: list[SheetPart] = []

    def started(name: str, attributes: dict[str, str]) -> None:
        plain = {local(key): value for key, value in attributes.items()}
        part = targets.get(plain.get("id", "")) if local(name) == "sheet" else None
        if part:
            is_hidden = plain.get("state", "visible") != "visible"
            found.append(SheetPart(name=plain.get("name", ""), part=part, is_hidden=is_hidden))

    XmlStream(archive.path, started=started).read(archive.unpacked(workbook))
    return tuple(found)


def _refuse_other_kinds(archive: Archive) -> None:
    for part, code in (
        ("xl/workbook.bin", "binair_excel"),
        ("encryptedpackage", "versleuteld"),
        ("content.xml", "opendocument"),
    ):
        if part in archive.parts:
            raise refused(code, path=archive.path)
    if ROOT_RELATIONS not in archive.parts or "word/document.xml" in archive.parts:
        raise refused("geen_werkmap", path=archive.path)


def _workbook(archive: Archive) -> str:
    found = _relations(archive, part=ROOT_RELATIONS, folder="", kind="/officeDocument")
    if not found:
        raise refused("geen_werkmap", path=archive.path)
    if len(found) > 1:
        raise refused("kapot", path=archive.path)
    return found[0][1]


def _relations(archive: Archive, *, part: str, folder: str, kind: str) -> list[tuple[str, str]]:
    """Return id and target of the relations of one kind."""
    found: list[tuple[str, str]] = []

    def started(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("Type", "").endswith(kind):
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found.append((attributes.get("Id", ""), target.lstrip("/")))

    XmlStream(archive.path, started=started).read(archive.unpacked(part))
    return found


def look_at_other_parts(archive: Archive, *, sheets: Iterable[SheetPart]) -> None:
    """Unpack every other part into nothing, against the same budget; any XML might be read as a sheet or as texts."""
    known = {part_name(sheet.part) for sheet in sheets}
    for name in sorted(archive.parts.keys() - known):
        pieces = archive.unpacked(name)
        if name.endswith(_XML):
            look_at_sheet(pieces, path=archive.path, sheet=name)
        else:
            for _ in pieces:
                pass
