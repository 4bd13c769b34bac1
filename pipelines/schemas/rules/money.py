"""X18, X19: a tenant does not pay the landlord's work, and a volunteer is not paid above the ceiling."""

from pipelines.schemas.rules.rule import Rule, setting

LANDLORDS_WORK = Rule(
    code="X18",
    table="jobs",
    level="warning",
    words="huurder_betaalt_verhuurderswerk",
    columns=("payer",),
    breach="landlord_at_report = 'portaal' AND responsibility = 'verhuurder' AND payer = 'huurder'",
)

_PAYMENTS = """payments AS (
        SELECT visit_id AS number, helper_id, planned_on AS day, amount_eur AS amount FROM visits
            WHERE status = 'uitgevoerd' AND paid <> 'niemand' AND amount_eur > 0
        UNION ALL SELECT job_id, offers.helper_id, completed_on, price_eur FROM tasks
            JOIN offers ON request_type = 'klus' AND request_id = job_id AND response = 'ja'
            WHERE tasks.status = 'afgerond' AND payer <> 'gratis' AND price_eur > 0),
    to_volunteers AS (SELECT * FROM payments
        SEMI JOIN (FROM helpers WHERE engagement = 'vrijwilliger') USING (helper_id))"""


def _ceiling(table: str, *, column: str, period: str, key: str) -> Rule:
    """Return the rule that lists the last payment of this load in a period whose sum lies above the ceiling."""
    visits, tasks = ("combined", "jobs") if table == "care_visits" else ("care_visits", "combined")
    number = "visit_id" if table == "care_visits" else "job_id"
    return Rule(
        code="X19",
        table=table,
        level="warning",
        words=f"vrijwilliger_boven_{'maand' if period == 'month' else 'jaar'}bedrag",
        columns=(column,),
        needs=("helpers", "offers", "jobs" if table == "care_visits" else "care_visits"),
        sql=f"""WITH visits AS (FROM {visits}), tasks AS (FROM {tasks}), {_PAYMENTS},
            above AS (SELECT helper_id, date_trunc('{period}', day) AS period FROM to_volunteers
                GROUP BY ALL HAVING sum(amount) > {setting(key, as_type="DOUBLE")})
            SELECT arg_max(incoming.source_row, (paid.day, incoming.source_row)) AS source_row,
                '{column}' AS "column"
            FROM to_volunteers AS paid JOIN incoming ON incoming.{number} = paid.number
            JOIN above ON above.helper_id = paid.helper_id AND above.period = date_trunc('{period}', paid.day)
            GROUP BY above.helper_id, above.period""",
    )


MONEY_RULES = (
    LANDLORDS_WORK,
    *(
        _ceiling(table, column=column, period=period, key=key)
        for table, column in (("jobs", "price_eur"), ("care_visits", "amount_eur"))
        for period, key in (("month", "volunteer_month_max"), ("year", "volunteer_year_max"))
    ),
)
