"""Group B as drawn tables: what is on time, and what counts as not done."""

from tests.lib.figures import ask, counted, part


def keys(finding, by):
    return {one.key: one.k for one in finding.parts if one.by == by}


def test_no_job_gives_no_share_and_says_so():
    for code in ("B1", "B2", "B3", "B6"):
        finding = ask(code)
        assert finding.value is None
        assert finding.low is None
        assert "no_data" in finding.caveats
        assert counted(finding) == (0, 0)
        assert finding.curve is None


# Wednesday 29 April 2026 + 10 working days: King's day is 27 April, 5 May and Ascension (14 May) are holidays.
def test_holidays_do_not_count_as_working_days():
    finding = ask(
        "B3",
        jobs="""
        job_id | reported_on | status   | completed_on
        K0001  | 2026-04-29  | afgerond | 2026-05-15
        K0002  | 2026-04-29  | afgerond | 2026-05-18
        """,
    )
    assert counted(finding) == (1, 2)
    assert [point.time for point in finding.curve.points] == [10, 11]


def test_a_job_is_judged_once_the_full_norm_time_has_passed():
    jobs = """
    job_id | reported_on | status         | completed_on
    K0001  | 2026-06-16  | in_behandeling |
    K0002  | 2026-06-17  | in_behandeling |
    K0003  | 2026-06-17  | afgerond       | 2026-06-18
    """
    finding = ask("B3", jobs=jobs)  # 16 June is 10 working days before 30 June
    assert counted(finding) == (0, 1)
    assert finding.pending == 2
    assert "too_young_left_out" in finding.caveats
    assert (finding.curve.open_cases, finding.curve.events) == (2, 1)


def test_a_withdrawal_after_long_waiting_is_a_miss_and_ends_otherwise():
    finding = ask(
        "B3",
        jobs="""
        job_id | reported_on | status            | completed_on | closed_on  | close_reason
        K0001  | 2026-03-02  | afgerond          | 2026-03-04   |            |
        K0002  | 2026-03-02  | ingetrokken_klant |              | 2026-04-10 | te_lang_gewacht
        K0003  | 2026-03-02  | niet_mogelijk     |              | 2026-03-03 | vakwerk_nodig
        """,
    )
    assert counted(finding) == (1, 3)
    assert (finding.curve.events, finding.curve.withdrawn) == (1, 2)
    assert finding.curve.median is None


def test_urgent_jobs_stand_apart_and_planned_refused_and_double_ones_are_out():
    finding = ask(
        "B3",
        jobs="""
        job_id | reported_on | urgency | status        | completed_on | closed_on
        K0001  | 2026-03-02  | normaal | afgerond      | 2026-03-16   |
        K0002  | 2026-03-02  | spoed   | afgerond      | 2026-03-03   |
        K0003  | 2026-03-02  | spoed   | afgerond      | 2026-03-04   |
        K0004  | 2026-03-02  | gepland | afgerond      | 2026-05-01   |
        K0005  | 2026-03-02  | normaal | niet_voor_ons |              | 2026-03-03
        K0006  | 2026-03-02  | normaal | doorverwezen  |              | 2026-03-03
        K0007  | 2026-03-02  | normaal | dubbel        |              |
        K0008  | 2026-03-02  | normaal | afgerond      |              |
        """,
    )
    assert counted(finding) == (1, 1)
    urgent = part(finding, "beside", "urgent")
    assert (urgent.k, urgent.n, urgent.value) == (1, 2, 50)
    assert part(finding, "beside", "undated").value == 1


def test_the_date_undoes_what_came_later():
    jobs = """
    job_id | reported_on | status   | completed_on
    K0001  | 2026-03-02  | afgerond | 2026-03-16
    """
    assert counted(ask("B3", as_of="2026-03-15", jobs=jobs)) == (0, 0)
    assert counted(ask("B3", as_of="2026-03-16", jobs=jobs)) == (1, 1)


def test_the_norm_is_a_setting():
    jobs = """
    job_id | reported_on | status   | completed_on
    K0001  | 2026-03-02  | afgerond | 2026-03-13
    """
    assert ask("B3", jobs=jobs).k == 1
    stricter = "param_key | value\nnorm_job_done_wd | 8"
    assert ask("B3", jobs=jobs, parameters=stricter).k == 0


def test_a_saturday_report_answered_on_monday_took_one_working_day():
    finding = ask(
        "B1",
        jobs="""
        job_id | reported_on | status         | first_response_on
        K0001  | 2026-03-07  | in_behandeling | 2026-03-09
        K0002  | 2026-03-06  | in_behandeling | 2026-03-10
        """,
    )
    assert counted(finding) == (1, 2)
    assert [point.time for point in finding.curve.points] == [1, 2]


def test_a_quick_no_is_service_and_a_double_report_is_not_a_job():
    finding = ask(
        "B1",
        jobs="""
        job_id | reported_on | status        | first_response_on | closed_on
        K0001  | 2026-03-02  | niet_voor_ons | 2026-03-02        | 2026-03-02
        K0002  | 2026-03-02  | dubbel        |                   |
        K0003  | 2026-03-02  | gemeld        |                   |
        K0004  | 2026-03-02  | afgerond      |                   |
        """,
    )
    assert counted(finding) == (1, 2)
    assert part(finding, "beside", "undated").value == 1


def test_a_report_of_yesterday_without_reaction_is_a_miss_today():
    jobs = "job_id | reported_on | status\nK0001 | 2026-06-29 | gemeld\nK0002 | 2026-06-30 | gemeld"
    assert counted(ask("B1", jobs=jobs)) == (0, 1)
    assert ask("B1", jobs=jobs).pending == 1


def test_the_first_agreed_date_counts_and_giving_up_waiting_is_a_miss():
    finding = ask(
        "B2",
        jobs="""
        job_id | reported_on | urgency | status            | first_response_on | appointment_first_on | closed_on  | close_reason
        K0001  | 2026-03-02  | normaal | ingepland         | 2026-03-02        | 2026-03-09           |            |
        K0002  | 2026-03-02  | normaal | ingepland         | 2026-03-02        | 2026-03-10           |            |
        K0003  | 2026-03-02  | normaal | ingetrokken_klant |                   |                      | 2026-03-04 | klant_zelf_opgelost
        K0004  | 2026-03-02  | normaal | ingetrokken_klant |                   |                      | 2026-03-20 | te_lang_gewacht
        K0005  | 2026-03-02  | gepland | ingepland         | 2026-03-02        | 2026-03-03           |            |
        K0006  | 2026-03-02  | normaal | in_behandeling    | 2026-03-02        |                      |            |
        K0007  | 2026-03-02  | spoed   | afgerond          | 2026-03-02        | 2026-03-03           |            |
        """,
    )
    assert counted(finding) == (2, 5)


def test_solved_by_the_client_stays_in_the_denominator_and_refused_stands_beside():
    finding = ask(
        "B6",
        jobs="""
        job_id | reported_on | status            | completed_on | closed_on  | close_reason
        K0001  | 2026-03-02  | afgerond          | 2026-03-10   |            |
        K0002  | 2026-03-02  | ingetrokken_klant |              | 2026-03-10 | klant_zelf_opgelost
        K0003  | 2026-03-02  | ingetrokken_klant |              | 2026-03-10 | te_duur
        K0004  | 2026-03-02  | niet_mogelijk     |              | 2026-03-10 | onveilig
        K0005  | 2026-03-02  | niet_mogelijk     |              | 2026-03-10 |
        K0006  | 2026-03-02  | niet_voor_ons     |              | 2026-03-10 | taak_verhuurder
        K0007  | 2026-03-02  | doorverwezen      |              | 2026-03-10 | vakwerk_nodig
        K0008  | 2026-03-02  | dubbel            |              |            |
        K0009  | 2026-03-02  | gemeld            |              |            |
        """,
    )
    assert counted(finding) == (3, 5)
    assert part(finding, "beside", "refused").value == 3
    assert keys(finding, "close_reason") == {"onbekend": 1, "onveilig": 1, "te_duur": 1}
    assert part(finding, "close_reason", "onveilig").n == 5


def test_a_decision_after_the_date_is_not_taken_yet():
    jobs = """
    job_id | reported_on | status        | closed_on  | close_reason
    K0001  | 2026-03-02  | niet_mogelijk | 2026-03-10 | onveilig
    """
    assert counted(ask("B6", as_of="2026-03-09", jobs=jobs)) == (0, 0)
    assert counted(ask("B6", as_of="2026-03-10", jobs=jobs)) == (1, 1)
