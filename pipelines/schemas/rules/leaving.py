"""X02, X22, X24: nothing is planned with, or asked of, somebody who left, withdrew consent, or died."""

from pipelines.schemas.rules.rule import NOT_HELD, Rule

HELPER_WINDOW = "{day} < helpers.active_from OR {day} > helpers.active_until"

# the client of an ask: through the job or the care request it was made for
ASK_CLIENTS = """(SELECT 'klus' AS branch, job_id AS request_id, client_id, CAST(NULL AS DATE) AS care_ended_on FROM jobs
    UNION ALL SELECT 'zorg', care_id, client_id,
        CASE WHEN end_reason IS DISTINCT FROM 'overleden' THEN ended_on END FROM care_requests)"""

# the day a care client died, from the person or from the care request; one row per client
DEATHS = """(SELECT client_id, min(died_on) AS died_on FROM (
    SELECT member_id AS client_id, ended_on AS died_on FROM members
        WHERE end_reason = 'overleden' AND role_care_client
    UNION ALL SELECT client_id, ended_on FROM care_requests WHERE end_reason = 'overleden')
    WHERE died_on IS NOT NULL GROUP BY client_id)"""


def _helper_window(table: str, day: str, *, only: str = "TRUE") -> Rule:
    return Rule(
        code="X02",
        table=table,
        level="error",
        words="helper_niet_actief",
        columns=(day,),
        needs=("helpers",),
        sql=f"""SELECT incoming.source_row, '{day}' AS "column" FROM incoming
            JOIN helpers ON helpers.helper_id = incoming.helper_id
            WHERE {only} AND ({HELPER_WINDOW.format(day=f"incoming.{day}")})""",
    )


ASKED_FOR_LEAVER = Rule(
    code="X02",
    table="offers",
    level="error",
    words="klant_uitgeschreven",
    columns=("offered_on",),
    needs=("jobs", "care_requests", "members"),
    sql=f"""SELECT incoming.source_row, 'offered_on' AS "column" FROM incoming
        JOIN {ASK_CLIENTS} AS asked
            ON asked.branch = incoming.request_type AND asked.request_id = incoming.request_id
        LEFT JOIN members ON members.member_id = asked.client_id
            AND members.end_reason IS DISTINCT FROM 'overleden'
        WHERE incoming.offered_on > least(asked.care_ended_on, members.ended_on)""",
)

VISIT_TO_LEAVER = Rule(
    code="X02",
    table="care_visits",
    level="error",
    words="klant_uitgeschreven",
    columns=("planned_on",),
    needs=("care_requests", "members"),
    sql=f"""SELECT incoming.source_row, 'planned_on' AS "column" FROM incoming
        JOIN care_requests AS care ON care.care_id = incoming.care_id
        LEFT JOIN members ON members.member_id = care.client_id
            AND members.end_reason IS DISTINCT FROM 'overleden'
        WHERE incoming.status NOT IN {NOT_HELD} AND incoming.planned_on > least(members.ended_on,
            CASE WHEN care.end_reason IS DISTINCT FROM 'overleden' THEN care.ended_on END)""",
)

INVITED_AFTER_WITHDRAWAL = Rule(
    code="X22",
    table="feedback_clients",
    level="error",
    words="toestemming_ingetrokken",
    columns=("invited_on",),
    needs=("members",),
    sql="""SELECT incoming.source_row, 'invited_on' AS "column" FROM incoming
        JOIN members ON members.member_id = incoming.respondent_id
        WHERE incoming.invited_on > members.consent_withdrawn_on""",
)


def _after_death(table: str, day: str, *, client: str, joins: str = "", only: str = "TRUE") -> Rule:
    return Rule(
        code="X24",
        table=table,
        level="error",
        words="na_overlijden",
        columns=(day,),
        needs=("members", "care_requests", "jobs"),
        sql=f"""SELECT incoming.source_row, '{day}' AS "column" FROM incoming {joins}
            JOIN {DEATHS} AS deaths ON deaths.client_id = {client}
            WHERE {only} AND incoming.{day} > deaths.died_on""",
    )


LEAVING_RULES = (
    _helper_window("offers", "offered_on"),
    _helper_window("offers", "match_start", only="incoming.response = 'ja'"),
    _helper_window("care_visits", "planned_on", only=f"incoming.status NOT IN {NOT_HELD}"),
    ASKED_FOR_LEAVER,
    VISIT_TO_LEAVER,
    INVITED_AFTER_WITHDRAWAL,
    _after_death("feedback_clients", "invited_on", client="incoming.respondent_id"),
    _after_death(
        "offers",
        "offered_on",
        client="asked.client_id",
        joins=f"""JOIN {ASK_CLIENTS} AS asked
            ON asked.branch = incoming.request_type AND asked.request_id = incoming.request_id""",
    ),
    _after_death(
        "care_visits",
        "planned_on",
        client="care.client_id",
        joins="JOIN care_requests AS care ON care.care_id = incoming.care_id",
        only=f"incoming.status NOT IN {NOT_HELD}",
    ),
)
