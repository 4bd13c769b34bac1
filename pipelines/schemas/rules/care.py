"""X03, X04, X09, X10: a visit is safe, allowed, agreed and humanly possible."""

from pipelines.schemas.rules.rule import NOT_HELD, Rule, setting

HOURS_PER_DAY = 12  # DOMAIN X10: more than this on one day is a typing error or too much
DAYS_IN_A_ROW = 7  # DOMAIN X10

HELD = f"SELECT * FROM combined WHERE status NOT IN {NOT_HELD}"

WITHOUT_VOG = Rule(
    code="X03",
    table="care_visits",
    level="finding",
    words="geen_geldige_vog",
    columns=("planned_on",),
    needs=("vog_checks",),
    sql=f"""SELECT source_row, 'planned_on' AS "column" FROM incoming
        WHERE status = 'uitgevoerd' AND NOT EXISTS (SELECT 1 FROM vog_checks AS vog
            WHERE vog.helper_id = incoming.helper_id AND vog.status = 'gezien_akkoord'
            AND vog.original_seen_on <= incoming.planned_on AND incoming.planned_on
                <= vog.issued_on + to_months({setting("vog_recheck_months", as_type="INTEGER")}))""",
)

WITHOUT_CONSENT = Rule(
    code="X04",
    table="care_requests",
    level="error",
    words="geen_toestemming",
    columns=("requested_on",),
    needs=("members",),
    sql=f"""SELECT incoming.source_row, 'requested_on' AS "column" FROM incoming
        JOIN members ON members.member_id = incoming.client_id
        WHERE coalesce({setting("care_basis", as_type="VARCHAR")}, '') IN ('', 'toestemming')
        AND coalesce(members.consent_health_on > incoming.requested_on, TRUE)""",
)

WITHOUT_MATCH = Rule(
    code="X09",
    table="care_visits",
    level="warning",
    words="geen_match",
    columns=("helper_id",),
    needs=("offers",),
    sql=f"""SELECT source_row, 'helper_id' AS "column" FROM incoming
        WHERE status NOT IN {NOT_HELD} AND replaces_id IS NULL AND NOT EXISTS (SELECT 1 FROM offers
            WHERE offers.request_type = 'zorg' AND offers.request_id = incoming.care_id
            AND offers.helper_id = incoming.helper_id AND offers.response = 'ja'
            AND coalesce(offers.match_start, offers.responded_on) <= incoming.planned_on
            AND coalesce(offers.match_end >= incoming.planned_on, TRUE))""",
)

_MINUTES = "(epoch(planned_start) / 60)"
OVERLAPPING = Rule(
    code="X10",
    table="care_visits",
    level="warning",
    words="overlap",
    columns=("planned_start",),
    sql=f"""WITH held AS (SELECT visit_id, helper_id, planned_on, {_MINUTES} AS starts,
            {_MINUTES} + planned_hours * 60 AS ends FROM ({HELD}) WHERE planned_start IS NOT NULL),
        double AS (SELECT DISTINCT one.visit_id FROM held AS one JOIN held AS two USING (helper_id, planned_on)
            WHERE one.visit_id <> two.visit_id AND one.starts < two.ends AND two.starts < one.ends)
        SELECT source_row, 'planned_start' AS "column" FROM incoming SEMI JOIN double USING (visit_id)""",
)

LONG_DAY = Rule(
    code="X10",
    table="care_visits",
    level="warning",
    words="lange_dag",
    columns=("planned_hours",),
    sql=f"""WITH full_days AS (SELECT helper_id, planned_on FROM ({HELD}) GROUP BY ALL
            HAVING sum(coalesce(actual_hours, planned_hours)) > {HOURS_PER_DAY})
        SELECT source_row, 'planned_hours' AS "column" FROM incoming
        SEMI JOIN full_days USING (helper_id, planned_on) WHERE status NOT IN {NOT_HELD}""",
)

NO_DAY_OFF = Rule(
    code="X10",
    table="care_visits",
    level="warning",
    words="geen_vrije_dag",
    columns=("planned_on",),
    sql=f"""WITH days AS (SELECT DISTINCT helper_id, planned_on FROM ({HELD})),
        runs AS (SELECT *, planned_on - CAST(row_number()
            OVER (PARTITION BY helper_id ORDER BY planned_on) AS INTEGER) AS run FROM days),
        tired AS (SELECT helper_id, planned_on FROM runs
            QUALIFY row_number() OVER (PARTITION BY helper_id, run ORDER BY planned_on) > {DAYS_IN_A_ROW})
        SELECT source_row, 'planned_on' AS "column" FROM incoming
        SEMI JOIN tired USING (helper_id, planned_on) WHERE status NOT IN {NOT_HELD}""",
)

CARE_RULES = (WITHOUT_VOG, WITHOUT_CONSENT, WITHOUT_MATCH, OVERLAPPING, LONG_DAY, NO_DAY_OFF)
