"""Lines about people that are right by themselves and wrong beside others: X12, X13, X22, X23, X24."""

from datetime import date, timedelta

from pipelines.synthetic.files.grid import Cell, Line
from pipelines.synthetic.life.life import Year
from pipelines.synthetic.mistakes.extra_line import (
    FEEDBACK,
    MEMBERS,
    Said,
    Sheet,
    add_line,
    holds,
    last_line,
    note_lines,
)
from pipelines.synthetic.mistakes.planter import Planter
from pipelines.synthetic.rows_people import Member

DAY = timedelta(days=1)
HELPERS = Sheet(table="helpers", key="helper_id", digits=4)
NOBODY: dict[str, Cell] = {
    "first_name": "Berend",
    "last_name": "Twijnstra",
    "birth_year": 1961,
    "phone": "06-12349995",
    "email": None,
}


def same_person_twice(planter: Planter, year: Year) -> None:
    """Plant somebody who is already known under another number: X12."""
    is_client = holds(role_job_client="J", membership="geen lid")
    add_line(
        planter,
        MEMBERS,
        like=lambda line: is_client(line) and line.cells["birth_year"] is not None,
        change={
            "phone": "06-12349994",
            "email": None,
            "household_id": None,
            "registered_on": year.world.as_of - DAY,
        },
        said=(("last_name", "X12", "warning"),),
        why="dezelfde persoon onder een tweede nummer",
    )


def member_number_twice(planter: Planter, year: Year) -> None:
    """Plant a new member with a member number that is taken: X23."""
    taken = next(row for row in year.members if row.membership == "lid")
    joined: dict[str, Cell] = {
        "membership": "lid",
        "member_no": taken.member_no,
        "member_from": year.world.as_of - DAY,
    }
    add_line(
        planter,
        MEMBERS,
        like=holds(membership="geen lid", role_job_client="J"),
        change=NOBODY | joined,
        said=(("member_no", "X23", "error"),),
        why="lidnummer dubbel uitgegeven",
    )


def insurance_ran_out(planter: Planter, year: Year) -> None:
    """Let the insurance of a freelancer with a running match end last month: X13."""
    as_of = year.world.as_of
    busy = {
        offer.helper_id
        for offer in year.offers
        if offer.response == "ja" and offer.match_end is None and (offer.match_start or date.max) <= as_of
    }
    _, grid = planter.sheet("helpers")
    line = next(
        line
        for line in planter.free_lines(grid, where=holds(engagement="zzp"))
        if line.cells["helper_id"] in busy
    )
    line.cells["insurance_until"] = as_of - timedelta(days=31)
    note_lines(
        planter,
        HELPERS,
        lines=(line,),
        said=(("insurance_until", "X13", "warning"),),
        why="verzekering verlopen",
    )


def range_for_hours(planter: Planter, year: Year) -> None:
    """Plant somebody who wants to help "4-6 hours": no bound is taken, so the row waits until it is asked."""
    newcomer = next(row for row in reversed(year.members) if not _has_role(row))
    change: dict[str, Cell] = {
        "helper_id": newcomer.member_id,
        "capacity_hours_week": "4-6",
        "backup_id": None,
    }
    _, grid = planter.sheet("helpers")
    example = planter.free_lines(
        grid, where=holds(branch="klus", engagement="vrijwilliger", active_until=None)
    )[-1]
    line = planter.insert(grid, Line(cells=example.cells | change), after=last_line(grid))
    said: Said = (("capacity_hours_week", "van_tot_getypt", "error"),)
    note_lines(planter, HELPERS, lines=(line,), said=said, why="4-6 uur")


def _has_role(row: Member) -> bool:
    return any((row.role_job_client, row.role_care_client, row.role_helper_jobs, row.role_helper_care))


def invited_after_withdrawing(planter: Planter, year: Year) -> None:
    """Plant an invitation to somebody who took consent back: X22."""
    row = next(row for row in year.members if row.consent_withdrawn_on)
    job = next(job for job in year.jobs if job.client_id == row.member_id)
    late = (row.consent_withdrawn_on or date.max) + timedelta(days=5)
    change: dict[str, Cell] = {"about_id": job.job_id, "respondent_id": row.member_id, "invited_on": late}
    _invite(planter, "klus", change=change, rule="X22", why="uitgenodigd na intrekken van toestemming")


def invited_after_death(planter: Planter, year: Year) -> None:
    """Plant an invitation to a care client who had died: X24."""
    request = next(request for request in year.care_requests if request.end_reason == "overleden")
    late = (request.ended_on or date.max) + timedelta(days=9)
    change: dict[str, Cell] = {
        "about_id": request.care_id,
        "respondent_id": request.client_id,
        "invited_on": late,
    }
    _invite(planter, "zorg", change=change, rule="X24", why="uitgenodigd na overlijden")


def _invite(planter: Planter, branch: str, *, change: dict[str, Cell], rule: str, why: str) -> None:
    add_line(
        planter,
        FEEDBACK,
        like=holds(branch=branch, answered_on=None, anonymous="N"),
        change=change,
        said=(("invited_on", rule, "error"),),
        why=why,
    )


PEOPLE_LINES = (
    same_person_twice,
    member_number_twice,
    insurance_ran_out,
    range_for_hours,
    invited_after_withdrawing,
    invited_after_death,
)
