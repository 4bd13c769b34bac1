"""A visit: one row per planned or carried out visit to a care client."""

from pipelines.schemas.column import Column, Condition, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import VISIT_PAYERS, VISIT_STATUSES

CARE_VISIT = Record(
    table="care_visits",
    key=("visit_id",),
    protected=True,
    columns=(
        Column(
            name="visit_id",
            kind=Kind.IDENTIFIER,
            need=Need.REQUIRED,
            prefix="B",
            digits=6,
            derived_from=("care_id", "helper_id", "planned_on", "planned_start"),
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="care_id",
            kind=Kind.REFERENCE,
            need=Need.REQUIRED,
            prefix="Z",
            digits=4,
            refers_to=("care_requests",),
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="helper_id",
            kind=Kind.REFERENCE,
            need=Need.REQUIRED,
            prefix="R",
            digits=4,
            refers_to=("helpers",),
            privacy=Privacy.PSEUDONYMOUS,
            person=True,
        ),
        Column(
            name="planned_on",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="pilot_start-12m",
            latest="today+12m",
        ),
        Column(name="planned_start", kind=Kind.TIME),
        Column(name="planned_hours", kind=Kind.HOURS, need=Need.REQUIRED, low=0.25, high=12),
        Column(name="status", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=VISIT_STATUSES),
        Column(
            name="cancelled_on",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="status", values=("afgezegd_client", "afgezegd_helper")),),
            earliest="pilot_start-12m",
            latest="today",
        ),
        Column(
            name="actual_hours",
            kind=Kind.HOURS,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="status", values=("uitgevoerd",)),),
            low=0.1,
            high=12,
        ),
        Column(name="replaces_id", kind=Kind.REFERENCE, prefix="B", digits=6, refers_to=("care_visits",)),
        Column(
            name="paid",
            kind=Kind.CHOICE,
            need=Need.REQUIRED,
            allowed=VISIT_PAYERS,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(name="amount_eur", kind=Kind.MONEY, low=0, high=500, privacy=Privacy.PSEUDONYMOUS),
        Column(name="signal", kind=Kind.YES_NO, need=Need.REQUIRED, privacy=Privacy.PSEUDONYMOUS),
        Column(name="note", kind=Kind.TEXT, max_length=300, privacy=Privacy.SPECIAL, free_text=True),
    ),
)
