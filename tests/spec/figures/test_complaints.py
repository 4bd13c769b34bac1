"""Figures H1, H3, H5, H6 as drawn tables: kinds, rate, open ones, themes in persons."""

from tests.lib.figures import ask, ask_all, part

CONTACTS = """
contact_id | branch | type      | received_on | from_id | sentiment  | closed_on  | answered_on | duplicate_of | themes
Q00001     | klus   | klacht    | 2026-03-02  | p1      |            | 2026-03-20 | 2026-03-10  |              | wachttijd;afspraak
Q00002     | klus   | klacht    | 2026-04-02  | p1      |            |            |             |              | wachttijd
Q00003     | zorg   | klacht    | 2026-06-20  | p2      |            |            |             |              | bejegening
Q00004     | klus   | klacht    | 2026-03-03  | p1      |            |            |             | Q00001       | kosten
Q00005     | zorg   | opmerking | 2026-03-03  | p3      | compliment |            |             |              |
Q00006     | algemeen | vraag   | 2026-03-03  |         |            |            |             |              |
Q00007     | lidmaatschap | klacht | 2026-05-01 |        |            | 2026-05-20 | 2026-05-10  |              |
"""


def values(finding, by):
    return {one.key: one.value for one in finding.parts if one.by == by}


def test_no_contact_says_nothing_was_counted():
    for code in ("H1", "H5", "H6"):
        assert ask(code).value == 0
        assert "nothing_counted" in ask(code).caveats
    assert ask("H3").value is None


def test_contacts_count_per_kind_and_month_and_duplicates_are_one():
    together, klus, zorg = ask_all("H1", contacts=CONTACTS)
    assert (together.value, klus.value, zorg.value) == (6, 2, 2)
    assert values(together, "type") == {"klacht": 4, "opmerking": 1, "vraag": 1}
    assert values(klus, "month") == {"2026-03": 1, "2026-04": 1}
    assert values(klus, "month_type") == {"2026-03 klacht": 1, "2026-04 klacht": 1}
    assert part(zorg, "beside", "compliment").value == 1


def test_complaints_per_100_services_carry_an_exact_interval():
    together, klus, zorg = ask_all(
        "H3",
        contacts=CONTACTS,
        jobs="job_id | reported_on | status | completed_on\n"
        + "\n".join(f"K{number:04d} | 2026-03-01 | afgerond | 2026-03-05" for number in range(40)),
        care_requests="care_id | requested_on | status\nZ0001 | 2026-01-05 | lopend",
        care_visits="""
        visit_id | care_id | planned_on | status
        B000001  | Z0001   | 2026-03-02 | uitgevoerd
        B000002  | Z0001   | 2026-03-03 | niet_thuis
        """,
    )
    assert (klus.k, klus.n, klus.value) == (2, 40, 5)
    assert (round(klus.low, 2), round(klus.high, 2)) == (0.61, 18.06)
    assert (zorg.k, zorg.n) == (1, 1)
    assert (together.k, together.n) == (3, 41)


def test_complaints_without_a_service_give_no_rate():
    finding = ask("H3", contacts=CONTACTS)
    assert finding.value is None
    assert "no_exposure" in finding.caveats


def test_open_complaints_stand_by_days_left_and_overdue_ones_apart():
    together, klus, zorg = ask_all("H5", contacts=CONTACTS)
    assert (together.value, klus.value, zorg.value) == (2, 1, 1)
    assert part(klus, "beside", "overdue").value == 1  # due 14 May
    assert {one.key: one.k for one in together.parts if one.by == "due_band"} == {">21": 1, "overdue": 1}


def test_closed_after_the_date_or_opened_again_is_open():
    assert ask("H5", as_of="2026-03-19", contacts=CONTACTS).value == 1
    assert ask("H5", as_of="2026-03-20", contacts=CONTACTS).value == 0
    again = """
    contact_id | type   | received_on | closed_on  | reopened_on
    Q00001     | klacht | 2026-03-02  | 2026-03-20 | 2026-04-01
    """
    assert ask("H5", as_of="2026-03-31", contacts=again).value == 0
    assert ask("H5", as_of="2026-04-01", contacts=again).value == 1


def test_one_person_with_two_complaints_is_one_per_theme_and_themes_overlap():
    together, klus, _ = ask_all("H6", contacts=CONTACTS)
    assert klus.value == 1
    assert values(klus, "themes") == {"afspraak": 1, "wachttijd": 1}
    assert together.value == 3  # p1, p2 and an anonymous one without theme
