"""Group H as drawn tables: answers in time, terms that end in a weekend."""

from tests.lib.figures import ask, ask_all, counted, part


def complaints(*rows: str) -> str:
    head = "contact_id | type | received_on | answered_on | extended_on | duplicate_of"
    return "\n".join([head, *rows])


def test_no_contact_gives_no_share():
    for code in ("H2", "H4"):
        assert ask(code).value is None


# Received on Saturday 4 April: 42 days on is Saturday 16 May, so the last day is Monday 18 May.
def test_a_complaint_due_on_a_saturday_may_be_answered_on_monday():
    finding = ask(
        "H4",
        contacts=complaints(
            "Q00001 | klacht | 2026-04-04 | 2026-05-18 | |",
            "Q00002 | klacht | 2026-04-04 | 2026-05-19 | |",
        ),
    )
    assert counted(finding) == (1, 2)
    assert finding.verdict.value == "aangetoond niet gehaald"


# 42 days after Tuesday 14 April is Tuesday 26 May; 42 days after 13 April is Whit Monday, 25 May.
def test_a_complaint_due_on_a_holiday_may_be_answered_the_next_working_day():
    finding = ask("H4", contacts=complaints("Q00001 | klacht | 2026-04-13 | 2026-05-26 | |"))
    assert counted(finding) == (1, 1)


def test_an_extension_told_on_day_42_counts_and_on_day_43_does_not():
    finding = ask(
        "H4",
        contacts=complaints(
            "Q00001 | klacht | 2026-03-02 | 2026-05-11 | 2026-04-13 |",
            "Q00002 | klacht | 2026-03-02 | 2026-05-12 | 2026-04-13 |",
            "Q00003 | klacht | 2026-03-02 | 2026-05-11 | 2026-04-14 |",
        ),
    )
    assert counted(finding) == (1, 3)
    assert part(finding, "beside", "extended").value == 2


def test_open_and_not_yet_due_stands_apart_and_so_does_an_early_answer():
    finding = ask(
        "H4",
        contacts=complaints(
            "Q00001 | klacht | 2026-05-19 |            | |",
            "Q00002 | klacht | 2026-05-18 |            | |",
            "Q00003 | klacht | 2026-06-01 | 2026-06-02 | |",
            "Q00004 | vraag  | 2026-03-01 |            | |",
            "Q00005 | klacht | 2026-03-01 |            | | Q00001",
        ),
    )
    assert counted(finding) == (0, 1)  # due 29 June; the first is due today, which has not passed
    assert part(finding, "beside", "open_in_term").value == 1
    assert part(finding, "beside", "open_overdue").value == 1
    assert finding.pending == 2


def test_a_verdict_after_the_date_is_not_there_yet():
    contacts = complaints("Q00001 | klacht | 2026-03-02 | 2026-04-13 | |")
    assert counted(ask("H4", as_of="2026-04-14", contacts=contacts)) == (1, 1)
    late = complaints("Q00001 | klacht | 2026-03-02 | 2026-04-15 | |")
    finding = ask("H4", as_of="2026-04-14", contacts=late)
    assert counted(finding) == (0, 1)
    assert part(finding, "beside", "open_overdue").value == 1


def test_an_answer_within_two_working_days_over_a_weekend():
    contacts = """
    contact_id | branch | type      | received_on | acknowledged_on | answered_on
    Q00001     | klus   | vraag     | 2026-03-06  |                 | 2026-03-10
    Q00002     | zorg   | klacht    | 2026-03-06  | 2026-03-06      | 2026-03-11
    Q00003     | algemeen | opmerking | 2026-06-29 |                | 2026-06-29
    """
    together, klus, zorg = ask_all("H2", contacts=contacts)
    assert counted(klus) == (1, 1)
    assert counted(zorg) == (0, 1)
    assert counted(together) == (1, 2)
    assert together.pending == 1
