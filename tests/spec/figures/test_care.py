"""Group D as drawn tables: waiting for the first visit, and visits that went on."""

from tests.lib.figures import ask, counted, part

CARE = """
care_id | client_id | requested_on | status      | ended_on   | end_reason
Z0001   | p1        | 2026-05-01   | lopend      |            |
Z0002   | p2        | 2026-05-01   | ingetrokken | 2026-05-11 | overleden
Z0003   | p3        | 2026-05-01   | wachtend    |            |
Z0004   | p4        | 2026-05-01   | doorverwezen | 2026-05-02 | buiten_aanbod
Z0005   | p5        | 2026-05-01   | niet_voor_ons | 2026-05-02 | buiten_aanbod
Z0006   | p6        | 2026-05-01   | dubbel      |            |
"""
FIRST = """
visit_id | care_id | planned_on | status
B000001  | Z0001   | 2026-05-05 | afgezegd_helper
B000002  | Z0001   | 2026-05-09 | uitgevoerd
B000003  | Z0001   | 2026-05-12 | uitgevoerd
"""


def test_nobody_waits_in_an_empty_pilot():
    finding = ask("D1")
    assert finding.value is None
    assert "no_data" in finding.caveats


def test_the_wait_ends_at_the_first_executed_visit_and_death_ends_it_otherwise():
    finding = ask("D1", care_requests=CARE, care_visits=FIRST)
    assert counted(finding) == (1, 3)
    assert (finding.curve.events, finding.curve.withdrawn, finding.curve.open_cases) == (1, 1, 1)
    assert [point.time for point in finding.curve.points] == [8, 10, 60]
    assert finding.value is None
    assert "median_not_reached" in finding.caveats
    waited = part(finding, "beside", "waited_28d")
    assert (waited.k, waited.n) == (2, 3)


def test_a_second_line_starts_the_clock_on_the_day_help_was_wanted_from():
    requests = """
    care_id | client_id | requested_on | wanted_from | status
    Z0001   | p1        | 2026-05-01   |             | lopend
    Z0002   | p2        | 2026-05-01   | 2026-05-01  | lopend
    Z0003   | p3        | 2026-05-01   | 2026-05-11  | lopend
    Z0004   | p4        | 2026-05-01   | 2026-08-01  | wachtend
    """
    visits = """
    visit_id | care_id | planned_on | status
    B000001  | Z0001   | 2026-05-13 | uitgevoerd
    B000002  | Z0002   | 2026-05-15 | uitgevoerd
    B000003  | Z0003   | 2026-05-14 | uitgevoerd
    """
    finding = ask("D1", care_requests=requests, care_visits=visits)
    assert (finding.value, finding.k, finding.n) == (13, 3, 4)  # 12, 13, 14 and still waiting
    second = part(finding, "beside", "from_wanted")
    assert (second.value, second.k, second.n) == (12, 3, 4)  # 3, 12, 14 and wanted later than now


def test_all_open_says_so_instead_of_a_number():
    finding = ask("D1", care_requests="care_id | requested_on | status\nZ0001 | 2026-05-01 | wachtend")
    assert finding.value is None
    assert "all_open" in finding.caveats


def test_a_first_visit_after_the_date_is_still_to_come():
    finding = ask("D1", as_of="2026-05-08", care_requests=CARE, care_visits=FIRST)
    assert finding.k == 0
    assert finding.curve.open_cases == 3


VISITS = """
visit_id | care_id | planned_on | status          | replaces_id
B000001  | Z0001   | 2026-06-10 | uitgevoerd      |
B000002  | Z0001   | 2026-06-11 | vervangen       |
B000003  | Z0001   | 2026-06-13 | uitgevoerd      | B000002
B000004  | Z0001   | 2026-06-15 | afgezegd_helper |
B000005  | Z0001   | 2026-06-18 | uitgevoerd      | B000004
B000006  | Z0001   | 2026-06-19 | afgezegd_client |
B000007  | Z0001   | 2026-06-19 | niet_thuis      |
B000008  | Z0001   | 2026-06-19 | vervallen       |
B000009  | Z0001   | 2026-06-22 | vervangen       |
"""


def test_no_planned_visit_gives_no_share():
    assert ask("D3").value is None


def test_a_visit_replaced_on_day_2_went_on_and_on_day_3_did_not():
    finding = ask("D3", care_requests=CARE, care_visits=VISITS)
    assert counted(finding) == (2, 4)
    assert part(finding, "beside", "replaced").value == 1
    assert part(finding, "beside", "missed").value == 2


def test_a_visit_28_days_ago_is_outside_the_last_4_weeks():
    visits = """
    visit_id | care_id | planned_on | status
    B000001  | Z0001   | 2026-06-02 | uitgevoerd
    B000002  | Z0001   | 2026-06-03 | afgezegd_helper
    """
    finding = ask("D3", care_requests=CARE, care_visits=visits)
    assert counted(finding) == (0, 1)
    assert [(month.k, month.n) for month in finding.series] == [(1, 2)]


def test_a_visit_missed_yesterday_may_still_be_replaced():
    visits = """
    visit_id | care_id | planned_on | status          | replaces_id
    B000001  | Z0001   | 2026-06-29 | afgezegd_helper |
    B000002  | Z0001   | 2026-07-01 | uitgevoerd      | B000001
    """
    finding = ask("D3", care_requests=CARE, care_visits=visits)
    assert counted(finding) == (0, 1)
    assert part(finding, "beside", "recent").value == 1
    assert counted(ask("D3", as_of="2026-07-01", care_requests=CARE, care_visits=visits)) == (1, 1)
