"""Who opened rows with names, as a table: when, of which figure, why, and for the coordinator how many."""

from collections.abc import Sequence

from dashboard.shown import Opening
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import clock, long_day
from dashboard.words.sentences import label
from pipelines.vocabulary.calendar import AMSTERDAM

MOST = 50  # on the page; the file keeps all


def openings_table(noted: Sequence[Opening]) -> Table:
    """Return one row per opening, in the order given; how many rows only where that is known."""
    counted = any(opening.rows is not None for opening in noted)
    keys = ("when", "who", "what", "why", *(("how_many",) if counted else ()))
    return Table(
        caption=say("trust.openings.caption"),
        headings=tuple(
            Heading(label=say(f"trust.openings.columns.{key}"), wide=key == "how_many",
                    kind="count" if key == "how_many" else "text")
            for key in keys
        ),
        rows=tuple(Row(values=_cells(opening)[: len(keys)]) for opening in noted[:MOST]),
    )  # fmt: skip


def _cells(opening: Opening) -> tuple[str | float | None, ...]:
    moment = opening.at.astimezone(AMSTERDAM)
    reasons = texts("rows")["reasons"]
    return (
        f"{long_day(moment.date())}, {clock(moment)}",
        opening.who,
        label(opening.what),
        str(reasons.get(opening.reason, opening.reason)),
        opening.rows,
    )
