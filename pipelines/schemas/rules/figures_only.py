"""X17 and X21: rules that put no row aside and warn of none; the figures apply them, and say so."""

from pipelines.schemas.rules.rule import Rule, setting

NOT_INDEPENDENT = Rule(
    code="X17",
    table="feedback_clients",
    level="rule",
    words="niet_onafhankelijk_afgenomen",
    columns=("collected_by", "respondent_role"),
    sql="""SELECT source_row, 'collected_by' AS "column" FROM incoming
            WHERE collected_by IN ('coordinator', 'helper')
        UNION ALL SELECT source_row, 'respondent_role' FROM incoming WHERE respondent_role = 'samen_met_helper'""",
)

DECIDED_AFTERWARDS = Rule(
    code="X21",
    table="targets",
    level="rule",
    words="achteraf_vastgesteld",
    columns=("decided_on",),
    sql=f"""SELECT source_row, 'decided_on' AS "column" FROM incoming
        WHERE decided_on > {setting("pilot_start", as_type="DATE")}""",
)

FIGURE_RULES = (NOT_INDEPENDENT, DECIDED_AFTERWARDS)
