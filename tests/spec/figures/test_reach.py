"""Group A as drawn tables: who counts as taking part."""

from tests.lib.figures import ask, ask_all, counted, part

TWO_PARTNERS = """
member_id | household_id | tenancy_status
p1        | H0001        | hoofdhuurder
p2        | H0001        | medehuurder
"""


def test_nobody_takes_part_in_an_empty_pilot():
    finding = ask("A1")
    assert (finding.value, finding.n) == (0, 0)
    assert finding.verdict.value == "niet te zeggen"
    assert finding.more_needed == 50


def test_two_partners_are_two_persons_and_one_household():
    finding = ask(
        "A1",
        members=TWO_PARTNERS,
        jobs="""
        job_id | client_id | reported_on | status
        K0001  | p1        | 2026-03-02  | afgerond
        K0002  | p2        | 2026-03-09  | ingepland
        """,
    )
    assert finding.value == 2
    household = part(finding, "beside", "household")
    assert (household.value, household.persons) == (1, 2)


def test_a_person_with_three_jobs_is_one_tenant_of_the_landlord_at_the_first():
    finding = ask(
        "A1",
        members="member_id\np1",
        jobs="""
        job_id | client_id | reported_on | status   | landlord_at_report
        K0001  | p1        | 2026-03-02  | afgerond | portaal
        K0002  | p1        | 2026-05-04  | afgerond | de_alliantie
        K0003  | p1        | 2026-05-11  | afgerond | de_alliantie
        """,
    )
    assert finding.value == 1
    assert [(one.key, one.value) for one in finding.parts if one.by == "landlord"] == [("portaal", 1)]
    assert [month.value for month in finding.series] == [1]


def test_only_jobs_that_were_taken_on_and_only_tenants_count():
    finding = ask(
        "A1",
        members="""
        member_id | tenancy_status
        p1        | hoofdhuurder
        p2        | geen_huurder
        p3        | onbekend
        p4        | inwonend
        p5        | hoofdhuurder
        p6        | hoofdhuurder
        p7        | hoofdhuurder
        """,
        jobs="""
        job_id | client_id | reported_on | status            | closed_on
        K0001  | p1        | 2026-03-02  | gemeld            |
        K0002  | p2        | 2026-03-02  | afgerond          |
        K0003  | p3        | 2026-03-02  | afgerond          |
        K0004  | p4        | 2026-03-02  | in_behandeling    |
        K0005  | p5        | 2026-03-02  | niet_voor_ons     | 2026-03-03
        K0006  | p6        | 2026-03-02  | doorverwezen      | 2026-03-03
        K0007  | p7        | 2026-03-02  | ingetrokken_klant | 2026-03-03
        """,
    )
    assert finding.value == 1


def test_two_records_of_one_person_are_one_tenant():
    finding = ask(
        "A1",
        members="""
        member_id | duplicate_of
        p1        |
        p2        | p1
        """,
        jobs="""
        job_id | client_id | reported_on | status
        K0001  | p1        | 2026-03-02  | afgerond
        K0002  | p2        | 2026-04-01  | afgerond
        """,
    )
    assert finding.value == 1


def test_a_job_reported_before_the_pilot_does_not_count():
    jobs = """
    job_id | client_id | reported_on | status
    K0001  | p1        | 2026-01-04  | afgerond
    """
    assert ask("A1", members="member_id\np1", jobs=jobs).value == 0
    assert ask("A1", members="member_id\np1", jobs=jobs, since="2026-01-01").value == 1


def test_a_job_taken_on_after_the_date_is_not_taken_on_yet():
    jobs = """
    job_id | client_id | reported_on | first_response_on | status         | completed_on
    K0001  | p1        | 2026-03-02  | 2026-03-05        | in_behandeling |
    K0002  | p2        | 2026-03-02  | 2026-03-05        | afgerond       | 2026-03-10
    """
    members = "member_id\np1\np2"
    assert ask("A1", as_of="2026-03-04", members=members, jobs=jobs).value == 0
    assert ask("A1", as_of="2026-03-05", members=members, jobs=jobs).value == 2


CARE = """
care_id | client_id | requested_on | status
Z0001   | p1        | 2026-03-01   | lopend
Z0002   | p1        | 2026-04-01   | lopend
Z0003   | p2        | 2026-03-01   | wachtend
"""


def test_no_care_client_without_an_executed_visit():
    assert ask("A2").value == 0
    finding = ask(
        "A2",
        care_requests=CARE,
        care_visits="""
        visit_id | care_id | planned_on | status
        B000001  | Z0003   | 2026-03-10 | afgezegd_client
        """,
    )
    assert finding.value == 0


def test_a_care_client_with_two_requests_is_one_person():
    finding = ask(
        "A2",
        care_requests=CARE,
        care_visits="""
        visit_id | care_id | planned_on
        B000001  | Z0001   | 2026-03-10
        B000002  | Z0002   | 2026-04-10
        B000003  | Z0001   | 2026-07-10
        """,
    )
    assert finding.value == 1
    assert [month.start.month for month in finding.series] == [3]


HELPERS = """
helper_id | branch | pause_from | pause_until
h1        | beide  |            |
h2        | zorg   | 2026-06-01 | 2026-07-01
h3        | klus   | 2026-06-01 | 2026-06-30
h4        | klus   |            |
"""
WORK = {
    "helpers": HELPERS,
    "care_requests": "care_id | requested_on | status\nZ0001 | 2026-03-01 | lopend",
    "care_visits": """
    visit_id | care_id | helper_id | planned_on
    B000001  | Z0001   | h1        | 2026-06-29
    B000002  | Z0001   | h2        | 2026-06-01
    """,
    "jobs": """
    job_id | reported_on | status   | completed_on
    K0001  | 2026-04-01  | afgerond | 2026-05-05
    K0002  | 2026-04-01  | afgerond | 2026-05-06
    """,
    "offers": """
    offer_id | request_id | helper_id | offered_on | response | responded_on | match_end
    M00001   | K0001      | h4        | 2026-04-02 | ja       | 2026-04-02   |
    M00002   | K0002      | h4        | 2026-04-02 | ja       | 2026-04-02   | 2026-04-20
    M00003   | K0002      | h1        | 2026-04-20 | ja       | 2026-04-21   |
    M00004   | K0002      | h3        | 2026-04-20 | nee      | 2026-04-21   |
    """,
}


def test_a_helper_of_both_branches_is_in_each_and_once_in_the_total():
    together, klus, zorg = ask_all("A3", **WORK)
    assert (together.value, klus.value, zorg.value) == (1, 1, 1)


def test_work_56_days_ago_no_longer_counts():
    assert ask("A3", as_of="2026-06-30", **WORK).value == 1  # h4 finished on 5 May, 56 days ago
    assert ask("A3", as_of="2026-06-29", **WORK).value == 2


def test_helpers_on_pause_stand_apart_until_the_day_the_pause_ends():
    finding = ask("A3", **WORK)
    assert part(finding, "beside", "on_pause").value == 1  # h2; the pause of h3 ended today
    assert part(finding, "beside", "registered").value == 4
    assert counted(finding) == (1, 1)
