"""What may be typed in a column of the template: its drop-down, or the bounds of a date, time, number or text."""

from openpyxl.worksheet.datavalidation import DataValidation

from pipelines.schemas.allowed import allowed_text
from pipelines.schemas.column import ROLE_CODE, Column, Kind, Need, Record
from pipelines.vocabulary.words import template as words

EARLIEST = "DATE(2010,1,1)"  # the reader judges more exactly; the template only keeps out what can never be
LONGEST_MESSAGE = 225  # what a spreadsheet shows of an error message
ROLE_CODE_LENGTH = (2, 3)

_LATEST = {
    "today": "TODAY()",
    "today+12m": "EDATE(TODAY(),12)",
    "today+60m": "EDATE(TODAY(),60)",
}
_DECIMALS = {Kind.DECIMAL, Kind.HOURS, Kind.MONEY}


def entry_rule(column: Column, record: Record, *, lists: dict[tuple[str, ...], str]) -> DataValidation | None:
    """Return the validation of the column's cells; None where any text may be typed."""
    made = _made(column, lists=lists)
    if made is None or column.need is Need.DERIVED:
        return None
    made.allow_blank = True
    made.errorTitle = words.ERROR_TITLE
    made.error = allowed_text(column, record)[:LONGEST_MESSAGE]
    made.showErrorMessage = column.kind is not Kind.CHOICES  # several may be typed with ; between them
    return made


def _made(column: Column, *, lists: dict[tuple[str, ...], str]) -> DataValidation | None:
    if column.allowed:
        return DataValidation(type="list", formula1=lists[column.allowed])
    if column.kind is Kind.YES_NO:
        return DataValidation(type="list", formula1=f'"{",".join(words.LETTERS)}"')
    if column.kind is Kind.DATE:
        latest = _LATEST[column.latest or "today+60m"]
        return DataValidation(type="date", operator="between", formula1=EARLIEST, formula2=latest)
    if column.kind is Kind.TIME:
        return DataValidation(type="time", operator="between", formula1="0", formula2="0.99999")
    if column.kind is Kind.WHOLE or column.kind in _DECIMALS:
        return _number(column)
    return _text(column)


def _number(column: Column) -> DataValidation:
    kind = "whole" if column.kind is Kind.WHOLE else "decimal"
    high = max(column.high, *column.also) if column.high is not None and column.also else column.high
    latest = f"YEAR(TODAY())-{column.years_before_today}" if column.years_before_today is not None else None
    if column.low is None:
        return DataValidation(type=kind, operator="between", formula1="-1000000000", formula2="1000000000")
    if high is None and latest is None:
        return DataValidation(type=kind, operator="greaterThanOrEqual", formula1=f"{column.low:g}")
    return DataValidation(
        type=kind, operator="between", formula1=f"{column.low:g}", formula2=latest or f"{high:g}"
    )


def _text(column: Column) -> DataValidation | None:
    if column.pattern == ROLE_CODE:
        shortest, longest = ROLE_CODE_LENGTH
        return DataValidation(
            type="textLength", operator="between", formula1=str(shortest), formula2=str(longest)
        )
    if column.max_length is not None:
        return DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(column.max_length))
    return None
