"""An invitation to a client to say how it went: one row per invitation, answered or not."""

from pipelines.schemas.column import REQUEST_NUMBER, Column, Condition, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import (
    AGAIN,
    BRANCHES,
    COLLECTORS,
    FEEDBACK_MODES,
    LANDLORDS,
    RESPONDENT_ROLES,
)

NAMED = (Condition(column="anonymous", values=("nee",)),)
FEEDBACK = Record(
    table="feedback_clients",
    key=("feedback_id",),
    columns=(
        Column(name="feedback_id", kind=Kind.IDENTIFIER, need=Need.REQUIRED, prefix="F", digits=5),
        Column(name="branch", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=BRANCHES),
        Column(
            name="about_id",
            kind=Kind.REFERENCE,
            need=Need.CONDITIONAL,
            needed_when=NAMED,
            pattern=REQUEST_NUMBER,
            refers_to=("jobs", "care_requests"),
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="respondent_id",
            kind=Kind.REFERENCE,
            need=Need.CONDITIONAL,
            needed_when=NAMED,
            prefix="R",
            digits=4,
            refers_to=("members",),
            privacy=Privacy.PSEUDONYMOUS,
            person=True,
        ),
        Column(
            name="respondent_role",
            kind=Kind.CHOICE,
            need=Need.REQUIRED,
            allowed=RESPONDENT_ROLES,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="landlord",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="branch", values=("klus",)),),
            allowed=LANDLORDS,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="invited_on", kind=Kind.DATE, need=Need.REQUIRED, earliest="pilot_start-12m", latest="today"
        ),
        Column(name="answered_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="mode", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=FEEDBACK_MODES),
        Column(name="collected_by", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=COLLECTORS),
        Column(name="anonymous", kind=Kind.YES_NO, need=Need.REQUIRED, blank_means="nee"),
        Column(name="grade", kind=Kind.WHOLE, low=1, high=10),
        Column(name="q_quality", kind=Kind.WHOLE, low=1, high=5),
        Column(name="q_fits", kind=Kind.WHOLE, low=1, high=5),
        Column(
            name="q_manage",
            kind=Kind.WHOLE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="branch", values=("zorg",)), Condition(column="answered_on")),
            low=1,
            high=5,
            also=(9,),
        ),
        Column(name="q_quick", kind=Kind.WHOLE, low=1, high=5),
        Column(name="q_serious", kind=Kind.WHOLE, low=1, high=5),
        Column(name="again", kind=Kind.CHOICE, allowed=AGAIN),
        Column(name="comment", kind=Kind.TEXT, max_length=1000, privacy=Privacy.SPECIAL, free_text=True),
    ),
)
