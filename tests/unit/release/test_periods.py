"""What is hidden in a month or quarter cannot be computed from the other periods and the whole."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.release import attack
from pipelines.release.periods import Calendar, hidden_periods, sizes_of_cases
from pipelines.vocabulary.question import Question

CALENDAR = Calendar(start=date(2026, 1, 5), end=date(2027, 1, 3), smallest=5)
MONTHS = [date(2026, month, 1) for month in range(1, 13)]


def cases(counts, prefix=""):
    return [
        (month.replace(day=8), f"{prefix}{month} {number}", ())
        for month, count in zip(MONTHS, counts, strict=True)
        for number in range(count)
    ]


def hidden(counts):
    sizes = {None: sizes_of_cases(cases(counts), calendar=CALENDAR)}
    return hidden_periods(sizes, calendar=CALENDAR)[None]


def test_nothing_is_hidden_where_every_month_is_large_enough():
    assert hidden([5] * 12) == frozenset()


def test_a_small_month_takes_the_next_smallest_of_its_quarter_with_it():
    assert hidden([5, 3, 9, *[20] * 9]) == {("month", MONTHS[1]), ("month", MONTHS[0])}


def test_a_month_whose_hours_are_nearly_one_persons_is_hidden_like_a_small_one():
    hours = [(day, person, (10.0, 30.0)) for day, person, _ in cases([20] * 12)]
    march = [place for place, (day, _, _) in enumerate(hours) if day.month == 3]
    for place in march[1:]:
        hours[place] = (*hours[place][:2], (0.04, 30.0))  # 19 x 0.04: the others together under 10 % of 10
    found = hidden_periods({None: sizes_of_cases(hours, calendar=CALENDAR)}, calendar=CALENDAR)[None]
    assert ("month", MONTHS[2]) in found
    assert len(found) == 2
    hours[march[1]] = (*hours[march[1]][:2], (9.0, 30.0))
    hours[march[2]] = (*hours[march[2]][:2], (1.0, 30.0))
    assert not hidden_periods({None: sizes_of_cases(hours, calendar=CALENDAR)}, calendar=CALENDAR)[None]


def test_a_small_quarter_takes_another_quarter_and_months_of_both_with_it():
    found = hidden([1, 1, 1, *[20] * 9])
    assert {node for node in found if node[0] == "quarter"} == {("quarter", 0), ("quarter", 1)}
    assert ("month", MONTHS[0]) in found


def test_the_two_branches_are_hidden_together():
    sizes = {
        None: sizes_of_cases(cases([29] * 12), calendar=CALENDAR),
        "klus": sizes_of_cases(cases([20] * 12), calendar=CALENDAR),
        "zorg": sizes_of_cases(cases([2, *[9] * 11]), calendar=CALENDAR),
    }
    found = hidden_periods(sizes, calendar=CALENDAR)
    assert found[None] == frozenset()
    assert ("month", MONTHS[0]) in found["klus"] == found["zorg"]


@pytest.mark.parametrize(
    ("first", "last", "node"),
    [
        (None, date(2026, 6, 30), None),
        (date(2026, 2, 1), date(2026, 2, 28), ("month", date(2026, 2, 1))),
        (date(2026, 1, 5), date(2026, 3, 31), ("quarter", 0)),
        (date(2026, 10, 1), date(2027, 1, 3), ("quarter", 3)),
        (date(2026, 2, 1), date(2026, 5, 31), None),
    ],
)
def test_a_question_is_about_a_month_a_quarter_or_neither(first, last, node):
    assert CALENDAR.node_of(Question(as_of=last, period_from=first)) == node


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 4), st.integers(5, 12)), min_size=12, max_size=12))
def test_no_hidden_period_follows_from_all_that_is_shown(counts):
    gone = hidden(counts)
    names = [f"{month:%m}" for month in MONTHS]
    rows = [{"coef": dict.fromkeys(names, 1), "rhs": sum(counts)}]
    for quarter in range(4):
        if ("quarter", quarter) not in gone:
            own = range(3 * quarter, 3 * quarter + 3)
            rows.append(
                {"coef": {names[place]: 1 for place in own}, "rhs": sum(counts[place] for place in own)}
            )
    rows += [
        {"coef": {names[place]: 1}, "rhs": counts[place]}
        for place in range(12)
        if ("month", MONTHS[place]) not in gone
    ]
    found = attack(names, rows, [], {})
    several = sum(1 for count in counts if count) > 1 and sum(counts) >= 10
    for place, count in enumerate(counts):
        if 0 < count < CALENDAR.smallest:
            assert ("month", MONTHS[place]) in gone
            low, high = found[names[place]]
            assert not several or high is None or high > low
