"""X06, X07, X08, X13: a finished job has its helper, one at a time, not the client, and insured."""

from pipelines.schemas.rules.rule import TODAY, Rule

LISTED_WITHOUT_ASKS = 100  # no asks delivered at all: listing every finished job says no more than the first

DONE_BY_NOBODY = Rule(
    code="X06",
    table="jobs",
    level="warning",
    words="geen_helper_bij_klus",
    columns=("status",),
    needs=("offers",),
    sql=f"""(SELECT source_row, 'status' AS "column" FROM incoming WHERE status = 'afgerond'
            AND EXISTS (SELECT 1 FROM offers)
            AND NOT EXISTS (SELECT 1 FROM offers WHERE offers.request_type = 'klus'
                AND offers.request_id = incoming.job_id AND offers.response = 'ja'))
        UNION ALL (SELECT source_row, 'status' FROM incoming WHERE status = 'afgerond'
            AND NOT EXISTS (SELECT 1 FROM offers) ORDER BY source_row LIMIT {LISTED_WITHOUT_ASKS})""",
)

_STARTED = "coalesce({of}.match_start, {of}.responded_on, {of}.offered_on)"
TWO_AT_ONCE = Rule(
    code="X07",
    table="offers",
    level="warning",
    words="twee_helpers_tegelijk",
    columns=("match_start",),
    sql=f"""SELECT DISTINCT incoming.source_row, 'match_start' AS "column" FROM incoming
        JOIN combined AS other ON other.request_id = incoming.request_id
            AND other.request_type = 'klus' AND other.response = 'ja' AND other.offer_id <> incoming.offer_id
        WHERE incoming.request_type = 'klus' AND incoming.response = 'ja'
        AND coalesce({_STARTED.format(of="incoming")} <= other.match_end, TRUE)
        AND coalesce({_STARTED.format(of="other")} <= incoming.match_end, TRUE)""",
)

_CLOSE = """JOIN members AS client ON client.member_id = asked.client_id
    JOIN members AS helper ON helper.member_id = incoming.helper_id
    WHERE client.member_id = helper.member_id OR client.household_id = helper.household_id"""
_ASKED = """(SELECT 'klus' AS branch, job_id AS request_id, client_id FROM jobs
    UNION ALL SELECT 'zorg', care_id, client_id FROM care_requests)"""

ASKED_AT_HOME = Rule(
    code="X08",
    table="offers",
    level="warning",
    words="helper_is_klant",
    columns=("helper_id",),
    needs=("jobs", "care_requests", "members"),
    sql=f"""SELECT incoming.source_row, 'helper_id' AS "column" FROM incoming
        JOIN {_ASKED} AS asked ON asked.branch = incoming.request_type
            AND asked.request_id = incoming.request_id {_CLOSE}""",
)

VISIT_AT_HOME = Rule(
    code="X08",
    table="care_visits",
    level="warning",
    words="helper_is_klant",
    columns=("helper_id",),
    needs=("care_requests", "members"),
    sql=f"""SELECT incoming.source_row, 'helper_id' AS "column" FROM incoming
        JOIN care_requests AS asked ON asked.care_id = incoming.care_id {_CLOSE}""",
)

_ACTIVE_MATCH = f"""SELECT 1 FROM offers WHERE offers.helper_id = incoming.helper_id
    AND offers.response = 'ja' AND coalesce(offers.match_start, offers.responded_on) <= {TODAY}
    AND coalesce(offers.match_end >= {TODAY}, TRUE)"""


def _freelancer(words: str, column: str, *, breach: str) -> Rule:
    return Rule(
        code="X13",
        table="helpers",
        level="warning",
        words=words,
        columns=(column,),
        needs=("offers",),
        sql=f"""SELECT source_row, '{column}' AS "column" FROM incoming
            WHERE engagement = 'zzp' AND {breach} AND EXISTS ({_ACTIVE_MATCH})""",
    )


MATCHING_RULES = (
    DONE_BY_NOBODY,
    TWO_AT_ONCE,
    ASKED_AT_HOME,
    VISIT_AT_HOME,
    _freelancer("verzekering_verlopen", "insurance_until", breach=f"insurance_until < {TODAY}"),
    _freelancer("kvk_niet_gecontroleerd", "kvk_checked_on", breach="kvk_checked_on IS NULL"),
)
