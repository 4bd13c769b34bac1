"""Group F as drawn tables: when a visit was covered by a VOG."""

from tests.lib.figures import ask, counted, part

CARE = "care_id | requested_on | status\nZ0001 | 2026-01-05 | lopend"


def visits(*days: str) -> str:
    lines = [f"B{number:06d} | Z0001 | {day}" for number, day in enumerate(days)]
    return "\n".join(["visit_id | care_id | planned_on", *lines])


def vog(seen: str, issued: str, status: str = "gezien_akkoord") -> str:
    return f"vog_id | issued_on | original_seen_on | status\nV0001 | {issued} | {seen} | {status}"


def test_no_visit_gives_no_share():
    assert ask("F1").value is None


def test_the_day_it_was_seen_is_covered_and_the_day_before_is_not():
    finding = ask(
        "F1",
        care_requests=CARE,
        vog_checks=vog("2026-03-02", "2026-02-01"),
        care_visits=visits("2026-03-01", "2026-03-02", "2026-06-30"),
    )
    assert counted(finding) == (2, 3)
    assert part(finding, "beside", "without").value == 1
    assert finding.verdict.value == "aangetoond niet gehaald"


def test_the_recheck_day_itself_is_covered_and_the_day_after_is_not():
    finding = ask(
        "F1",
        care_requests=CARE,
        vog_checks=vog("2023-06-01", "2023-05-31"),
        care_visits=visits("2026-05-31", "2026-06-01"),
    )
    assert counted(finding) == (1, 2)


def test_a_later_check_covers_from_the_day_it_was_seen():
    two = """
    vog_id | issued_on  | original_seen_on | status
    V0001  | 2023-02-28 | 2023-03-01       | gezien_akkoord
    V0002  | 2026-03-10 | 2026-03-20       | gezien_akkoord
    """
    finding = ask(
        "F1", care_requests=CARE, vog_checks=two, care_visits=visits("2026-02-28", "2026-03-10", "2026-03-20")
    )
    assert counted(finding) == (2, 3)


def test_an_older_paper_seen_later_takes_no_cover_away():
    two = """
    vog_id | issued_on  | original_seen_on | status
    V0001  | 2024-02-28 | 2024-03-01       | gezien_akkoord
    V0002  | 2023-03-10 | 2024-04-02       | gezien_akkoord
    V0003  | 2024-01-10 | 2024-04-02       | gezien_akkoord
    """
    days = visits("2024-02-29", "2024-04-01", "2024-04-02", "2026-06-30")
    early = ask("F1", since="2024-01-01", care_requests=CARE, vog_checks=two, care_visits=days)
    assert counted(early) == (3, 4)
    ends = visits("2027-02-28", "2027-03-01")
    late = ask("F1", as_of="2027-06-30", care_requests=CARE, vog_checks=two, care_visits=ends)
    assert counted(late) == (1, 2)


def test_only_seen_and_approved_covers_and_other_helpers_do_not():
    for status in ("aangevraagd", "niet_inzetbaar", "niet_gestart"):
        finding = ask(
            "F1",
            care_requests=CARE,
            vog_checks=vog("2026-01-02", "2026-01-01", status),
            care_visits=visits("2026-03-02"),
        )
        assert counted(finding) == (0, 1)
    other = "vog_id | helper_id | issued_on | original_seen_on\nV0001 | h2 | 2026-01-01 | 2026-01-02"
    assert counted(ask("F1", care_requests=CARE, vog_checks=other, care_visits=visits("2026-03-02"))) == (
        0,
        1,
    )


def test_five_covered_visits_of_five_meet_the_whole():
    days = [f"2026-03-0{day}" for day in range(2, 7)]
    finding = ask(
        "F1", care_requests=CARE, vog_checks=vog("2026-01-02", "2026-01-01"), care_visits=visits(*days)
    )
    assert finding.verdict.value == "aangetoond gehaald"
