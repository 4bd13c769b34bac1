"""A target: one row per figure per audience per period."""

from pipelines.schemas.column import FIGURE_CODE, Column, Kind, Need, Record
from pipelines.vocabulary.lists import EVIDENCE_RULES, TARGET_AUDIENCES

TARGET = Record(
    table="targets",
    key=("kpi_code", "audience", "valid_from"),
    columns=(
        Column(name="kpi_code", kind=Kind.TEXT, need=Need.REQUIRED, pattern=FIGURE_CODE),
        Column(name="audience", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=TARGET_AUDIENCES),
        Column(name="target", kind=Kind.DECIMAL, need=Need.REQUIRED),
        Column(name="floor", kind=Kind.DECIMAL),
        Column(name="min_n", kind=Kind.WHOLE, need=Need.REQUIRED, low=5),
        Column(name="evidence_rule", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=EVIDENCE_RULES),
        Column(
            name="valid_from",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="pilot_start-12m",
            latest="today+12m",
        ),
        Column(
            name="decided_on",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="pilot_start-12m",
            latest="today+12m",
        ),
    ),
)
