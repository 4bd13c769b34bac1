"""One sheet of the template: headings with their explanation, the form of each column, rows that wait."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.styleable import StyleableObject
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipelines.ingest.template_entry import entry_rule
from pipelines.schemas.allowed import allowed_text
from pipelines.schemas.column import Column, Kind, Need, Record
from pipelines.vocabulary.words import template as words
from pipelines.vocabulary.words.records import CHOICE_LABELS, DESCRIPTIONS, HEADINGS

IntakeRow = Mapping[str, str]  # column → text; "" → what else was answered

LAST_ROW = 10_000  # more than a year of visits; drop-downs reach to here
NUMBER_FORMATS = {
    Kind.DATE: "dd-mm-yyyy",
    Kind.TIME: "hh:mm",
    Kind.WHOLE: "0",
    Kind.DECIMAL: "0.##",
    Kind.HOURS: "0.00",
    Kind.MONEY: "#,##0.00",
}
TEXT_FORMAT = "@"
NARROWEST, WIDEST, LONG_TEXT_WIDTH = 11, 34, 60
HEADER_HEIGHT = 48
COMMENT_WIDTH, COMMENT_LINE, LETTERS_PER_LINE = 340, 18, 46

_ALWAYS = PatternFill("solid", fgColor="1F3A5F")
_SOMETIMES = PatternFill("solid", fgColor="DCE6F1")
_NEVER = PatternFill("solid", fgColor="D9D9D9")
_EDGE = Border(bottom=Side(style="thin", color="1F3A5F"), right=Side(style="hair", color="808080"))


def write_sheet(
    sheet: Worksheet, record: Record, *, lists: dict[tuple[str, ...], str], rows: Sequence[IntakeRow]
) -> None:
    """Fill the sheet of a record; on a protected one only the cells to fill in can be changed."""
    for position, column in enumerate(record.columns, start=1):
        _write_heading(sheet, column, record, position=position)
        _form_column(sheet, column, record, position=position, lists=lists)
    for number, row in enumerate(rows, start=2):
        _write_row(sheet, row, record, number=number)
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    if record.protected:
        _protect(sheet)


def _write_heading(sheet: Worksheet, column: Column, record: Record, *, position: int) -> None:
    cell = sheet.cell(row=1, column=position, value=HEADINGS[record.table][column.name])
    required = column.need is Need.REQUIRED and not (column.blank_means or column.derived_from)
    cell.fill = _NEVER if column.need is Need.DERIVED else _ALWAYS if required else _SOMETIMES
    cell.font = Font(bold=True, color="FFFFFF" if required else "000000")
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = _EDGE
    cell.number_format = TEXT_FORMAT
    cell.comment = _comment(
        f"{DESCRIPTIONS[record.table][column.name]}\n{allowed_text(column, record)}".strip()
    )


def _comment(text: str) -> Comment:
    lines = sum(1 + len(line) // LETTERS_PER_LINE for line in text.splitlines())
    return Comment(text, words.AUTHOR, width=COMMENT_WIDTH, height=COMMENT_LINE * (lines + 1))


def _form_column(
    sheet: Worksheet, column: Column, record: Record, *, position: int, lists: dict[tuple[str, ...], str]
) -> None:
    letter = get_column_letter(position)
    sheet.column_dimensions[letter].width = _width(column, HEADINGS[record.table][column.name])
    _form(sheet.column_dimensions[letter], column)
    rule = entry_rule(column, record, lists=lists)
    if rule is not None:
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(rule)


def _form(cells: StyleableObject, column: Column) -> None:
    """Give cells, or a whole column, the number format, lock and look of their column."""
    cells.number_format = NUMBER_FORMATS.get(column.kind, TEXT_FORMAT)
    cells.alignment = Alignment(vertical="top", wrap_text=column.max_length is not None)
    cells.protection = Protection(locked=column.need is Need.DERIVED)
    if column.need is Need.DERIVED:
        cells.fill = _NEVER


def _width(column: Column, heading: str) -> int:
    if column.free_text:
        return LONG_TEXT_WIDTH
    longest_word = max(len(word) for word in heading.split()) + 2
    labels = max((len(CHOICE_LABELS[value]) for value in column.allowed), default=0) + 4
    wanted = max(longest_word, len(heading) // 2 + 2, labels, NARROWEST)
    return min(wanted, WIDEST)


def _write_row(sheet: Worksheet, row: IntakeRow, record: Record, *, number: int) -> None:
    for position, column in enumerate(record.columns, start=1):
        if column.name in row:
            cell = sheet.cell(row=number, column=position, value=_typed(row[column.name], column))
            _form(cell, column)
    if row.get(""):
        note = _comment(words.ANSWERS_NOTE.format(answers=row[""]))
        first = sheet.cell(row=number, column=1)
        first.comment = note
        _form(first, record.columns[0])


def _typed(text: str, column: Column) -> str | float | date | time:
    """Return the text as the cell should hold it; a text that is no such value stays as it was answered."""
    try:
        if column.kind is Kind.DATE:
            return date.fromisoformat(text)
        if column.kind is Kind.TIME:
            return time.fromisoformat(text)
        if column.kind in NUMBER_FORMATS:
            return float(text.replace(".", "").replace(",", "."))
    except ValueError:
        return text
    if column.allowed:
        return ";".join(CHOICE_LABELS.get(part, part) for part in text.split(";"))
    return text


def _protect(sheet: Worksheet) -> None:
    """Lock headings without a password; sorting, filtering and widening stay allowed."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.formatCells = False
    protection.insertRows = protection.deleteRows = protection.sort = protection.autoFilter = False
