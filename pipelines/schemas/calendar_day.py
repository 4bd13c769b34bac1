"""A day: one row per calendar day, made by the product, never typed."""

from pipelines.schemas.column import Column, Kind, Need, Record

CALENDAR_DAY = Record(
    table="calendar",
    key=("day",),
    generated=True,
    columns=(
        Column(name="day", kind=Kind.DATE, need=Need.REQUIRED),
        Column(name="is_workday", kind=Kind.YES_NO, need=Need.REQUIRED),
        Column(name="wd_idx", kind=Kind.WHOLE, need=Need.REQUIRED, low=0),
    ),
)
