"""The rows of a stage join the record: new, correcting, or the same; what they replace stays in the history."""

from dataclasses import dataclass
from datetime import datetime

from pipelines.ingest.stage import Stage
from pipelines.schemas.column import Need, Record
from pipelines.schemas.storage import stored_name
from pipelines.store.warehouse import Warehouse

VERDICT = "merge_verdict"
_DOUBLED = "merge_doubled"


@dataclass(frozen=True, kw_only=True)
class Merged:
    """How many rows of a sheet were new, correcting and the same, and which had their key twice in the sheet."""

    accepted: int
    corrected: int
    unchanged: int
    later_of_double: tuple[int, ...]


def merge(
    warehouse: Warehouse, stage: Stage, *, load_id: int, renamed: bool = False, since: datetime | None = None
) -> Merged:
    """Merge a judged stage into its record; a later row with the same key corrects an earlier one.

    `renamed`: the temporary table `renamed(key)` lists people whose identity in the vault changes. `since`: when the
    very same sheet was loaded for the first time; what was stored then or later is newer and stays.
    """
    warehouse.execute(f"CREATE OR REPLACE TEMP TABLE {_DOUBLED} AS {_doubled(stage)}")
    judged = _judged(stage, renamed=renamed, since=since)
    warehouse.execute(f"CREATE OR REPLACE TEMP TABLE {VERDICT} AS {judged}")
    counts = dict(warehouse.execute(f"SELECT verdict, count(*) FROM {VERDICT} GROUP BY verdict"))
    later = warehouse.execute(f"SELECT source_row FROM {_DOUBLED} WHERE turn = 1 ORDER BY source_row")
    if counts.get("corrected") or later:
        _remember(warehouse, stage, load_id=load_id)
    _apply(warehouse, stage, corrected=counts.get("corrected", 0) > 0, doubled=bool(later))
    return Merged(
        accepted=counts.get("accepted", 0),
        corrected=counts.get("corrected", 0),
        unchanged=counts.get("unchanged", 0),
        later_of_double=tuple(row for (row,) in later),
    )


def first_delivered(warehouse: Warehouse, *, sha256: str, sheet: str) -> datetime | None:
    """Return when this sheet of this very file was loaded for the first time; None when it never was."""
    moment: datetime | None = warehouse.value(
        "SELECT min(started_at) FROM log.loads JOIN log.files USING (load_id) WHERE sha256 = ? AND sheet = ?",
        [sha256, sheet],
    )
    return moment


def keys(record: Record) -> str:
    """Return the key columns for a statement."""
    return ", ".join(f'"{key}"' for key in record.key)


def key_text(record: Record, *, of: str = "") -> str:
    """Return SQL of the key as one text; null when a part is missing."""
    prefix = f"{of}." if of else ""
    return " || '|' || ".join(f'CAST({prefix}"{key}" AS VARCHAR)' for key in record.key)


def row_json(record: Record, *, of: str) -> str:
    """Return SQL of a stored row as JSON, without where it came from."""
    fields = ", ".join(f'"{name}" := {of}."{name}"' for name in _delivered(record))
    return f"CAST(to_json(struct_pack({fields})) AS VARCHAR)"


def _delivered(record: Record) -> list[str]:
    """Return the stored columns a file can hold: those that are computed after the merge say nothing about it."""
    return [stored_name(column) for column in record.stored if column.need is not Need.DERIVED]


def _same_key(record: Record, one: str, other: str) -> str:
    return " AND ".join(f'{one}."{key}" = {other}."{key}"' for key in record.key)


def _same(record: Record, one: str, other: str) -> str:
    return " AND ".join(
        f'{one}."{name}" IS NOT DISTINCT FROM {other}."{name}"' for name in _delivered(record)
    )


def _doubled(stage: Stage) -> str:
    """Return a query of the rows whose key stands more than once in the stage; turn 1 is the last of its key."""
    key = keys(stage.record)
    return f"""SELECT source_row, row_number() OVER (PARTITION BY {key} ORDER BY source_row DESC) AS turn,
            count(*) OVER (PARTITION BY {key}) AS times
        FROM {stage.table} SEMI JOIN (SELECT {key} FROM {stage.table} GROUP BY {key} HAVING count(*) > 1) USING ({key})"""


def _judged(stage: Stage, *, renamed: bool, since: datetime | None) -> str:
    """Return a query: source_row, turn (1 is the last with its key) and verdict.

    An earlier row of a doubled key is what it was at an earlier load of the same sheet: known from the history.
    """
    newer = "FALSE" if since is None else f"old.loaded_at >= TIMESTAMP '{since}'"
    record = stage.record
    in_history = f"""EXISTS (SELECT 1 FROM log.history AS past WHERE past.record = '{record.table}'
        AND past.key = {key_text(record, of="new")} AND CAST(past."row" AS VARCHAR) = {row_json(record, of="new")})"""
    same = _same(record, "new", "old")
    if renamed:
        same += f" AND {key_text(record, of='new')} NOT IN (SELECT key FROM renamed)"
    known = f'old."{record.key[0]}" IS NOT NULL'
    return f"""SELECT new.source_row, coalesce(turn, 1) AS turn, CASE
            WHEN {known} AND ({same} OR {newer}) THEN 'unchanged'
            WHEN {known} AND turn > 1 AND {in_history} THEN 'unchanged'
            WHEN {known} OR turn < times THEN 'corrected'
            ELSE 'accepted' END AS verdict
        FROM {stage.table} AS new LEFT JOIN {_DOUBLED} USING (source_row)
        LEFT JOIN main.{record.table} AS old ON {_same_key(record, "new", "old")}"""


def _remember(warehouse: Warehouse, stage: Stage, *, load_id: int) -> None:
    """Write to the history what is replaced: the stored row, and earlier rows of the sheet with the same key."""
    record = stage.record
    into = f"INSERT INTO log.history SELECT {load_id}, '{record.table}',"
    past = f"{key_text(record, of='past')}, {row_json(record, of='past')}"
    warehouse.execute(
        f"""{into} {past} FROM main.{record.table} AS past
        JOIN {stage.table} AS new ON {_same_key(record, "new", "past")}
        JOIN {VERDICT} AS v ON v.source_row = new.source_row AND v.turn = 1 AND v.verdict = 'corrected'"""
    )
    warehouse.execute(
        f"""{into} {past} FROM {stage.table} AS past
        JOIN {VERDICT} AS v ON v.source_row = past.source_row AND v.turn > 1 AND v.verdict <> 'unchanged'
        WHERE NOT EXISTS (SELECT 1 FROM {stage.table} AS new JOIN {_DOUBLED} AS d ON d.source_row = new.source_row
            WHERE d.turn = 1 AND {_same_key(record, "new", "past")} AND {_same(record, "new", "past")})"""
    )


def _apply(warehouse: Warehouse, stage: Stage, *, corrected: bool, doubled: bool) -> None:
    record = stage.record
    if doubled:
        earlier = f"SELECT source_row FROM {VERDICT} WHERE turn > 1"
        warehouse.execute(f"DELETE FROM {stage.table} WHERE source_row IN ({earlier})")
    changed = f"SELECT * FROM {stage.table} SEMI JOIN (FROM {VERDICT} WHERE verdict <> 'unchanged') USING (source_row)"
    if corrected and not stage.direct:
        same = _same_key(record, "fresh", record.table)
        warehouse.execute(f"DELETE FROM main.{record.table} USING ({changed}) AS fresh WHERE {same}")
    warehouse.execute(f"INSERT INTO main.{record.table} {changed}")
