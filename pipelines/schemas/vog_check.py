"""A request for a certificate of conduct (VOG): one row per request, history kept; never a copy or a reason."""

from pipelines.schemas.column import ROLE_CODE, Column, Condition, Kind, Need, Privacy, Record
from pipelines.vocabulary.lists import VOG_PROFILES, VOG_STATUSES

WHEN_SEEN = (Condition(column="status", values=("gezien_akkoord",)),)
VOG_CHECK = Record(
    table="vog_checks",
    key=("vog_id",),
    protected=True,
    columns=(
        Column(
            name="vog_id",
            kind=Kind.IDENTIFIER,
            need=Need.REQUIRED,
            prefix="V",
            digits=4,
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
            name="requested_on",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="today-60m",
            latest="today",
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="issued_on",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=WHEN_SEEN,
            earliest="today-60m",
            latest="today",
            privacy=Privacy.SPECIAL,
        ),
        Column(
            name="original_seen_on",
            kind=Kind.DATE,
            need=Need.CONDITIONAL,
            needed_when=WHEN_SEEN,
            earliest="today-60m",
            latest="today",
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="seen_by",
            kind=Kind.TEXT,
            need=Need.CONDITIONAL,
            needed_when=WHEN_SEEN,
            pattern=ROLE_CODE,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="profile",
            kind=Kind.CHOICE,
            need=Need.REQUIRED,
            allowed=VOG_PROFILES,
            privacy=Privacy.PSEUDONYMOUS,
        ),
        Column(
            name="status", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=VOG_STATUSES, privacy=Privacy.SPECIAL
        ),
        Column(name="free_scheme", kind=Kind.YES_NO),
        Column(
            name="recheck_due",
            kind=Kind.DATE,
            need=Need.DERIVED,
            earliest="today-60m",
            latest="today+60m",
            privacy=Privacy.PSEUDONYMOUS,
        ),
    ),
)
