"""Laws of waiting times that hold for any mix of answered and open cases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.stats import (
    answered_after,
    clopper_pearson,
    cumulative_incidence,
    kaplan_meier,
    kaplan_meier_from_counts,
)

LAWS = settings(max_examples=60, deadline=None)

CASE = st.tuples(st.integers(0, 12), st.booleans())
CASES = st.lists(CASE, min_size=1, max_size=40)
ENDED = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["done", "withdrawn", None])), min_size=1, max_size=30
)


def curve(cases):
    return kaplan_meier([time for time, _ in cases], [seen for _, seen in cases])


@LAWS
@given(CASES, st.integers(0, 15))
def test_adding_an_open_case_never_raises_the_share_answered(cases, followed):
    before, after = curve(cases), curve([*cases, (followed, False)])
    for time in range(16):
        assert after.answered_within(time).estimate <= before.answered_within(time).estimate + 1e-12


@LAWS
@given(CASES)
def test_share_answered_only_rises_and_lies_inside_its_limits(cases):
    found = curve(cases)
    assert list(found.answered) == sorted(found.answered)
    for low, share, high in zip(found.low, found.answered, found.high, strict=True):
        assert 0 <= low <= share <= high <= 1


@LAWS
@given(CASES)
def test_interval_shrinks_when_every_case_counts_three_times(cases):
    one, three = curve(cases), curve(cases * 3)
    for time in range(13):
        few, many = one.answered_within(time), three.answered_within(time)
        assert many.high - many.low <= few.high - few.low + 1e-12


@LAWS
@given(CASES, st.randoms())
def test_order_of_the_cases_does_not_matter_and_counts_give_the_same(cases, chance):
    mixed = list(cases)
    chance.shuffle(mixed)
    assert curve(mixed) == curve(cases)
    times = [time for time, _ in mixed]
    seen = [int(answered) for _, answered in mixed]
    assert kaplan_meier_from_counts(times, seen, [1 - one for one in seen]) == curve(cases)


@LAWS
@given(CASES, st.integers(0, 12))
def test_without_open_cases_before_the_norm_it_is_the_plain_share(cases, norm):
    followed = [(time, seen) for time, seen in cases if seen or time > norm]
    if followed:
        answer = curve(followed).answered_within(norm)
        hits = sum(1 for time, seen in followed if seen and time <= norm)
        plain = clopper_pearson(hits, len(followed))
        assert answer.estimate == pytest.approx(plain.estimate)
        assert (answer.low, answer.high) == pytest.approx((plain.low, plain.high), rel=1e-9, abs=1e-12)


@LAWS
@given(CASES)
def test_median_is_where_half_is_answered_and_lies_inside_its_limits(cases):
    found = curve(cases)
    if found.median is None:
        assert found.answered[-1] < 0.5
    else:
        assert found.answered_within(found.median).estimate >= 0.5 - 1e-12
        assert found.median_low <= found.median
        assert found.median_high is None or found.median <= found.median_high


@LAWS
@given(CASES, st.integers(0, 12), st.integers(0, 12))
def test_waiting_further_multiplies_along_the_curve(cases, waited, within):
    found = curve(cases)
    later = answered_after(found, waited=waited, within=within)
    if later.estimate is not None and waited + within <= found.times[-1]:
        still = 1 - found.answered_within(waited).estimate
        both = 1 - found.answered_within(waited + within).estimate
        assert both == pytest.approx(still * (1 - later.estimate), abs=1e-12)
        assert later.n == found.waiting_at(waited)


@LAWS
@given(ENDED)
def test_outcomes_and_the_rest_add_up_to_every_case(cases):
    found = cumulative_incidence([time for time, _ in cases], [ended for _, ended in cases])
    for position, rest in enumerate(found.still_waiting):
        assert rest + sum(share[position] for share in found.shares) == pytest.approx(1)


@LAWS
@given(ENDED, st.integers(0, 12))
def test_share_done_lies_inside_its_limits_and_below_the_naive_one(cases, time):
    times, ended = [when for when, _ in cases], [how for _, how in cases]
    answer = cumulative_incidence(times, ended).within(time, outcome="done")
    naive = kaplan_meier(times, [how == "done" for how in ended]).answered_within(time)
    assert 0 <= answer.low <= answer.estimate <= answer.high <= 1
    assert answer.estimate <= naive.estimate + 1e-12


@LAWS
@given(ENDED, st.integers(0, 12))
def test_counts_stand_for_so_many_cases(cases, time):
    times, ended = [when for when, _ in cases], [how for _, how in cases]
    twice = cumulative_incidence(times, ended, counts=[2] * len(cases)).within(time, outcome="done")
    written_out = cumulative_incidence(times * 2, ended * 2).within(time, outcome="done")
    assert twice.estimate == pytest.approx(written_out.estimate)
    assert (twice.low, twice.high) == pytest.approx((written_out.low, written_out.high))
