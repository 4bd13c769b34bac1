"""Mistakes of whole lines: totals, headings again, blank lines, the same number twice, what colours and hiding say."""

from pipelines.synthetic.chance import Chance
from pipelines.synthetic.files.grid import Line
from pipelines.synthetic.mistakes.planter import Planter
from pipelines.vocabulary.reason import Reason

BLANK_EVERY = 160  # lines of the job sheet between two blank ones
COLOURS = {"afgerond": "groen", "in behandeling": "geel", "niet mogelijk": "rood"}
KEYS_WITH = ("buurvrouw Sjaan", "zoon, 06-12349993", "beheerder")
DOUBLE_KEY = "double_key"


def line_mistakes(planter: Planter, *, chance: Chance) -> None:
    """Plant them all."""
    _totals(planter)
    _headings_again(planter)
    _number_twice(planter, chance=chance.fork("twice"))
    _blank_lines(planter)
    _colours_and_keys(planter, chance=chance.fork("colours"))


def _totals(planter: Planter) -> None:
    file, grid = planter.sheet("ledger")
    total = sum(cell for line in grid.lines if isinstance(cell := line.cells["amount_eur"], float))
    line = planter.insert(grid, Line(loose=(None, None, None, "Totaal", round(total, 2))))
    planter.note(
        file, grid, line, column="", rule=Reason.TOTAL_ROW, level="error", why="totaal onder de lijst"
    )
    file, grid = planter.sheet("care_visits", file="2025-12")
    hours = sum(cell for line in grid.lines if isinstance(cell := line.cells["actual_hours"], float))
    line = planter.insert(grid, Line(loose=("Totaal december", *[None] * 7, hours)))
    planter.note(
        file, grid, line, column="", rule=Reason.TOTAL_ROW, level="error", why="totaal onder de lijst"
    )


def _headings_again(planter: Planter) -> None:
    file, grid = planter.sheet("care_visits", file="2026-04")
    line = planter.insert(grid, Line(loose=grid.headings), after=grid.lines[60])
    planter.note(
        file, grid, line, column="", rule=Reason.HEADING_REPEATED, level="error", why="tweede koprij"
    )


def _number_twice(planter: Planter, *, chance: Chance) -> None:
    """Copy a job down and complete it, the old line left standing: the later one counts."""
    file, grid = planter.sheet("jobs")
    done = planter.free_lines(grid, where=lambda line: line.cells["status"] == "afgerond")
    line = chance.pick(done)
    later = planter.insert(grid, Line(cells=dict(line.cells)), after=line)
    line.cells["hours_worked"], line.cells["price_eur"] = 1.0, None
    planter.note(
        file, grid, later, column="job_id", rule=DOUBLE_KEY, level="warning", why="zelfde nummer twee keer"
    )


def _blank_lines(planter: Planter) -> None:
    _, grid = planter.sheet("jobs")
    for place in range(BLANK_EVERY, len(grid.lines), BLANK_EVERY):
        grid.lines.insert(place, Line())
    _, ledger = planter.sheet("ledger")
    ledger.lines.insert(len(ledger.lines) - 1, Line())


def _colours_and_keys(planter: Planter, *, chance: Chance) -> None:
    """Colours that mean something to a person only, two hidden lines, a column nobody asked for."""
    _, grid = planter.sheet("jobs")
    lines = [line for line in grid.lines if line.cells]
    for line in lines:
        line.colour = COLOURS.get(str(line.cells["status"]), "")
    for line in chance.some(lines, count=2):
        line.hidden = True
    for line, words in zip(chance.some(lines, count=len(KEYS_WITH)), KEYS_WITH, strict=True):
        line.cells["Sleutel bij"] = words
