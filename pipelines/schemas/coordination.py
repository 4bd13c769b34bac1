"""Hours of coordination: one row per person (by role code) per week."""

from pipelines.schemas.column import ROLE_CODE, Column, Kind, Need, Privacy, Record

COORDINATION = Record(
    table="coordination",
    key=("week_start", "person"),
    columns=(
        Column(
            name="week_start",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="pilot_start-12m",
            latest="today+12m",
            monday=True,
        ),
        Column(
            name="person", kind=Kind.TEXT, need=Need.REQUIRED, pattern=ROLE_CODE, privacy=Privacy.PSEUDONYMOUS
        ),
        Column(name="hours_matching", kind=Kind.HOURS, need=Need.REQUIRED, low=0, high=60),
        Column(name="hours_contact", kind=Kind.HOURS, need=Need.REQUIRED, low=0, high=60),
        Column(name="hours_admin", kind=Kind.HOURS, need=Need.REQUIRED, low=0, high=60),
        Column(name="paid", kind=Kind.YES_NO, need=Need.REQUIRED),
    ),
)
