"""Generated records of a federation: as many jobs and visits as asked for, the same every time, in one DuckDB file."""

from datetime import date
from pathlib import Path

import duckdb

from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import storage_columns
from pipelines.vocabulary.calendar import working_days

FIRST, LAST = date(2025, 9, 1), date(2026, 8, 30)
AS_OF = date(2026, 6, 30)  # two months before the last row: event time has work to do
TYPES = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "date": "DATE",
    "time": "TIME",
    "boolean": "BOOLEAN",
    "timestamp": "TIMESTAMP",
}
# r(i, salt): a whole number below the bound, fixed by the row.
MACRO = "CREATE TEMP MACRO r(i, salt, bound) AS (hash(i * 1000 + salt) % bound)::BIGINT"
DAY = f"DATE '{FIRST}' + r(i, 1, {(LAST - FIRST).days})::INTEGER"
STATUSES = "['afgerond','afgerond','afgerond','afgerond','ingetrokken_klant','niet_mogelijk','niet_voor_ons','gemeld','dubbel','afgerond']"

MEMBERS = """SELECT 'p' || i AS member_id, 'a' || i // 2 AS household_id, DATE '2025-01-01' AS registered_on,
    ['hoofdhuurder','medehuurder','inwonend','geen_huurder'][1 + r(i, 2, 4)] AS tenancy_status, 'geen_lid' AS membership,
    CASE WHEN r(i, 3, 100) = 0 AND i > 0 THEN 'p' || i - 1 END AS duplicate_of FROM range({persons}) t(i)"""
HELPERS = """SELECT 'h' || i AS helper_id, 'beide' AS branch, DATE '2025-01-01' AS active_from FROM range({helpers}) t(i)"""
VOG = """SELECT 'v' || i AS vog_id, 'h' || i AS helper_id, DATE '2025-01-01' AS requested_on,
    'gezien_akkoord' AS status, DATE '2025-02-01' AS issued_on,
    DATE '2025-09-15' + r(i, 4, 20)::INTEGER AS original_seen_on FROM range({helpers}) t(i)"""
JOBS = f"""SELECT 'K' || i AS job_id, 'p' || r(i, 5, {{persons}}) AS client_id, day AS reported_on,
    ['portaal','de_alliantie','andere_corporatie','eigenaar_bewoner'][1 + r(i, 6, 4)] AS landlord_at_report,
    ['klein_herstel','tuin','computer_tv','anders'][1 + r(i, 7, 4)] AS category,
    ['normaal','normaal','normaal','spoed','gepland'][1 + r(i, 8, 5)] AS urgency,
    ['huurder_klein_herstel','verhuurder','eigen_wens','onduidelijk'][1 + r(i, 9, 4)] AS responsibility,
    status, least(day + r(i, 10, 3)::INTEGER, done - 1) AS first_response_on, done - r(i, 11, 2)::INTEGER AS appointment_first_on,
    CASE WHEN status = 'afgerond' THEN done END AS completed_on, 'huurder' AS payer,
    CASE WHEN status IN ('ingetrokken_klant','niet_mogelijk','niet_voor_ons') THEN done END AS closed_on,
    CASE WHEN status IN ('ingetrokken_klant','niet_mogelijk') THEN
        ['te_duur','klant_zelf_opgelost','geen_klusser'][1 + r(i, 12, 3)] END AS close_reason,
    CASE WHEN r(i, 13, 50) = 0 AND i > 0 THEN 'K' || i - 1 END AS redo_of
    FROM (SELECT i, {DAY} AS day, {STATUSES}[1 + r(i, 14, 10)] AS status, {DAY} + 1 + r(i, 15, 25)::INTEGER AS done
          FROM range({{jobs}}) t(i))"""
CARE = """SELECT 'Z' || i AS care_id, 'p' || r(i, 16, {persons}) AS client_id, DATE '2025-09-01' AS requested_on,
    DATE '2025-09-05' AS intake_on, 'lopend' AS status, 'schoonmaak' AS help_type FROM range({persons} // 4) t(i)"""
VISITS = f"""SELECT 'B' || i AS visit_id, 'Z' || r(i, 17, {{persons}} // 4) AS care_id, 'h' || r(i, 18, {{helpers}}) AS helper_id,
    {DAY} AS planned_on, 2.0 AS planned_hours, 2.0 AS actual_hours, 'niemand' AS paid,
    ['uitgevoerd','uitgevoerd','uitgevoerd','uitgevoerd','afgezegd_client','afgezegd_helper','vervangen','uitgevoerd']
        [1 + r(i, 19, 8)] AS status,
    CASE WHEN r(i, 20, 20) = 0 AND i > 0 THEN 'B' || i - 1 END AS replaces_id FROM range({{visits}}) t(i)"""
MADE = {
    "members": MEMBERS,
    "helpers": HELPERS,
    "vog_checks": VOG,
    "jobs": JOBS,
    "care_requests": CARE,
    "care_visits": VISITS,
}


def write_records(file: Path, *, jobs: int, visits: int) -> None:
    """Write the records; about ten jobs per person and 500 visits per helper."""
    file.parent.mkdir(parents=True, exist_ok=True)
    sizes = {
        "jobs": jobs,
        "visits": visits,
        "persons": max(40, jobs // 10),
        "helpers": max(20, visits // 500),
    }
    with duckdb.connect(str(file)) as connection:
        connection.execute(MACRO)
        for kept in RECORDS:
            columns = ", ".join(f'"{name}" {TYPES[kind]}' for name, kind in storage_columns(kept).items())
            connection.execute(f"CREATE TABLE {kept.table} ({columns})")
            if kept.table in MADE:
                made = MADE[kept.table].format(**sizes)
                connection.execute(f"INSERT INTO {kept.table} BY NAME {made}")
        days, works, counts = zip(*working_days(date(2024, 1, 1), date(2027, 12, 31)), strict=True)
        connection.execute(
            "INSERT INTO calendar (day, is_workday, wd_idx)"
            " SELECT unnest(?::DATE[]), unnest(?::BOOLEAN[]), unnest(?::BIGINT[])",
            [list(days), list(works), list(counts)],
        )
