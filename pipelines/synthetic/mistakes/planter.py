"""Puts a mistake into a sheet and remembers where: one mistake per line, on a line chosen by chance."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.schemas.column import Kind
from pipelines.schemas.registry import record
from pipelines.synthetic.chance import Chance
from pipelines.synthetic.files.grid import Cell, Grid, Line
from pipelines.synthetic.files.plan import PlannedFile
from pipelines.synthetic.manifest import Level
from pipelines.vocabulary.reason import Reason

Where = Callable[[Line], bool]
To = Callable[[Line], Cell]


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """What is typed in which column, and the rule and level by which a load must answer.

    `to` gives what is typed; `where` says which lines will do (default: the cell is filled). `file`: part of the
    file's name where it matters. `level`: where the rule is no reason of a parser. `also`: what follows from it.
    """

    table: str
    column: str
    why: str
    rule: Reason | str
    to: To
    where: Where | None = None
    file: str = ""
    level: Level | None = None
    also: tuple[tuple[str, str, Level], ...] = ()  # column, rule, level


@dataclass(frozen=True, kw_only=True)
class Planted:
    """A mistake in its place."""

    file: PlannedFile
    grid: Grid
    line: Line
    column: str
    rule: str
    level: Level
    why: str


class Planter:
    """Knows all sheets, which lines already hold a mistake, and which numbers others point to."""

    def __init__(self, files: list[PlannedFile], *, chance: Chance) -> None:
        self.files = files
        self.planted: list[Planted] = []
        self._chance = chance
        self._used: set[int] = set()
        self.pointed_to = _pointed_to(files)

    def sheet(self, table: str, *, file: str = "") -> tuple[PlannedFile, Grid]:
        """Return a sheet of that table; of several (visit lists) the one whose name holds `file`."""
        return next(
            (each, grid)
            for each in self.files
            for grid in each.grids
            if grid.table == table and file in each.name and not each.path.startswith("formulieren")
        )

    def free_lines(self, grid: Grid, *, where: Where) -> list[Line]:
        """Return the lines without a mistake that will do."""
        return [line for line in grid.lines if line.cells and id(line) not in self._used and where(line)]

    def is_alone(self, line: Line) -> bool:
        """Whether no other row points to this one, so that setting it aside takes nothing along."""
        return next(iter(line.cells.values())) not in self.pointed_to

    def put(self, mistake: Mistake) -> Line:
        """Type the mistake on a line that will do."""
        file, grid = self.sheet(mistake.table, file=mistake.file)
        where = mistake.where or (lambda line: line.cells.get(mistake.column) is not None)
        lines = self.free_lines(grid, where=where)
        if not lines:
            raise LookupError(f"no line of {mistake.table} will do for: {mistake.why}")
        line = self._chance.fork(mistake.why, mistake.column).pick(lines)
        line.cells[mistake.column] = mistake.to(line)
        level = mistake.level or _level(mistake.rule)
        self.note(file, grid, line, column=mistake.column, rule=mistake.rule, level=level, why=mistake.why)
        for column, rule, follows in mistake.also:
            self.note(file, grid, line, column=column, rule=rule, level=follows, why=mistake.why)
        return line

    def note(
        self,
        file: PlannedFile,
        grid: Grid,
        line: Line,
        *,
        column: str,
        rule: Reason | str,
        level: Level,
        why: str,
    ) -> None:
        """Remember what a load must say about a cell."""
        code = rule.value if isinstance(rule, Reason) else rule
        self._used.add(id(line))
        self.planted.append(
            Planted(file=file, grid=grid, line=line, column=column, rule=code, level=level, why=why)
        )

    def insert(self, grid: Grid, line: Line, *, after: Line | None = None) -> Line:
        """Add a line below another one, or at the end."""
        place = grid.lines.index(after) + 1 if after else len(grid.lines)
        grid.lines.insert(place, line)
        return line


def _level(rule: Reason | str) -> Level:
    return rule.level if isinstance(rule, Reason) else "error"


def _pointed_to(files: list[PlannedFile]) -> set[Cell]:
    found: set[Cell] = set()
    for file in files:
        for grid in file.grids:
            references = [c.name for c in record(grid.table).columns if c.kind is Kind.REFERENCE]
            own_key = record(grid.table).key[0]
            for line in grid.lines:
                found |= {line.cells.get(name) for name in references if name != own_key}
    return found - {None}
