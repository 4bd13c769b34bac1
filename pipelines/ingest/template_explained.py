"""The sheet Uitleg: how to fill in the workbook, what each sheet is for, and the lists the drop-downs show."""

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipelines.schemas.column import Record
from pipelines.vocabulary.words import template as words
from pipelines.vocabulary.words.records import CHOICE_LABELS, HEADINGS, RECORD_DESCRIPTIONS, RECORD_TITLES

TEXT_WIDTH = 105
LIST_WIDTH = 30
LIST_TITLE_HEIGHT = 32
FIRST_LIST_COLUMN = 3  # A holds the text, B is a margin
FIRST_LIST_ROW = 3  # below the title of all lists and the title of each


def _choice_lists(records: Sequence[Record]) -> dict[tuple[str, ...], str]:
    """Return each closed list with its title: sheet and heading where it comes first."""
    lists: dict[tuple[str, ...], str] = {}
    for record in records:
        for column in record.columns:
            title = f"{RECORD_TITLES[record.table]}: {HEADINGS[record.table][column.name]}"
            if column.allowed:
                lists.setdefault(column.allowed, title)
    return lists


def choice_ranges(records: Sequence[Record]) -> dict[tuple[str, ...], str]:
    """Return closed list → the cells of Uitleg in which its labels stand."""
    ranges = {}
    for position, allowed in enumerate(_choice_lists(records), start=FIRST_LIST_COLUMN):
        letter, last = get_column_letter(position), FIRST_LIST_ROW + len(allowed) - 1
        ranges[allowed] = f"{words.EXPLANATION}!${letter}${FIRST_LIST_ROW}:${letter}${last}"
    return ranges


def write_explanation(sheet: Worksheet, *, records: Sequence[Record], protected: bool) -> None:
    """Fill the sheet with the explanation on the left and the lists on the right."""
    _write_text(sheet, records, protected=protected)
    _write_lists(sheet, records)
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = protected


def _write_text(sheet: Worksheet, records: Sequence[Record], *, protected: bool) -> None:
    titles = tuple(f"{RECORD_TITLES[each.table]}: {RECORD_DESCRIPTIONS[each.table]}" for each in records)
    contents = words.Paragraph(words.SHEETS_TITLE, titles)
    warning = (words.PROTECTED,) if protected else ()
    row = 1
    for paragraph in (*words.INTRODUCTION[:1], *warning, *words.INTRODUCTION[1:], contents):
        _text_cell(sheet, row, paragraph.title, is_title=True)
        for line in paragraph.lines:
            row += 1
            _text_cell(sheet, row, line)
        row += 2
    sheet.column_dimensions["A"].width = TEXT_WIDTH


def _text_cell(sheet: Worksheet, row: int, text: str, *, is_title: bool = False) -> None:
    cell = sheet.cell(row=row, column=1, value=text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=is_title, size=14 if is_title else 11)


def _write_lists(sheet: Worksheet, records: Sequence[Record]) -> None:
    sheet.cell(row=1, column=FIRST_LIST_COLUMN, value=words.CHOICES_TITLE).font = Font(bold=True, size=14)
    sheet.row_dimensions[FIRST_LIST_ROW - 1].height = LIST_TITLE_HEIGHT
    for position, (allowed, title) in enumerate(_choice_lists(records).items(), start=FIRST_LIST_COLUMN):
        sheet.column_dimensions[get_column_letter(position)].width = LIST_WIDTH
        heading = sheet.cell(row=FIRST_LIST_ROW - 1, column=position, value=title)
        heading.font, heading.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="bottom")
        for offset, value in enumerate(allowed):
            cell = sheet.cell(row=FIRST_LIST_ROW + offset, column=position, value=CHOICE_LABELS[value])
            cell.number_format = "@"
