"""Figures E1, E3, E4, E5, E6, E7, E8 as drawn tables: load, asks, staying, who pays."""

from datetime import date, timedelta

from tests.lib.figures import ask, counted, part

CARE = """
care_id | client_id | requested_on | status
Z0001   | p1        | 2026-01-05   | lopend
Z0002   | p2        | 2026-01-05   | lopend
"""


def visits(*rows: str, columns: str = "helper_id | planned_on | actual_hours") -> str:
    lines = [f"B{number:06d} | Z0001 | {row}" for number, row in enumerate(rows)]
    return "\n".join([f"visit_id | care_id | {columns}", *lines])


def keys(finding, by):
    return {one.key: one.k for one in finding.parts if one.by == by}


def test_no_helper_gives_no_number():
    for code in ("E1", "E3", "E4", "E5", "E6", "E8"):
        assert ask(code).value is None
    assert ask("E7").value == 0
    assert "nothing_counted" in ask("E7").caveats


HELPERS = """
helper_id | capacity_hours_week | max_asks_4w | branch | skills       | pause_from
h1        | 2                   | 2           | zorg   | was;koken    |
h2        | 4                   | 4           | beide  | was          |
h3        | 9                   | 6           | klus   | schilderen   | 2026-06-01
"""
# Four complete weeks before Tuesday 30 June: Monday 1 June to Sunday 28 June.
HOURS = visits("h1 | 2026-06-01 | 5", "h1 | 2026-06-28 | 3", "h2 | 2026-06-29 | 9", "h2 | 2026-05-31 | 9")


def test_hours_of_four_complete_weeks_against_the_own_maximum_without_who_is_on_pause():
    finding = ask("E1", helpers=HELPERS, care_requests=CARE, care_visits=HOURS)
    assert (finding.k, finding.n) == (8, 24)
    assert keys(finding, "load_band") == {"<=50": 1, ">=100": 1}


def test_free_hours_are_what_is_left_of_the_maximum_and_skills_overlap():
    finding = ask("E5", helpers=HELPERS, care_requests=CARE, care_visits=HOURS)
    assert (finding.value, finding.n) == (4, 2)  # 2 + 4 hours a week, less 8 hours in 4 weeks
    assert {one.key: one.value for one in finding.parts if one.by == "skills"} == {"koken": 0, "was": 4}
    assert {one.key: one.value for one in finding.parts if one.by == "helper_branch"} == {
        "beide": 4,
        "zorg": 0,
    }


def test_a_helper_asked_as_often_as_agreed_is_under_pressure():
    finding = ask(
        "E3",
        helpers=HELPERS,
        jobs="job_id | reported_on | status\nK0001 | 2026-06-01 | in_behandeling",
        offers="""
        offer_id | request_id | helper_id | offered_on | channel   | response | responded_on
        M00001   | K0001      | h1        | 2026-06-03 | telefoon  | nee      | 2026-06-03
        M00002   | K0001      | h1        | 2026-06-04 | groepsapp | open     |
        M00003   | K0001      | h1        | 2026-06-05 | groepsapp | open     |
        M00004   | K0001      | h2        | 2026-06-03 | telefoon  | ja       | 2026-06-03
        M00005   | K0001      | h2        | 2026-06-10 | telefoon  | ja       | 2026-06-10
        M00006   | K0001      | h2        | 2026-06-02 | telefoon  | nee      | 2026-06-02
        """,
    )
    assert counted(finding) == (1, 3)
    assert keys(finding, "ask_band") == {"<=50": 2, ">=100": 1}
    beside = part(finding, "beside", "asks_by_maximum")
    assert (beside.k, beside.n, beside.value) == (3, 12, 25)


def test_the_default_maximum_is_a_setting():
    helpers = "helper_id | max_asks_4w\nh1 |"
    drawn = {
        "jobs": "job_id | reported_on | status\nK0001 | 2026-06-01 | in_behandeling",
        "offers": "offer_id | request_id | offered_on | response\nM00001 | K0001 | 2026-06-03 | open",
    }
    assert ask("E3", helpers=helpers, **drawn).k == 0
    assert ask("E3", helpers=helpers, parameters="param_key | value\nmax_asks_default_4w | 1", **drawn).k == 1


def test_no_answer_is_not_no():
    finding = ask(
        "E4",
        helper_checkins="""
        checkin_id | asked_on   | answered_on | load | asked_too_often
        C00001     | 2026-05-01 | 2026-05-02  | 4    | nee
        C00002     | 2026-05-01 | 2026-05-02  | 3    | ja
        C00003     | 2026-05-01 | 2026-06-02  | 3    | soms
        C00004     | 2026-05-01 |             |      |
        C00005     | 2026-05-01 | 2026-05-02  |      |
        """,
    )
    assert counted(finding) == (2, 3)
    answered = part(finding, "beside", "answered")
    assert (answered.k, answered.n) == (4, 5)
    assert [(month.start.month, month.k, month.n) for month in finding.series] == [(5, 2, 2), (6, 0, 1)]


LEAVERS = """
helper_id | active_from | active_until | stop_reason
h1        | 2025-06-30  |              |
h2        | 2025-06-30  | 2025-12-29   | te_druk
h3        | 2025-06-30  | 2025-12-30   | geen_vraag
h4        | 2025-06-30  |              |
"""
WORKED = visits("h1 | 2026-06-20 | 1", "h2 | 2025-08-01 | 1", "h3 | 2025-08-01 | 1")


def test_stopping_for_lack_of_requests_is_no_leaving_and_who_never_started_stands_apart():
    finding = ask(
        "E6", helpers=LEAVERS, care_requests=CARE.replace("2026-01-05", "2025-07-01"), care_visits=WORKED
    )
    assert (finding.k, finding.n) == (1, 3)
    assert round(finding.value, 1) == 33.3
    assert part(finding, "horizon", "365").k == 1
    assert part(finding, "beside", "never_started").value == 1
    assert keys(finding, "stop_reason") == {"geen_vraag": 1, "te_druk": 1}


def test_a_leaving_after_the_date_has_not_happened():
    drawn = {"care_requests": CARE.replace("2026-01-05", "2025-07-01"), "care_visits": WORKED}
    assert ask("E6", as_of="2025-12-28", helpers=LEAVERS, **drawn).k == 0


def test_no_work_and_no_answer_for_eight_weeks_is_possibly_stopped():
    helpers = "helper_id | active_from\nh1 | 2026-01-01\nh2 | 2026-01-01\nh3 | 2026-01-01"
    finding = ask(
        "E6",
        helpers=helpers,
        care_requests=CARE,
        care_visits=visits("h1 | 2026-05-05 | 1", "h2 | 2026-05-06 | 1", "h3 | 2026-03-01 | 1"),
        helper_checkins="checkin_id | helper_id | asked_on | answered_on\nC00001 | h3 | 2026-05-01 | 2026-06-01",
    )
    assert part(finding, "beside", "possibly_stopped").value == 1  # 5 May is 56 days ago


def weekly(weeks: int, *, paid: str = "client", hours: str = "1") -> str:
    """Draw a visit each Monday of the last complete weeks before 30 June."""
    days = [date(2026, 6, 22) - timedelta(days=7 * back) for back in range(weeks)]
    return visits(
        *(f"h1 | {day} | {hours} | {paid}" for day in days),
        columns="helper_id | planned_on | actual_hours | paid",
    )


def test_thirteen_paid_weeks_are_a_signal_and_twelve_or_unpaid_are_not():
    assert counted(ask("E7", care_requests=CARE, care_visits=weekly(13))) == (1, 1)
    assert part(ask("E7", care_requests=CARE, care_visits=weekly(13)), "beside", "weekly").value == 1
    assert counted(ask("E7", care_requests=CARE, care_visits=weekly(12))) == (0, 1)
    assert counted(ask("E7", care_requests=CARE, care_visits=weekly(13, paid="niemand"))) == (0, 0)


def test_twenty_paid_hours_in_each_of_three_months_are_a_signal():
    table = visits(
        "h1 | 2026-03-10 | 10 | client",
        "h1 | 2026-03-31 | 10 | client",
        "h1 | 2026-04-10 | 20 | client",
        "h1 | 2026-05-10 | 12 | client",
        "h1 | 2026-05-20 | 8  | client",
        columns="helper_id | planned_on | actual_hours | paid",
    )
    finding = ask("E7", as_of="2026-06-29", care_requests=CARE, care_visits=table)
    assert part(finding, "beside", "monthly").value == 1
    june = ask("E7", as_of="2026-06-30", care_requests=CARE, care_visits=table)
    assert part(june, "beside", "monthly").value == 0  # June is complete now, and without work


def test_the_largest_client_of_freelancers():
    finding = ask(
        "E8",
        helpers="helper_id | engagement\nh1 | zzp\nh2 | vrijwilliger",
        care_requests=CARE,
        care_visits="""
        visit_id | care_id | helper_id | planned_on | actual_hours
        B000001  | Z0001   | h1        | 2026-06-01 | 3
        B000002  | Z0002   | h1        | 2026-06-02 | 1
        B000003  | Z0001   | h1        | 2026-03-31 | 9
        B000004  | Z0001   | h2        | 2026-06-02 | 9
        """,
    )
    assert (finding.k, finding.n, finding.value) == (3, 4, 75)
