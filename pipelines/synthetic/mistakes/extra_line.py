"""Adding a line like an existing one, with a number of its own, and noting what a load must say of it."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.synthetic.files.grid import Cell, Grid, Line
from pipelines.synthetic.manifest import Level
from pipelines.synthetic.mistakes.planter import Planter

Said = tuple[tuple[str, str, Level], ...]  # column, rule, level


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The sheet an extra line goes to, and how its numbers are made."""

    table: str
    key: str
    digits: int
    file: str = ""


OFFERS = Sheet(table="offers", key="offer_id", digits=5)
JOBS = Sheet(table="jobs", key="job_id", digits=4)
MEMBERS = Sheet(table="members", key="member_id", digits=4)
FEEDBACK = Sheet(table="feedback_clients", key="feedback_id", digits=5)


def add_line(
    planter: Planter,
    sheet: Sheet,
    *,
    like: Callable[[Line], bool],
    change: dict[str, Cell],
    said: Said,
    why: str,
) -> Line:
    """Add a line like the last one that fits, other cells changed, and note what a load must say."""
    _, grid = planter.sheet(sheet.table, file=sheet.file)
    example = planter.free_lines(grid, where=like)[-1]
    number: dict[str, Cell] = {sheet.key: next_number(grid, sheet.key, digits=sheet.digits)}
    line = planter.insert(grid, Line(cells=example.cells | number | change), after=last_line(grid))
    note_lines(planter, sheet, lines=(line,), said=said, why=why)
    return line


def next_number(grid: Grid, key: str, *, digits: int) -> str:
    """Return the number after the highest one of the sheet."""
    last = max(str(line.cells[key]) for line in grid.lines if line.cells)
    return f"{last[0]}{int(last[1:]) + 1:0{digits}d}"


def last_line(grid: Grid) -> Line:
    """Return the last line that holds a row."""
    return [line for line in grid.lines if line.cells][-1]


def note_lines(planter: Planter, sheet: Sheet, *, lines: tuple[Line, ...], said: Said, why: str) -> None:
    """Note the same of each of these lines."""
    file, grid = planter.sheet(sheet.table, file=sheet.file)
    for line in lines:
        for column, rule, level in said:
            planter.note(file, grid, line, column=column, rule=rule, level=level, why=why)


def holds(**cells: Cell) -> Callable[[Line], bool]:
    """Return whether a line holds these cells."""
    return lambda line: all(line.cells[name] == value for name, value in cells.items())
