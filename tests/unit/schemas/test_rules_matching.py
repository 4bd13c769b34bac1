"""X06, X07, X08, X13, X18, X19 on their boundaries: matches and money."""

from pipelines.schemas.rules.matching import LISTED_WITHOUT_ASKS
from tests.unit.schemas.judging import found, judged, of_code

YES = """
    offer_id | request_type | request_id | response
    M00001   | klus         | K0001      | ja
    M00002   | klus         | K0002      | nee
    M00003   | zorg         | K0003      | ja
"""


def test_x06_a_finished_job_has_date_hours_payer_and_a_yes():
    judged("X06", "jobs", """
        job_id | status   | completed_on | hours_worked | payer   | X06
        K0001  | afgerond | 2026-03-02   | 1.5          | huurder |
        K0002  | afgerond | 2026-03-02   | 1.5          | huurder | status
        K0003  | afgerond | 2026-03-02   | 1.5          | huurder | status
        K0001  | afgerond |              |              |         | completed_on hours_worked payer
        K0004  | gemeld   |              |              |         |
    """, offers=YES)  # fmt: skip


def test_x06_lists_only_the_first_jobs_while_no_asks_were_ever_delivered():
    rows = [{"job_id": f"K{n:04}", "status": "afgerond"} for n in range(LISTED_WITHOUT_ASKS + 5)]
    rules = list(of_code("X06", "jobs", "geen_helper_bij_klus"))
    assert sorted(found(rules, "jobs", rows)) == list(range(2, LISTED_WITHOUT_ASKS + 2))
    assert len(found(rules, "jobs", rows, offers=YES)) == LISTED_WITHOUT_ASKS + 5 - 1


def test_x07_a_job_has_one_helper_at_a_time_and_care_may_have_more():
    judged("X07", "offers", """
        offer_id | request_type | request_id | response | match_start | match_end  | X07
        M00001   | klus         | K0001      | ja       | 2026-03-02  | 2026-03-05 |
        M00002   | klus         | K0001      | ja       | 2026-03-06  |            |
        M00003   | klus         | K0001      | nee      | 2026-03-02  |            |
        M00004   | klus         | K0002      | ja       | 2026-03-02  | 2026-03-05 | match_start
        M00005   | klus         | K0002      | ja       | 2026-03-05  |            | match_start
        M00006   | zorg         | Z0001      | ja       | 2026-03-02  |            |
        M00007   | zorg         | Z0001      | ja       | 2026-03-02  |            |
        M00008   | klus         | K0003      | ja       | 2026-03-09  |            | match_start
    """, stored="""
        offer_id | request_type | request_id | response | match_start | match_end
        M00009   | klus         | K0003      | ja       | 2026-03-01  |
    """)  # fmt: skip


PEOPLE = """
    member_id | household_id
    p1        | H0001
    p2        | H0001
    p3        | H0002
    p4        |
    p5        |
"""


def test_x08_a_helper_is_not_the_client_nor_of_the_same_household():
    judged("X08", "offers", """
        offer_id | request_type | request_id | helper_id | X08
        M00001   | klus         | K0001      | p1        | helper_id
        M00002   | klus         | K0001      | p2        | helper_id
        M00003   | klus         | K0001      | p3        |
        M00004   | zorg         | Z0004      | p5        |
        M00005   | zorg         | Z0004      | p4        | helper_id
    """, members=PEOPLE, jobs="job_id | client_id\nK0001 | p1",
        care_requests="care_id | client_id\nZ0004 | p4")  # fmt: skip
    judged("X08", "care_visits", """
        visit_id | care_id | helper_id | X08
        B000001  | Z0001   | p2        | helper_id
        B000002  | Z0001   | p3        |
    """, members=PEOPLE, care_requests="care_id | client_id\nZ0001 | p1")  # fmt: skip


MATCHES = """
    offer_id | helper_id | response | match_start | match_end
    M00001   | p1        | ja       | 2026-03-02  | 2026-06-30
    M00002   | p2        | ja       | 2026-03-02  | 2026-06-29
    M00003   | p3        | nee      | 2026-03-02  |
    M00004   | p4        | ja       | 2026-06-30  |
    M00005   | p5        | ja       | 2026-07-01  |
"""


def test_x13_a_freelancer_at_work_is_insured_and_registered():
    judged("X13", "helpers", """
        helper_id | engagement   | insurance_until | kvk_checked_on | X13
        p1        | zzp          | 2026-06-29      | 2026-01-01     | insurance_until
        p1        | zzp          | 2026-06-30      | 2026-01-01     |
        p1        | vrijwilliger | 2026-06-29      |                |
        p2        | zzp          | 2026-06-29      |                |
        p3        | zzp          | 2026-06-29      |                |
        p4        | zzp          | 2026-06-29      |                | insurance_until kvk_checked_on
        p5        | zzp          | 2026-06-29      |                |
    """, offers=MATCHES, today="2026-06-30")  # fmt: skip


def test_x18_a_tenant_does_not_pay_the_landlords_work():
    judged("X18", "jobs", """
        job_id | landlord_at_report | responsibility        | payer   | X18
        K0001  | portaal            | verhuurder            | huurder | payer
        K0002  | portaal            | verhuurder            | portaal |
        K0003  | portaal            | huurder_klein_herstel | huurder |
        K0004  | de_alliantie       | verhuurder            | huurder |
        K0005  | portaal            | verhuurder            |         |
    """)  # fmt: skip


HELPERS = """
    helper_id | engagement
    p1        | vrijwilliger
    p2        | zzp
"""


def test_x19_a_volunteer_gets_at_most_the_monthly_ceiling():
    judged("X19", "care_visits", """
        visit_id | helper_id | planned_on | status     | paid       | amount_eur | X19
        B000001  | p1        | 2026-03-02 | uitgevoerd | client     | 150        |
        B000002  | p1        | 2026-03-30 | uitgevoerd | werkplaats | 60         |
        B000003  | p1        | 2026-04-02 | uitgevoerd | client     | 150        |
        B000004  | p1        | 2026-04-03 | uitgevoerd | client     | 60.01      | amount_eur
        B000005  | p1        | 2026-05-03 | uitgevoerd | client     | 210        |
        B000006  | p1        | 2026-05-04 | uitgevoerd | niemand    | 60         |
        B000007  | p2        | 2026-05-04 | uitgevoerd | client     | 400        |
    """, helpers=HELPERS, words="vrijwilliger_boven_maandbedrag")  # fmt: skip


def test_x19_jobs_and_visits_are_added_up():
    circumstances = {
        "helpers": HELPERS,
        "offers": """
            offer_id | request_type | request_id | helper_id | response
            M00001   | klus         | K0001      | p1        | ja
            M00002   | klus         | K0002      | p1        | nee
        """,
        "care_visits": """
            visit_id | helper_id | planned_on | status     | paid   | amount_eur
            B000001  | p1        | 2026-03-02 | uitgevoerd | client | 200
        """,
    }
    judged("X19", "jobs", """
        job_id | completed_on | status   | payer   | price_eur | X19
        K0001  | 2026-03-31   | afgerond | huurder | 10.50     | price_eur
        K0002  | 2026-03-31   | afgerond | huurder | 10.50     |
    """, words="vrijwilliger_boven_maandbedrag", **circumstances)  # fmt: skip


def test_x19_a_year_of_full_months_is_above_the_yearly_ceiling():
    lines = [f"B{month:06} | p1 | 2026-{month:02}-02 | uitgevoerd | client | 200 |" for month in range(1, 11)]
    head = "visit_id | helper_id | planned_on | status | paid | amount_eur | X19\n"
    late = "\nB000011 | p1 | 2026-11-02 | uitgevoerd | client | {} | {}"
    for amount, broken in (("100", ""), ("101", "amount_eur")):
        judged("X19", "care_visits", head + "\n".join(lines) + late.format(amount, broken),
            helpers=HELPERS, words="vrijwilliger_boven_jaarbedrag")  # fmt: skip
