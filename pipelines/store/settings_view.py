"""Settings and targets as they hold on a day: the committee's row where there is one, else the default, every key."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from pipelines.vocabulary.lists import TARGET_AUDIENCES
from pipelines.vocabulary.settings import SETTINGS, TARGETS

Value = str | float | bool | date | None

# What a typed value is worth as text: dates ISO, numbers with a decimal point; NULL when it is not of its unit.
# The forms are checked before the cast: DuckDB reads 24 in d-m-24 as the year 24, and rounds or stretches numbers.
_TYPED = r"""CASE
    WHEN unit = 'tekst' THEN nullif(trim(value), '')
    WHEN unit = 'datum' AND regexp_full_match(trim(value), '\d{4}-\d{2}-\d{2}') THEN
        strftime(try_cast(trim(value) AS DATE), '%Y-%m-%d')
    WHEN unit = 'datum' AND regexp_full_match(trim(value), '\d{1,2}[-/.]\d{1,2}[-/.]\d{4}') THEN
        strftime(try_strptime(regexp_replace(trim(value), '[/.]', '-', 'g'), '%d-%m-%Y'), '%Y-%m-%d')
    WHEN unit = 'datum' THEN NULL
    WHEN regexp_full_match(trim(value, ' €%'), '-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?') THEN
        replace(replace(trim(value, ' €%'), '.', ''), ',', '.')
    WHEN regexp_full_match(trim(value, ' €%'), '-?\d+([.,]\d+)?') THEN replace(trim(value, ' €%'), ',', '.')
END"""


def settings_sql(day: str = "?") -> str:
    """SELECT of `param_key, value, unit, basis, decided_by, decided_on` on `day`, an SQL expression of one date.

    The row of `parameters` valid on the day (first and last day included, the latest start wins), else the default of
    `vocabulary.settings`; a value not of its unit is passed over. Keys only the committee knows (`role_member:K1`)
    come along. Values are text: ISO dates, decimal points, NULL where nobody has said it.
    """
    return f"""
WITH asked AS (SELECT CAST({day} AS DATE) AS day), chosen AS (
    SELECT param_key, typed AS value, unit, basis, decided_by, decided_on
    FROM (SELECT *, {_TYPED} AS typed FROM parameters), asked
    WHERE typed IS NOT NULL AND valid_from <= day AND (valid_to IS NULL OR valid_to >= day)
    QUALIFY row_number() OVER (
        PARTITION BY param_key ORDER BY valid_from DESC, loaded_at DESC, source_row DESC
    ) = 1
), standing AS (
    SELECT * FROM (VALUES {_setting_rows()})
        AS defaults (param_key, value, unit, basis, decided_by, decided_on)
)
SELECT * FROM chosen
UNION ALL
SELECT * FROM standing WHERE param_key NOT IN (SELECT param_key FROM chosen)
"""


def targets_sql(day: str = "?") -> str:
    """SELECT of the targets on `day`: kpi_code, audience, target, floor, min_n, evidence_rule, decided_on, is_default.

    One row per figure with a target and audience: the row of `targets` with the latest start, else the default.
    """
    return f"""
WITH asked AS (SELECT CAST({day} AS DATE) AS day), chosen AS (
    SELECT kpi_code, audience, target, floor, min_n, evidence_rule, decided_on, false AS is_default
    FROM targets, asked
    WHERE valid_from <= day
    QUALIFY row_number() OVER (
        PARTITION BY kpi_code, audience ORDER BY valid_from DESC, loaded_at DESC, source_row DESC
    ) = 1
), standing AS (
    SELECT * FROM (VALUES {_target_rows()})
        AS defaults (kpi_code, audience, target, floor, min_n, evidence_rule, decided_on, is_default)
)
SELECT * FROM chosen
UNION ALL
SELECT standing.* FROM standing ANTI JOIN chosen USING (kpi_code, audience)
"""


@cache
def _setting_rows() -> str:
    return _values(
        (setting.key, setting.value, setting.unit, setting.basis, setting.decided_by, setting.decided_on)
        for setting in SETTINGS.values()
    )


@cache
def _target_rows() -> str:
    return _values(
        (
            target.code,
            audience,
            target.target,
            target.floor,
            target.min_n,
            target.evidence_rule,
            target.decided_on,
            True,
        )
        for target in TARGETS.values()
        for audience in TARGET_AUDIENCES
    )


def _values(rows: Iterable[tuple[Value, ...]]) -> str:
    return ", ".join(f"({', '.join(_literal(value) for value in row)})" for row in rows)


def _literal(value: Value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(float(value))
