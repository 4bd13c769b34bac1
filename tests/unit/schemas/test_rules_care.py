"""X03, X04, X09, X10 on their boundaries: a visit is safe, allowed, agreed and humanly possible."""

from tests.unit.schemas.judging import judged

VOG = """
    vog_id | helper_id | status         | issued_on  | original_seen_on
    V0001  | p1        | gezien_akkoord | 2023-06-10 | 2023-06-20
    V0002  | p2        | aangevraagd    |            |
"""


def test_x03_a_visit_is_covered_from_the_day_the_vog_was_seen_until_the_recheck():
    judged("X03", "care_visits", """
        visit_id | helper_id | planned_on | status          | X03
        B000001  | p1        | 2023-06-19 | uitgevoerd      | planned_on
        B000002  | p1        | 2023-06-20 | uitgevoerd      |
        B000003  | p1        | 2026-06-10 | uitgevoerd      |
        B000004  | p1        | 2026-06-11 | uitgevoerd      | planned_on
        B000005  | p2        | 2026-06-11 | uitgevoerd      | planned_on
        B000006  | p2        | 2026-06-11 | afgezegd_helper |
    """, vog_checks=VOG)  # fmt: skip


def test_x03_follows_the_setting_for_the_recheck():
    judged("X03", "care_visits", """
        visit_id | helper_id | planned_on | status     | X03
        B000001  | p1        | 2023-12-10 | uitgevoerd |
        B000002  | p1        | 2023-12-11 | uitgevoerd | planned_on
    """, vog_checks=VOG, settings={"vog_recheck_months": "6"})  # fmt: skip


CONSENT = """
    member_id | consent_health_on
    p1        | 2026-03-02
    p2        |
"""
ASKS_FOR_CARE = """
    care_id | client_id | requested_on | X04
    Z0001   | p1        | 2026-03-02   |
    Z0002   | p1        | 2026-03-01   | requested_on
    Z0003   | p2        | 2026-03-02   | requested_on
"""


def test_x04_a_care_record_comes_after_consent():
    judged("X04", "care_requests", ASKS_FOR_CARE, members=CONSENT)
    judged("X04", "care_requests", ASKS_FOR_CARE, members=CONSENT, settings={"care_basis": "toestemming"})


def test_x04_another_written_basis_stands_in_for_consent():
    text = "\n".join(line.rsplit("|", 1)[0] + "|" for line in ASKS_FOR_CARE.strip().splitlines()[1:])
    judged("X04", "care_requests", "care_id | client_id | requested_on | X04\n" + text,
        members=CONSENT, settings={"care_basis": "overeenkomst gemeente"})  # fmt: skip


def test_x09_a_visit_has_a_running_match_or_replaces_one():
    judged("X09", "care_visits", """
        visit_id | care_id | helper_id | planned_on | status     | replaces_id | X09
        B000001  | Z0001   | p1        | 2026-03-01 | uitgevoerd |             | helper_id
        B000002  | Z0001   | p1        | 2026-03-02 | uitgevoerd |             |
        B000003  | Z0001   | p1        | 2026-03-31 | uitgevoerd |             |
        B000004  | Z0001   | p1        | 2026-04-01 | uitgevoerd |             | helper_id
        B000005  | Z0001   | p2        | 2026-03-10 | uitgevoerd | B000002     |
        B000006  | Z0001   | p2        | 2026-03-10 | uitgevoerd |             | helper_id
        B000007  | Z0001   | p2        | 2026-03-10 | vervallen  |             |
        B000008  | Z0002   | p1        | 2026-03-10 | uitgevoerd |             | helper_id
        B000009  | Z0001   | p3        | 2026-09-10 | uitgevoerd |             |
    """, offers="""
        offer_id | request_type | request_id | helper_id | response | match_start | match_end
        M00001   | zorg         | Z0001      | p1        | ja       | 2026-03-02  | 2026-03-31
        M00002   | zorg         | Z0001      | p2        | nee      | 2026-03-02  |
        M00003   | zorg         | Z0001      | p3        | ja       | 2026-03-02  |
    """)  # fmt: skip


def test_x10_two_visits_of_one_helper_do_not_overlap():
    judged("X10", "care_visits", """
        visit_id | helper_id | planned_on | planned_start | planned_hours | status     | X10
        B000001  | p1        | 2026-03-02 | 09:00:00      | 2             | uitgevoerd |
        B000002  | p1        | 2026-03-02 | 11:00:00      | 1.5           | uitgevoerd | planned_start
        B000003  | p1        | 2026-03-02 | 12:29:00      | 1             | uitgevoerd | planned_start
        B000004  | p2        | 2026-03-02 | 09:00:00      | 2             | uitgevoerd |
        B000005  | p2        | 2026-03-02 | 10:00:00      | 2             | vervallen  |
        B000006  | p2        | 2026-03-02 |               | 2             | uitgevoerd |
        B000007  | p2        | 2026-03-03 | 09:00:00      | 2             | uitgevoerd |
    """, words="overlap")  # fmt: skip


def test_x10_overlap_is_seen_with_a_visit_loaded_before():
    judged("X10", "care_visits", """
        visit_id | helper_id | planned_on | planned_start | planned_hours | status     | X10
        B000001  | p1        | 2026-03-02 | 09:30:00      | 1             | uitgevoerd | planned_start
    """, words="overlap", stored="""
        visit_id | helper_id | planned_on | planned_start | planned_hours | status
        B000009  | p1        | 2026-03-02 | 09:00:00      | 1             | uitgevoerd
    """)  # fmt: skip


def test_x10_twelve_hours_a_day_is_the_most():
    judged("X10", "care_visits", """
        visit_id | helper_id | planned_on | planned_hours | actual_hours | status     | X10
        B000001  | p1        | 2026-03-02 | 6             | 6            | uitgevoerd |
        B000002  | p1        | 2026-03-02 | 6             |              | niet_thuis |
        B000003  | p2        | 2026-03-02 | 6             | 6.5          | uitgevoerd | planned_hours
        B000004  | p2        | 2026-03-02 | 6             |              | niet_thuis | planned_hours
        B000005  | p2        | 2026-03-02 | 6             |              | vervallen  |
    """, words="lange_dag")  # fmt: skip


def test_x10_the_eighth_day_in_a_row_is_one_too_many():
    days = [*range(1, 9), 10, 11]
    lines = [f"B{n:06} | p1 | 2026-03-{n:02} | uitgevoerd | {'planned_on' if n == 8 else ''}" for n in days]
    judged("X10", "care_visits", "visit_id | helper_id | planned_on | status | X10\n" + "\n".join(lines),
        words="geen_vrije_dag")  # fmt: skip
