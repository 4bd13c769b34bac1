"""Control charts at their edges: sparse, constant, gaps, rebase, and which chart a series can carry."""

from datetime import date

import numpy as np
import pytest

from pipelines.stats import (
    Caveat,
    Rebase,
    anhoej_runs,
    chart_power,
    t_chart,
    too_short,
    too_sparse,
    u_chart,
    xmr,
)
from pipelines.stats.control_rules import shift, side, trend, two_of_three
from tests.golden.reading import rows

ONE_COMPLAINT = [0] * 6 + [1] + [0] * 7


def array(values):
    return np.array(values, dtype=float)


STEADY = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13, 10]


def test_screening_flags_every_point_of_a_series_with_one_complaint_and_is_off():
    assert xmr(ONE_COMPLAINT).labels.count("outside") == 1
    assert xmr(ONE_COMPLAINT, screen=True).labels == ("outside",) * 14
    assert too_sparse(ONE_COMPLAINT)


@pytest.mark.parametrize("value", [0, 5, 0.1, 1 / 3, 1e9 + 0.1])
def test_constant_series_has_limits_at_its_mean_and_no_cause(value):
    for screen in (False, True):
        found = xmr([value] * 14, screen=screen)
        assert found.lower[0] == found.upper[0] == found.mean[0] == pytest.approx(value)
        assert set(found.labels) == {"common"}


def test_run_of_seven_flags_and_six_does_not():
    assert not shift(side(array([9] + [11] * 6), 10)).any()
    assert shift(side(array([9] + [11] * 7 + [9]), 10)).tolist() == [0] + [1] * 7 + [0]


def test_a_point_on_the_mean_breaks_the_run():
    assert not shift(side(array([11] * 6 + [10] + [11] * 6), 10)).any()


def test_seven_rising_points_are_a_trend_six_are_not_and_a_tie_breaks_it():
    assert trend(array([1, 2, 3, 4, 5, 6, 7])).tolist() == [1] * 7
    assert not trend(array([1, 2, 3, 4, 5, 6])).any()
    assert not trend(array([1, 2, 3, 4, 4, 5, 6, 7])).any()


def test_turning_point_of_a_rise_and_a_fall_takes_the_later_direction():
    assert trend(array([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1])).tolist() == [1] * 6 + [-1] * 7


def test_a_trend_means_its_movement_not_its_side_of_the_mean():
    found = xmr([150, 50] * 6 + [80, 81, 82, 83, 84, 85, 86], fix_after=12)
    assert found.mean[0] == 100
    assert (found.labels[-1], found.directions[-1]) == ("trend", "high")


def test_third_point_of_two_of_three_is_not_flagged_and_must_lie_on_the_same_side():
    near = np.array([True, False, True])
    assert two_of_three(side(array([12, 11, 12]), 10), near).tolist() == [1, 0, 1]
    assert two_of_three(side(array([12, 9, 12]), 10), near).tolist() == [0, 0, 0]


def test_first_moving_range_of_a_period_is_missing():
    apart = xmr([1, 2, 1, 101, 102, 101], rebase=[3])
    assert apart.upper[0] == pytest.approx(4 / 3 + 2.66)
    assert apart.upper[3] == pytest.approx(304 / 3 + 2.66)


def test_rules_skip_a_missing_period_and_no_moving_range_reaches_over_it():
    found = xmr([150, 50] * 6 + [80, 81, 82, None, 83, 84, 85, 86], fix_after=12)
    assert found.labels[-8:] == (*["trend"] * 3, None, *["trend"] * 4)
    assert Caveat.MISSING_PERIODS in found.caveats
    gap = xmr([1, 2, 1, None, 101, 102, 101])
    assert gap.upper[0] == pytest.approx(gap.mean[0] + 2.66)
    assert gap.upper[3] == gap.upper[0]


def test_points_without_neighbours_have_no_limits():
    assert xmr([5, None, 6, None, 7]).upper == (None,) * 5


def test_fixed_limits_count_points_that_have_a_value():
    with_gap = xmr([*STEADY[:6], None, *STEADY[6:12], 30], fix_after=12)
    assert with_gap.mean[0] == xmr(STEADY[:12]).mean[0]
    assert with_gap.labels[-1] == "outside"


def test_limits_fixed_after_twelve_hold_for_later_points():
    found = xmr([*STEADY[:12], 30, 31, 30], fix_after=12)
    assert found.mean == xmr(STEADY[:12]).mean[:1] * 15
    assert found.labels[-1] == "outside"


def test_rebase_with_reason_author_and_date_travels_with_the_chart():
    why = Rebase(position=7, reason="second coordinator", author="committee", decided_on=date(2026, 3, 2))
    found = xmr(STEADY, rebase=[why])
    assert found.rebases == (why,)
    assert found.periods == (0,) * 7 + (1,) * 6
    assert Caveat.REBASE_WITHOUT_REASON not in found.caveats
    assert Caveat.REBASE_WITHOUT_REASON in xmr(STEADY, rebase=[7]).caveats


def test_a_period_of_one_point_has_a_mean_and_no_limits():
    found = xmr([*STEADY, 40], rebase=[13])
    assert (found.mean[-1], found.upper[-1], found.labels[-1]) == (40, None, "common")
    assert Caveat.NO_LIMITS in found.caveats


@pytest.mark.parametrize(("points", "short"), [(12, True), (13, False)])
def test_thirteen_points_carry_limits(points, short):
    assert too_short(STEADY[:points]) == short
    assert (Caveat.SHORT_SERIES in xmr(STEADY[:points]).caveats) == short


def test_a_quarter_equal_neighbours_is_allowed_and_more_is_not():
    assert not too_sparse([10, 11, 12, 13, 13], counts=False)
    assert too_sparse([10, 11, 12, 12, 12], counts=False)


def test_mean_count_of_five_is_allowed_and_less_is_not():
    assert not too_sparse([4, 6, 4, 6])
    assert too_sparse([4, 5, 4, 5])
    assert not too_sparse([4, 5, 4, 5], counts=False)


def test_short_run_chart_says_it_can_hardly_signal():
    assert Caveat.FEW_USEFUL_POINTS in anhoej_runs([1, 2, 3, 4]).caveats
    assert Caveat.FEW_USEFUL_POINTS not in anhoej_runs([1, 2] * 5).caveats


def test_month_without_jobs_has_no_complaint_rate_but_keeps_its_place():
    found = u_chart([1, 0, 2], [10, 0, 20])
    assert found.values == (0.1, None, 0.1)
    assert (found.upper[1], found.outside[1], found.n) == (None, None, 2)
    assert Caveat.MISSING_PERIODS in found.caveats


def test_long_time_without_a_complaint_shows_on_a_t_chart():
    assert t_chart([4, 6, 5, 7, 4, 6, 5, 300]).outside[-1] == 1


@pytest.mark.parametrize(
    "row", [row for row in rows("spc_false_alarm_simulation.csv") if row["process"] == "normal"]
)
def test_printed_false_alarm_share_is_the_simulated_one(row):
    if row["screen"] == "False" and row["ruleset"] == "nhsr":
        assert chart_power(int(row["n"])).false_alarm == float(row["p_any_flag"])


@pytest.mark.parametrize("row", rows("spc_power_simulation.csv"))
def test_printed_chance_to_see_a_shift_is_the_simulated_one(row):
    points, shift = int(row["series"].split()[0]), int(row["change"].split("+")[1].split()[0])
    if shift:
        assert chart_power(points, shift=shift).seen == float(row["p_flag"])


def test_power_below_twelve_points_was_not_simulated():
    assert chart_power(8).seen is None
