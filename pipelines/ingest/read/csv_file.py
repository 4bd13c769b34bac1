"""A CSV file becomes one sheet: read in place where it is regular, else through a regular copy."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.ingest.read.accept import HeadingRow, accept_headings, lossless_column, refuse_sheet
from pipelines.ingest.read.csv_regular import CsvPart, as_regular, scratch_file, write_regular
from pipelines.ingest.read.csv_shape import QUOTE, SAMPLE, CsvShape, data_start, find_shape
from pipelines.ingest.read.delivery import CsvText, Delivery, Note, Sheet
from pipelines.ingest.read.encoding import MIXED, decode_start, wide_encoding, write_utf8
from pipelines.ingest.read.magic import refuse_no_text
from pipelines.ingest.read.match import unknown_headings
from pipelines.ingest.read.refusal import noted, refused
from pipelines.ingest.read.regularity import Regularity
from pipelines.ingest.read.text_scan import LONGEST_LINE_TEXT, TextLook, look_at_text
from pipelines.ingest.read.windows_copy import CopyAhead
from pipelines.vocabulary.errors import FileRefused

_LINE_ENDS = set(b"\r\n")
LONE_RETURN = "\r"  # ends the lines of a CSV file from an old Mac; the engine does not read those reliably
READ_IN_PLACE = {"utf-8", "latin-1"}  # what the engine reads itself, as fast as a UTF-8 copy


@dataclass(frozen=True, kw_only=True)
class _File:
    """The file as delivered, and the one-byte text to read: the file itself or a UTF-8 copy of a UTF-16 file."""

    path: Path
    text: Path
    scratch: Path

    @property
    def is_copy(self) -> bool:
        return self.text != self.path


def read_csv_file(path: Path, *, scratch: Path) -> Delivery:
    """Return the file as one sheet. Raises FileRefused; memory stays bounded whatever the file's size."""
    wide = wide_encoding(_start(path))
    if wide is None:
        return _deliver(_File(path=path, text=path, scratch=scratch))
    copy = scratch_file(scratch)
    try:
        write_utf8(path, encoding=wide, start=0, target=copy)
        delivery = _deliver(_File(path=path, text=copy, scratch=scratch))
    except FileRefused:
        copy.unlink(missing_ok=True)
        raise
    source = delivery.sheets[0].source
    if isinstance(source, CsvText) and source.path != copy:
        copy.unlink()
    return replace(delivery, sha256=_sha256(path))


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(SAMPLE)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _deliver(file: _File) -> Delivery:
    sample = _start(file.text)
    refuse_no_text(sample, path=file.path)
    if len(sample) == SAMPLE and not _LINE_ENDS & set(sample):
        raise refused("te_lange_regel", path=file.path, row=1, limit=LONGEST_LINE_TEXT)
    shape = find_shape(decode_start(sample), name=file.path.stem)
    headings = _headings(file, shape=shape)
    refuse_sheet(headings)
    start = data_start(sample, lines=shape.lines_above)
    records = Regularity(delimiter=shape.delimiter, quote=QUOTE, width=shape.width, new_line=shape.new_line)
    with CopyAhead(file.text, start=start, scratch=file.scratch) as copy:
        look = look_at_text(
            file.text, data_start=start, records=records, named=file.path, on_windows=copy.begin
        )
        part = _part(file, shape=shape, encoding=look.encoding, start=start)
        sheet = _sheet(part, file=file, look=look, shape=shape, headings=headings, copy=copy)
    return Delivery(file=file.path.name, sha256=look.sha256, sheets=(sheet,))


def _headings(file: _File, *, shape: CsvShape) -> HeadingRow:
    return HeadingRow(
        path=file.path,
        sheet=file.path.stem,
        headings=shape.headings + ("",) * (shape.width - len(shape.headings)),
        row=shape.rows_above,
        match=shape.match.widened(shape.width),
    )


def _part(file: _File, *, shape: CsvShape, encoding: str, start: int) -> CsvPart:
    return CsvPart(
        path=file.text,
        named=file.path,
        delimiter=shape.delimiter,
        quote=QUOTE,
        encoding=encoding,
        start=start,
        first_line=shape.lines_above + 1,
    )


def _sheet(
    part: CsvPart, *, file: _File, look: TextLook, shape: CsvShape, headings: HeadingRow, copy: CopyAhead
) -> Sheet:
    accepted = accept_headings(headings, winner=lambda at: lossless_column(part.records(), positions=at))
    match = accepted.match
    return Sheet(
        name=headings.sheet,
        table=match.table,
        is_form=match.is_form,
        columns=match.columns,
        headings=headings.headings,
        unknown=unknown_headings(headings.match, headings=headings.headings),
        source=_source(part, file=file, look=look, shape=shape, copy=copy),
        header_row=headings.row,
        questions=match.questions,
        notes=(*accepted.notes, *_notes(look, shape=shape, sheet=headings.sheet)),
    )


def _notes(look: TextLook, *, shape: CsvShape, sheet: str) -> list[Note]:
    notes = []
    if shape.rows_above > 1:
        notes.append(noted("regels_voor_de_koppen", sheet=sheet, count=shape.rows_above - 1))
    if look.encoding == MIXED:
        notes.append(noted("gemengde_tekens"))
    return notes


def _source(part: CsvPart, *, file: _File, look: TextLook, shape: CsvShape, copy: CopyAhead) -> CsvText:
    """Return the text for the engine: in place, else decoded, else made regular, whichever is enough."""
    found = CsvText(
        path=part.path,
        delimiter=part.delimiter,
        quote=QUOTE,
        skip_lines=1,
        width=shape.width,
        encoding="utf-8" if look.encoding == "utf-8" else "latin-1",
        new_line=shape.new_line,
        first_row=shape.rows_above + 1,
        rows=look.rows or 0,
        temporary=file.is_copy,
    )
    if look.rows is None or shape.new_line == LONE_RETURN:
        target = scratch_file(file.scratch)
        rows = write_regular(part, width=shape.width, target=target)
        return as_regular(found, target=target, rows=rows)
    if look.encoding in READ_IN_PLACE and _is_one_line_above(part, shape=shape):
        return found
    target = copy.made() or _decoded(part, scratch=file.scratch)
    return replace(found, path=target, encoding="utf-8", skip_lines=0, temporary=True)


def _decoded(part: CsvPart, *, scratch: Path) -> Path:
    target = scratch_file(scratch)
    write_utf8(part.path, encoding=part.encoding, start=part.start, target=target)
    return target


def _is_one_line_above(part: CsvPart, *, shape: CsvShape) -> bool:
    """Whether only the headings stand above the data, in one line that ends as the engine expects all lines to end."""
    end = shape.new_line.encode()
    with part.path.open("rb") as stream:
        stream.seek(max(0, part.start - len(end)))
        return shape.is_one_line_above and stream.read(len(end)) == end
