"""Figures D2, D4, D5 as drawn tables: the waiting list, the same faces, hours delivered."""

from tests.lib.figures import ask, counted, part


def keys(finding, by):
    return {one.key: one.k for one in finding.parts if one.by == by}


def test_an_empty_list_says_nothing_was_counted():
    assert ask("D2").value == 0
    assert "nothing_counted" in ask("D2").caveats
    assert ask("D4").value is None
    assert ask("D5").value is None


WAITING = """
care_id | client_id | requested_on | intake_on  | status      | ended_on
Z0001   | p1        | 2026-06-16   |            | aangevraagd |
Z0002   | p1        | 2026-06-15   |            | intake      |
Z0003   | p2        | 2026-06-02   | 2026-06-05 | wachtend    |
Z0004   | p3        | 2026-06-01   | 2026-06-05 | wachtend    |
Z0005   | p4        | 2026-05-01   | 2026-05-05 | lopend      |
Z0006   | p5        | 2026-05-01   |            | ingetrokken | 2026-06-01
"""
FIRST_VISIT = "visit_id | care_id | planned_on\nB000001 | Z0005 | 2026-06-10"


def test_people_wait_in_bands_of_days_and_a_person_counts_once():
    finding = ask("D2", care_requests=WAITING, care_visits=FIRST_VISIT)
    assert finding.value == 3
    assert keys(finding, "age_band") == {"0-14": 1, "15-28": 2, ">28": 1}
    assert part(finding, "beside", "over_28d").value == 1


def test_who_has_a_first_visit_later_was_waiting_then():
    assert ask("D2", as_of="2026-06-09", care_requests=WAITING, care_visits=FIRST_VISIT).persons == 3
    may = ask("D2", as_of="2026-05-31", care_requests=WAITING, care_visits=FIRST_VISIT)
    assert may.value == 2  # p4 had no visit yet, p5 had not withdrawn yet


CARE = """
care_id | client_id | requested_on | status
Z0001   | p1        | 2026-01-05   | lopend
Z0002   | p2        | 2026-01-05   | lopend
Z0003   | p3        | 2026-01-05   | lopend
"""
FACES = """
visit_id | care_id | helper_id | planned_on | status
B000001  | Z0001   | h1        | 2026-06-03 | uitgevoerd
B000002  | Z0001   | h1        | 2026-06-10 | uitgevoerd
B000003  | Z0001   | h2        | 2026-06-17 | uitgevoerd
B000004  | Z0002   | h1        | 2026-06-03 | uitgevoerd
B000005  | Z0002   | h2        | 2026-06-10 | uitgevoerd
B000006  | Z0002   | h3        | 2026-06-17 | uitgevoerd
B000007  | Z0003   | h1        | 2026-06-02 | uitgevoerd
B000008  | Z0003   | h1        | 2026-06-10 | uitgevoerd
B000009  | Z0003   | h1        | 2026-06-17 | uitgevoerd
B000010  | Z0003   | h1        | 2026-06-24 | afgezegd_helper
"""


def test_two_faces_are_the_same_faces_and_three_are_not():
    helpers = "helper_id | backup_id\nh1 | h2\nh2 |\nh3 |"
    finding = ask("D4", helpers=helpers, care_requests=CARE, care_visits=FACES)
    assert counted(finding) == (1, 2)  # the third had two visits in the last 28 days
    assert keys(finding, "faces") == {"2": 1, "3": 1}
    main = part(finding, "beside", "main_helper")
    assert (main.k, main.n, main.value) == (3, 6, 50)
    assert part(finding, "beside", "without_backup").n == 2


def test_a_replacement_is_delivered_and_not_planned():
    finding = ask(
        "D5",
        care_requests=CARE,
        care_visits="""
        visit_id | care_id | planned_on | planned_hours | status          | actual_hours | replaces_id
        B000001  | Z0001   | 2026-06-03 | 2             | uitgevoerd      | 2.5          |
        B000002  | Z0001   | 2026-06-10 | 2             | afgezegd_client |              |
        B000003  | Z0001   | 2026-06-17 | 2             | vervangen       |              |
        B000004  | Z0001   | 2026-06-18 | 2             | uitgevoerd      | 1            | B000003
        B000005  | Z0001   | 2026-06-02 | 2             | uitgevoerd      | 9            |
        B000006  | Z0001   | 2026-06-19 | 2             | niet_thuis      |              |
        """,
    )
    assert (finding.k, finding.n) == (3.5, 6)
