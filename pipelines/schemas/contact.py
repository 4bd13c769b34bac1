"""An incoming question, complaint or remark: one row each."""

from pipelines.schemas.column import REQUEST_NUMBER, ROLE_CODE, Column, Condition, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import (
    CHANNELS,
    CONTACT_BRANCHES,
    CONTACT_TYPES,
    ESCALATIONS,
    OUTCOMES,
    SENDERS,
    SENTIMENTS,
    SEVERITIES,
    THEMES,
)

COMPLAINT = (Condition(column="type", values=("klacht",)),)
CONTACT = Record(
    table="contacts",
    key=("contact_id",),
    columns=(
        Column(
            name="contact_id",
            kind=Kind.IDENTIFIER,
            need=Need.REQUIRED,
            prefix="Q",
            digits=5,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="received_on", kind=Kind.DATE, need=Need.REQUIRED, earliest="pilot_start-12m", latest="today"
        ),
        Column(name="received_time", kind=Kind.TIME),
        Column(name="channel", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=CHANNELS),
        Column(
            name="from_id",
            kind=Kind.REFERENCE,
            prefix="R",
            digits=4,
            refers_to=("members",),
            privacy=Privacy.PSEUDONYMOUS,
            person=True,
        ),
        Column(
            name="from_role",
            kind=Kind.CHOICE,
            need=Need.REQUIRED,
            allowed=SENDERS,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(name="branch", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=CONTACT_BRANCHES),
        Column(name="type", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=CONTACT_TYPES),
        Column(name="sentiment", kind=Kind.CHOICE, allowed=SENTIMENTS),
        Column(
            name="severity",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=COMPLAINT,
            allowed=SEVERITIES,
            privacy=Privacy.SPECIAL,
        ),
        Column(
            name="about_request",
            kind=Kind.REFERENCE,
            pattern=REQUEST_NUMBER,
            refers_to=("jobs", "care_requests"),
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="about_helper",
            kind=Kind.REFERENCE,
            prefix="R",
            digits=4,
            refers_to=("helpers",),
            privacy=Privacy.SPECIAL,
            person=True,
        ),
        Column(
            name="text",
            kind=Kind.TEXT,
            need=Need.REQUIRED,
            max_length=2000,
            privacy=Privacy.SPECIAL,
            free_text=True,
        ),
        Column(
            name="themes",
            kind=Kind.CHOICES,
            need=Need.CONDITIONAL,
            needed_when=COMPLAINT,
            allowed=THEMES,
        ),
        Column(
            name="handled_by",
            kind=Kind.TEXT,
            need=Need.REQUIRED,
            pattern=ROLE_CODE,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(name="acknowledged_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="answered_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="extended_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(
            name="due_on", kind=Kind.DATE, need=Need.DERIVED, earliest="pilot_start-12m", latest="today+60m"
        ),
        Column(name="closed_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(
            name="outcome",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="type", values=("klacht",)), Condition(column="closed_on")),
            allowed=OUTCOMES,
            privacy=Privacy.SPECIAL,
        ),
        Column(name="measure", kind=Kind.TEXT, privacy=Privacy.DIRECT, free_text=True),
        Column(name="escalated_to", kind=Kind.CHOICE, allowed=ESCALATIONS, privacy=Privacy.SPECIAL),
        Column(name="reopened_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="duplicate_of", kind=Kind.REFERENCE, prefix="Q", digits=5, refers_to=("contacts",)),
    ),
)
