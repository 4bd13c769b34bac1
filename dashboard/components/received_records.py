"""What was received per record, as a table: when last, how complete, whether something waits."""

from collections.abc import Sequence

from dashboard.ask import Delivered
from dashboard.components.finding_cards import main_finding
from dashboard.shown import Released
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day, percent
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.words.records import RECORD_TITLES

MEASURED = "record_completeness"


def sources_table(received: Sequence[Delivered], released: Released) -> Table:
    """Return one row per record; completeness only as released, and only that something waits, not how much."""
    return Table(
        caption=say("trust.received_caption"),
        headings=tuple(
            Heading(label=say(f"trust.columns.{key}"), wide=key == "waiting")
            for key in ("source", "received", "complete", "waiting")
        ),
        rows=tuple(Row(values=_cells(each, released)) for each in received),
    )


def _cells(each: Delivered, released: Released) -> tuple[str, ...]:
    day = say("trust.never")
    if each.received is not None:
        moment = each.received if each.received.tzinfo is None else each.received.astimezone(AMSTERDAM)
        day = long_day(moment.date())
    waiting = say("trust.still_open" if each.waiting else "trust.none_open")
    return (RECORD_TITLES[each.record], day, _complete(each.record, released), waiting)


def _complete(record: str, released: Released) -> str:
    found = main_finding(released, MEASURED)
    parts = [part for part in found.parts if part.by == "sheet" and part.key == record] if found else []
    if not parts:
        return say("trust.no_share")
    part = parts[0]
    return say("findings.hidden") if part.hidden or part.value is None else percent(part.value)
