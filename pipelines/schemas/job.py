"""A requested job: one row per job, also when it is refused, withdrawn or double."""

from pipelines.schemas.column import Column, Condition, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import (
    CHANNELS,
    CLOSE_REASONS,
    DAYPARTS,
    JOB_CATEGORIES,
    JOB_PAYERS,
    JOB_STATUSES,
    LANDLORDS,
    REFERRALS,
    RESPONSIBILITIES,
    URGENCIES,
)

WHEN_DONE = (Condition(column="status", values=("afgerond",)),)
WHEN_NOT_DONE = (
    Condition(
        column="status", values=("ingetrokken_klant", "niet_mogelijk", "doorverwezen", "niet_voor_ons")
    ),
)
JOB = Record(
    table="jobs",
    key=("job_id",),
    columns=(
        Column(
            name="job_id",
            kind=Kind.IDENTIFIER,
            need=Need.REQUIRED,
            prefix="K",
            digits=4,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="client_id",
            kind=Kind.REFERENCE,
            need=Need.REQUIRED,
            prefix="R",
            digits=4,
            refers_to=("members",),
            privacy=Privacy.PSEUDONYMOUS,
            person=True,
        ),
        Column(
            name="reported_on", kind=Kind.DATE, need=Need.REQUIRED, earliest="pilot_start-12m", latest="today"
        ),
        Column(name="reported_time", kind=Kind.TIME),
        Column(name="reported_daypart", kind=Kind.CHOICE, allowed=DAYPARTS),
        Column(name="channel", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=CHANNELS),
        Column(
            name="landlord_at_report",
            kind=Kind.CHOICE,
            need=Need.REQUIRED,
            allowed=LANDLORDS,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(name="category", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=JOB_CATEGORIES),
        Column(
            name="description",
            kind=Kind.TEXT,
            need=Need.REQUIRED,
            max_length=500,
            privacy=Privacy.DIRECT,
            free_text=True,
        ),
        Column(name="urgency", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=URGENCIES),
        Column(name="responsibility", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=RESPONSIBILITIES),
        Column(name="wanted_by", kind=Kind.DATE, earliest="pilot_start-12m", latest="today+12m"),
        Column(name="first_response_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="first_response_time", kind=Kind.TIME),
        Column(name="appointment_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today+12m"),
        Column(name="appointment_first_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today+12m"),
        Column(
            name="completed_on",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=WHEN_DONE,
            earliest="pilot_start-12m",
            latest="today",
        ),
        Column(name="status", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=JOB_STATUSES),
        Column(
            name="close_reason",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=WHEN_NOT_DONE,
            allowed=CLOSE_REASONS,
        ),
        Column(name="referred_to", kind=Kind.CHOICE, allowed=REFERRALS),
        Column(
            name="hours_worked",
            kind=Kind.HOURS,
            need=Need.CONDITIONAL,
            needed_when=WHEN_DONE,
            low=0.1,
            high=16,
        ),
        Column(name="price_eur", kind=Kind.MONEY, low=0, high=1000),
        Column(
            name="payer",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=WHEN_DONE,
            allowed=JOB_PAYERS,
        ),
        Column(
            name="closed_on",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=WHEN_NOT_DONE,
            earliest="pilot_start-12m",
            latest="today",
        ),
        Column(name="redo_of", kind=Kind.REFERENCE, prefix="K", digits=4, refers_to=("jobs",)),
        Column(
            name="duplicate_of",
            kind=Kind.REFERENCE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="status", values=("dubbel",)),),
            prefix="K",
            digits=4,
            refers_to=("jobs",),
        ),
    ),
)
