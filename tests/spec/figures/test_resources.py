"""Groups I and J as drawn tables: hours and money per service, and how complete the records are."""

from dashboard.words.sentences import remarks
from tests.lib.figures import ask, ask_all, counted, findings, part
from tests.lib.tables import drawn

SERVICES = {
    "jobs": """
    job_id | reported_on | status   | completed_on | hours_worked
    K0001  | 2026-03-01  | afgerond | 2026-03-05   | 2
    K0002  | 2026-03-01  | afgerond | 2026-04-05   | 1
    K0003  | 2026-03-01  | gemeld   |              |
    """,
    "care_requests": "care_id | requested_on | status\nZ0001 | 2026-01-05 | lopend",
    "care_visits": """
    visit_id | care_id | planned_on | actual_hours | status
    B000001  | Z0001   | 2026-03-02 | 2            | uitgevoerd
    B000002  | Z0001   | 2026-03-09 |              | afgezegd_client
    """,
}


def values(finding, by):
    return {one.key: one.value for one in finding.parts if one.by == by}


def test_nothing_delivered_gives_no_number_per_service():
    hours = "week_start | hours_matching | hours_contact | hours_admin\n2026-03-02 | 3 | 2 | 1"
    assert ask("I1", coordination=hours).value is None
    for code in ("I2", "I3", "I4", "J1", "J2", "J3"):
        assert ask(code).value is None


def test_coordination_hours_per_service_paid_and_unpaid_apart():
    finding = ask(
        "I1",
        coordination="""
        week_start | person | hours_matching | hours_contact | hours_admin | paid
        2026-03-02 | K1     | 3              | 2             | 1           | ja
        2026-04-06 | K2     | 1              | 1             | 1           | nee
        2026-07-06 | K1     | 9              | 9             | 9           | ja
        """,
        **SERVICES,
    )
    assert (finding.k, finding.n, finding.value) == (9, 3, 3)
    assert (part(finding, "beside", "paid").value, part(finding, "beside", "unpaid").value) == (2, 1)
    assert values(finding, "quarter") == {"2026-Q1": 3, "2026-Q2": 3}


LEDGER = """
entry_id | booked_on  | branch   | kind                  | amount_eur | local
L1       | 2026-03-01 | klus     | materiaal             | -30        | nee
L2       | 2026-03-01 | zorg     | vergoeding_helper     | -60        | ja
L3       | 2026-03-01 | algemeen | coordinatie           | -110       |
L4       | 2026-03-01 | klus     | eigen_bijdrage_klant  | 20         |
L5       | 2026-03-01 | algemeen | contributie           | 10         |
L6       | 2026-03-01 | klus     | bijdrage_portaal      | 20         |
L7       | 2026-03-01 | algemeen | subsidie_gemeente     | 500        |
L8       | 2026-07-01 | algemeen | coordinatie           | -999       | ja
"""


def test_costs_per_service_and_general_costs_in_the_total_only():
    together, klus, zorg = ask_all("I2", ledger=LEDGER, **SERVICES)
    assert round(together.value, 2) == 66.67
    assert (klus.value, zorg.value) == (15, 60)
    assert part(together, "beside", "per_hour").value == 40


def test_own_income_leaves_subsidy_out_and_says_who_paid():
    finding = ask("I3", ledger=LEDGER)
    assert (finding.k, finding.n, finding.value) == (50, 200, 25)
    assert {
        name: part(finding, "beside", name).value for name in ("fees", "contributions", "landlord_work")
    } == {
        "fees": 10,
        "contributions": 5,
        "landlord_work": 10,
    }


def test_money_to_people_in_the_area():
    assert ask("I4", ledger=LEDGER).value == 60


def test_a_record_is_complete_with_what_it_requires_and_the_figures_need():
    finding = ask(
        "J1",
        jobs="""
        job_id | reported_on | channel  | status   | first_response_on | appointment_first_on | completed_on | hours_worked | payer
        K0001  | 2026-03-01  | telefoon | afgerond | 2026-03-02        | 2026-03-04           | 2026-03-05   | 2            | huurder
        K0002  | 2026-03-01  | telefoon | afgerond | 2026-03-02        |                      | 2026-03-05   | 2            | huurder
        K0003  | 2026-03-01  | telefoon | afgerond | 2026-03-02        | 2026-03-04           | 2026-03-05   |              | huurder
        K0004  | 2026-03-01  | telefoon | gemeld   |                   |                      |              |              |
        K0005  | 2026-03-01  |          | gemeld   |                   |                      |              |              |
        """,
    )
    assert counted(finding) == (2, 5)
    assert values(finding, "sheet") == {"jobs": 40}


def test_an_unknown_time_of_day_is_not_known():
    jobs = "job_id | reported_on | status | reported_time\nK0001 | 2026-03-01 | gemeld | 09:30\nK0002 | 2026-03-01 | gemeld |"
    assert counted(ask("J2", jobs=jobs)) == (1, 2)


def test_double_rows_and_rows_put_aside_count_once_each():
    jobs = "job_id | reported_on | status\nK0001 | 2026-03-01 | dubbel\nK0002 | 2026-03-01 | gemeld"
    with drawn(jobs=jobs, members="member_id | duplicate_of\np1 |\np2 | p1") as warehouse:
        warehouse.connection.execute(
            "INSERT INTO log.quarantine VALUES (1, 1, 'f', 's', 7, 'open'), (2, 1, 'f', 's', 7, 'open'),"
            " (3, 1, 'f', 's', 8, 'resolved')"
        )
        (finding,) = findings(warehouse, "J3")
    assert counted(finding) == (3, 5)
    assert {one.key: one.k for one in finding.parts if one.by == "sheet"} == {
        "jobs": 1,
        "members": 1,
        "quarantine": 1,
    }


UNPAID = {
    "jobs": """
    job_id | reported_on | status   | completed_on | hours_worked | payer
    K0001  | 2026-03-01  | afgerond | 2026-03-05   | 2            | gratis
    K0002  | 2026-03-01  | afgerond | 2026-04-05   | 1            | huurder
    """,
    "care_requests": SERVICES["care_requests"],
    "care_visits": """
    visit_id | care_id | planned_on | actual_hours | status     | paid
    B000001  | Z0001   | 2026-03-02 | 2            | uitgevoerd | niemand
    B000002  | Z0001   | 2026-03-09 | 3            | uitgevoerd | gemeente
    """,
    "coordination": """
    week_start | person | hours_matching | hours_contact | hours_admin | paid
    2026-03-02 | K1     | 3              | 2             | 1           | ja
    2026-04-06 | K2     | 1              | 1             | 2           | nee
    2026-07-06 | K2     | 9              | 9             | 9           | nee
    """,
    "ledger": LEDGER,
}


def test_unpaid_hours_are_valued_in_a_second_line_at_the_price_that_was_set():
    price = "param_key | value | unit | decided_by\nunpaid_hour_price | 20 | euro | commissie"
    together, klus, zorg = ask_all("I2", parameters=price, **UNPAID)
    assert together.value == 50  # cash: 200 euro over 4 services
    assert part(together, "beside", "with_unpaid").value == 90  # and 8 hours of 20 euro: 2 + 2 + 4
    assert (klus.value, part(klus, "beside", "with_unpaid").value) == (15, 35)
    assert (zorg.value, part(zorg, "beside", "with_unpaid").value) == (30, 50)
    assert remarks(together)[:2] == (
        "Per geleverd uur: € 25,00.", "Met onbetaalde uren erbij: € 90,00.",
    )  # fmt: skip


def test_without_a_price_the_second_line_is_empty_and_that_is_said():
    together, *_ = ask_all("I2", **UNPAID)
    assert together.value == 50
    assert part(together, "beside", "with_unpaid").value is None
    assert "er is nog geen prijs per uur vastgesteld" in " ".join(remarks(together))
