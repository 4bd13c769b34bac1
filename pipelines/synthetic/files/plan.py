"""Which files there are and what stands in each: the delivery of one world, before anything is wrong with it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from pipelines.schemas.registry import record
from pipelines.synthetic.files.delimited import SPREADSHEET, SPREADSHEET_UTF8, Dialect
from pipelines.synthetic.files.forms import form_grids
from pipelines.synthetic.files.grid import Cell, Grid, lines_of
from pipelines.synthetic.files.habits import EXTRA, MONTHS, OWN_HEADINGS, TITLES
from pipelines.synthetic.life.life import Year
from pipelines.synthetic.rows_service import CareVisit
from pipelines.vocabulary.words.records import HEADINGS, RECORD_TITLES

MAIN_WORKBOOK = "werkplaats-administratie.xlsx"
PROTECTED_WORKBOOK = "afgeschermd-zorg-en-vog.xlsx"
CONTACT_LOG = "klantenservice-logboek.csv"
MAIN_TABLES = (
    "members",
    "helpers",
    "jobs",
    "offers",
    "feedback_clients",
    "helper_checkins",
    "parameters",
    "targets",
    "coordination",
    "ledger",
)
PROTECTED_TABLES = ("care_requests", "vog_checks")
CORRECTED = 5  # visits that a second list corrects
UNNUMBERED = 9  # month in which a helper left the numbers of visits out
SENT_TWICE = (3, 6, 9)  # months of the pilot (1 is the first) whose list came again with corrections


@dataclass(kw_only=True, eq=False)
class PlannedFile:
    """A file to write: one grid for CSV, several for a workbook."""

    path: str
    grids: list[Grid]
    dialect: Dialect | None = None  # None: a workbook

    @property
    def name(self) -> str:
        """The file's name without folder, as a report prints it."""
        return self.path.rpartition("/")[2]


def planned_files(year: Year) -> list[PlannedFile]:
    """Return the files of a world in the order in which they are delivered."""
    files = [
        PlannedFile(path=MAIN_WORKBOOK, grids=[table_grid(year, table) for table in MAIN_TABLES]),
        PlannedFile(path=PROTECTED_WORKBOOK, grids=[table_grid(year, table) for table in PROTECTED_TABLES]),
    ]
    if not year.jobs and not year.care_requests:
        return files[:1]
    log = PlannedFile(path=CONTACT_LOG, grids=[_log(year)], dialect=SPREADSHEET_UTF8)
    return [*files, *_visit_lists(year), log, *_forms(year)]


def table_grid(year: Year, table: str) -> Grid:
    """Return the sheet of one record with this coordinator's headings."""
    declared = record(table)
    lines = lines_of(getattr(year, table), record=declared)
    columns = [column.name for column in declared.columns if column.need.name != "DERIVED"]
    headings = HEADINGS[table] | OWN_HEADINGS.get(table, {})
    return Grid(
        name=TITLES.get(table, RECORD_TITLES[table]),
        table=table,
        columns=(*columns, *EXTRA.get(table, ())),
        headings=(*(headings[column] for column in columns), *EXTRA.get(table, ())),
        lines=lines,
        is_protected=table in PROTECTED_TABLES,
    )


def _log(year: Year) -> Grid:
    grid = table_grid(year, "contacts")
    title: tuple[Cell, ...] = ("Logboek klantenservice De Werkplaats",)
    grid.preamble = (title, (f"bijgewerkt t/m {year.world.as_of:%d-%m-%Y}",))
    grid.name = CONTACT_LOG.removesuffix(".csv")
    return grid


def _visit_lists(year: Year) -> Iterator[PlannedFile]:
    by_month: dict[tuple[int, int], list[CareVisit]] = {}
    for visit in year.care_visits:
        by_month.setdefault((visit.planned_on.year, visit.planned_on.month), []).append(visit)
    for number, (month, visits) in enumerate(sorted(by_month.items()), 1):
        is_twice = number in SENT_TWICE and year.world.mistakes
        dialect = None if number % 2 else SPREADSHEET if number % 4 else SPREADSHEET_UTF8
        truth = _visit_grid(visits, month, is_titled=dialect is not None and number % 4 == 2)
        if number == UNNUMBERED and year.world.mistakes:
            _leave_numbers_out(truth, year)
        if is_twice:
            yield _visit_file(_as_first_sent(truth, number), month, dialect, again=False)
        yield _visit_file(truth, month, dialect, again=is_twice)


def _visit_grid(visits: list[CareVisit], month: tuple[int, int], *, is_titled: bool) -> Grid:
    declared = record("care_visits")
    headings = HEADINGS["care_visits"] | OWN_HEADINGS["care_visits"]
    columns = tuple(column.name for column in declared.columns)
    title: tuple[tuple[Cell, ...], ...] = ((f"Bezoekenlijst {MONTHS[month[1] - 1]} {month[0]}",),)
    return Grid(
        name=TITLES["care_visits"],
        table="care_visits",
        columns=columns,
        headings=tuple(headings[column] for column in columns),
        lines=lines_of(visits, record=declared),
        preamble=title if is_titled else (),
    )


def _leave_numbers_out(grid: Grid, year: Year) -> None:
    """Empty the numbers of one helper's visits that no replacement points to."""
    pointed_to = {visit.replaces_id for visit in year.care_visits}
    helper = grid.lines[0].cells["helper_id"]
    for line in grid.lines:
        is_plain = line.cells["visit_id"] not in pointed_to and line.cells["replaces_id"] is None
        if line.cells["helper_id"] == helper and is_plain:
            line.cells["visit_id"] = None


def _as_first_sent(truth: Grid, number: int) -> Grid:
    """Return the list as it came at first: a visit missing, hours half an hour off, a note not yet written."""
    first = deepcopy(truth)
    done = [
        line
        for line in first.lines
        if line.cells["status"] == "uitgevoerd" and line.cells["actual_hours"] == line.cells["planned_hours"]
    ]
    for line in done[number :: len(done) // CORRECTED]:
        line.cells["actual_hours"] = (line.cells["actual_hours"] or 0) + 0.5  # type: ignore[operator]
        line.cells["note"] = None
    pointed_to = {line.cells["replaces_id"] for line in first.lines}
    first.lines.remove(
        next(line for line in reversed(first.lines) if line.cells["visit_id"] not in pointed_to)
    )
    return first


def _visit_file(grid: Grid, month: tuple[int, int], dialect: Dialect | None, *, again: bool) -> PlannedFile:
    ending = "xlsx" if dialect is None else "csv"
    name = f"bezoekenlijst-{month[0]}-{month[1]:02d}{'_gecorrigeerd' if again else ''}"
    if dialect is not None:
        grid.name = name
    return PlannedFile(path=f"bezoeken/{name}.{ending}", grids=[grid], dialect=dialect)


def _forms(year: Year) -> Iterator[PlannedFile]:
    for name, grid, dialect in form_grids(year):
        yield PlannedFile(path=f"formulieren/{name}.csv", grids=[grid], dialect=dialect)
