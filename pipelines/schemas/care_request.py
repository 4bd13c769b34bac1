"""A request for help by one client: a changed need is a new row, linked by `previous_id`."""

from pipelines.schemas.column import Column, Condition, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import (
    CARE_END_REASONS,
    CARE_STATUSES,
    FREQUENCIES,
    FUNDINGS,
    HELP_TYPES,
    REQUESTERS,
)

CARE_REQUEST = Record(
    table="care_requests",
    key=("care_id",),
    protected=True,
    columns=(
        Column(
            name="care_id",
            kind=Kind.IDENTIFIER,
            need=Need.REQUIRED,
            prefix="Z",
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
            privacy=Privacy.SPECIAL,
            person=True,
        ),
        Column(
            name="requested_on",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="pilot_start-12m",
            latest="today",
        ),
        Column(
            name="requested_by",
            kind=Kind.CHOICE,
            need=Need.REQUIRED,
            allowed=REQUESTERS,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="funding", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=FUNDINGS, privacy=Privacy.SPECIAL
        ),
        Column(
            name="help_type",
            kind=Kind.CHOICES,
            need=Need.REQUIRED,
            allowed=HELP_TYPES,
            privacy=Privacy.SPECIAL,
        ),
        Column(name="hours_week", kind=Kind.HOURS, low=0.25, high=20),
        Column(name="frequency", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=FREQUENCIES),
        Column(name="wanted_from", kind=Kind.DATE, earliest="pilot_start-12m", latest="today+12m"),
        Column(name="intake_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="status", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=CARE_STATUSES),
        Column(
            name="ended_on",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=(
                Condition(
                    column="status", values=("beeindigd", "ingetrokken", "doorverwezen", "niet_voor_ons")
                ),
            ),
            earliest="pilot_start-12m",
            latest="today+12m",
        ),
        Column(
            name="end_reason",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="ended_on"),),
            allowed=CARE_END_REASONS,
            privacy=Privacy.SPECIAL,
        ),
        Column(name="previous_id", kind=Kind.REFERENCE, prefix="Z", digits=4, refers_to=("care_requests",)),
    ),
)
