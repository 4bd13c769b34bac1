"""Values worked out by hand, by another route, or printed in the methods."""

import math

import numpy as np
import pytest

from pipelines.stats import (
    Caveat,
    Estimate,
    answered_after,
    answers_until_decided,
    capacity_gini,
    cases_until_decided,
    continuity,
    cumulative_incidence,
    dispersion,
    enrolment,
    exposure_until_decided,
    gini,
    kaplan_meier,
    kaplan_meier_from_counts,
    mean_interval,
    poisson_rate,
    posterior,
    predictive,
    verdict,
    wilson,
)
from pipelines.stats.chance_division import equal_chances


def exactly(number):
    return Estimate(estimate=number, low=number, high=number, n=1, method="count")


@pytest.mark.parametrize(
    ("x", "n", "expected"), [(24, 30, 0.48), (27, 30, 0.92), (11, 12, 0.84), (12, 12, 0.98)]
)
def test_probability_of_at_least_eighty_percent(x, n, expected):
    assert round(posterior(x, n, 0.8).p_at_least, 2) == expected


def test_prior_matters_when_there_are_twelve_answers():
    sceptical, uniform = (
        posterior(12, 12, 0.8, prior=prior).p_at_least for prior in ("sceptical", "uniform")
    )
    assert sceptical < uniform < posterior(12, 12, 0.8).p_at_least


def test_prediction_equals_the_integral_over_the_posterior():
    grid = (np.arange(200_000) + 0.5) / 200_000
    density = grid**17.5 * (1 - grid) ** 1.5
    density /= density.sum()
    at_least_six = sum(math.comb(10, y) * grid**y * (1 - grid) ** (10 - y) for y in range(6, 11))
    assert predictive(18, 20, 10, 0.8).p_share == pytest.approx(float(density @ at_least_six), rel=1e-6)


def test_target_out_of_reach_needs_no_number_of_hits():
    found = predictive(0, 20, 5, 0.8)
    assert (found.x_needed, found.p_share) == (None, 0)


@pytest.mark.parametrize(("observed", "jeffreys", "plan"), [(25, 0.53, 0.51), (18, 0.027, 0.048)])
def test_chance_of_fifty_after_half_the_year(observed, jeffreys, plan):
    found = [enrolment(50, 12, 6, observed, prior=prior).p_reach for prior in ("jeffreys", "plan")]
    assert found == pytest.approx([jeffreys, plan], abs=0.005)


def test_small_pool_caps_the_projection():
    found = enrolment(50, 12, 6, 25, pool=40)
    assert (found.p_reach, found.total_low, found.total_high) == (0, 40, 40)
    assert Caveat.SMALL_POOL in found.caveats
    assert enrolment(50, 12, 6, 25, pool=4000) == enrolment(50, 12, 6, 25)


def test_target_reached_before_any_projection_is_certain():
    found = enrolment(5, 12, 0, 6)
    assert (found.p_reach, found.total_mid) == (1, None)


def test_enrolment_in_waves_shows_as_dispersion():
    assert dispersion([0, 12, 0, 0, 11, 0, 0, 13]).p < 0.001
    assert dispersion([4, 5, 3, 4, 5, 3, 4, 5]).p > 0.9


def test_tail_of_a_curve_beyond_its_longest_time_is_open_to_the_top():
    answer = kaplan_meier([1, 2, 9], [True, False, False]).answered_within(30)
    assert answer.estimate == pytest.approx(1 / 3)
    assert answer.high == 1
    assert answer.caveats == (Caveat.BEYOND_FOLLOW_UP,)


def test_before_the_first_answer_the_share_is_zero_with_an_upper_limit():
    answer = kaplan_meier([5] * 20, [True] * 20).answered_within(4)
    assert (answer.estimate, answer.low) == (0, 0)
    assert answer.high == pytest.approx(1 - 0.025 ** (1 / 20))


def test_norm_is_inclusive_and_answers_come_before_open_cases_at_a_tie():
    curve = kaplan_meier([2, 2, 2], [True, False, False])
    assert curve.answered_within(2).estimate == pytest.approx(1 / 3)
    assert curve.answered_within(1.999).estimate == 0


def test_same_moment_answer_counts_at_time_zero():
    assert kaplan_meier([0, 3], [True, False]).answered_within(0).estimate == 0.5


def test_of_those_who_waited_long_so_many_were_still_answered():
    answer = answered_after(
        kaplan_meier([1] * 5 + [20] * 3 + [30] * 7, [True] * 8 + [False] * 7), waited=14, within=14
    )
    assert (answer.k, answer.n, answer.estimate) == (3, 10, pytest.approx(0.3))


def test_nobody_waited_that_long():
    answer = answered_after(kaplan_meier([1, 2], [True, True]), waited=14, within=14)
    assert (answer.estimate, answer.caveats) == (None, (Caveat.NO_DATA,))


def test_million_cases_give_the_same_as_their_counts_and_keep_their_digits():
    curve = kaplan_meier_from_counts([0, 1, 2], [1, 0, 0], [0, 0, 1_999_999])
    assert curve.low[0] == pytest.approx(1.2658903987938538e-08, rel=1e-6)
    assert curve.high[0] == pytest.approx(2.785820695e-06, rel=1e-6)


def test_outcome_that_never_came_has_share_zero_with_an_upper_limit():
    answer = cumulative_incidence([1, 2, 3], ["withdrawn", None, "withdrawn"]).within(3, outcome="done")
    assert (answer.estimate, answer.low, answer.k) == (0, 0, 0)
    assert answer.high > 0.7


def test_without_open_cases_the_share_of_an_outcome_has_the_exact_interval():
    ended = ["done"] * 6 + ["withdrawn"] * 4
    answer = cumulative_incidence(range(10), ended).within(20, outcome="done")
    assert (answer.low, answer.high) == pytest.approx((0.262378, 0.878448), abs=1e-6)


def test_all_grades_the_same_give_a_mean_without_a_proof():
    answer = mean_interval([8, 8, 8])
    assert (answer.estimate, answer.low, answer.caveats) == (8, None, (Caveat.NO_SPREAD,))
    assert verdict(answer, 7.5).state == "undecided"
    assert verdict(answer, 7.5).leaning is True


def test_values_that_differ_only_by_rounding_of_their_mean_have_no_spread():
    answer = mean_interval([0.1] * 3)
    assert (answer.sd, answer.low, answer.caveats) == (0, None, (Caveat.NO_SPREAD,))


@pytest.mark.parametrize(("n", "half"), [(12, 0.95), (20, 0.70), (30, 0.56), (50, 0.43)])
def test_half_width_of_a_mean_grade_at_standard_deviation_one_and_a_half(n, half):
    grades = [7 - 1.5, 7 + 1.5] * (n // 2)
    answer = mean_interval([7 + (grade - 7) * math.sqrt((n - 1) / n) for grade in grades])
    assert round(answer.high - answer.estimate, 2) == half


def test_three_complaints_in_two_hundred_visits():
    answer = poisson_rate(3, 200)
    assert (round(answer.low, 1), round(answer.high, 1)) == (0.3, 4.4)
    share = wilson(3, 200)
    assert (round(100 * share.low, 1), round(100 * share.high, 1)) == (0.5, 4.3)


@pytest.mark.parametrize(
    ("number", "improvement", "state"),
    [
        (50, "increase", "met"),
        (49, "increase", "not_met"),
        (50, "decrease", "met"),
        (51, "decrease", "not_met"),
    ],
)
def test_a_count_of_everybody_is_judged_on_the_number_itself(number, improvement, state):
    open_interval = Estimate(estimate=number, low=None, high=None, n=number, method="count")
    assert verdict(open_interval, 50, improvement=improvement, exact=True).state == state
    assert verdict(exactly(number), 50, improvement=improvement).state == state


def test_one_miss_disproves_a_target_of_all_and_no_number_proves_it():
    assert verdict(wilson(199, 200), 1).state == "not_met"
    assert verdict(wilson(200, 200), 1).state == "undecided"
    assert cases_until_decided(200, 200, 1) is None


def test_share_on_the_target_never_decides():
    assert cases_until_decided(24, 30, 0.8) is None
    assert answers_until_decided(7.5, 1.5, 20, 7.5) is None
    assert exposure_until_decided(2, 40, 5) is None


def test_more_jobs_decide_a_complaint_rate():
    more = exposure_until_decided(3, 100, 5)
    assert poisson_rate(3 * (100 + more) / 100 // 1, 100 + more).estimate < 5
    assert exposure_until_decided(90, 100, 5) == 0


def test_drawn_p_lies_near_the_counted_one(monkeypatch):
    counted = equal_chances(30, 8, 116, seed=1)
    monkeypatch.setattr("pipelines.stats.chance_division.EXACT_CELLS", 0)
    drawn = equal_chances(30, 8, 116, seed=1)
    assert (counted.exact, drawn.exact) == (True, False)
    assert drawn.expected == counted.expected
    assert drawn.p == pytest.approx(counted.p, abs=0.01)
    assert equal_chances(30, 8, 116, seed=1) == drawn != equal_chances(30, 8, 116, seed=2)


def test_hours_have_a_gini_but_no_chance():
    found = gini([2.5, 4, 4, 7.5, 10, 22])
    assert (found.p_value, found.expected_by_chance, found.caveats) == (None, None, (Caveat.NOT_WHOLE,))


def test_who_offers_no_hours_is_left_out_and_counted():
    found = capacity_gini([4, 8, 3], [8, 16, 0])
    assert (found.gini, found.left_out, found.n) == (pytest.approx(0, abs=1e-12), 1, 2)
    assert Caveat.NO_CAPACITY in found.caveats


def test_same_carers_in_another_order_change_only_secon():
    steady, mixed = continuity("AAAAABBBCC"), continuity("ABCABACABA")
    assert (steady.upc, steady.coc) == (mixed.upc, mixed.coc)
    assert steady.secon > mixed.secon
