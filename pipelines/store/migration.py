"""Steps that build the warehouse up; each runs with its log row in one transaction, once."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources

import duckdb


@dataclass(frozen=True)
class Migration:
    """One numbered step. Never edited after a release: a change is a new step."""

    number: int
    name: str
    sql: str


@cache
def migrations() -> tuple[Migration, ...]:
    """All steps this version knows, in order; read from `migrations/0001_log.sql` and so on."""
    folder = resources.files("pipelines.store") / "migrations"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name
    )
    return tuple(
        Migration(int(file.name[:4]), file.name[5:-4], file.read_text(encoding="utf-8")) for file in files
    )


def latest_number() -> int:
    """Return the number of the last step this version knows."""
    return migrations()[-1].number


def applied_number(connection: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the last step the store has had; 0 for an empty one."""
    has_log = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'log' AND table_name = 'migrations'"
    ).fetchall()[0][0]
    if not has_log:
        return 0
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM log.migrations").fetchall()[0][0])


def migrate(connection: duckdb.DuckDBPyConnection, *, steps: tuple[Migration, ...] | None = None) -> int:
    """Apply the steps the store has not had and return how many; a step that fails leaves nothing of itself."""
    known = migrations() if steps is None else steps
    done = applied_number(connection)
    waiting = [step for step in known if step.number > done]
    for step in waiting:
        apply(connection, step=step)
    return len(waiting)


def apply(connection: duckdb.DuckDBPyConnection, *, step: Migration) -> None:
    """Run one step and write its log row, both or neither."""
    connection.execute("BEGIN")
    try:
        connection.execute(step.sql)
        now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        connection.execute("INSERT INTO log.migrations VALUES (?, ?, ?)", [step.number, step.name, now])
        connection.execute("COMMIT")
    except duckdb.Error:
        connection.execute("ROLLBACK")
        raise
