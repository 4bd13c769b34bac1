"""Ten figures as an analyst would write them by hand in DuckDB's SQL: the same counts, in whole, parts and months."""

SINCE, AS_OF = "$since", "$as_of"
PERSON = "coalesce(m.duplicate_of, {0})"
JOB = f"""jobs j LEFT JOIN members m ON m.member_id = j.client_id WHERE j.reported_on <= {AS_OF}"""
PLAIN = "coalesce(m.duplicate_of, j.client_id) AS person, j.landlord_at_report AS landlord, j.category"
DONE = f"j.status = 'afgerond' AND j.completed_on <= {AS_OF}"
CLOSED = f"j.status IN ('ingetrokken_klant','niet_mogelijk','niet_voor_ons','doorverwezen') AND j.closed_on <= {AS_OF}"
VISIT = "care_visits v LEFT JOIN care_requests c ON c.care_id = v.care_id LEFT JOIN members m ON m.member_id = c.client_id"
CLIENT = "coalesce(m.duplicate_of, c.client_id, v.visit_id) AS person"

ROWS = {
    "participating_tenants": f"""
        SELECT person, arg_min(landlord, (happened_on, job_id)) AS landlord, min(happened_on) AS happened_on,
            true AS hit, arg_min(household, (happened_on, job_id)) AS household
        FROM (SELECT coalesce(m.duplicate_of, j.client_id) AS person, j.landlord_at_report AS landlord, j.job_id,
                coalesce(m.household_id, m.member_id) AS household, j.reported_on AS happened_on
              FROM jobs j JOIN members m ON m.member_id = j.client_id
              WHERE j.reported_on BETWEEN {SINCE} AND {AS_OF}
                AND m.tenancy_status IN ('hoofdhuurder','medehuurder','inwonend')
                AND (({DONE})
                    OR (j.status = 'afgerond' AND j.completed_on > {AS_OF} AND j.first_response_on <= {AS_OF})
                    OR (j.status IN ('ingetrokken_klant','niet_mogelijk','niet_voor_ons','doorverwezen')
                        AND j.closed_on > {AS_OF} AND j.first_response_on <= {AS_OF})))
        GROUP BY person""",
    "participating_care_clients": f"""
        SELECT coalesce(m.duplicate_of, c.client_id) AS person, min(v.planned_on) AS happened_on, true AS hit
        FROM care_visits v JOIN care_requests c ON c.care_id = v.care_id
            LEFT JOIN members m ON m.member_id = c.client_id
        WHERE v.status = 'uitgevoerd' AND v.planned_on BETWEEN {SINCE} AND {AS_OF} GROUP BY 1""",
    "jobs_completed": f"""
        SELECT {PLAIN}, j.completed_on AS happened_on, CASE WHEN j.redo_of IS NULL THEN true END AS hit,
            CASE WHEN j.redo_of IS NOT NULL THEN true END AS redo,
            CASE WHEN j.completed_on IS NULL THEN true END AS undated, strftime(j.completed_on, '%Y-%m') AS month
        FROM {JOB} AND {DONE} AND j.completed_on >= {SINCE}""",
    "job_unfulfilled_rate": f"""
        SELECT {PLAIN}, coalesce(j.completed_on, j.closed_on, j.reported_on) AS happened_on,
            CASE WHEN j.status NOT IN ('niet_voor_ons','doorverwezen','dubbel') THEN not_done END AS hit,
            CASE WHEN j.status IN ('niet_voor_ons','doorverwezen','dubbel') THEN true END AS refused,
            CASE WHEN not_done THEN coalesce(j.close_reason, 'onbekend') END AS close_reason
        FROM (SELECT *, status IN ('ingetrokken_klant','niet_mogelijk')
                AND coalesce(close_reason <> 'klant_zelf_opgelost', true) AS not_done FROM jobs) j
            LEFT JOIN members m ON m.member_id = j.client_id
        WHERE j.reported_on <= {AS_OF} AND (({DONE}) OR ({CLOSED}) OR j.status = 'dubbel')
            AND coalesce(j.completed_on, j.closed_on, j.reported_on) >= {SINCE}""",
    "job_first_time_right": f"""
        SELECT {PLAIN}, j.completed_on AS happened_on,
            CASE WHEN old THEN coalesce(r.redone_on - j.completed_on > 30, true) END AS hit,
            CASE WHEN NOT old THEN true END AS pending
        FROM (SELECT *, {AS_OF} - completed_on >= 30 AS old FROM jobs) j
            LEFT JOIN members m ON m.member_id = j.client_id
            LEFT JOIN (SELECT redo_of AS of, min(reported_on) AS redone_on FROM jobs
                WHERE redo_of IS NOT NULL AND status <> 'dubbel' AND reported_on <= {AS_OF} GROUP BY 1) r ON r.of = j.job_id
        WHERE j.reported_on <= {AS_OF} AND {DONE} AND j.redo_of IS NULL AND j.completed_on >= {SINCE}""",
    "job_appointment_kept": f"""
        SELECT {PLAIN}, j.completed_on AS happened_on, j.completed_on = j.appointment_first_on AS hit,
            CASE WHEN j.appointment_first_on IS NULL OR j.completed_on IS NULL THEN true END AS undated
        FROM {JOB} AND {DONE} AND j.completed_on >= {SINCE}""",
    "job_landlord_responsibility": f"""
        SELECT {PLAIN}, j.reported_on AS happened_on, j.responsibility = 'verhuurder' AS hit,
            j.responsibility = 'onduidelijk' AS unclear,
            CASE WHEN j.responsibility = 'verhuurder' THEN
                CASE WHEN {DONE} THEN j.payer WHEN j.completed_on > {AS_OF} THEN 'onbekend' ELSE j.payer END
            END AS landlord_work_paid_by
        FROM {JOB} AND j.landlord_at_report <> 'eigenaar_bewoner' AND j.reported_on >= {SINCE}
            AND (({DONE}) OR (j.first_response_on <= {AS_OF} AND (
                (j.status = 'afgerond' AND j.completed_on > {AS_OF})
                OR (j.status IN ('ingetrokken_klant','niet_mogelijk','niet_voor_ons','doorverwezen')
                    AND j.closed_on > {AS_OF}))))""",
    "job_lead_time": f"""
        SELECT {PLAIN}, j.reported_on AS happened_on, done, age,
            CASE WHEN normal AND age >= 10 THEN coalesce(done <= 10, false) END AS hit,
            CASE WHEN normal AND age < 10 THEN true END AS pending,
            CASE WHEN NOT normal AND age >= 1 THEN coalesce(done <= 1, false) END AS urgent,
            CASE WHEN j.status = 'afgerond' AND j.completed_on IS NULL THEN true END AS undated
        FROM (SELECT j.*, j.urgency = 'normaal' AS normal, a.wd_idx - d.wd_idx AS age,
                CASE WHEN j.status = 'afgerond' AND j.completed_on <= {AS_OF} THEN e.wd_idx - d.wd_idx END AS done
              FROM jobs j JOIN calendar d ON d.day = j.reported_on LEFT JOIN calendar e ON e.day = j.completed_on
                JOIN calendar a ON a.day = {AS_OF}) j
            LEFT JOIN members m ON m.member_id = j.client_id
        WHERE j.reported_on BETWEEN {SINCE} AND {AS_OF} AND j.urgency <> 'gepland' AND j.status <> 'dubbel'
            AND NOT (j.status IN ('niet_voor_ons','doorverwezen') AND j.closed_on <= {AS_OF})""",
    "visit_reliability": f"""
        SELECT {CLIENT}, v.planned_on AS happened_on, went OR replaced AS hit,
            CASE WHEN NOT went AND replaced THEN true END AS replaced,
            CASE WHEN NOT went AND NOT replaced THEN true END AS missed,
            CASE WHEN NOT went AND NOT replaced AND {AS_OF} - v.planned_on < 2 THEN true END AS recent,
            {AS_OF} - v.planned_on < 28 AS in_window
        FROM (SELECT v.*, v.status = 'uitgevoerd' AS went, coalesce(s.on_day - v.planned_on <= 2, false) AS replaced
              FROM care_visits v LEFT JOIN (SELECT replaces_id, min(planned_on) AS on_day FROM care_visits
                WHERE status = 'uitgevoerd' AND replaces_id IS NOT NULL AND planned_on <= {AS_OF} GROUP BY 1) s
                ON s.replaces_id = v.visit_id
              WHERE v.replaces_id IS NULL AND v.status IN ('uitgevoerd','afgezegd_helper','vervangen')
                AND v.planned_on <= {AS_OF}) v
            LEFT JOIN care_requests c ON c.care_id = v.care_id LEFT JOIN members m ON m.member_id = c.client_id""",
    "vog_coverage_visits": f"""
        SELECT {CLIENT}, v.planned_on AS happened_on, g.seen IS NOT NULL AND v.planned_on >= g.seen
                AND v.planned_on <= g.issued + INTERVAL 36 MONTH AS hit,
            CASE WHEN g.seen IS NULL OR v.planned_on < g.seen OR v.planned_on > g.issued + INTERVAL 36 MONTH
                THEN true END AS without
        FROM {VISIT} LEFT JOIN (SELECT helper_id, min(original_seen_on) AS seen, max(issued_on) AS issued
            FROM vog_checks WHERE status = 'gezien_akkoord' AND original_seen_on <= {AS_OF} GROUP BY 1) g
            ON g.helper_id = v.helper_id
        WHERE v.status = 'uitgevoerd' AND v.planned_on BETWEEN {SINCE} AND {AS_OF}""",
}
COUNTS = "count(*), count(hit), count_if(hit), count(DISTINCT person) FILTER (hit IS NOT NULL)"
IN_PERSONS = ", count(DISTINCT person) FILTER (hit)"


def statement(
    code: str,
    *,
    splits: tuple[str, ...],
    shares: tuple[str, ...],
    beside: tuple[str, ...],
    distinct: tuple[str, ...],
    in_persons: bool,
) -> str:
    """Return one statement: a line for all cases, one per part, one per month, and what stands beside it."""
    counts = COUNTS + IN_PERSONS * in_persons
    window = " WHERE in_window" if "AS in_window" in ROWS[code] else ""
    also = window.replace("WHERE", "AND")
    flags = "".join(f", count_if({name}), count(DISTINCT person) FILTER ({name})" for name in beside)
    flags += "".join(f", count(DISTINCT {name}) FILTER (hit)" for name in distinct)
    empty = ", NULL" * (2 * len(beside) + len(distinct))
    legs = [f"SELECT '' AS by, '' AS key, {counts}{flags} FROM cases{window}"]
    legs += [
        f"SELECT '{by}', coalesce({by}, 'onbekend'), {counts}{empty} FROM cases{window} GROUP BY ALL"
        for by in splits
    ]
    legs += [
        f"SELECT '{by}', {by}, {counts}{empty} FROM cases WHERE {by} IS NOT NULL{also} GROUP BY ALL"
        for by in shares
    ]
    month = "(year(happened_on) * 100 + month(happened_on))::VARCHAR"
    legs.append(f"SELECT 'calendar_month', {month}, {counts}{empty} FROM cases GROUP BY ALL")
    return f"WITH cases AS ({ROWS[code]}) " + " UNION ALL ".join(legs)
