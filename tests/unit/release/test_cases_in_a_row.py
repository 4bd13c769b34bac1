"""Cases in a row: blocks large enough to show, which add up to their months and split no group that is known already."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.evaluate.cases_in_a_row import LEAST_CASES, LEAST_PERSONS, blocks
from pipelines.evaluate.finding import Block, Month
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Measure, Period
from pipelines.release.desk import answer_for, release
from pipelines.release.policy import Policy
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.compiled import compiled_home
from tests.lib.figures import CACHE
from tests.lib.findings import SHARE
from tests.lib.worlds import world_as_of

AS_OF = date(2026, 6, 30)
NORM = timedelta(days=10)
CODES = ("job_first_response", "job_time_to_appointment", "job_lead_time")


def row(day, person="p", *, hit=True):
    return {"happened_on": day, "person": person, "hit": hit}


def persons(days, *, month=3):
    """Return a case on each day of the month, each of another person."""
    return [row(date(2026, month, day), f"{month} {place}") for place, day in enumerate(days)]


def cut(rows, *, norm=NORM, as_of=AS_OF, smallest=5):
    return blocks(rows, old_enough=lambda day, on: on - day >= norm, as_of=as_of, smallest=smallest)


def days(found):
    return [(block.start.day, block.last.day, block.n) for block in found]


def test_a_block_is_ten_cases_and_what_is_left_over_joins_the_last():
    assert days(cut(persons(range(1, 21)))) == [(1, 10, 10), (11, 20, 10)]
    assert days(cut(persons([*range(1, 21), 21]))) == [(1, 10, 10), (11, 21, 11)]


def test_a_block_never_ends_within_a_day():
    assert days(cut(persons([*range(1, 10), 10, 10, 10, *range(11, 21)]))) == [(1, 10, 12), (11, 20, 10)]


def test_a_block_waits_for_its_fifth_person():
    rows = [row(date(2026, 3, day), f"{max(day - 12, 0)}") for day in range(1, 19)]
    assert days(cut(rows)) == [(1, 18, 18)]
    assert days(cut(rows, smallest=7)) == [(1, 18, 18)]
    assert cut(rows, smallest=8) == ()


def test_a_month_with_fewer_than_ten_cases_has_no_block_and_is_not_carried_over():
    assert days(cut(persons(range(1, 10)) + persons(range(1, 11), month=4))) == [(1, 10, 10)]


def test_cases_too_young_when_their_month_ended_are_kept_apart_where_they_are_enough():
    assert days(cut(persons(range(1, 32)))) == [(1, 10, 10), (11, 21, 11), (22, 31, 10)]
    assert days(cut(persons(range(1, 27)))) == [(1, 10, 10), (11, 26, 16)]


def test_a_month_with_few_old_cases_is_one_block():
    assert days(cut(persons([1, 2, *range(22, 32), *range(22, 32)]))) == [(1, 31, 22)]


def test_last_block_may_still_get_cases_until_every_case_of_its_month_is_judged():
    rows = persons(range(1, 21), month=5)
    assert [block.complete for block in cut(rows, as_of=date(2026, 6, 9))] == [True, False]
    assert [block.complete for block in cut(rows, as_of=date(2026, 6, 10))] == [True, True]


def test_no_case_gives_no_block():
    assert cut([]) == ()
    assert cut([row(None)]) == ()


MANY = st.lists(
    st.builds(
        row, st.dates(date(2026, 1, 5), AS_OF - NORM), st.sampled_from("abcdefghijkl"), hit=st.booleans()
    ),
    max_size=150,
)


@given(rows=MANY)
def test_blocks_are_large_enough_and_add_up_to_their_month_or_are_not_there(rows):
    found = cut(rows)
    per_month = Counter(each["happened_on"].month for each in rows)
    assert all(block.n >= LEAST_CASES and block.persons >= LEAST_PERSONS for block in found)
    summed = Counter()
    for block in found:
        summed[block.start.month] += block.n
    assert all(per_month[month] == n for month, n in summed.items())


@given(rows=MANY)
def test_what_was_known_at_the_end_of_a_month_differs_by_no_small_group_of_a_block(rows):
    found = cut(rows)
    for month in {block.start.month for block in found}:
        own = [block for block in found if block.start.month == month]
        end = date(2026, month + 1, 1) - timedelta(days=1)
        split = [block for block in own if end - block.start >= NORM and end - block.last < NORM]
        for block in split:
            early = [
                each
                for each in rows
                if block.start <= each["happened_on"] <= block.last and end - each["happened_on"] >= NORM
            ]
            alone = len(own) == 1
            assert alone or (
                len(early) >= LEAST_CASES and len({each["person"] for each in early}) >= LEAST_PERSONS
            )


def test_blocks_of_a_hidden_month_are_hidden_with_it():
    counts = (4, 9, *[20] * 8)
    series = tuple(
        Month(start=date(2026, number, 1), value=1.0, k=1, n=n, persons=n)
        for number, n in enumerate(counts, start=1)
    )
    own = tuple(
        Block(start=month.start, last=month.start, value=1.0, k=1, n=month.n, persons=month.persons)
        for month in series
    )
    policy = Policy(audience=Audience.COMMISSIE, smallest=5)
    given_out = release(
        [replace(SHARE, series=series, blocks=own)],
        policy=policy, question=Question(as_of=AS_OF), snapshot="s",
    ).findings[0]  # fmt: skip
    shown = {month.start for month in given_out.series if not month.hidden}
    assert {block.start for block in given_out.blocks} == shown
    assert len(shown) < len(series)
    small = replace(SHARE, persons=4, series=series, blocks=own)
    assert (
        release([small], policy=policy, question=Question(as_of=AS_OF), snapshot="s").findings[0].blocks == ()
    )


@pytest.mark.parametrize("code", [code for code, figure in FIGURES.items() if figure.in_blocks])
def test_only_figures_of_one_branch_judged_in_time_have_blocks(code):
    figure = FIGURES[code]
    assert len(figure.branches) == 1
    assert (figure.measure, figure.period, figure.time_unit) == (Measure.IN_TIME, Period.CASES, "workdays")
    assert figure.norm
    assert code in CODES


@pytest.mark.parametrize("world", ["on_course", "overloaded"])
def test_blocks_of_a_year_add_up_to_its_months_and_stand_under_the_whole_pilot_only(world):
    day = world_as_of(world)
    with open_snapshot(Home(compiled_home(world))) as snapshot:
        whole, quarter = (
            answer_for(
                snapshot,
                audience=Audience.COMMISSIE,
                question=question,
                codes=CODES,
                cache=CACHE,
                in_blocks=True,
            )
            for question in (
                Question(as_of=day),
                Question(as_of=date(2025, 11, 30), period_from=date(2025, 9, 1), known_on=day),
            )
        )
    assert all(finding.blocks == () for finding in quarter.findings)
    for finding in whole.findings:
        months = {month.start: (month.k, month.n) for month in finding.series}
        summed = {
            start: (sum(b.k for b in own), sum(b.n for b in own))
            for start in {block.start.replace(day=1) for block in finding.blocks}
            if (own := [block for block in finding.blocks if block.start.replace(day=1) == start])
        }
        assert summed
        assert summed == {start: months[start] for start in summed}
