"""A monthly question round: one row per helper per month asked, answered or not."""

from pipelines.schemas.column import Column, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import ASKED_TOO_OFTEN, PERSEVERANCE

CHECKIN = Record(
    table="helper_checkins",
    key=("checkin_id",),
    columns=(
        Column(name="checkin_id", kind=Kind.IDENTIFIER, need=Need.REQUIRED, prefix="C", digits=5),
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
            name="asked_on", kind=Kind.DATE, need=Need.REQUIRED, earliest="pilot_start-12m", latest="today"
        ),
        Column(name="answered_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="load", kind=Kind.WHOLE, low=1, high=5, privacy=Privacy.SPECIAL),
        Column(name="asked_too_often", kind=Kind.CHOICE, allowed=ASKED_TOO_OFTEN, privacy=Privacy.SPECIAL),
        Column(name="perseverance", kind=Kind.CHOICE, allowed=PERSEVERANCE, privacy=Privacy.SPECIAL),
        Column(name="felt_supported", kind=Kind.WHOLE, low=1, high=5, privacy=Privacy.PSEUDONYMOUS),
        Column(name="ediz", kind=Kind.WHOLE, low=0, high=9, privacy=Privacy.SPECIAL),
        Column(name="wants_call", kind=Kind.YES_NO, need=Need.REQUIRED, privacy=Privacy.PSEUDONYMOUS),
        Column(name="called_on", kind=Kind.DATE, earliest="pilot_start-12m", latest="today"),
        Column(name="comment", kind=Kind.TEXT, privacy=Privacy.SPECIAL, free_text=True),
    ),
)
