"""Figures A4, A5, A6 as drawn tables: members, hours for members, homes reached."""

from tests.lib.figures import ask, ask_all, counted, part

MEMBERS = """
member_id | membership | member_from | member_until
p1        | lid        | 2025-06-01  |
p2        | oud_lid    | 2025-06-01  | 2026-07-01
p3        | oud_lid    | 2025-06-01  | 2026-06-30
p4        | oud_lid    | 2025-06-01  | 2026-03-31
p5        | aspirant   |             |
p6        | geen_lid   |             |
p7        | lid        | 2026-07-01  |
p8        | lid        | 2026-04-01  |
p9        | lid        | 2026-03-31  | 2026-12-31
"""


def test_nobody_is_a_member_before_the_first():
    finding = ask("A4")
    assert finding.value == 0
    assert "nothing_counted" in finding.caveats


def test_a_former_member_counts_until_the_last_day_and_an_aspirant_never():
    finding = ask("A4", members=MEMBERS)
    assert finding.value == 4  # p1, p2, p8, p9
    assert ask("A4", as_of="2026-06-29", members=MEMBERS).value == 5


def test_who_joined_and_left_in_the_last_91_days_stands_beside():
    finding = ask("A4", members=MEMBERS)
    assert part(finding, "beside", "joined").value == 1  # 1 April is 90 days ago, 31 March is 91
    assert part(finding, "beside", "left").value == 1  # p3; p4 left 91 days ago


CLIENTS = """
member_id | membership | member_from | member_until
p1        | lid        | 2026-03-10  |
p2        | geen_lid   |             |
"""


def test_membership_is_that_of_the_day_of_the_service():
    finding, klus, zorg = ask_all(
        "A5",
        members=CLIENTS,
        jobs="""
        job_id | client_id | reported_on | status   | completed_on | hours_worked
        K0001  | p1        | 2026-03-01  | afgerond | 2026-03-09   | 2
        K0002  | p1        | 2026-03-01  | afgerond | 2026-03-10   | 1
        K0003  | p2        | 2026-03-01  | afgerond | 2026-03-10   | 1
        K0004  | p2        | 2026-03-01  | afgerond | 2026-03-10   |
        """,
        care_requests="care_id | client_id | requested_on | status\nZ0001 | p1 | 2026-03-01 | lopend",
        care_visits="""
        visit_id | care_id | planned_on | actual_hours | status
        B000001  | Z0001   | 2026-03-20 | 4            | uitgevoerd
        B000002  | Z0001   | 2026-03-21 | 4            | afgezegd_client
        """,
    )
    assert counted(klus) == (1, 4)
    assert klus.value == 25
    assert zorg.value == 100
    assert finding.value == 62.5


def test_who_leaves_after_the_day_asked_for_was_a_member_at_the_service():
    klus = ask_all(
        "A5",
        as_of="2026-03-31",
        members="member_id | membership | member_from | member_until\np1 | oud_lid | 2026-01-01 | 2026-06-01",
        jobs="""
        job_id | client_id | reported_on | status   | completed_on | hours_worked
        K0001  | p1        | 2026-03-01  | afgerond | 2026-03-09   | 2
        """,
    )[1]
    assert counted(klus) == (2, 2)


def test_no_hours_no_share():
    assert ask("A5").value is None


HOMES = "param_key | value\nhomes_portaal | 40"
PARTNERS = """
member_id | household_id
p1        | H0001
p2        | H0001
p3        |
p4        |
p5        |
"""
REACHED = """
job_id | client_id | reported_on | status        | landlord_at_report | closed_on
K0001  | p1        | 2026-03-01  | afgerond      | portaal            |
K0002  | p2        | 2026-03-01  | gemeld        | portaal            |
K0003  | p1        | 2026-04-01  | afgerond      | portaal            |
K0004  | p3        | 2026-03-01  | afgerond      | portaal            |
K0005  | p4        | 2026-03-01  | niet_voor_ons | portaal            | 2026-03-02
K0006  | p5        | 2026-03-01  | afgerond      | de_alliantie       |
"""


def test_a_household_with_three_jobs_is_one_home():
    finding = ask("A6", members=PARTNERS, jobs=REACHED, parameters=HOMES)
    assert counted(finding) == (2, 40)
    assert finding.value == 5


def test_without_the_number_of_homes_there_is_no_share_and_too_few_homes_cannot_be():
    assert ask("A6", members=PARTNERS, jobs=REACHED).value is None
    assert "total_unknown" in ask("A6", members=PARTNERS, jobs=REACHED).caveats
    few = ask("A6", members=PARTNERS, jobs=REACHED, parameters=HOMES.replace("40", "1"))
    assert few.value is None
    assert "total_too_small" in few.caveats
