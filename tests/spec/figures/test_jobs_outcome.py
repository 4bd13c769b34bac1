"""Figures B4, B5, B7, B8, B9 as drawn tables: open, finished, redone, as agreed, whose work."""

from tests.lib.figures import ask, counted, part


def keys(finding, by):
    return {one.key: one.k for one in finding.parts if one.by == by}


def test_nothing_open_and_nothing_finished_says_nothing_was_counted():
    for code in ("B4", "B5"):
        assert ask(code).value == 0
        assert "nothing_counted" in ask(code).caveats
    for code in ("B7", "B8", "B9"):
        assert ask(code).value is None


# 30 June 2026 is a Tuesday; 5, 10 and 20 working days before it are 23, 16 and 2 June.
def test_open_jobs_stand_in_bands_of_working_days():
    finding = ask(
        "B4",
        jobs="""
        job_id | reported_on | status         | closed_on  | completed_on
        K0001  | 2026-06-23  | gemeld         |            |
        K0002  | 2026-06-22  | in_behandeling |            |
        K0003  | 2026-06-16  | ingepland      |            |
        K0004  | 2026-06-02  | gemeld         |            |
        K0005  | 2026-06-01  | gemeld         |            |
        K0006  | 2026-06-01  | afgerond       |            | 2026-06-05
        K0007  | 2026-06-01  | dubbel         |            |
        K0008  | 2026-06-01  | niet_mogelijk  | 2026-06-05 |
        """,
    )
    assert finding.value == 5
    assert keys(finding, "age_band") == {"0-5": 1, "6-10": 2, "11-20": 1, ">20": 1}
    assert part(finding, "beside", "over_norm").value == 1


def test_a_job_finished_after_the_date_is_open_on_it():
    jobs = "job_id | reported_on | status | completed_on\nK0001 | 2026-06-01 | afgerond | 2026-06-30"
    assert ask("B4", as_of="2026-06-29", jobs=jobs).value == 1
    assert ask("B4", as_of="2026-06-30", jobs=jobs).value == 0


def test_finished_jobs_count_in_the_month_they_were_done_and_redo_stands_apart():
    finding = ask(
        "B5",
        jobs="""
        job_id | reported_on | status   | completed_on | redo_of
        K0001  | 2026-03-01  | afgerond | 2026-03-31   |
        K0002  | 2026-03-01  | afgerond | 2026-04-01   |
        K0003  | 2026-03-01  | afgerond | 2026-04-02   |
        K0004  | 2026-04-01  | afgerond | 2026-04-05   | K0001
        K0005  | 2026-04-01  | afgerond |              |
        """,
    )
    assert finding.value == 3
    assert {one.key: one.value for one in finding.parts if one.by == "month"} == {"2026-03": 1, "2026-04": 2}
    assert [(month.start.month, month.value, month.complete) for month in finding.series] == [
        (3, 1, True),
        (4, 2, True),
    ]
    assert part(finding, "beside", "redo").value == 1
    assert part(finding, "beside", "undated").value == 1


def test_a_redo_on_day_30_spoils_it_and_on_day_31_does_not():
    finding = ask(
        "B7",
        jobs="""
        job_id | reported_on | status   | completed_on | redo_of
        K0001  | 2026-03-01  | afgerond | 2026-03-02   |
        K0002  | 2026-03-01  | afgerond | 2026-03-02   |
        K0003  | 2026-04-01  | afgerond | 2026-04-05   | K0001
        K0004  | 2026-04-02  | afgerond | 2026-04-05   | K0002
        """,
    )
    assert counted(finding) == (1, 2)


def test_a_job_is_judged_30_days_after_it_was_done():
    jobs = """
    job_id | reported_on | status   | completed_on
    K0001  | 2026-05-01  | afgerond | 2026-05-31
    K0002  | 2026-05-01  | afgerond | 2026-06-01
    """
    finding = ask("B7", jobs=jobs)
    assert counted(finding) == (1, 1)
    assert finding.pending == 1


def test_done_on_the_first_agreed_date():
    finding = ask(
        "B8",
        jobs="""
        job_id | reported_on | status   | first_response_on | appointment_first_on | completed_on
        K0001  | 2026-03-01  | afgerond | 2026-03-01        | 2026-03-05           | 2026-03-05
        K0002  | 2026-03-01  | afgerond | 2026-03-01        | 2026-03-05           | 2026-03-06
        K0003  | 2026-03-01  | afgerond | 2026-03-01        |                      | 2026-03-06
        K0004  | 2026-03-01  | ingepland | 2026-03-01       | 2026-03-05           |
        """,
    )
    assert counted(finding) == (1, 2)
    assert part(finding, "beside", "undated").value == 1


def test_owner_occupiers_are_out_and_unclear_stands_beside():
    finding = ask(
        "B9",
        jobs="""
        job_id | reported_on | status    | landlord_at_report | responsibility        | payer
        K0001  | 2026-03-01  | afgerond  | portaal            | verhuurder            | portaal
        K0002  | 2026-03-01  | afgerond  | de_alliantie       | verhuurder            | huurder
        K0003  | 2026-03-01  | ingepland | portaal            | huurder_klein_herstel |
        K0004  | 2026-03-01  | ingepland | portaal            | onduidelijk           |
        K0005  | 2026-03-01  | afgerond  | eigenaar_bewoner   | verhuurder            | huurder
        K0006  | 2026-03-01  | gemeld    | portaal            | verhuurder            |
        """,
    )
    assert counted(finding) == (2, 4)
    assert (part(finding, "beside", "unclear").k, part(finding, "beside", "unclear").n) == (1, 4)
    assert keys(finding, "landlord_work_paid_by") == {"huurder": 1, "portaal": 1}
