"""Group B: how long a job takes and how it ends."""

from functools import partial
from typing import TYPE_CHECKING, Any

from pipelines.metrics.declaration import KLUS, Direction, Measure, Period, figure
from pipelines.metrics.expressions import band, flag, judged, month_text, outcome, when

if TYPE_CHECKING:
    from pipelines.metrics.world import World

Table = Any

REFUSED = ("niet_voor_ons", "doorverwezen", "dubbel")
OPEN = ("gemeld", "in_behandeling", "ingepland")
TAKEN_ON = ("in_behandeling", "ingepland", "afgerond")
GIVEN_UP = ("ingetrokken_klant", "niet_mogelijk")

job_figure = partial(figure, grain="job", branches=KLUS)
timed_job_figure = partial(
    job_figure,
    measure=Measure.IN_TIME,
    time_unit="workdays",
    parts=("landlord", "category"),
    in_blocks=True,
)


def job_columns(jobs: Table) -> dict[str, Any]:
    """Return what every figure about jobs has: who, which, and what it can be split by."""
    return {
        "case": jobs.job_id,
        "person": jobs.client_id,
        "branch": "klus",
        "landlord": jobs.landlord_at_report,
        "category": jobs.category,
    }


@timed_job_figure("B1", "job_first_response", norm="norm_job_response_wd", beside=("undated",))
def first_response(world: "World") -> Table:
    """Share of jobs with a person's reaction within the norm, in %, and working days until it.

    One row per job. Judged once the full norm time has passed. Left out: double reports, and jobs that went on without
    a dated reaction (beside, `undated`). Refused jobs count: a quick no is service. Open: still waiting; closed
    without any reaction: ended otherwise.
    """
    jobs = world.ask(world.jobs, "norm_job_response_wd")
    jobs = world.indexed(
        jobs.filter(jobs.status != "dubbel"), "reported_on", "first_response_on", "closed_on", "as_of"
    )
    went_on = jobs.status.isin(("in_behandeling", "ingepland", "afgerond"))
    undated = jobs.first_response_on.isnull() & went_on
    wait = jobs.first_response_on_wd - jobs.reported_on_wd
    age = jobs.as_of_wd - jobs.reported_on_wd
    closed = jobs.closed_on_wd - jobs.reported_on_wd
    old_enough = age >= jobs.norm_job_response_wd
    return world.rows(
        jobs,
        on=jobs.reported_on,
        hit=judged(wait <= jobs.norm_job_response_wd, of=old_enough & ~undated),
        pending=flag(~old_enough & ~undated),
        undated=flag(undated),
        duration=when(~undated, wait.fill_null(closed).fill_null(age)),
        outcome=outcome(answered=wait.notnull(), ended=closed.notnull()),
        **job_columns(jobs),
    )


@timed_job_figure("B2", "job_time_to_appointment", norm="norm_job_appointment_wd", beside=("undated",))
def appointment(world: "World") -> Table:
    """Share of jobs whose first agreed date lies within the norm, in %, and working days until that date.

    One row per job. Judged once the full norm time has passed. Left out: jobs planned ahead on purpose, double ones,
    ones closed without an appointment (unless the client gave up waiting: a miss), and ones that went on without a
    dated appointment (beside, `undated`).
    """
    jobs = world.ask(world.jobs, "norm_job_appointment_wd")
    jobs = world.indexed(
        jobs.filter((jobs.status != "dubbel") & (jobs.urgency != "gepland")),
        "reported_on",
        "appointment_first_on",
        "closed_on",
        "as_of",
    )
    none = jobs.appointment_first_on.isnull()
    gave_up = (jobs.close_reason == "te_lang_gewacht").fill_null(False)
    undated = none & jobs.status.isin(("ingepland", "afgerond"))
    out = undated | (none & ~jobs.status.isin(OPEN) & ~gave_up)
    wait = when(jobs.appointment_first_on <= jobs.as_of, jobs.appointment_first_on_wd - jobs.reported_on_wd)
    age = jobs.as_of_wd - jobs.reported_on_wd
    closed = jobs.closed_on_wd - jobs.reported_on_wd
    old_enough = age >= jobs.norm_job_appointment_wd
    return world.rows(
        jobs,
        on=jobs.reported_on,
        hit=judged(wait <= jobs.norm_job_appointment_wd, of=old_enough & ~out),
        pending=flag(~old_enough & ~out),
        undated=flag(undated),
        duration=when(~out, wait.fill_null(closed).fill_null(age)),
        outcome=outcome(answered=wait.notnull(), ended=closed.notnull()),
        **job_columns(jobs),
    )


@timed_job_figure("B3", "job_lead_time", tier=1, norm="norm_job_done_wd", beside=("urgent", "undated"))
def lead_time(world: "World") -> Table:
    """Share of normal jobs done within the norm, in %, and working days until done.

    One row per job. Judged once the full norm time has passed: open then is a miss, withdrawn or impossible is a miss
    and ends otherwise on the curve. Left out: refused, referred, double, planned ahead, done without a date (beside,
    `undated`). Urgent jobs stand apart (`urgent`: done within 24 hours, one working day, since times are often unknown).
    """
    jobs = world.ask(world.jobs, "norm_job_done_wd", "norm_urgent_hours")
    jobs = jobs.filter(~jobs.status.isin(REFUSED) & (jobs.urgency != "gepland"))
    jobs = world.indexed(jobs, "reported_on", "completed_on", "closed_on", "as_of")
    normal, undated = jobs.urgency == "normaal", (jobs.status == "afgerond") & jobs.completed_on.isnull()
    done = when(jobs.status == "afgerond", jobs.completed_on_wd - jobs.reported_on_wd)
    age = jobs.as_of_wd - jobs.reported_on_wd
    given_up = jobs.status.isin(GIVEN_UP)
    closed = when(given_up, jobs.closed_on_wd - jobs.reported_on_wd)
    urgent_days = (jobs.norm_urgent_hours / 24).ceil()
    placed = normal & ~undated & (closed.notnull() | ~given_up)
    old_enough = age >= jobs.norm_job_done_wd
    return world.rows(
        jobs,
        on=jobs.reported_on,
        hit=judged(done <= jobs.norm_job_done_wd, of=normal & old_enough & ~undated),
        pending=flag(normal & ~old_enough & ~undated),
        urgent=judged(done <= urgent_days, of=~normal & ~undated & (age >= urgent_days)),
        undated=flag(undated),
        duration=when(placed, done.fill_null(closed).fill_null(age)),
        outcome=outcome(answered=done.notnull(), ended=closed.notnull()),
        **job_columns(jobs),
    )


@job_figure(
    "B6",
    "job_unfulfilled_rate",
    tier=1,
    direction=Direction.DOWN,
    parts=("landlord", "category"),
    shares_of_all=("close_reason",),
    beside=("refused",),
)
def unfulfilled(world: "World") -> Table:
    """Share of decided jobs that were not done, in %.

    One row per job that is done, withdrawn or impossible, dated at that decision; not done counts, unless the client
    solved it (that stays in the denominator). Refused at the door, referred and double: beside, as `refused`.
    """
    jobs = world.jobs.filter(~world.jobs.status.isin(OPEN))
    decided = ~jobs.status.isin(REFUSED)
    solved = (jobs.close_reason == "klant_zelf_opgelost").fill_null(False)
    not_done = jobs.status.isin(GIVEN_UP) & ~solved
    return world.rows(
        jobs,
        on=jobs.completed_on.fill_null(jobs.closed_on).fill_null(jobs.reported_on),
        hit=judged(not_done, of=decided),
        refused=flag(~decided),
        close_reason=when(not_done, jobs.close_reason.fill_null("onbekend")),
        **job_columns(jobs),
    )


@job_figure(
    "B4",
    "jobs_open_age",
    measure=Measure.CASES,
    unit="jobs",
    direction=Direction.DOWN,
    period=Period.STANDING,
    parts=("landlord",),
    shares_of_all=("age_band",),
    beside=("over_norm",),
)
def open_age(world: "World") -> Table:
    """Jobs open on the date, with their age in working days.

    One row per job that is reported, in hand or planned, whatever the period. Beside: those older than the norm
    (20 working days, a setting). The age of open work is not waiting time.
    """
    jobs = world.ask(world.jobs, "norm_job_open_wd")
    jobs = world.indexed(jobs.filter(jobs.status.isin(OPEN)), "reported_on", "as_of")
    age = jobs.as_of_wd - jobs.reported_on_wd
    return world.rows(
        jobs,
        on=jobs.reported_on,
        hit=True,
        age=age,
        age_band=band(age, ((5, "0-5"), (10, "6-10"), (20, "11-20")), above=">20"),
        over_norm=flag(age > jobs.norm_job_open_wd),
        **job_columns(jobs),
    )


@job_figure(
    "B5",
    "jobs_completed",
    measure=Measure.CASES,
    unit="jobs",
    parts=("landlord", "category", "month"),
    beside=("redo", "undated"),
)
def completed(world: "World") -> Table:
    """Jobs finished in the period, and per month, in jobs.

    One row per finished job, dated when it was done. Beside and not counted: jobs done again (`redo`), and ones without
    the date they were done (`undated`).
    """
    jobs = world.jobs.filter(world.jobs.status == "afgerond")
    redo, undated = jobs.redo_of.notnull(), jobs.completed_on.isnull()
    on = jobs.completed_on.fill_null(jobs.reported_on)
    return world.rows(
        jobs,
        on=on,
        hit=when(~redo & ~undated, True),
        redo=flag(redo),
        undated=flag(undated),
        month=month_text(on),
        **job_columns(jobs),
    )


@job_figure("B7", "job_first_time_right", parts=("landlord", "category"))
def first_time_right(world: "World") -> Table:
    """Share of finished jobs that needed no redo within 30 days (a setting), in %.

    One row per finished job that is no redo itself, done at least that long ago. A redo reported on day 30 counts.
    """
    jobs = world.ask(world.jobs, "redo_days")
    redone = world.jobs.filter(world.jobs.redo_of.notnull() & (world.jobs.status != "dubbel"))
    first = redone.group_by(its_job=redone.redo_of).aggregate(redone_on=redone.reported_on.min())
    done = jobs.filter((jobs.status == "afgerond") & jobs.redo_of.isnull() & jobs.completed_on.notnull())
    joined = done.left_join(first, [("job_id", "its_job")])
    jobs = joined.select(*done.columns, "redone_on")
    again = (jobs.redone_on.delta(jobs.completed_on, unit="D") <= jobs.redo_days).fill_null(False)
    old_enough = jobs.as_of.delta(jobs.completed_on, unit="D") >= jobs.redo_days
    return world.rows(
        jobs,
        on=jobs.completed_on,
        hit=judged(~again, of=old_enough),
        pending=flag(~old_enough),
        **job_columns(jobs),
    )


@job_figure("B8", "job_appointment_kept", parts=("landlord", "category"), beside=("undated",))
def appointment_kept(world: "World") -> Table:
    """Share of finished jobs done on the first agreed date, in %.

    One row per finished job. Left out: no first appointment date, or no date when it was done (beside, `undated`).
    """
    jobs = world.jobs.filter(world.jobs.status == "afgerond")
    undated = jobs.appointment_first_on.isnull() | jobs.completed_on.isnull()
    return world.rows(
        jobs,
        on=jobs.completed_on.fill_null(jobs.reported_on),
        hit=judged(jobs.completed_on == jobs.appointment_first_on, of=~undated),
        undated=flag(undated),
        **job_columns(jobs),
    )


@job_figure(
    "B9",
    "job_landlord_responsibility",
    direction=Direction.STEER,
    parts=("landlord",),
    shares_of_all=("landlord_work_paid_by",),
    beside=("unclear",),
)
def landlord_responsibility(world: "World") -> Table:
    """Share of accepted jobs in rented homes that are legally the landlord's work, in %.

    One row per job in hand, planned or done; owner-occupiers are out. Beside: unclear whose work it is. Parts: who
    paid for the landlord's work.
    """
    jobs = world.jobs
    jobs = jobs.filter(jobs.status.isin(TAKEN_ON) & (jobs.landlord_at_report != "eigenaar_bewoner"))
    theirs = jobs.responsibility == "verhuurder"
    return world.rows(
        jobs,
        on=jobs.reported_on,
        hit=theirs,
        unclear=jobs.responsibility == "onduidelijk",
        landlord_work_paid_by=when(theirs, jobs.payer.fill_null("onbekend")),
        **job_columns(jobs),
    )
