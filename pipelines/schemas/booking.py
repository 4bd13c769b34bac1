"""Money in or out: one row per booking."""

from pipelines.schemas.column import Column, Kind, Need, Record
from pipelines.vocabulary.lists import LEDGER_BRANCHES, LEDGER_KINDS

BOOKING = Record(
    table="ledger",
    key=("entry_id",),
    columns=(
        Column(name="entry_id", kind=Kind.TEXT, need=Need.REQUIRED),
        Column(
            name="booked_on", kind=Kind.DATE, need=Need.REQUIRED, earliest="pilot_start-12m", latest="today"
        ),
        Column(name="branch", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=LEDGER_BRANCHES),
        Column(name="kind", kind=Kind.CHOICE, need=Need.REQUIRED, allowed=LEDGER_KINDS),
        Column(name="amount_eur", kind=Kind.MONEY, need=Need.REQUIRED),
        Column(name="local", kind=Kind.YES_NO),
    ),
)
