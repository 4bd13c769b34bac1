"""The value of a cell written another way, as hands and programs do."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from pipelines.synthetic.files.grid import Cell, Line

SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAY_ZERO = date(1899, 12, 30)

Spelling = Callable[[Line, str], Cell]


def _day(line: Line, column: str) -> date:
    cell = line.cells[column]
    if not isinstance(cell, date):
        raise TypeError(column)
    return cell


def _short(line: Line, column: str) -> Cell:
    day = _day(line, column)
    return f"{day.day}-{day.month}-{day:%y}"


def _month(line: Line, column: str) -> Cell:
    day = _day(line, column)
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def _apostrophe(line: Line, column: str) -> Cell:
    day = _day(line, column)
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} '{day:%y}"


def _before_report(line: Line, column: str) -> Cell:
    return _day(line, "reported_on") - timedelta(days=2)


def _letter(line: Line, column: str) -> Cell:
    return str(line.cells[column]).replace("1", "I", 1)


def _number(line: Line, column: str) -> str:
    return str(line.cells[column])[1:]


def _clock_words(line: Line, column: str) -> Cell:
    clock = line.cells[column]
    return f"{clock:%H.%M} uur" if isinstance(clock, time) else clock


SPELLINGS: dict[str, Spelling] = {
    "short": _short,
    "slashes": lambda line, column: f"{_day(line, column):%d/%m/%Y}",
    "month": _month,
    "apostrophe": _apostrophe,
    "serial": lambda line, column: (_day(line, column) - DAY_ZERO).days,
    "iso": lambda line, column: _day(line, column).isoformat(),
    "clock": lambda line, column: datetime.combine(_day(line, column), time(14, 5)),
    "before_report": _before_report,
    "lower": lambda line, column: str(line.cells[column]).lower(),
    "town": lambda line, column: f"{line.cells[column]} Amersfoort",
    "letter": _letter,
    "birthday": lambda line, column: f"12-5-{line.cells[column]}",
    "bare": lambda line, column: _number(line, column).lstrip("0"),
    "small": lambda line, column: f"r{_number(line, column).lstrip('0')}",
    "spaced": lambda line, column: f"R {_number(line, column)}",
    "two": lambda line, column: f"{line.cells[column]} / R0003",
    "comma": lambda line, column: str(line.cells[column]).replace(";", ", "),
    "clock_words": _clock_words,
}
