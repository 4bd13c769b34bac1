"""Choices in the address: what exists is kept, what does not is ignored, nothing widens."""

from datetime import date

import pytest

from dashboard.choices import chosen, month_ends, passed_quarters, periods
from pipelines.vocabulary.question import Question

START, END = date(2025, 9, 1), date(2026, 8, 30)


def offered(as_of=date(2026, 2, 10)):
    return periods(pilot_start=START, pilot_end=END, as_of=as_of)


def test_before_the_start_only_the_whole_pilot_can_be_chosen():
    assert [period.key for period in offered(date(2025, 8, 1))] == ["proefjaar"]


def test_only_periods_that_have_begun_are_offered_newest_first():
    keys = [period.key for period in offered()]
    assert keys == [
        "proefjaar", "kwartaal-2", "kwartaal-1",
        "maand-2026-02", "maand-2026-01", "maand-2025-12", "maand-2025-11", "maand-2025-10", "maand-2025-09",
    ]  # fmt: skip


def test_quarters_follow_each_other_without_gap_until_the_end():
    quarters = [period for period in offered(END) if period.key.startswith("kwartaal")][::-1]
    assert [(period.first, period.last) for period in quarters] == [
        (date(2025, 9, 1), date(2025, 11, 30)),
        (date(2025, 12, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 5, 31)),
        (date(2026, 6, 1), END),
    ]
    assert quarters[0].label == "Kwartaal 1 (sep t/m nov 2025)"


def test_pilot_that_starts_on_the_31st_has_four_quarters():
    quarters = periods(pilot_start=date(2026, 1, 31), pilot_end=date(2027, 1, 30), as_of=date(2027, 1, 30))
    lasts = [period.last for period in quarters if period.key.startswith("kwartaal")][::-1]
    assert lasts == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2027, 1, 30)]


def test_months_add_up_to_quarters_whatever_day_the_pilot_begins():
    offered = periods(pilot_start=date(2026, 1, 5), pilot_end=date(2027, 1, 3), as_of=date(2027, 1, 3))
    months = [period for period in offered if period.key.startswith("maand")]
    for quarter in (period for period in offered if period.key.startswith("kwartaal")):
        inside = [month for month in months if quarter.first <= month.first and month.last <= quarter.last]
        assert sum((m.last - m.first).days + 1 for m in inside) == (quarter.last - quarter.first).days + 1


@pytest.mark.parametrize(
    ("wanted", "query"),
    [
        ({}, ""),
        ({"periode": "proefjaar", "onderdeel": "alles"}, ""),
        ({"periode": "kwartaal-2"}, "periode=kwartaal-2"),
        ({"onderdeel": "zorg"}, "onderdeel=zorg"),
        ({"stap": "klaar"}, "stap=klaar"),
        ({"onderdeel": "zorg", "stap": "klaar"}, "onderdeel=zorg"),
        ({"periode": "kwartaal-9", "onderdeel": "<script>", "stap": "x"}, ""),
    ],
)
def test_address_holds_only_choices_that_exist_and_differ(wanted, query):
    assert chosen(wanted, offered=offered()).query() == query


def test_question_of_a_closed_period_is_asked_for_its_last_day():
    choices = chosen({"periode": "maand-2025-11", "onderdeel": "klussen"}, offered=offered())
    assert choices.question(as_of=date(2026, 2, 10)) == Question(
        as_of=date(2025, 11, 30),
        period_from=date(2025, 11, 1),
        branch="klus",
        known_on=date(2026, 2, 10),
    )


def test_question_of_the_running_period_is_asked_for_today():
    choices = chosen({"periode": "kwartaal-2"}, offered=offered())
    assert choices.question(as_of=date(2026, 2, 10)).as_of == date(2026, 2, 10)


def test_whole_pilot_asks_from_its_start():
    assert chosen({}, offered=offered()).question(as_of=date(2026, 2, 10)) == Question(
        as_of=date(2026, 2, 10)
    )


def test_month_ends_close_with_the_day_itself():
    assert month_ends(first=date(2025, 11, 15), last=date(2026, 2, 10)) == (
        date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 10),
    )  # fmt: skip
    assert month_ends(first=date(2026, 2, 1), last=date(2026, 2, 10)) == (date(2026, 2, 10),)


def test_only_quarters_that_are_over_can_be_proposed():
    pilot = {"pilot_start": date(2026, 1, 1), "pilot_end": date(2026, 12, 31)}
    assert passed_quarters(**pilot, as_of=date(2026, 3, 30)) == ()
    assert passed_quarters(**pilot, as_of=date(2026, 7, 1)) == (date(2026, 6, 30), date(2026, 3, 31))
