"""Figures G2, G3, G5, G6, G7 as drawn tables: what was answered, and what was done with it."""

from tests.lib.figures import ask, ask_all, counted


def answers(*rows: str, columns: str) -> str:
    return "\n".join([f"feedback_id | respondent_id | invited_on | answered_on | {columns}", *rows])


def test_no_answer_gives_no_number():
    for code in ("G2", "G3", "G5", "G6", "G7"):
        assert ask(code).value is None


def test_five_is_dissatisfied_and_six_is_not():
    finding = ask(
        "G2",
        feedback_clients=answers(
            "F00001 | p1 | 2026-03-01 | 2026-03-02 | 5 | zelf",
            "F00002 | p2 | 2026-03-01 | 2026-03-02 | 6 | zelf",
            "F00003 | p3 | 2026-03-01 | 2026-03-02 | 1 | coordinator",
            "F00004 | p1 | 2026-02-01 | 2026-02-02 | 9 | zelf",
            columns="grade | collected_by",
        ),
    )
    assert counted(finding) == (1, 2)


def test_a_care_grade_says_who_answered():
    finding = ask(
        "G3",
        feedback_clients=answers(
            "F00001 | p1 | 2026-03-01 | 2026-03-02 | 7 | zorg | klant",
            "F00002 | p2 | 2026-03-01 | 2026-03-02 | 9 | zorg | mantelzorger",
            "F00003 | p3 | 2026-03-01 | 2026-03-02 | 1 | zorg | samen_met_helper",
            "F00004 | p4 | 2026-03-01 | 2026-03-02 | 1 | klus | klant",
            columns="grade | branch | respondent_role",
        ),
    )
    assert (finding.value, finding.n) == (8, 2)
    assert {one.key: one.value for one in finding.parts if one.by == "respondent_role"} == {
        "klant": 7,
        "mantelzorger": 9,
    }


def test_nine_is_not_applicable():
    finding = ask(
        "G5",
        feedback_clients=answers(
            "F00001 | p1 | 2026-03-01 | 2026-03-02 | 9 | zorg",
            "F00002 | p2 | 2026-03-01 | 2026-03-02 | 4 | zorg",
            "F00003 | p3 | 2026-03-01 | 2026-03-02 | 3 | zorg",
            columns="q_manage | branch",
        ),
    )
    assert counted(finding) == (1, 2)


def test_an_invitation_of_21_days_ago_is_judged_and_one_of_20_days_is_not():
    together, klus, zorg = ask_all(
        "G6",
        feedback_clients=answers(
            "F00001 | p1 | 2026-06-09 | 2026-06-20 | klus | helper",
            "F00002 | p2 | 2026-06-09 |            | klus | zelf",
            "F00003 | p3 | 2026-06-10 | 2026-06-11 | klus | zelf",
            "F00004 | p4 | 2026-03-01 | 2026-06-29 | zorg | zelf",
            columns="branch | collected_by",
        ),
    )
    assert counted(klus) == (1, 2)
    assert klus.pending == 1
    assert counted(zorg) == (1, 1)
    assert counted(together) == (2, 3)


def test_a_signal_is_called_back_within_five_working_days():
    finding = ask(
        "G7",
        helper_checkins="""
        checkin_id | asked_on   | answered_on | load | asked_too_often | wants_call | called_on
        C00001     | 2026-06-01 | 2026-06-05  | 4    | nee             | nee        | 2026-06-12
        C00002     | 2026-06-01 | 2026-06-05  | 2    | ja              | nee        | 2026-06-15
        C00003     | 2026-06-01 | 2026-06-05  | 2    | nee             | ja         |
        C00004     | 2026-06-01 | 2026-06-05  | 3    | soms            | nee        |
        C00005     | 2026-06-01 | 2026-06-24  | 5    | nee             | nee        | 2026-06-25
        C00006     | 2026-06-01 | 2026-06-23  | 5    | nee             | nee        |
        """,
    )
    assert counted(finding) == (1, 4)
    assert finding.pending == 1
