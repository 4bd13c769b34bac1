"""X02, X22, X24 on their boundaries: leaving, withdrawing consent, dying."""

from tests.unit.schemas.judging import judged

HELPERS = """
    helper_id | active_from | active_until
    p1        | 2026-02-01  | 2026-05-31
    p2        | 2026-02-01  |
"""
MEMBERS = """
    member_id | ended_on   | end_reason | role_care_client | consent_withdrawn_on
    p5        | 2026-04-10 | verhuisd   | true             |
    p6        | 2026-04-10 | overleden  | true             |
    p7        |            |            | false            | 2026-04-10
    p8        |            |            | true             |
"""
JOBS = """
    job_id | client_id
    K0005  | p5
    K0007  | p7
"""
CARE = """
    care_id | client_id | ended_on   | end_reason
    Z0005   | p5        |            |
    Z0006   | p6        |            |
    Z0007   | p7        | 2026-05-01 | andere_zorg
    Z0008   | p8        | 2026-05-01 | overleden
"""
AROUND = {"helpers": HELPERS, "members": MEMBERS, "jobs": JOBS, "care_requests": CARE}


def test_x02_a_helper_is_asked_and_matched_only_while_active():
    judged("X02", "offers", """
        offer_id | request_type | request_id | helper_id | offered_on | response | match_start | X02
        M00001   | klus         | K0007      | p1        | 2026-02-01 | nee      |             |
        M00002   | klus         | K0007      | p1        | 2026-01-31 | nee      |             | offered_on
        M00003   | klus         | K0007      | p1        | 2026-05-31 | ja       | 2026-05-31  |
        M00004   | klus         | K0007      | p1        | 2026-05-31 | ja       | 2026-06-01  | match_start
        M00005   | klus         | K0007      | p1        | 2026-05-31 | nee      | 2026-06-01  |
        M00006   | klus         | K0007      | p1        | 2026-06-01 | nee      |             | offered_on
        M00007   | klus         | K0007      | p2        | 2026-06-01 | ja       | 2026-06-01  |
    """, **AROUND)  # fmt: skip


def test_x02_nobody_is_asked_for_a_client_who_left():
    judged("X02", "offers", """
        offer_id | request_type | request_id | helper_id | offered_on | X02
        M00001   | klus         | K0005      | p2        | 2026-04-10 |
        M00002   | klus         | K0005      | p2        | 2026-04-11 | offered_on
        M00003   | zorg         | Z0007      | p2        | 2026-05-01 |
        M00004   | zorg         | Z0007      | p2        | 2026-05-02 | offered_on
        M00005   | zorg         | Z0006      | p2        | 2026-05-02 |
    """, **AROUND)  # fmt: skip


def test_x02_no_visit_is_planned_with_who_left_unless_it_was_called_off():
    judged("X02", "care_visits", """
        visit_id | care_id | helper_id | planned_on | status          | X02
        B000001  | Z0005   | p1        | 2026-04-10 | uitgevoerd      |
        B000002  | Z0005   | p1        | 2026-04-11 | uitgevoerd      | planned_on
        B000003  | Z0005   | p1        | 2026-04-11 | vervallen       |
        B000004  | Z0005   | p1        | 2026-04-11 | afgezegd_client |
        B000005  | Z0008   | p1        | 2026-06-01 | uitgevoerd      | planned_on
        B000006  | Z0008   | p1        | 2026-06-01 | afgezegd_helper |
        B000007  | Z0008   | p2        | 2026-06-01 | uitgevoerd      |
    """, **AROUND)  # fmt: skip


def test_x22_no_invitation_after_consent_was_withdrawn():
    judged("X22", "feedback_clients", """
        feedback_id | respondent_id | invited_on | X22
        F00001      | p7            | 2026-04-10 |
        F00002      | p7            | 2026-04-11 | invited_on
        F00003      | p8            | 2026-04-11 |
        F00004      |               | 2026-04-11 |
    """, **AROUND)  # fmt: skip


def test_x24_nothing_is_asked_of_a_client_who_died():
    judged("X24", "feedback_clients", """
        feedback_id | respondent_id | invited_on | X24
        F00001      | p6            | 2026-04-10 |
        F00002      | p6            | 2026-04-11 | invited_on
        F00003      | p8            | 2026-05-02 | invited_on
        F00004      | p5            | 2026-05-02 |
    """, **AROUND)  # fmt: skip
    judged("X24", "offers", """
        offer_id | request_type | request_id | offered_on | X24
        M00001   | zorg         | Z0006      | 2026-04-10 |
        M00002   | zorg         | Z0006      | 2026-04-11 | offered_on
        M00003   | zorg         | Z0008      | 2026-05-02 | offered_on
    """, **AROUND)  # fmt: skip
    judged("X24", "care_visits", """
        visit_id | care_id | planned_on | status     | X24
        B000001  | Z0006   | 2026-04-10 | uitgevoerd |
        B000002  | Z0006   | 2026-04-11 | uitgevoerd | planned_on
        B000003  | Z0006   | 2026-04-11 | vervallen  |
    """, **AROUND)  # fmt: skip
