"""X11, X12, X14, X15, X17, X21, X23 on their boundaries: doubles, complaints, and rules of the figures."""

from pipelines.schemas.rules.doubles import KnownPerson, same_person
from tests.unit.schemas.judging import judged


def test_x11_the_same_kind_of_job_of_one_client_within_seven_days_may_be_a_double():
    judged("X11", "jobs", """
        job_id | client_id | category | reported_on | status | duplicate_of | redo_of | X11
        K0001  | p1        | tuin     | 2026-03-02  | gemeld |              |         |
        K0002  | p1        | tuin     | 2026-03-09  | gemeld |              |         | reported_on
        K0003  | p1        | tuin     | 2026-03-17  | gemeld |              |         |
        K0004  | p1        | anders   | 2026-03-03  | gemeld |              |         |
        K0005  | p2        | tuin     | 2026-03-03  | gemeld |              |         |
        K0006  | p2        | tuin     | 2026-03-03  | gemeld |              |         | reported_on
        K0007  | p2        | tuin     | 2026-03-04  | dubbel |              |         |
        K0008  | p2        | tuin     | 2026-03-04  | dubbel | K0005        |         |
        K0009  | p2        | tuin     | 2026-03-04  | gemeld |              | K0005   |
    """, words="dubbele_klus")  # fmt: skip


def test_x11_is_seen_beside_a_job_loaded_before():
    judged("X11", "jobs", """
        job_id | client_id | category | reported_on | status | X11
        K0002  | p1        | tuin     | 2026-03-09  | gemeld | reported_on
    """, stored="""
        job_id | client_id | category | reported_on | status
        K0001  | p1        | tuin     | 2026-03-02  | gemeld
    """, words="dubbele_klus")  # fmt: skip


def test_x11_the_same_words_of_one_client_may_be_a_double():
    judged("X11", "jobs", """
        job_id | client_id | description       | reported_on | status | X11
        K0001  | p1        | Kraan lekt!       | 2026-03-02  | gemeld |
        K0002  | p1        | de  kraan lekt    | 2026-05-02  | gemeld |
        K0003  | p1        | kraan, lekt       | 2026-05-02  | gemeld | description
        K0004  | p2        | kraan lekt        | 2026-05-02  | gemeld |
        K0005  | p2        |                   | 2026-05-02  | gemeld |
    """, words="zelfde_omschrijving")  # fmt: skip


def person(number, name="Jansen", *, year=1950, postcode="3812AB", phone=None, settled=False):
    return KnownPerson(member_id=number, last_name=name, birth_year=year, postcode=postcode, phone=phone,
        settled=settled)  # fmt: skip


def test_x12_nobody_is_a_double_in_an_empty_register():
    assert same_person([]) == ()


def test_x12_same_name_year_and_postcode_is_one_person():
    rows = [person("R0001"), person("R0002", "jansén", postcode="3812 ab"), person("R0003", year=1951),
        person("R0004", postcode="3812AC"), person("R0005", year=None)]  # fmt: skip
    assert same_person(rows) == (("R0002", "R0001", "last_name"),)


def test_x12_same_phone_is_one_person_and_a_settled_double_is_not_told_again():
    rows = [person("R0001", phone="0612345678"), person("R0002", "Smit", phone="06-12345678"),
        person("R0003", "Smit", year=1980, phone="0612345678", settled=True)]  # fmt: skip
    assert same_person(rows) == (("R0002", "R0001", "phone"),)


def test_x23_a_member_has_a_number_of_his_own():
    judged("X23", "members", """
        member_id | membership | member_no | X23
        p1        | lid        | 1         |
        p2        | lid        |           | member_no
        p3        | lid        | 1         | member_no
        p4        | aspirant   |           |
        p5        | oud_lid    | 7         |
        p6        | lid        | 7         | member_no
        p7        | lid        | 8         | member_no
        p8        | lid        | 9         |
    """, stored="""
        member_id | membership | member_no
        p8        | lid        | 9
        p9        | oud_lid    | 8
        p2        | lid        | 1
    """)  # fmt: skip


def test_x14_a_complaint_is_not_handled_by_whom_it_is_about():
    judged("X14", "contacts", """
        contact_id | type   | handled_by | about_helper | X14
        Q00001     | klacht | K1         | p9           | handled_by
        Q00002     | klacht | K1         | p8           |
        Q00003     | klacht | K2         | p9           |
        Q00004     | vraag  | K1         | p9           |
        Q00005     | klacht | K1         |              |
    """)  # fmt: skip


def test_x15_a_possible_calamity_is_passed_on_within_a_working_day():
    calendar = """
        day        | wd_idx
        2026-03-06 | 5
        2026-03-07 | 5
        2026-03-08 | 5
        2026-03-09 | 6
        2026-03-10 | 7
    """
    text = """
        contact_id | type   | severity             | received_on | escalated_to | X15
        Q00001     | klacht | mogelijke_calamiteit | 2026-03-06  |              | {friday}
        Q00002     | klacht | mogelijke_calamiteit | 2026-03-06  | bestuur      |
        Q00003     | klacht | zwaar                | 2026-03-06  |              |
        Q00004     | klacht | mogelijke_calamiteit | 2026-03-08  |              | {friday}
        Q00005     | klacht | mogelijke_calamiteit | 2026-03-09  |              |
    """
    for today, friday in (("2026-03-09", ""), ("2026-03-10", "escalated_to")):
        judged("X15", "contacts", text.format(friday=friday), calendar=calendar, today=today)


def test_x17_an_answer_taken_down_by_who_helped_is_no_grade():
    judged("X17", "feedback_clients", """
        feedback_id | collected_by  | respondent_role  | X17
        F00001      | onafhankelijk | klant            |
        F00002      | zelf          | mantelzorger     |
        F00003      | coordinator   | klant            | collected_by
        F00004      | helper        | samen_met_helper | collected_by respondent_role
        F00005      | onafhankelijk | samen_met_helper | respondent_role
    """)  # fmt: skip


def test_x21_a_target_decided_after_the_start_is_told_as_such():
    judged("X21", "targets", """
        kpi_code  | decided_on | X21
        job_grade | 2026-01-05 |
        job_grade | 2026-01-06 | decided_on
    """)  # fmt: skip
