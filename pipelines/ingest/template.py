"""The two workbooks a coordinator fills in, made from the records: one sheet per record, Uitleg first."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from pipelines.ingest.template_explained import choice_ranges, write_explanation
from pipelines.ingest.template_sheet import IntakeRow, write_sheet
from pipelines.schemas.column import Record
from pipelines.schemas.registry import record
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words import template as words
from pipelines.vocabulary.words.records import RECORD_TITLES

Intake = Mapping[str, Sequence[IntakeRow]]


def template_records(*, protected: bool) -> tuple[Record, ...]:
    """Return the records of one of the two workbooks, in the order of its sheets."""
    typed = (record(table) for table in RECORD_TITLES)
    return tuple(each for each in typed if not each.generated and each.protected == protected)


def write_template(folder: Path, *, intake: Intake | None = None) -> tuple[Path, Path]:
    """Write both workbooks into the folder and return their paths; care and VOG stand in the second.

    `intake`: table → rows to complete, each column → text; the text under the empty key (what else was answered)
    becomes a comment. Raises FileRefused when one of the files is there already: it may hold a year of work.
    """
    paths = folder / words.FILE_OPEN, folder / words.FILE_PROTECTED
    for path in paths:
        if path.exists():
            raise FileRefused(words.EXISTS.format(file=path.name), action=words.EXISTS_ACTION)
    books = (_workbook(protected=protected, intake=intake or {}) for protected in (False, True))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, book in zip(paths, books, strict=True):
            book.save(path)
    except OSError as error:
        sentence = words.NOT_WRITABLE.format(folder=folder)
        raise FileRefused(sentence, action=words.NOT_WRITABLE_ACTION) from error
    return paths


def _workbook(*, protected: bool, intake: Intake) -> Workbook:
    book, records = Workbook(), template_records(protected=protected)
    book.properties.creator = words.AUTHOR
    lists = choice_ranges(records)
    first = book.worksheets[0]
    first.title = words.EXPLANATION
    write_explanation(first, records=records, protected=protected)
    for each in records:
        write_sheet(
            book.create_sheet(RECORD_TITLES[each.table]), each, lists=lists, rows=intake.get(each.table, ())
        )
    return book
