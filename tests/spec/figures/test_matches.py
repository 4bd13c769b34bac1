"""Group C as drawn tables: when a request counts as matched."""

from tests.lib.figures import ask, ask_all, counted, part

REQUESTS = {
    "jobs": """
    job_id | reported_on | status         | closed_on
    K0001  | 2026-06-01  | ingepland      |
    K0002  | 2026-06-01  | ingepland      |
    K0003  | 2026-06-01  | in_behandeling |
    K0004  | 2026-06-01  | niet_voor_ons  | 2026-06-02
    K0005  | 2026-06-17  | in_behandeling |
    K0006  | 2026-06-16  | in_behandeling |
    """,
    "care_requests": """
    care_id | requested_on | status     | ended_on
    Z0001   | 2026-06-01   | wachtend   |
    Z0002   | 2026-06-01   | dubbel     |
    Z0003   | 2026-06-01   | ingetrokken | 2026-06-05
    """,
    "offers": """
    offer_id | request_type | request_id | offered_on | response    | responded_on
    M00001   | klus         | K0001      | 2026-06-02 | nee         | 2026-06-03
    M00002   | klus         | K0001      | 2026-06-03 | ja          | 2026-06-15
    M00003   | klus         | K0002      | 2026-06-03 | ja          | 2026-06-16
    M00004   | klus         | K0003      | 2026-06-03 | geen_reactie |
    M00005   | klus         | K0005      | 2026-06-17 | ja          | 2026-06-17
    M00006   | zorg         | Z0001      | 2026-06-03 | ja          | 2026-06-04
    M00007   | zorg         | Z0001      | 2026-06-10 | ja          | 2026-06-25
    """,
}


def test_no_request_gives_no_share_and_no_median():
    for code in ("C1", "C2"):
        for finding in ask_all(code):
            assert finding.value is None
            assert "no_data" in finding.caveats


def test_a_yes_on_day_14_is_in_time_and_on_day_15_is_not():
    together, klus, zorg = ask_all("C1", **REQUESTS)
    assert counted(klus) == (1, 4)
    assert counted(zorg) == (1, 2)
    assert counted(together) == (2, 6)
    assert klus.pending == 1


def test_a_yes_without_a_date_is_left_out_and_shown_beside():
    finding = ask(
        "C1",
        jobs="job_id | reported_on | status\nK0001 | 2026-03-02 | ingepland",
        offers="offer_id | request_id | offered_on | response\nM00001 | K0001 | 2026-03-03 | ja",
    )
    assert counted(finding) == (0, 0)
    assert part(finding, "beside", "undated").value == 1


def test_a_yes_given_after_the_date_is_not_given_yet():
    klus = ask_all("C1", as_of="2026-06-15", **REQUESTS)[1]
    assert counted(klus) == (1, 3)
    assert counted(ask_all("C1", as_of="2026-06-14", **REQUESTS)[1]) == (0, 0)


def test_waiting_for_a_match_counts_working_days_and_open_requests():
    klus = ask_all("C2", **REQUESTS)[1]
    assert (klus.curve.events, klus.curve.open_cases, klus.curve.withdrawn) == (3, 2, 0)
    assert [(point.time, point.at_risk) for point in klus.curve.points] == [
        (0, 5),
        (10, 4),
        (11, 2),
        (21, 1),
    ]
    assert klus.value == 11
    assert part(klus, "beside", "unmatched_14d").k == 3
    assert (part(klus, "beside", "unmatched_28d").k, part(klus, "beside", "unmatched_28d").n) == (1, 3)


def test_a_withdrawal_without_a_yes_ends_otherwise():
    zorg = ask_all("C2", **REQUESTS)[2]
    assert (zorg.curve.events, zorg.curve.withdrawn) == (1, 1)
