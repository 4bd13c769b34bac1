"""A setting and who decided it: one row per setting per period in which it holds."""

from pipelines.schemas.column import SETTING_KEY, Column, Kind, Need, Record
from pipelines.vocabulary.lists import UNITS

PARAMETER = Record(
    table="parameters",
    key=("param_key", "valid_from"),
    columns=(
        Column(
            name="param_key",
            kind=Kind.TEXT,
            need=Need.REQUIRED,
            pattern=SETTING_KEY,
        ),
        Column(name="value", kind=Kind.TEXT, need=Need.REQUIRED, person_after="role_member:"),
        Column(name="unit", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=UNITS),
        Column(
            name="valid_from",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="pilot_start-12m",
            latest="today+12m",
        ),
        Column(name="valid_to", kind=Kind.DATE, earliest="pilot_start-12m", latest="today+60m"),
        Column(name="basis", kind=Kind.TEXT, need=Need.REQUIRED, own_words=True),
        Column(name="decided_by", kind=Kind.TEXT, need=Need.REQUIRED, own_words=True),
        Column(
            name="decided_on",
            kind=Kind.DATE,
            need=Need.REQUIRED,
            earliest="pilot_start-12m",
            latest="today+12m",
        ),
    ),
)
