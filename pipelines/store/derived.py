"""Columns that are never typed: computed at load from the row, the settings of the day and the calendar."""

from pipelines.store.warehouse import Warehouse

# Algemene termijnenwet art. 4: a term in days of more than 90 ends where it ends, also on a Sunday.
LONGEST_MOVED_TERM_DAYS = 90


def _setting(key: str) -> str:
    return f"(SELECT CAST(value AS INTEGER) FROM settings WHERE param_key = '{key}')"


_TERM_DAYS = f"""({_setting("complaint_days")} + CASE
    WHEN extended_on <= received_on + {_setting("complaint_days")} THEN {_setting("complaint_extension_days")}
    ELSE 0
END)"""

_NEXT_WORKDAY = """(
    SELECT working.next_day
    FROM (
        SELECT day, min(day) FILTER (WHERE is_workday) OVER (
            ORDER BY day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
        ) AS next_day
        FROM calendar
    ) AS working
    WHERE working.day = received_on + {term}
)"""

# Last day on which a VOG still counts: issue date and the recheck months, end of month where the day does not exist.
RECHECK_DUE = f"CAST(issued_on + to_months({_setting('vog_recheck_months')}) AS DATE)"

# Last day for the verdict on a complaint; empty for questions and remarks. An extension told too late does not count.
DUE_ON = f"""CASE
    WHEN type <> 'klacht' THEN NULL
    WHEN {_TERM_DAYS} > {LONGEST_MOVED_TERM_DAYS} THEN received_on + {_TERM_DAYS}
    ELSE coalesce({_NEXT_WORKDAY.format(term=_TERM_DAYS)}, received_on + {_TERM_DAYS})
END"""

# table → column → SQL expression over a row of that table; needs the views of `Warehouse.set_day`.
DERIVED: dict[str, dict[str, str]] = {
    "vog_checks": {"recheck_due": RECHECK_DUE},
    "contacts": {"due_on": DUE_ON},
}


def derive(warehouse: Warehouse) -> None:
    """Compute the derived columns of all stored rows again, so that a changed setting reaches old rows too.

    Writes only rows whose value changes. Runs inside the caller's transaction, after `Warehouse.set_day`.
    """
    for table, columns in DERIVED.items():
        for column, expression in columns.items():
            warehouse.execute(
                f"UPDATE {table} SET {column} = fresh.value "
                f"FROM (SELECT rowid AS id, {expression} AS value FROM {table}) AS fresh "
                f"WHERE {table}.rowid = fresh.id AND {table}.{column} IS DISTINCT FROM fresh.value"
            )
