"""The written forms the engine reads by itself, as SQL; any other text goes to the pure parsers of `clean`.

`tests/property/test_canonical_forms.py` defends that engine and parsers never read the same text differently.
"""

from collections.abc import Callable

from pipelines.schemas.column import Column, Kind, Need

FIRST_SURE_DAY = (
    "1910-01-01"  # an earlier date is more likely an empty cell or a year of two digits: the parser judges
)
SURE_TEXT_LENGTH = 12  # a shorter text may be `test`, `-` or `nvt`: the parser judges

DUCKDB_TYPES = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "date": "DATE",
    "time": "TIME",
    "boolean": "BOOLEAN",
}

_TIME = r"([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
_NUMBER = r"(0|-?[1-9][0-9]{0,7}|-?0)(,[0-9]{1,4})?"
_WHOLE = r"0|-?[1-9][0-9]{0,7}"
_YEAR = r"(19|20)[0-9]{2}"
_NO_TEXT = r"(?i)^(dit is een )?test|^(asdf|qwerty|xxx|nog|niet|weet|nader|volgt|err)"  # may be a test row, or nothing known
_NO_TEXT_STARTS = "'d', 't', 'a', 'q', 'x', 'n', 'w', 'v', 'e'"  # looked at first, for speed
_POSTCODE = r"[1-9][0-9]{3}[A-Z]{2}"


def believed(column: Column) -> str:
    """Return SQL for the value as it counts: one that is more likely a sign for nothing is left to the parser.

    00:00 beside a date means that nobody knows, 1900 is an empty cell, the year 24 a short 2024.
    """
    name = f'"{column.name}"'
    if column.kind is Kind.DATE:
        return _when(f"{name} >= DATE '{FIRST_SURE_DAY}'", name)
    if column.kind is Kind.TIME:
        return _when(f"{name} <> TIME '00:00'", name)
    return name


def cell_type(column: Column) -> str:
    """Return the DuckDB type of a column while it is loaded; of free text only whether it is there."""
    return "BOOLEAN" if column.free_text else DUCKDB_TYPES[column.kind.storage]


def keeps_text(column: Column) -> bool:
    """Whether the value of a canonical cell is its text as it stands; a choice is the number of its text in a list."""
    return column.kind.storage == "string" and not column.free_text and column.kind is not Kind.CHOICE


def canonical(column: Column, cell: str | None) -> str:
    """Return SQL for the value of a cell in canonical form; null for an empty cell and for any other text.

    `cell`: SQL of the text, None when the sheet has no such column.
    """
    if cell is None or column.need is Need.DERIVED:
        return f"CAST(NULL AS {cell_type(column)})"
    if column.free_text:
        return _free_text(column, cell)
    form = _FORMS.get(column.kind)
    return form(column, cell) if form else f"CAST(NULL AS {cell_type(column)})"


def _when(condition: str, value: str) -> str:
    return f"CASE WHEN {condition} THEN {value} END"


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_full_match({cell}, '{pattern}')"


def _free_text(column: Column, cell: str) -> str:
    longest = column.max_length or 100_000
    sure = f"strlen({cell}) BETWEEN {SURE_TEXT_LENGTH} AND {longest} AND ascii({cell}) > 64"
    telling = f"chr(ascii({cell}) | 32) IN ({_NO_TEXT_STARTS}) AND regexp_matches({cell}, '{_NO_TEXT}')"
    return _when(f"{sure} AND NOT ({telling})", "TRUE")


def _date(_column: Column, cell: str) -> str:
    # try_strptime takes `1-2-24` for the year 24 and skips blanks in front: hence the length here and FIRST_SURE_DAY
    return _when(
        f"strlen({cell}) BETWEEN 8 AND 10", f"CAST(try_strptime({cell}, ['%d-%m-%Y', '%Y-%m-%d']) AS DATE)"
    )


def _time(_column: Column, cell: str) -> str:
    return _when(_matches(cell, _TIME), f"try_cast({cell} AS TIME)")


def _number(_column: Column, cell: str) -> str:
    # try_cast also takes 1e3, 1_000 and NaN: hence the form first
    return _when(_matches(cell, _NUMBER), f"CAST(replace({cell}, ',', '.') AS DOUBLE)")


def _whole(column: Column, cell: str) -> str:
    # try_cast makes 13 of 12.7: hence the form first
    pattern = _YEAR if column.years_before_today is not None else _WHOLE
    return _when(_matches(cell, pattern), f"CAST({cell} AS BIGINT)")


def _yes_no(_column: Column, cell: str) -> str:
    return f"CASE {cell} WHEN 'J' THEN TRUE WHEN 'N' THEN FALSE END"


def _listed(column: Column) -> str:
    return ", ".join(f"'{value}'" for value in column.allowed)


def _choice(column: Column, cell: str) -> str:
    # one byte instead of a text, all the way to the warehouse
    return f"try_cast({cell} AS ENUM ({_listed(column)}))"


def _choices(column: Column, cell: str) -> str:
    return _when(f"{cell} IN ({_listed(column)})", cell)


def _record_number(column: Column, cell: str) -> str:
    if column.pattern is not None:
        return _when(_matches(cell, column.pattern), cell)
    if column.prefix is None or column.digits is None:
        return "CAST(NULL AS VARCHAR)"
    return _when(_matches(cell, f"{column.prefix}[0-9]{{{column.digits},9}}"), cell)


def _postcode(_column: Column, cell: str) -> str:
    return _when(_matches(cell, _POSTCODE), cell)


_FORMS: dict[Kind, Callable[[Column, str], str]] = {
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.DECIMAL: _number,
    Kind.HOURS: _number,
    Kind.MONEY: _number,
    Kind.WHOLE: _whole,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.IDENTIFIER: _record_number,
    Kind.REFERENCE: _record_number,
    Kind.POSTCODE: _postcode,
}
