"""Figure E2 as drawn tables: which signals make somebody call a helper."""

import pytest

from tests.lib.figures import ask, counted, part

HELPERS = """
helper_id | capacity_hours_week | capacity_clients | max_asks_4w | active_from | active_until
h1        | 2                   | 1                | 2           | 2025-01-01  |
"""
CARE = "care_id | requested_on | status\nZ0001 | 2026-01-05 | lopend\nZ0002 | 2026-01-05 | lopend"


def visits(*days: str, hours: str = "2", status: str = "uitgevoerd") -> str:
    """Draw one visit of helper h1 per day."""
    lines = [f"B{number:06d} | Z0001 | {day} | {hours} | {status}" for number, day in enumerate(days)]
    return "\n".join(["visit_id | care_id | planned_on | actual_hours | status", *lines])


def checkin(**answers: str) -> str:
    """Draw one check-in of helper h1, answered on 15 June unless said otherwise."""
    cells = {"checkin_id": "C00001", "asked_on": "2026-05-01", "answered_on": "2026-06-15"} | answers
    return f"{' | '.join(cells)}\n{' | '.join(cells.values())}"


def level(**drawings: str) -> str:
    finding = ask("E2", **({"helpers": HELPERS, "care_requests": CARE} | drawings))
    return next(one.key for one in finding.parts if one.by == "level")


def test_no_helper_no_signal():
    assert counted(ask("E2")) == (0, 0)


def test_silence_is_unknown_and_an_easy_answer_is_green():
    assert level() == "unknown"
    assert (
        level(helper_checkins=checkin(load="2", asked_too_often="soms", perseverance="3_6_maanden"))
        == "green"
    )


@pytest.mark.parametrize(
    "answer", [{"load": "4"}, {"asked_too_often": "ja"}, {"perseverance": "1_3_maanden"}]
)
def test_own_words_are_red(answer):
    assert level(helper_checkins=checkin(**answer)) == "red"


def test_own_words_count_for_45_days():
    assert level(helper_checkins=checkin(load="5", answered_on="2026-05-17")) == "red"
    assert level(helper_checkins=checkin(load="5", answered_on="2026-05-16")) == "unknown"


# 30 June 2026 is a Tuesday: the last complete weeks end on Sunday 28 June and begin on Monday 1 June.
def test_four_complete_weeks_at_capacity_are_orange():
    assert level(care_visits=visits("2026-06-01", "2026-06-08", "2026-06-15", "2026-06-28")) == "orange"
    assert level(care_visits=visits("2026-05-31", "2026-06-08", "2026-06-15", "2026-06-28")) == "unknown"
    assert level(care_visits=visits("2026-06-02", "2026-06-08", "2026-06-15", "2026-06-29")) == "unknown"


def offers(*rows: str) -> str:
    return "\n".join(["offer_id | request_id | offered_on | channel | response | responded_on", *rows])


JOBS = (
    "job_id | reported_on | status\nK0001 | 2026-06-01 | in_behandeling\nK0002 | 2026-06-01 | in_behandeling"
)


def test_asks_count_half_in_a_group_app_and_not_when_asked_again_after_a_yes():
    twice = offers(
        "M00001 | K0001 | 2026-06-03 | telefoon | nee | 2026-06-04",
        "M00002 | K0002 | 2026-06-04 | telefoon | nee | 2026-06-04",
    )
    assert level(jobs=JOBS, offers=twice) == "orange"
    half = offers(
        "M00001 | K0001 | 2026-06-03 | telefoon | nee | 2026-06-04",
        "M00002 | K0002 | 2026-06-04 | groepsapp | nee | 2026-06-04",
    )
    assert level(jobs=JOBS, offers=half) == "unknown"
    again = offers(
        "M00001 | K0001 | 2026-06-03 | telefoon | ja | 2026-06-04",
        "M00002 | K0001 | 2026-06-10 | telefoon | ja | 2026-06-10",
    )
    assert level(jobs=JOBS, offers=again) == "unknown"
    old = offers(
        "M00001 | K0001 | 2026-06-02 | telefoon | nee | 2026-06-04",
        "M00002 | K0002 | 2026-06-04 | telefoon | nee | 2026-06-04",
    )
    assert level(jobs=JOBS, offers=old) == "unknown"


def test_work_in_each_of_ten_weeks_is_no_rest():
    weeks = [f"2026-{month:02d}-{day:02d}" for month, day in (
        (4, 20), (4, 27), (5, 4), (5, 11), (5, 18), (5, 25), (6, 1), (6, 8), (6, 15), (6, 22),
    )]  # fmt: skip
    assert level(care_visits=visits(*weeks, hours="0.5")) == "orange"
    assert level(care_visits=visits(*weeks[1:], "2026-06-29", hours="0.5")) == "unknown"


def test_more_clients_than_agreed_and_two_cancellations_are_two_signals():
    matches = """
    offer_id | request_type | request_id | offered_on | response | responded_on | match_start | match_end
    M00001   | zorg         | Z0001      | 2026-01-06 | ja       | 2026-01-06   | 2026-01-07  |
    M00002   | zorg         | Z0002      | 2026-01-06 | ja       | 2026-01-06   | 2026-01-07  | 2026-07-01
    """
    assert level(offers=matches) == "orange"
    assert level(offers=matches.replace("2026-07-01", "2026-06-30")) == "unknown"
    cancelled = visits("2026-06-10", "2026-06-17", status="afgezegd_helper")
    assert level(care_visits=cancelled) == "orange"
    assert level(care_visits=visits("2026-06-10", status="afgezegd_helper")) == "unknown"
    assert level(offers=matches, care_visits=cancelled) == "red"


def test_one_cancellation_and_one_refusal_because_it_is_too_much_are_a_signal():
    refused = """
    offer_id | request_id | offered_on | response | responded_on | decline_reason
    M00001   | K0001      | 2026-06-03 | nee      | 2026-06-04   | te_veel
    """
    assert (
        level(jobs=JOBS, offers=refused, care_visits=visits("2026-06-10", status="afgezegd_helper"))
        == "orange"
    )


def test_on_pause_hours_do_not_count_but_own_words_do():
    paused = HELPERS.replace("active_from ", "pause_from ").replace("2025-01-01 ", "2026-06-29 ")
    full = visits("2026-06-01", "2026-06-08", "2026-06-15", "2026-06-28")
    assert level(helpers=paused, care_visits=full) == "unknown"
    assert level(helpers=paused, helper_checkins=checkin(load="5")) == "red"


def test_a_helper_who_stopped_is_not_judged():
    stopped = HELPERS.replace("2025-01-01  |", "2025-01-01  | 2026-06-30")
    assert counted(ask("E2", helpers=stopped, helper_checkins=checkin(load="5"))) == (0, 0)


def test_the_reasons_stand_beside_the_signal():
    finding = ask("E2", helpers=HELPERS, helper_checkins=checkin(load="5"))
    assert counted(finding) == (1, 1)
    assert part(finding, "beside", "self_report").value == 1
    assert part(finding, "beside", "hours").value == 0
