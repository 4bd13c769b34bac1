"""How new the figures are: what was loaded when, and until when facts are known."""

from datetime import date, datetime
from typing import TypedDict

from pipelines.evaluate.frame import Reader, Typed, read_settings
from pipelines.store.home import Home
from pipelines.store.publication import current, published_at
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.settings import SETTINGS

# The dates that say how far the records reach: reports, visits, asks, contacts, answers.
_LAST_EVENT = """
SELECT max(day) FROM (
    SELECT reported_on AS day FROM jobs UNION ALL SELECT completed_on FROM jobs
    UNION ALL SELECT planned_on FROM care_visits UNION ALL SELECT requested_on FROM care_requests
    UNION ALL SELECT offered_on FROM offers UNION ALL SELECT received_on FROM contacts
    UNION ALL SELECT answered_on FROM feedback_clients
) WHERE day <= ?
"""
_STORED = """
SELECT (SELECT count(*) FROM jobs), (SELECT count(*) FROM care_visits),
       (SELECT count(*) FROM log.quarantine WHERE status = 'open')
"""


class Measured(TypedDict):
    """The fields of `dashboard.ask.Freshness`."""

    snapshot: str | None
    loaded_at: datetime | None
    last_event_on: date | None
    pilot_start: date
    pilot_end: date
    jobs: int
    visits: int
    quarantined: int
    update_days: int


def measure(home: Home, *, today: date) -> Measured:
    """Return how new the data are; without a snapshot the pilot's default dates and zeros."""
    if current(home) is None:
        return unmeasured()
    with open_snapshot(home) as snapshot:
        return _of_snapshot(snapshot, loaded_at=published_at(home), today=today)


def unmeasured() -> Measured:
    """Return the pilot's default dates and zeros: nothing was loaded, or nobody may know."""
    return Measured(
        snapshot=None,
        loaded_at=None,
        last_event_on=None,
        pilot_start=date.fromisoformat(SETTINGS["pilot_start"].value or ""),
        pilot_end=date.fromisoformat(SETTINGS["pilot_end"].value or ""),
        jobs=0,
        visits=0,
        quarantined=0,
        update_days=int(SETTINGS["update_days"].value or 0),
    )


def _of_snapshot(reader: Reader, *, loaded_at: datetime | None, today: date) -> Measured:
    settings = read_settings(reader, day=today)
    jobs, visits, quarantined = reader.run(_STORED).rows[0]
    return Measured(
        snapshot=reader.name,
        loaded_at=loaded_at,
        last_event_on=reader.run(_LAST_EVENT, [today]).rows[0][0],
        pilot_start=_date(settings["pilot_start"]),
        pilot_end=_date(settings["pilot_end"]),
        jobs=jobs,
        visits=visits,
        quarantined=quarantined,
        update_days=_whole(settings["update_days"]),
    )


def _date(value: Typed) -> date:
    if not isinstance(value, date):
        message = f"a pilot date must be a date, found {value!r}"
        raise TypeError(message)
    return value


def _whole(value: Typed) -> int:
    if not isinstance(value, float | int):
        message = f"a number of days must be a number, found {value!r}"
        raise TypeError(message)
    return int(value)
