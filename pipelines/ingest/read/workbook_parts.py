"""The parts of a workbook: its sheets with name, state and where their cells stand."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.ingest.read.archive import Archive, part_name
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.sheet_look import MOST_CELLS
from pipelines.ingest.read.xml_stream import Started, XmlStream, local

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
SHARED_STRINGS = "xl/sharedstrings.xml"
_WORKSHEET = "/worksheet"


@dataclass(frozen=True, kw_only=True)
class SheetPart:
    """A worksheet of the workbook and the part its cells stand in."""

    name: str
    part: str
    is_hidden: bool


def sheet_parts(archive: Archive) -> tuple[SheetPart, ...]:
    """Return the worksheets in order, those with charts left out. Raises FileRefused for what is no .xlsx."""
    _refuse_other_kinds(archive)
    targets = _worksheet_targets(archive)
    found: list[SheetPart] = []

    def started(name: str, attributes: dict[str, str]) -> None:
        if local(name) != "sheet":
            return
        plain = {local(key): value for key, value in attributes.items()}
        part = targets.get(plain.get("id", ""))
        if part:
            is_hidden = plain.get("state", "visible") != "visible"
            found.append(SheetPart(name=plain.get("name", ""), part=part, is_hidden=is_hidden))

    XmlStream(archive.path, started=started).read(archive.unpacked(WORKBOOK))
    return tuple(found)


def _refuse_other_kinds(archive: Archive) -> None:
    if "xl/workbook.bin" in archive.parts:
        raise refused("binair_excel", path=archive.path)
    if "mimetype" in archive.parts and "content.xml" in archive.parts:
        raise refused("opendocument", path=archive.path)
    if "encryptedpackage" in archive.parts:
        raise refused("versleuteld", path=archive.path)
    if WORKBOOK not in archive.parts or RELATIONS not in archive.parts:
        raise refused("geen_werkmap", path=archive.path)


def _worksheet_targets(archive: Archive) -> dict[str, str]:
    targets: dict[str, str] = {}

    def started(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("Type", "").endswith(_WORKSHEET):
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")

    XmlStream(archive.path, started=started).read(archive.unpacked(RELATIONS))
    return targets


def look_at_other_parts(archive: Archive, *, looked_at: Iterable[str]) -> None:
    """Unpack every other part into nothing, against the same budget, and see how many texts are announced.

    The Excel reader makes room for as many texts as the part claims to hold, before it reads one.
    """
    known = {part_name(name) for name in looked_at}
    for name in archive.parts.keys() - known - {SHARED_STRINGS}:
        for _ in archive.unpacked(name):
            pass
    if SHARED_STRINGS in archive.parts:
        XmlStream(archive.path, started=_refuse_lies(archive)).read(archive.unpacked(SHARED_STRINGS))


def _refuse_lies(archive: Archive) -> Started:
    def started(name: str, attributes: dict[str, str]) -> None:
        claimed = attributes.get("uniqueCount", "0") if local(name) == "sst" else "0"
        if not claimed.isdecimal() or int(claimed) > MOST_CELLS:
            raise refused("kapot", path=archive.path)

    return started
