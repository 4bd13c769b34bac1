"""From what was planted, and from what is true of the year itself, to the manifest."""

from collections.abc import Iterable, Iterator
from datetime import date

from pipelines.schemas.rules.date_range import add_months
from pipelines.synthetic.files.grid import Grid
from pipelines.synthetic.files.plan import PlannedFile
from pipelines.synthetic.life.life import Year
from pipelines.synthetic.manifest import Expected, Manifest, SheetCount
from pipelines.synthetic.mistakes.planter import Planted
from pipelines.synthetic.rows_people import VogCheck
from pipelines.vocabulary.reason import Reason
from pipelines.vocabulary.settings import SETTINGS

TEST_WORD = "test"


def manifest_of(files: list[PlannedFile], plants: Iterable[Planted], *, year: Year, seed: int) -> Manifest:
    """Return what a load of these files must say."""
    expected = [_expected(plant) for plant in plants]
    expected += [*_lapses(files, year), *_test_answers(files)]
    places = {(file.name, grid.name): number for number, (file, grid) in enumerate(_sheets(files))}
    expected.sort(key=lambda each: (places[each.file, each.sheet], each.row, each.column, each.rule))
    return Manifest(
        world=year.world.name,
        seed=seed,
        as_of=year.world.as_of,
        load_day=year.world.load_day,
        files=tuple(file.path for file in files),
        expected=tuple(expected),
        sheets=tuple(_count(file, grid, expected) for file, grid in _sheets(files)),
    )


def _sheets(files: list[PlannedFile]) -> Iterator[tuple[PlannedFile, Grid]]:
    for file in files:
        for grid in file.grids:
            if grid.lines:
                yield file, grid


def _expected(plant: Planted) -> Expected:
    return Expected(
        file=plant.file.name,
        sheet=plant.grid.name,
        row=plant.grid.row_of(plant.line),
        column=plant.column,
        rule=plant.rule,
        level=plant.level,
        why=plant.why,
    )


def _lapses(files: list[PlannedFile], year: Year) -> Iterator[Expected]:
    """Visits carried out without a valid certificate: true of this year, so found, not repaired (X03)."""
    months = int(SETTINGS["vog_recheck_months"].value or 0)
    unsafe = {
        visit.visit_id
        for visit in year.care_visits
        if visit.status == "uitgevoerd"
        and not _is_safe(visit.helper_id, visit.planned_on, year.vog_checks, months)
    }
    for file, grid in _sheets(files):
        for line in grid.lines if grid.table == "care_visits" else ():
            if line.cells.get("visit_id") in unsafe and line.cells["status"] == "uitgevoerd":
                yield Expected(
                    file=file.name,
                    sheet=grid.name,
                    row=grid.row_of(line),
                    column="planned_on",
                    rule="X03",
                    level="finding",
                    why="VOG verlopen en te laat vernieuwd",
                )


def _is_safe(helper: str, day: date, checks: tuple[VogCheck, ...], months: int) -> bool:
    return any(
        check.helper_id == helper
        and check.original_seen_on is not None
        and check.issued_on is not None
        and check.original_seen_on <= day <= add_months(check.issued_on, months)
        for check in checks
    )


def _test_answers(files: list[PlannedFile]) -> Iterator[Expected]:
    for file, grid in _sheets(files):
        for line in grid.lines if _is_form(file) else ():
            if TEST_WORD in line.loose:
                yield Expected(
                    file=file.name,
                    sheet=grid.name,
                    row=grid.row_of(line),
                    column="",
                    rule=Reason.TEST_ROW.value,
                    level="error",
                    why="proef van het formulier",
                )


def _is_form(file: PlannedFile) -> bool:
    return file.path.startswith("formulieren/")


def _count(file: PlannedFile, grid: Grid, expected: list[Expected]) -> SheetCount:
    rejected = {each.row for each in expected if _at(each, file, grid) and each.level == "error"}
    blank = sum(not line.cells and not any(line.loose) for line in grid.lines)
    return SheetCount(
        file=file.name,
        sheet=grid.name,
        table=grid.table,
        rows=len(grid.lines),
        rejected=len(rejected),
        blank=blank,
        intake=len(grid.lines) - blank - len(rejected) if _is_form(file) else 0,
    )


def _at(each: Expected, file: PlannedFile, grid: Grid) -> bool:
    return (each.file, each.sheet) == (file.name, grid.name)
