"""Laws of intervals and verdicts that hold for any data."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.stats import (
    advice,
    cases_until_decided,
    clopper_pearson,
    decisive_counts,
    mean_from_counts,
    mean_interval,
    operating_characteristics,
    poisson_rate,
    posterior,
    predictive,
    rate_ratio,
    verdict,
    wilson,
)

LAWS = settings(max_examples=60, deadline=None)
CASES = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
CONFIDENCE = st.sampled_from([0.8, 0.9, 0.95, 0.99])


@LAWS
@given(CASES, CONFIDENCE)
def test_interval_of_a_share_contains_it_and_stays_inside_0_and_1(case, confidence):
    for method in (wilson, clopper_pearson):
        answer = method(*case, confidence=confidence)
        assert 0 <= answer.low <= answer.estimate <= answer.high <= 1


@LAWS
@given(CASES)
def test_interval_of_a_share_shrinks_when_the_same_share_rests_on_more_cases(case):
    k, n = case
    one, three = wilson(k, n), wilson(3 * k, 3 * n)
    assert three.high - three.low < one.high - one.low


@LAWS
@given(CASES)
def test_interval_of_the_opposite_is_the_interval_turned_over(case):
    k, n = case
    hits, misses = wilson(k, n), wilson(n - k, n)
    assert hits.low == pytest.approx(1 - misses.high, abs=1e-12)
    assert hits.high == pytest.approx(1 - misses.low, abs=1e-12)


@LAWS
@given(CASES, CONFIDENCE)
def test_exact_limit_leaves_its_tail_exactly(case, confidence):
    k, n = case
    low = clopper_pearson(k, n, confidence=confidence).low
    at_least_k = sum(comb(n, x) * low**x * (1 - low) ** (n - x) for x in range(k, n + 1))
    assert at_least_k == pytest.approx((1 - confidence) / 2 if k else 1)


@LAWS
@given(CASES)
def test_one_hit_more_never_lowers_a_limit(case):
    k, n = case
    fewer, more = wilson(k, n + 1), wilson(k + 1, n + 1)
    assert fewer.low <= more.low
    assert fewer.high <= more.high


@LAWS
@given(st.integers(0, 200), st.floats(0.5, 5000))
def test_interval_of_a_rate_contains_it_and_shrinks_with_exposure(events, exposure):
    one, four = poisson_rate(events, exposure), poisson_rate(4 * events, 4 * exposure)
    assert 0 <= one.low <= one.estimate <= one.high
    assert four.high - four.low < one.high - one.low


@LAWS
@given(st.integers(0, 60), st.integers(1, 500), st.integers(0, 60), st.integers(1, 500))
def test_rate_ratio_turned_over_is_one_over_it(x1, e1, x2, e2):
    there, back = rate_ratio(x1, e1, x2, e2), rate_ratio(x2, e2, x1, e1)
    assert there.p == pytest.approx(back.p)
    assert there.low <= there.midp_low
    if there.high is not None:
        assert there.midp_high <= there.high
        assert back.low == pytest.approx(1 / there.high)


@LAWS
@given(st.lists(st.integers(1, 10), min_size=2, max_size=60))
def test_interval_of_a_mean_contains_it_and_counts_give_the_same(grades):
    answer = mean_interval(grades)
    values = sorted(set(grades))
    assert mean_from_counts(values, [grades.count(value) for value in values]) == answer
    assert sum(cases for _, cases in answer.distribution) == answer.n
    if len(values) > 1:
        assert answer.low < answer.estimate < answer.high


@LAWS
@given(CASES, st.sampled_from([0.5, 0.7, 0.8, 0.95]), st.sampled_from(["increase", "decrease"]))
def test_verdict_agrees_with_the_counts_that_decide(case, target, improvement):
    k, n = min(case[0], 60), min(case[1], 60)
    k = min(k, n)
    counts, found = (
        decisive_counts(n, target, improvement=improvement),
        verdict(wilson(k, n), target, improvement=improvement),
    )
    sign = 1 if improvement == "increase" else -1
    met = counts.proves_met is not None and sign * (k - counts.proves_met) >= 0
    missed = counts.proves_not_met is not None and sign * (k - counts.proves_not_met) <= 0
    assert found.state == ("met" if met else "not_met" if missed else "undecided")


@LAWS
@given(CASES, st.sampled_from([0.15, 0.5, 0.7, 0.8, 0.95]), st.sampled_from(["increase", "decrease"]))
def test_so_many_more_cases_decide_and_one_fewer_does_not(case, target, improvement):
    k, n = case
    more = cases_until_decided(k, n, target, improvement=improvement)
    if more is None:
        assert k / n == pytest.approx(target)
        return

    def state(extra):
        return verdict(wilson(k / n * (n + extra), n + extra), target, improvement=improvement).state

    assert state(more) != "undecided"
    assert more == 0 or state(more - 1) == "undecided"


@LAWS
@given(CASES, st.floats(0.01, 0.98))
def test_probability_of_a_target_rises_with_hits_and_falls_with_the_target(case, target):
    k, n = case
    assert posterior(k, n + 1, target).p_at_least <= posterior(k + 1, n + 1, target).p_at_least
    assert posterior(k, n, target + 0.01).p_at_least <= posterior(k, n, target).p_at_least


@LAWS
@given(st.integers(0, 40), st.floats(0, 1), st.sampled_from([0.5, 0.8]))
def test_go_amber_and_stop_add_up_to_every_pilot(n, truth, target):
    found = operating_characteristics(n, target, truth)
    assert found.go + found.amber + found.stop == pytest.approx(1)


@LAWS
@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 12))
def test_nothing_to_come_makes_the_prediction_certain(hits, misses, more):
    n = hits + misses
    now = predictive(hits, n, 0, 0.8)
    assert now.p_go == pytest.approx(float(advice(posterior(hits, n, 0.8).p_at_least) == "go"))
    later = predictive(hits, n, more, 0.8)
    assert 0 <= later.p_go <= 1
    assert 0 <= later.p_share <= 1
