"""Group G as drawn tables: whose answers count."""

from tests.lib.figures import ask, counted


def answers(*rows: str, columns: str = "grade") -> str:
    head = f"feedback_id | respondent_id | invited_on | answered_on | {columns}"
    return "\n".join([head, *rows])


def distribution(finding, by):
    return {one.key: one.k for one in finding.parts if one.by == by}


def test_no_answer_gives_no_grade():
    finding = ask("G1")
    assert finding.value is None
    assert "no_data" in finding.caveats


def test_one_answer_is_a_grade_without_interval():
    finding = ask("G1", feedback_clients=answers("F00001 | p1 | 2026-03-01 | 2026-03-02 | 8"))
    assert (finding.value, finding.n, finding.low) == (8, 1, None)
    assert "one_case" in finding.caveats


def test_the_mean_carries_the_whole_distribution():
    finding = ask(
        "G1",
        feedback_clients=answers(
            "F00001 | p1 | 2026-03-01 | 2026-03-02 | 7",
            "F00002 | p2 | 2026-03-01 | 2026-03-02 | 8",
            "F00003 | p3 | 2026-03-01 | 2026-03-02 | 8",
            "F00004 | p4 | 2026-03-01 | 2026-03-02 | 9",
            "F00005 | p5 | 2026-03-01 | 2026-03-02 | 6",
            "F00006 | p6 | 2026-03-01 |            |  ",
        ),
    )
    assert finding.n == 5
    assert (round(finding.value, 2), round(finding.low, 2), round(finding.high, 2)) == (7.6, 6.18, 9.02)
    assert distribution(finding, "grade") == {"6": 1, "7": 1, "8": 2, "9": 1}


def test_the_last_answer_of_a_tenant_within_90_days_counts():
    rows = (
        "F00001 | p1 | 2026-01-10 | 2026-01-10 | 4",
        "F00002 | p1 | 2026-04-09 | 2026-04-09 | 8",
    )
    assert ask("G1", feedback_clients=answers(*rows)).value == 8  # 89 days apart
    later = (rows[0], "F00002 | p1 | 2026-04-10 | 2026-04-10 | 8")
    assert ask("G1", feedback_clients=answers(*later)).value == 6  # 90 days apart: both
    assert ask("G1", as_of="2026-04-08", feedback_clients=answers(*rows)).value == 4


def test_anonymous_answers_are_each_somebody_else():
    rows = ("F00001 |  | 2026-03-01 | 2026-03-02 | 6", "F00002 |  | 2026-03-01 | 2026-03-02 | 8")
    finding = ask("G1", feedback_clients=answers(*rows))
    assert (finding.n, finding.persons) == (2, 2)


def test_answers_collected_by_our_own_people_are_out():
    finding = ask(
        "G1",
        feedback_clients=answers(
            "F00001 | p1 | 2026-03-01 | 2026-03-02 | 9 | helper         | klant",
            "F00002 | p2 | 2026-03-01 | 2026-03-02 | 9 | coordinator    | klant",
            "F00003 | p3 | 2026-03-01 | 2026-03-02 | 9 | onafhankelijk  | samen_met_helper",
            "F00004 | p4 | 2026-03-01 | 2026-03-02 | 6 | zelf           | klant",
            "F00005 | p5 | 2026-03-01 | 2026-03-02 | 6 | onafhankelijk  | mantelzorger",
            columns="grade | collected_by | respondent_role",
        ),
    )
    assert (finding.value, finding.n) == (6, 2)


CEO = "branch | q_quality | collected_by"


def test_agreeing_is_4_or_5_and_no_answer_is_out():
    finding = ask(
        "G4",
        feedback_clients=answers(
            "F00001 | p1 | 2026-03-01 | 2026-03-02 | zorg | 5 | zelf",
            "F00002 | p2 | 2026-03-01 | 2026-03-02 | zorg | 4 | zelf",
            "F00003 | p3 | 2026-03-01 | 2026-03-02 | zorg | 3 | zelf",
            "F00004 | p4 | 2026-03-01 | 2026-03-02 | zorg | 9 | zelf",
            "F00005 | p5 | 2026-03-01 | 2026-03-02 | zorg |   | zelf",
            "F00006 | p6 | 2026-03-01 | 2026-03-02 | klus | 5 | zelf",
            "F00007 | p7 | 2026-03-01 | 2026-03-02 | zorg | 5 | helper",
            columns=CEO,
        ),
    )
    assert counted(finding) == (2, 3)
    assert "indicative" in finding.caveats


def test_nobody_asked_gives_no_share():
    assert ask("G4").value is None
