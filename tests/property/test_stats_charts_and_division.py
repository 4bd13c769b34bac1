"""Laws of control charts, divisions of work, continuity and projections."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.stats import (
    anhoej_runs,
    c_chart,
    capacity_gini,
    continuity,
    enrolment,
    gini,
    p_chart,
    pooled_pairs,
    top_share,
    xmr,
)

LAWS = settings(max_examples=60, deadline=None)
SERIES = st.lists(st.integers(0, 30), min_size=2, max_size=30)
GAPPED = st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=30)
OPPOSITE = {"high": "low", "low": "high", None: None}
JOBS = st.lists(st.integers(0, 9), min_size=1, max_size=8)


@LAWS
@given(SERIES, st.integers(-50, 50))
def test_moving_a_series_moves_its_limits_and_changes_no_label(series, step):
    here, there = xmr(series), xmr([value + step for value in series])
    assert there.labels == here.labels
    assert there.upper[0] == pytest.approx(here.upper[0] + step)


@LAWS
@given(SERIES)
def test_turning_a_series_over_turns_its_directions_over(series):
    up, down = xmr(series), xmr([-value for value in series], improvement="decrease")
    assert [OPPOSITE[direction] for direction in up.directions] == list(down.directions)
    assert up.meanings == down.meanings


@LAWS
@given(SERIES, SERIES)
def test_no_rule_looks_across_a_rebase(first, second):
    both = xmr([*first, *second], rebase=[len(first)])
    assert both.labels == (*xmr(first).labels, *xmr(second).labels)
    assert both.upper == (*xmr(first).upper, *xmr(second).upper)


@LAWS
@given(GAPPED)
def test_a_missing_period_at_the_end_keeps_its_place_and_changes_nothing_else(series):
    known = [value for value in series if value is not None]
    series = [*known, *[None] * (len(series) - len(known))]
    found, without = xmr(series), xmr(known)
    assert [label for value, label in zip(series, found.labels, strict=True) if value is not None] == list(
        without.labels
    )
    assert all(label is None for value, label in zip(series, found.labels, strict=True) if value is None)
    assert len(found.labels) == len(found.upper) == len(series)


@LAWS
@given(SERIES, SERIES)
def test_no_moving_range_reaches_over_a_missing_period(first, second):
    found = xmr([*first, None, *second])
    ranges = [abs(one - other) for part in (first, second) for one, other in pairwise(part)]
    mean = sum([*first, *second]) / len([*first, *second])
    assert found.mean[0] == pytest.approx(mean)
    assert found.upper[0] - found.mean[0] == pytest.approx(2.66 * sum(ranges) / len(ranges))


@LAWS
@given(SERIES)
def test_a_point_is_outside_exactly_when_it_is_beyond_its_limits(series):
    found = xmr(series)
    for value, lower, upper, label in zip(series, found.lower, found.upper, found.labels, strict=True):
        if abs(value - lower) > 1e-9 and abs(value - upper) > 1e-9:
            assert (label == "outside") == (value < lower or value > upper)


@LAWS
@given(GAPPED)
def test_crossings_and_runs_fit_the_useful_points(series):
    found = anhoej_runs(series)
    if found.n_useful:
        assert found.crossings <= found.n_useful - found.longest_run
        assert 1 <= found.longest_run <= found.n_useful
    else:
        assert (found.signal, found.longest_run) == (False, None)


@LAWS
@given(SERIES)
def test_limits_of_counts_and_shares_stay_possible(series):
    for chart in (c_chart(series), p_chart(series, [31] * len(series))):
        for lower, centre, upper in zip(chart.lower, chart.centre, chart.upper, strict=True):
            assert 0 <= lower <= centre <= upper
    assert max(chart.upper) <= 1


@LAWS
@given(JOBS, st.randoms())
def test_gini_does_not_see_who_did_what_nor_the_unit(jobs, chance):
    mixed = list(jobs)
    chance.shuffle(mixed)
    found, doubled = gini(jobs), gini([2 * value for value in jobs])
    assert gini(mixed) == found
    if found.gini is not None:
        assert doubled.gini == pytest.approx(found.gini)
        assert 0 <= found.gini < 1
        assert 0 < found.p_value <= 1
        assert 0 <= found.expected_by_chance < 1


@LAWS
@given(JOBS)
def test_equal_capacity_gives_the_plain_gini_and_the_same_chance(jobs):
    plain, weighted = gini(jobs), capacity_gini(jobs, [4] * len(jobs))
    assert weighted.gini == (None if plain.gini is None else pytest.approx(plain.gini, abs=1e-12))
    if weighted.p_value is not None and not weighted.caveats and not plain.caveats:
        assert weighted.expected_by_chance == pytest.approx(plain.expected_by_chance)
        assert weighted.p_value == pytest.approx(plain.p_value)


@LAWS
@given(JOBS)
def test_the_busiest_do_at_least_their_fair_share(jobs):
    found = top_share(jobs)
    assert found.share is None or found.fair - 1e-12 <= found.share <= 1 + 1e-12


@LAWS
@given(st.lists(st.sampled_from("ABCD"), min_size=2, max_size=20), st.randoms())
def test_continuity_identities_hold_and_only_secon_sees_the_order(carers, chance):
    found = continuity(carers)
    mixed = list(carers)
    chance.shuffle(mixed)
    other = continuity(mixed)
    assert found.coc == pytest.approx((found.n * found.hhi - 1) / (found.n - 1), abs=1e-12)
    assert found.upc**2 <= found.hhi + 1e-12 <= found.upc + 2e-12
    assert (other.upc, other.coc, other.hhi, other.mmci) == (found.upc, found.coc, found.hhi, found.mmci)
    assert pooled_pairs([carers]).share == pytest.approx(found.coc)


@LAWS
@given(st.integers(1, 60), st.integers(1, 11), st.integers(0, 60), st.sampled_from(["jeffreys", "plan"]))
def test_more_enrolled_makes_reaching_likelier_and_totals_stay_in_order(target, elapsed, observed, prior):
    now, better = (enrolment(target, 12, elapsed, number, prior=prior) for number in (observed, observed + 1))
    assert 0 <= now.p_reach <= better.p_reach <= 1
    assert observed <= now.total_low <= now.total_mid <= now.total_high
    if observed < target:
        assert elapsed <= now.time_low <= now.time_mid <= now.time_high
