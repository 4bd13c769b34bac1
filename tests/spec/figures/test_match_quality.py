"""Figures C3, C4, C5, C6 as drawn tables: asks for a yes, matches that hold and fit, work divided."""

from pipelines.stats import gini
from tests.lib.figures import ask, ask_all, counted, part

JOB = "job_id | reported_on | status\nK0001 | 2026-03-01 | ingepland"
CARE = """
care_id | client_id | requested_on | status | help_type
Z0001   | p1        | 2026-01-05   | lopend | schoonmaak;was
Z0002   | p2        | 2026-01-05   | lopend | anders
"""
VISITS = "visit_id | care_id | planned_on\nB000001 | Z0001 | 2026-01-20\nB000002 | Z0002 | 2026-01-20"


def test_empty_tables_give_no_number():
    for code in ("C3", "C4", "C5", "C6"):
        assert ask(code).value is None


def test_a_group_app_counts_for_half_and_a_withdrawn_ask_does_not():
    finding = ask(
        "C3",
        jobs=JOB,
        offers="""
        offer_id | request_id | offered_on | channel   | response     | responded_on
        M00001   | K0001      | 2026-03-02 | telefoon  | nee          | 2026-03-02
        M00002   | K0001      | 2026-03-02 | groepsapp | geen_reactie |
        M00003   | K0001      | 2026-03-02 | telefoon  | ingetrokken  |
        M00004   | K0001      | 2026-03-03 | telefoon  | ja           | 2026-03-03
        """,
    )
    assert (finding.value, finding.k, finding.n) == (2.5, 2.5, 1)


def test_asks_without_a_yes_give_no_number():
    offers = "offer_id | request_id | offered_on | response\nM00001 | K0001 | 2026-03-02 | open"
    finding = ask("C3", jobs=JOB, offers=offers)
    assert (finding.value, finding.k, finding.n) == (None, 1, 0)
    assert "no_data" in finding.caveats


def test_the_persons_behind_the_yeses_are_who_said_yes():
    offers = """
    offer_id | request_id | helper_id | offered_on | response | responded_on
    M00001   | K0001      | h1        | 2026-03-02 | nee      | 2026-03-02
    M00002   | K0001      | h2        | 2026-03-03 | nee      | 2026-03-03
    M00003   | K0001      | h3        | 2026-03-04 | ja       | 2026-03-04
    """
    assert ask("C3", jobs=JOB, offers=offers).persons == 1


def matches(*rows: str) -> str:
    head = (
        "offer_id | request_type | request_id | offered_on | response | responded_on | match_start | match_end"
        " | match_end_reason"
    )
    return "\n".join([head, *rows])


def test_a_broken_match_counts_and_death_is_followed_until_then():
    finding = ask(
        "C4",
        care_requests=CARE,
        care_visits=VISITS,
        offers=matches(
            "M00001 | zorg | Z0001 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10 | 2026-02-10 | geen_klik",
            "M00002 | zorg | Z0002 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10 | 2026-02-01 | overleden",
            "M00003 | zorg | Z0001 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10 |            |",
            "M00004 | zorg | Z0001 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10 | 2026-01-17 | afgerond",
            "M00005 | zorg | Z0001 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10 | 2026-01-18 | afgerond",
            "M00006 | zorg | Z0001 | 2026-06-06 | ja | 2026-06-06 | 2026-07-10 |            |",
        ),
    )
    assert finding.n == 4  # the one-off of 7 days is out, the one of 8 days is not, July has not begun
    assert finding.value == 50  # the fall at day 31 is of the two still followed
    assert (finding.curve.events, finding.curve.open_cases) == (1, 3)


def test_an_end_after_the_date_is_a_running_match():
    offers = matches(
        "M00001 | zorg | Z0001 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10 | 2026-02-10 | geen_klik"
    )
    drawn = {"care_requests": CARE, "care_visits": VISITS, "offers": offers}
    assert ask("C4", as_of="2026-02-09", **drawn).value == 100
    assert ask("C4", as_of="2026-02-10", **drawn).value == 0


HELPERS = """
helper_id | branch | skills
h1        | zorg   | schoonmaak;was;koken
h2        | zorg   | schoonmaak
"""
VOG = """
vog_id | helper_id | issued_on  | original_seen_on
V0001  | h1        | 2026-01-01 | 2026-01-10
V0002  | h2        | 2026-01-01 | 2026-01-11
"""


def test_a_match_fits_with_all_skills_and_a_vog_seen_on_the_first_day():
    head = "offer_id | helper_id | request_type | request_id | offered_on | response | responded_on | match_start"
    finding = ask(
        "C5",
        helpers=HELPERS,
        vog_checks=VOG,
        care_requests=CARE,
        care_visits=VISITS,
        offers=f"""{head}
        M00001 | h1 | zorg | Z0001 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10
        M00002 | h2 | zorg | Z0001 | 2026-01-06 | ja | 2026-01-06 | 2026-01-10
        M00003 | h2 | zorg | Z0002 | 2026-01-11 | ja | 2026-01-11 | 2026-01-11
        """,
    )
    assert counted(finding) == (2, 3)
    assert part(finding, "beside", "skills_covered").k == 2
    assert part(finding, "beside", "vog_seen").k == 2
    assert part(finding, "beside", "same_day").value == 1


def test_three_of_four_helpers_did_most_of_the_work_and_one_did_none():
    helpers = "helper_id | branch\n" + "\n".join(f"h{number} | zorg" for number in range(1, 5))
    visits = """
    visit_id | care_id | helper_id | planned_on | actual_hours
    B000001  | Z0001   | h1        | 2026-06-01 | 6
    B000002  | Z0001   | h2        | 2026-06-01 | 3
    B000003  | Z0001   | h3        | 2026-04-01 | 1
    B000004  | Z0001   | h4        | 2026-03-31 | 9
    """
    together, klus, zorg = ask_all("C6", helpers=helpers, care_requests=CARE, care_visits=visits)
    assert (zorg.value, zorg.n) == (100, 4)  # 31 March is 91 days ago
    assert part(zorg, "beside", "fair_share").value == 75
    assert part(zorg, "beside", "without_hours").value == 1
    assert together.value == zorg.value
    assert klus.value is None


def test_chance_divides_whole_services_though_hours_are_no_whole_numbers():
    helpers = "helper_id | branch\n" + "\n".join(f"h{number} | zorg" for number in range(1, 6))
    head = "visit_id | care_id | helper_id | planned_on | actual_hours"
    of = {"h1": 5, "h2": 2, "h3": 1}  # services; h4 and h5 had none
    turns = [helper for helper, count in of.items() for _ in range(count)]
    visits = "\n".join(
        [head]
        + [
            f"B{place:06d} | Z0001 | {helper} | 2026-06-01 | 1.25"
            for place, helper in enumerate(turns, start=1)
        ]
    )
    _, _, zorg = ask_all("C6", helpers=helpers, care_requests=CARE, care_visits=visits)
    expected = gini([5, 2, 1, 0, 0])
    assert part(zorg, "beside", "services").value == 8
    assert part(zorg, "beside", "gini").value == expected.gini
    assert part(zorg, "beside", "gini_by_chance").value == expected.expected_by_chance
    assert part(zorg, "beside", "gini_p").value == expected.p_value
    assert 0.01 < expected.p_value < 0.2


def test_work_in_both_branches_is_one_helper_in_the_total():
    helpers = "helper_id | branch\nh1 | beide\nh2 | beide\nh3 | zorg\nh4 | zorg"
    together, klus, zorg = ask_all("C6", helpers=helpers)
    assert (together.n, klus.n, zorg.n) == (4, 2, 4)
    assert "all_zero" in together.caveats
