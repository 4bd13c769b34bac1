"""X14, X15: a complaint is handled by somebody else than it is about, and a possible calamity is passed on."""

from pipelines.schemas.rules.rule import TODAY, Rule

PASS_ON_WORKDAYS = 1  # DOMAIN X15

HANDLED_BY_SUBJECT = Rule(
    code="X14",
    table="contacts",
    level="finding",
    words="eigen_klacht",
    columns=("handled_by",),
    sql="""SELECT incoming.source_row, 'handled_by' AS "column" FROM incoming
        JOIN settings ON settings.param_key = 'role_member:' || incoming.handled_by
        WHERE incoming.type = 'klacht' AND settings.value = incoming.about_helper""",
)

NOT_PASSED_ON = Rule(
    code="X15",
    table="contacts",
    level="warning",
    words="calamiteit_niet_doorgeleid",
    columns=("escalated_to",),
    needs=("calendar",),
    sql=f"""SELECT incoming.source_row, 'escalated_to' AS "column" FROM incoming
        JOIN calendar AS received ON received.day = incoming.received_on
        JOIN calendar AS now ON now.day = {TODAY}
        WHERE incoming.type = 'klacht' AND incoming.severity = 'mogelijke_calamiteit'
        AND incoming.escalated_to IS NULL AND now.wd_idx - received.wd_idx > {PASS_ON_WORKDAYS}""",
)

COMPLAINT_RULES = (HANDLED_BY_SUBJECT, NOT_PASSED_ON)
