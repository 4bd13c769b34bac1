"""The rows of a stage join the record: new, correcting, or the same; what they replace stays in the history."""

from dataclasses import dataclass

from pipelines.ingest.stage import Stage, stored_values
from pipelines.schemas.column import Record
from pipelines.store.warehouse import Warehouse

_VERDICT = "merge_verdict"


@dataclass(frozen=True, kw_only=True)
class Merged:
    """How many rows of a sheet were new, correcting and the same, and which had their key twice in the sheet."""

    accepted: int
    corrected: int
    unchanged: int
    later_of_double: tuple[int, ...]


def merge(warehouse: Warehouse, stage: Stage, *, load_id: int, renamed: bool = False) -> Merged:
    """Merge a judged stage into its record; a later row with the same key corrects an earlier one.

    `renamed`: the temporary table `renamed(key)` lists people whose identity in the vault changes.
    """
    doubles = _doubles(warehouse, stage)
    if stage.direct and not doubles:
        return Merged(accepted=_count(warehouse, stage.table), corrected=0, unchanged=0, later_of_double=())
    warehouse.execute(f"CREATE OR REPLACE TEMP TABLE {_VERDICT} AS {_judged(stage, renamed=renamed)}")
    _remember(warehouse, stage, load_id=load_id)
    counts = dict(warehouse.execute(f"SELECT verdict, count(*) FROM {_VERDICT} GROUP BY verdict"))
    later = warehouse.execute(f"SELECT source_row FROM {_VERDICT} WHERE doubled AND turn = 1 ORDER BY 1")
    _apply(warehouse, stage)
    return Merged(
        accepted=counts.get("accepted", 0),
        corrected=counts.get("corrected", 0),
        unchanged=counts.get("unchanged", 0),
        later_of_double=tuple(row for (row,) in later),
    )


def keys(record: Record, *, of: str = "") -> str:
    """Return the key columns for a statement, with the name of their table in front where given."""
    return ", ".join(f'{of}{"." if of else ""}"{key}"' for key in record.key)


def key_text(record: Record, *, of: str = "") -> str:
    """Return SQL of the key as one text; null when a part is missing."""
    return " || '|' || ".join(f'CAST({of}{"." if of else ""}"{key}" AS VARCHAR)' for key in record.key)


def row_json(record: Record, *, of: str) -> str:
    """Return SQL of a stored row as JSON, without where it came from."""
    fields = ", ".join(f'"{name}" := {of}."{name}"' for name in stored_values(record))
    return f"CAST(to_json(struct_pack({fields})) AS VARCHAR)"


def _count(warehouse: Warehouse, table: str) -> int:
    return int(warehouse.value(f"SELECT count(*) FROM {table}"))


def _doubles(warehouse: Warehouse, stage: Stage) -> int:
    return int(
        warehouse.value(
            f"SELECT count(*) FROM (SELECT 1 FROM {stage.table} GROUP BY {keys(stage.record)} HAVING count(*) > 1)"
        )
    )


def _same(record: Record, one: str, other: str) -> str:
    return " AND ".join(
        f'{one}."{name}" IS NOT DISTINCT FROM {other}."{name}"' for name in stored_values(record)
    )


def _judged(stage: Stage, *, renamed: bool) -> str:
    """Return a query: source_row, turn (1 is the last with its key), doubled, verdict, and whether it is history.

    Stored rows are those of the record before this sheet; with a direct stage there are none.
    """
    record = stage.record
    stored = f"(SELECT * FROM main.{record.table}{' WHERE FALSE' if stage.direct else ''})"
    joined = " AND ".join(f'new."{key}" = old."{key}"' for key in record.key)
    in_history = f"""EXISTS (SELECT 1 FROM log.history AS past WHERE past.record = '{record.table}'
        AND past.key = {key_text(record, of="new")} AND CAST(past."row" AS VARCHAR) = {row_json(record, of="new")})"""
    same = _same(record, "new", "old")
    if renamed:
        same += f" AND {key_text(record, of='new')} NOT IN (SELECT key FROM renamed)"
    found = f'old."{record.key[0]}" IS NOT NULL'
    return f"""WITH new AS (SELECT *, row_number() OVER latest AS turn, count(*) OVER whole AS times
            FROM {stage.table} WINDOW whole AS (PARTITION BY {keys(record)}),
            latest AS (PARTITION BY {keys(record)} ORDER BY source_row DESC))
        SELECT new.source_row, new.turn, new.times > 1 AS doubled, CASE
            WHEN {found} AND {same} THEN 'unchanged'
            WHEN {found} AND new.turn > 1 AND {in_history} THEN 'unchanged'
            WHEN {found} OR new.turn < new.times THEN 'corrected'
            ELSE 'accepted' END AS verdict
        FROM new LEFT JOIN {stored} AS old ON {joined}"""


def _remember(warehouse: Warehouse, stage: Stage, *, load_id: int) -> None:
    """Write to the history what is replaced: the stored row, and earlier rows of the sheet with the same key."""
    record = stage.record
    joined = " AND ".join(f'new."{key}" = past."{key}"' for key in record.key)
    into = f"INSERT INTO log.history SELECT {load_id}, '{record.table}',"
    if not stage.direct:
        warehouse.execute(
            f"""{into} {key_text(record, of="past")}, {row_json(record, of="past")}
            FROM main.{record.table} AS past JOIN {stage.table} AS new ON {joined}
            JOIN {_VERDICT} AS v ON v.source_row = new.source_row AND v.turn = 1 AND v.verdict = 'corrected'"""
        )
    warehouse.execute(
        f"""{into} {key_text(record, of="past")}, {row_json(record, of="past")}
        FROM {stage.table} AS past
        JOIN {_VERDICT} AS v ON v.source_row = past.source_row AND v.turn > 1 AND v.verdict <> 'unchanged'
        WHERE NOT EXISTS (SELECT 1 FROM {stage.table} AS new JOIN {_VERDICT} AS w USING (source_row)
            WHERE w.turn = 1 AND {joined} AND {_same(record, "new", "past")})"""
    )


def _apply(warehouse: Warehouse, stage: Stage) -> None:
    record = stage.record
    superseded = f"SELECT source_row FROM {_VERDICT} WHERE turn > 1"
    warehouse.execute(f"DELETE FROM {stage.table} WHERE source_row IN ({superseded})")
    if stage.direct:
        return
    changed = f"SELECT * FROM {stage.table} SEMI JOIN (FROM {_VERDICT} WHERE verdict <> 'unchanged') USING (source_row)"
    matches = " AND ".join(f'fresh."{key}" = {record.table}."{key}"' for key in record.key)
    warehouse.execute(f"DELETE FROM main.{record.table} USING ({changed}) AS fresh WHERE {matches}")
    warehouse.execute(f"INSERT INTO main.{record.table} {changed}")
