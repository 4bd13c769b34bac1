"""The generated calendar in the warehouse: filled once, and again when what it is made from changes."""

from datetime import date
from functools import cache

import duckdb

from pipelines.vocabulary.calendar import FIRST_DAY, LAST_DAY, calendar_source, working_days


@cache
def _columns() -> tuple[list[date], list[bool], list[int]]:
    days, works, counts = zip(*working_days(FIRST_DAY, LAST_DAY), strict=True)
    return list(days), list(works), list(counts)


def refresh(connection: duckdb.DuckDBPyConnection) -> bool:
    """Fill `calendar` for 2010 to 2040 when it is empty or out of date; return whether it was."""
    source = calendar_source()
    known = connection.execute("SELECT value FROM log.store WHERE name = 'calendar'").fetchall()
    if known == [(source,)]:
        return False
    days, works, counts = _columns()
    connection.execute("BEGIN")
    try:
        connection.execute("DELETE FROM calendar")
        connection.execute(
            "INSERT INTO calendar (day, is_workday, wd_idx) SELECT unnest(?::DATE[]), unnest(?::BOOLEAN[]), unnest(?::BIGINT[])",
            [days, works, counts],
        )
        connection.execute("DELETE FROM log.store WHERE name = 'calendar'")
        connection.execute("INSERT INTO log.store VALUES ('calendar', ?)", [source])
        connection.execute("COMMIT")
    except duckdb.Error:
        connection.execute("ROLLBACK")
        raise
    return True
