"""Lines about work that are right by themselves and wrong beside others: X02, X07, X09, X10, X11."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipelines.synthetic.files.grid import Cell, Line
from pipelines.synthetic.life.life import Year
from pipelines.synthetic.mistakes.extra_line import (
    JOBS,
    OFFERS,
    Said,
    Sheet,
    add_line,
    holds,
    last_line,
    next_number,
    note_lines,
)
from pipelines.synthetic.mistakes.planter import Planter
from pipelines.synthetic.rows_service import CareVisit, Job

DAY = timedelta(days=1)
VISITS = Sheet(table="care_visits", key="visit_id", digits=6)
UNMATCHED, OVERLAPPING = replace(VISITS, file="2026-08"), replace(VISITS, file="2026-06")  # visit lists
OF_ANOTHER_DAY = (  # cells of a finished job that a fresh report does not have yet
    *("reported_time", "first_response_time", "appointment_on", "appointment_first_on", "completed_on"),
    *("hours_worked", "price_eur", "payer", "redo_of"),
)


def asked_after_stopping(planter: Planter, year: Year) -> None:
    """Plant an ask to a helper who had stopped: X02."""
    stopped = next(row for row in year.helpers if row.active_until and row.branch == "klus")
    day = (stopped.active_until or date.max) + timedelta(days=12)
    job = next(job for job in reversed(year.jobs) if job.reported_on <= day and not job.duplicate_of)
    add_line(
        planter,
        OFFERS,
        like=holds(request_type="klus", response="geen reactie"),
        change={"request_id": job.job_id, "helper_id": stopped.helper_id, "offered_on": day},
        said=(("offered_on", "X02", "error"),),
        why="gevraagd na het stoppen",
    )


def two_helpers_at_once(planter: Planter, year: Year) -> None:
    """Plant a second yes to a job that was done by the first helper: both rows are told, X07."""
    done = {job.job_id for job in year.jobs if job.status == "afgerond"}
    helpers = [row.helper_id for row in year.helpers if row.branch == "klus" and not row.active_until]
    _, grid = planter.sheet("offers")
    said_yes = planter.free_lines(grid, where=holds(response="ja"))
    first = next(line for line in reversed(said_yes) if line.cells["request_id"] in done)
    other = next(number for number in helpers if number != first.cells["helper_id"])
    change: dict[str, Cell] = {"offer_id": next_number(grid, "offer_id", digits=5), "helper_id": other}
    second = planter.insert(grid, Line(cells=first.cells | change), after=last_line(grid))
    said: Said = (("match_start", "X07", "warning"),)
    note_lines(planter, OFFERS, lines=(first, second), said=said, why="twee keer ja op één klus")


def visit_without_match(planter: Planter, year: Year) -> None:
    """Plant a visit of a helper who has no match for the request: X09."""
    helper, visit = next(_unmatched(year))
    add_line(
        planter,
        UNMATCHED,
        like=holds(visit_id=visit.visit_id),
        change={"helper_id": helper, "replaces_id": None},
        said=(("helper_id", "X09", "warning"),),
        why="bezoek van een helper zonder match",
    )


def _unmatched(year: Year) -> Iterator[tuple[str, CareVisit]]:
    """Yield a safe helper and a visit of another that they have no match for, on a day they have no visit."""
    matched = {(offer.request_id, offer.helper_id) for offer in year.offers if offer.response == "ja"}
    busy = {(other.helper_id, other.planned_on) for other in year.care_visits}
    seen = {check.helper_id for check in year.vog_checks if check.status == "gezien_akkoord"}
    safe = [row.helper_id for row in year.helpers if row.branch == "zorg" and not row.active_until]
    for visit in reversed(year.care_visits):
        if f"{visit.planned_on:%Y-%m}" == UNMATCHED.file and visit.status == "uitgevoerd":
            for helper in safe:
                is_new = (visit.care_id, helper) not in matched and (helper, visit.planned_on) not in busy
                if is_new and helper in seen:
                    yield helper, visit


def two_visits_at_once(planter: Planter, year: Year) -> None:
    """Type a helper's second visit of a day at the hour of the first: both rows are told, X10."""
    _, grid = planter.sheet("care_visits", file=OVERLAPPING.file)
    held = planter.free_lines(grid, where=holds(status="uitgevoerd"))
    first, second = next(
        (one, two)
        for one in held
        for two in held
        if one is not two
        and (one.cells["helper_id"], one.cells["planned_on"])
        == (two.cells["helper_id"], two.cells["planned_on"])
    )
    second.cells["planned_start"] = first.cells["planned_start"]
    said: Said = (("planned_start", "X10", "warning"),)
    note_lines(planter, OVERLAPPING, lines=(first, second), said=said, why="twee bezoeken tegelijk")


def phoned_and_filled_in(planter: Planter, year: Year) -> None:
    """Plant the same job by phone and through the form, not noticed by anybody: X11."""
    _, grid = planter.sheet("jobs")
    free = {line.cells["job_id"] for line in planter.free_lines(grid, where=lambda line: True)}
    job = next(job for job in reversed(year.jobs) if _is_plain(job) and job.job_id in free)
    again: dict[str, Cell] = {
        "reported_on": job.reported_on + DAY,
        "first_response_on": job.reported_on + DAY,
        "channel": "formulier",
        "status": "in behandeling",
    }
    add_line(
        planter,
        JOBS,
        like=holds(job_id=job.job_id),
        change=dict.fromkeys(OF_ANOTHER_DAY) | again,
        said=(("reported_on", "X11", "warning"),),
        why="gebeld en ook het formulier ingevuld",
    )


def _is_plain(job: Job) -> bool:
    return job.status == "afgerond" and job.urgency == "normaal" and not job.redo_of


WORK_LINES = (
    asked_after_stopping,
    two_helpers_at_once,
    visit_without_match,
    two_visits_at_once,
    phoned_and_filled_in,
)
