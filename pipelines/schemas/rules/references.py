"""X01 and X16: what a row points to exists, has the role it is pointed to for, and is not the row itself."""

from collections.abc import Iterator

from pipelines.schemas.column import Column, Record
from pipelines.schemas.registry import RECORDS, record
from pipelines.schemas.rules.rule import Rule

# the column that says which of two tables a request number belongs to; absent: either will do
CHOSEN_BY = {"offers": "request_type", "feedback_clients": "branch"}
TABLE_OF = {"klus": "jobs", "zorg": "care_requests"}
NOT_ITSELF = (("members", "duplicate_of"), ("helpers", "backup_id"), ("jobs", "duplicate_of"),
              ("jobs", "redo_of"), ("contacts", "duplicate_of"), ("care_requests", "previous_id"),
              ("care_visits", "replaces_id"))  # fmt: skip


def _missing(column: Column, table: str, *, of: str) -> str:
    """Return SQL: no row of `table` has the number in this column."""
    (key,) = record(table).key
    source = "combined" if table == of else table
    return f'NOT EXISTS (SELECT 1 FROM {source} AS there WHERE there."{key}" = incoming."{column.name}")'


def _dangling(column: Column, table: str) -> str:
    if len(column.refers_to) == 1:
        return _missing(column, column.refers_to[0], of=table)
    chosen = CHOSEN_BY.get(table)
    if chosen is None:
        return " AND ".join(_missing(column, each, of=table) for each in column.refers_to)
    cases = (
        f"(\"{chosen}\" = '{branch}' AND {_missing(column, of_branch, of=table)})"
        for branch, of_branch in TABLE_OF.items()
    )
    return f"({' OR '.join(cases)})"


def _exists(declared: Record) -> Iterator[Rule]:
    for column in declared.columns:
        if column.refers_to:
            yield Rule(
                code="X01",
                table=declared.table,
                level="error",
                words="bestaat_niet",
                columns=(column.name,),
                needs=tuple(table for table in column.refers_to if table != declared.table),
                sql=f"""SELECT source_row, '{column.name}' AS "column" FROM incoming
                    WHERE "{column.name}" IS NOT NULL AND {_dangling(column, declared.table)}""",
            )


def _itself(table: str, column: str) -> Rule:
    (key,) = record(table).key
    return Rule(
        code="X01",
        table=table,
        level="error",
        words="zichzelf",
        columns=(column,),
        breach=f'"{column}" = "{key}"',
    )


def _role(table: str, column: str, role: str) -> Rule:
    return Rule(
        code="X01",
        table=table,
        level="warning",
        words="rol_ontbreekt",
        columns=(column,),
        needs=("members",),
        sql=f"""SELECT incoming.source_row, '{column}' AS "column" FROM incoming
            JOIN members ON members.member_id = incoming."{column}" WHERE NOT ({role})""",
    )


REDO = Rule(
    code="X16",
    table="jobs",
    level="error",
    words="herstel",
    columns=("redo_of",),
    sql="""SELECT incoming.source_row, 'redo_of' AS "column" FROM incoming
        JOIN combined AS first ON first.job_id = incoming.redo_of
        WHERE incoming.redo_of <> incoming.job_id AND NOT (
            first.client_id = incoming.client_id AND first.status = 'afgerond'
            AND coalesce(first.completed_on, first.reported_on) <= incoming.reported_on)""",
)

REFERENCE_RULES = (
    *(rule for each in RECORDS for rule in _exists(each)),
    *(_itself(table, column) for table, column in NOT_ITSELF),
    _role("helpers", "helper_id", "members.role_helper_jobs OR members.role_helper_care"),
    _role("care_requests", "client_id", "members.role_care_client"),
    REDO,
)
