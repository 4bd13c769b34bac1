"""An ask: one row per time a helper is asked for a job or a care request, also when the answer is no."""

from pipelines.schemas.column import REQUEST_NUMBER, Column, Condition, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import ASK_CHANNELS, BRANCHES, DECLINE_REASONS, MATCH_END_REASONS, RESPONSES

OFFER = Record(
    table="offers",
    key=("offer_id",),
    columns=(
        Column(
            name="offer_id",
            kind=Kind.IDENTIFIER,
            need=Need.REQUIRED,
            prefix="M",
            digits=5,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(name="request_type", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=BRANCHES),
        Column(
            name="request_id",
            kind=Kind.REFERENCE,
            need=Need.REQUIRED,
            pattern=REQUEST_NUMBER,
            refers_to=("jobs", "care_requests"),
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
            name="offered_on", kind=Kind.DATE, need=Need.REQUIRED, earliest="pilot_start-12m", latest="today"
        ),
        Column(name="channel", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=ASK_CHANNELS),
        Column(name="response", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=RESPONSES),
        Column(
            name="responded_on",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="response", values=("ja", "nee")),),
            earliest="pilot_start-12m",
            latest="today",
        ),
        Column(
            name="decline_reason",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="response", values=("nee",)),),
            allowed=DECLINE_REASONS,
            privacy=Privacy.SPECIAL,
        ),
        Column(
            name="match_start",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="response", values=("ja",)),),
            earliest="pilot_start-12m",
            latest="today+12m",
        ),
        Column(name="match_end", kind=Kind.DATE, earliest="pilot_start-12m", latest="today+12m"),
        Column(
            name="match_end_reason",
            kind=Kind.CHOICE,
            need=Need.CONDITIONAL,
            needed_when=(Condition(column="match_end"),),
            allowed=MATCH_END_REASONS,
            privacy=Privacy.SPECIAL,
        ),
    ),
)
