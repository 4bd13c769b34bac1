"""X01 and X16 on their boundaries: what a row points to exists, fits and is not the row itself."""

from tests.unit.schemas.judging import judged

MEMBERS = """
    member_id | role_helper_jobs | role_helper_care | role_care_client
    p1        | true             | false            | false
    p2        | false            | true             | true
    p3        | false            | false            | false
"""


def test_x01_a_job_needs_a_known_client():
    judged("X01", "jobs", """
        job_id | client_id | redo_of | duplicate_of | X01
        K0001  | p1        |         |              |
        K0002  | p9        |         |              | client_id
        K0003  | p1        | K0001   |              |
        K0004  | p1        | K0007   | K0008        | redo_of duplicate_of
        K0005  | p1        |         | K0006        |
        K0009  |           |         |              |
    """, stored="job_id | client_id\nK0006 | p1", members=MEMBERS)  # fmt: skip


def test_x01_an_ask_points_to_the_table_of_its_branch():
    judged("X01", "offers", """
        offer_id | request_type | request_id | helper_id | X01
        M00001   | klus         | K0001      | p1        |
        M00002   | zorg         | K0001      | p1        | request_id
        M00003   | zorg         | Z0001      | p1        |
        M00004   | klus         | Z0001      | p1        | request_id
        M00005   | klus         | K0001      | p3        | helper_id
    """, jobs="job_id\nK0001", care_requests="care_id\nZ0001", helpers="helper_id\np1")  # fmt: skip


def test_x01_a_message_may_be_about_a_job_or_a_care_request():
    judged("X01", "contacts", """
        contact_id | about_request | from_id | X01
        Q00001     | K0001         |         |
        Q00002     | Z0001         | p1      |
        Q00003     | K0002         | p8      | about_request from_id
        Q00004     |               |         |
    """, jobs="job_id\nK0001", care_requests="care_id\nZ0001", members=MEMBERS)  # fmt: skip


def test_x01_nobody_is_a_double_or_backup_of_himself():
    judged("X01", "members", """
        member_id | duplicate_of | X01
        p1        | p1           | duplicate_of
        p2        | p1           |
    """)  # fmt: skip
    judged("X01", "helpers", """
        helper_id | backup_id | X01
        p1        | p1        | backup_id
        p2        | p1        |
    """, members=MEMBERS)  # fmt: skip


def test_x01_a_person_pointed_to_has_the_role_it_is_pointed_to_for():
    judged("X01", "helpers", """
        helper_id | X01
        p1        |
        p2        |
        p3        | helper_id
    """, members=MEMBERS, words="rol_ontbreekt")  # fmt: skip
    judged("X01", "care_requests", """
        care_id | client_id | X01
        Z0001   | p2        |
        Z0002   | p1        | client_id
    """, members=MEMBERS, words="rol_ontbreekt")  # fmt: skip


def test_x16_a_redo_is_of_an_earlier_finished_job_of_the_same_client():
    judged("X16", "jobs", """
        job_id | client_id | reported_on | status   | completed_on | redo_of | X16
        K0001  | p1        | 2026-03-02  | afgerond | 2026-03-05   |         |
        K0002  | p1        | 2026-03-02  | gemeld   |              |         |
        K0003  | p1        | 2026-03-05  | gemeld   |              | K0001   |
        K0004  | p1        | 2026-03-04  | gemeld   |              | K0001   | redo_of
        K0005  | p2        | 2026-03-06  | gemeld   |              | K0001   | redo_of
        K0006  | p1        | 2026-03-06  | gemeld   |              | K0002   | redo_of
        K0007  | p1        | 2026-04-01  | gemeld   |              | K0090   |
    """, stored="job_id | client_id | reported_on | status\nK0090 | p1 | 2026-02-01 | afgerond")  # fmt: skip
