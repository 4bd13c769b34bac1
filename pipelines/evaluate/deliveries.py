"""What was received per record: when last, how many rows stand, and how many wait because something is wrong."""

from datetime import datetime
from typing import TypedDict

from pipelines.schemas.registry import RECORDS
from pipelines.store.home import Home
from pipelines.store.publication import current
from pipelines.store.snapshot import open_snapshot

_RECEIVED = """
SELECT files.record, max(loads.finished_at), coalesce(max(waiting.open), 0)
FROM log.files AS files
JOIN log.loads AS loads USING (load_id)
LEFT JOIN (
    SELECT record, count(*) AS open FROM log.quarantine WHERE status = 'open' GROUP BY record
) AS waiting USING (record)
GROUP BY files.record
"""


class Received(TypedDict):
    """The fields of `dashboard.ask.Delivered`."""

    record: str
    received: datetime | None
    waiting: int


def received_per_record(home: Home) -> tuple[Received, ...]:
    """Return every record people fill in, in the order of the sheets; none before the first load."""
    if current(home) is None:
        return ()
    with open_snapshot(home) as snapshot:
        found = {str(record): (last, waiting) for record, last, waiting in snapshot.run(_RECEIVED).rows}
    typed = [each.table for each in RECORDS if not each.generated]
    known = [(record, *found.get(record, (None, 0))) for record in typed]
    return tuple(Received(record=record, received=last, waiting=waiting) for record, last, waiting in known)
