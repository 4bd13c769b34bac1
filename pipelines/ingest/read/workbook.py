"""A workbook becomes its sheets: first a look at the archive and the XML, then the cells."""

import hashlib
from pathlib import Path

from pipelines.ingest.read.archive import Archive
from pipelines.ingest.read.delivery import Delivery, Note, Sheet
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.sheet_look import look_at_sheet
from pipelines.ingest.read.workbook_parts import look_at_other_parts, sheet_parts
from pipelines.ingest.read.worksheet import Worksheet, read_worksheet
from pipelines.vocabulary.errors import FileRefused


def read_workbook(path: Path) -> Delivery:
    """Return the sheets of an .xlsx. Raises FileRefused naming every sheet that cannot be taken."""
    worksheets = _look(path)
    from pipelines.ingest.read.excel import open_excel, sheet_rows

    workbook = open_excel(path)
    found: list[Sheet | Note] = []
    refusals: list[FileRefused] = []
    for each in worksheets:
        try:
            rows = sheet_rows(workbook, name=each.name, look=each.look, path=path)
            found.append(read_worksheet(each, rows=rows))
        except FileRefused as refusal:
            refusals.append(refusal)
    if refusals:
        raise _together(refusals)
    sheets = tuple(each for each in found if isinstance(each, Sheet))
    notes = tuple(each for each in found if isinstance(each, Note))
    if not sheets:
        raise _together([refused("geen_gegevens", path=path)], notes=notes)
    return Delivery(file=path.name, sha256=_sha256(path), sheets=sheets, notes=notes)


def _look(path: Path) -> list[Worksheet]:
    """Look at every part of the file, within one budget: the Excel reader may take in any of them."""
    with Archive(path) as archive:
        parts = sheet_parts(archive)
        look_at_other_parts(archive, sheets=parts)
        return [
            Worksheet(
                path=path,
                part=part,
                look=look_at_sheet(archive.unpacked(part.part), path=path, sheet=part.name),
            )
            for part in parts
        ]


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _together(refusals: list[FileRefused], *, notes: tuple[Note, ...] = ()) -> FileRefused:
    """Return one refusal for all sheets, so that everything can be mended at once; `notes` say what was passed over."""
    actions = dict.fromkeys(refusal.action for refusal in refusals)
    said = [*(refusal.sentence for refusal in refusals), *(note.sentence for note in notes)]
    return FileRefused(" ".join(said), action=" ".join(actions))
