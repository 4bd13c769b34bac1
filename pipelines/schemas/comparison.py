"""The checks that compare cells of one row: order of dates, not itself, and three rules of their own."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.schemas.checks import Row, ValueCheck
from pipelines.schemas.column import Record
from pipelines.schemas.rules.date_order import LONG_DAYS, ORDERS, Order
from pipelines.schemas.rules.references import NOT_ITSELF
from pipelines.vocabulary.words import allowed as words
from pipelines.vocabulary.words.records import HEADINGS

COMPLAINT_DAYS = 42  # DOMAIN 5.2 complaint_days; the loader takes the setting
_DAY, _NEXT, _BEFORE = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 1)


def _pair(order: Order, later: date) -> Row:
    return (order.earlier, _DAY), (order.later, later)


def _ordered(order: Order) -> Iterator[ValueCheck]:
    heading = HEADINGS[order.table][order.earlier]
    yield ValueCheck(
        code="X05",
        column=order.later,
        other=order.earlier,
        description=(words.AFTER if order.strict else words.NOT_BEFORE).format(other=heading),
        good=_pair(order, _NEXT if order.strict else _DAY),
        bad=_pair(order, _DAY if order.strict else _BEFORE),
    )
    if order.gap:
        yield ValueCheck(
            code="X05_lang",
            column=order.later,
            other=order.earlier,
            description=words.NOT_LONG_AFTER.format(other=heading),
            good=_pair(order, _DAY + timedelta(days=LONG_DAYS)),
            bad=_pair(order, _DAY + timedelta(days=LONG_DAYS + 1)),
        )


def _other_row(column: str, key: str) -> ValueCheck:
    return ValueCheck(
        code="X01",
        column=column,
        other=key,
        description=words.NOT_ITSELF,
        good=((key, "R0001"), (column, "R0002")),
        bad=((key, "R0001"), (column, "R0001")),
    )


def _landlords_work(payer: str) -> Row:
    return ("landlord_at_report", "portaal"), ("responsibility", "verhuurder"), ("payer", payer)


_OF_TABLE: dict[str, ValueCheck] = {
    "jobs": ValueCheck(
        code="X18",
        column="payer",
        description=words.LANDLORDS_WORK,
        good=_landlords_work("portaal"),
        bad=_landlords_work("huurder"),
    ),
    "members": ValueCheck(
        code="X23",
        column="member_no",
        description=words.MEMBER_NUMBER,
        good=(("membership", "lid"), ("member_no", 1)),
        bad=(("membership", "lid"), ("member_no", None)),
    ),
    "contacts": ValueCheck(
        code="X05_termijn",
        column="extended_on",
        other="received_on",
        description=words.EXTENDED_IN_TIME.format(other=HEADINGS["contacts"]["received_on"]),
        good=(("received_on", _DAY), ("extended_on", _DAY + timedelta(days=COMPLAINT_DAYS))),
        bad=(("received_on", _DAY), ("extended_on", _DAY + timedelta(days=COMPLAINT_DAYS + 1))),
    ),
}


def row_checks(record: Record) -> tuple[ValueCheck, ...]:
    """Return the checks that compare cells of one row of the record."""
    orders = (check for order in ORDERS if order.table == record.table for check in _ordered(order))
    others = (_other_row(column, record.key[0]) for table, column in NOT_ITSELF if table == record.table)
    own = (_OF_TABLE[record.table],) if record.table in _OF_TABLE else ()
    return (*orders, *others, *own)
