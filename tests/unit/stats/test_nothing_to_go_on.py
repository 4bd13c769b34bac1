"""The empty case first: no data, one case, all open, all the same. Nothing is NaN, infinite or a bare zero."""

import math
from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from pipelines import stats
from pipelines.stats import Caveat

NO_DATA = {
    "share": lambda: stats.wilson(0, 0),
    "exact share": lambda: stats.clopper_pearson(0, 0),
    "rate": lambda: stats.poisson_rate(0, 0),
    "rate ratio": lambda: stats.rate_ratio(0, 0, 0, 0),
    "no events on both sides": lambda: stats.rate_ratio(0, 50, 0, 60),
    "mean": lambda: stats.mean_interval([]),
    "curve": lambda: stats.kaplan_meier([], []),
    "share answered": lambda: stats.kaplan_meier([], []).answered_within(5),
    "outcomes": lambda: stats.cumulative_incidence([], []),
    "share ended": lambda: stats.cumulative_incidence([], []).within(5, outcome="done"),
    "waited": lambda: stats.answered_after(stats.kaplan_meier([], []), waited=1, within=2),
    "log-log": lambda: stats.log_log_within(stats.kaplan_meier([], []), 3),
    "xmr": lambda: stats.xmr([]),
    "xmr without a value": lambda: stats.xmr([None, None]),
    "runs": lambda: stats.anhoej_runs([]),
    "c chart": lambda: stats.c_chart([]),
    "u chart": lambda: stats.u_chart([], []),
    "u chart without jobs": lambda: stats.u_chart([0, 0], [0, 0]),
    "p chart": lambda: stats.p_chart([], []),
    "g chart": lambda: stats.g_chart([]),
    "t chart": lambda: stats.t_chart([]),
    "ewma": lambda: stats.ewma([], 0, 1),
    "cusum": lambda: stats.cusum([], 0, 1),
    "continuity": lambda: stats.continuity([]),
    "pairs": lambda: stats.pooled_pairs([]),
    "gini": lambda: stats.gini([]),
    "capacity gini": lambda: stats.capacity_gini([], []),
    "top share": lambda: stats.top_share([]),
    "dispersion": lambda: stats.dispersion([]),
}
THIN = {
    "nothing enrolled at the start": lambda: stats.enrolment(50, 12, 0, 0),
    "nothing enrolled later": lambda: stats.enrolment(50, 12, 3, 0),
    "plan only": lambda: stats.enrolment(50, 12, 0, 0, prior="plan"),
    "horizon passed": lambda: stats.enrolment(50, 12, 13, 49),
    "target out of reach": lambda: stats.enrolment(10**6, 12, 11.99, 1),
    "leavers at the start": lambda: stats.enrolment_with_leavers(50, 12, 0, 0, 0, stay_current=1, stay_new=1),
    "leavers at the end": lambda: stats.enrolment_with_leavers(
        50, 12, 12, 60, 50, stay_current=1, stay_new=1
    ),
    "prior only": lambda: stats.posterior(0, 0, 0.8),
    "certain target": lambda: stats.posterior(3, 3, 1),
    "prediction without data": lambda: stats.predictive(0, 0, 0, 0.8),
    "pilot of nobody": lambda: stats.operating_characteristics(0, 0.8, 0.5),
    "one open": lambda: stats.kaplan_meier([3], [False]),
    "all open": lambda: stats.kaplan_meier([3, 4, 5], [False] * 3),
    "all at once": lambda: stats.kaplan_meier([0, 0, 0], [True] * 3),
    "outcomes all open": lambda: stats.cumulative_incidence([3, 4], [None, None]).within(9, outcome="done"),
    "one point": lambda: stats.xmr([5]),
    "constant": lambda: stats.xmr([0.1] * 14, screen=True),
    "constant runs": lambda: stats.anhoej_runs([2] * 14),
    "one grade": lambda: stats.mean_interval([8]),
    "one time": lambda: stats.t_chart([8]),
    "one worker": lambda: stats.gini([4]),
    "all zero": lambda: stats.gini([0, 0, 0]),
    "no hours": lambda: stats.capacity_gini([3, 0], [0, 0]),
    "one visit": lambda: stats.continuity(["a"]),
    "only one-visit clients": lambda: stats.pooled_pairs(["a", "b"]),
    "rate ratio without a limit": lambda: stats.rate_ratio(2, 60, 0, 50),
}


def numbers_in(value):
    if is_dataclass(value):
        for field in fields(value):
            yield from numbers_in(getattr(value, field.name))
    elif isinstance(value, tuple | list | np.ndarray):
        for item in value:
            yield from numbers_in(item)
    elif isinstance(value, float | np.floating):
        yield value


@pytest.mark.parametrize("name", NO_DATA)
def test_no_data_says_so_and_gives_no_estimate(name):
    found = NO_DATA[name]()
    assert set(found.caveats) & {Caveat.NO_DATA, Caveat.NO_EXPOSURE}
    assert getattr(found, "estimate", None) is None


@pytest.mark.parametrize("name", [*NO_DATA, *THIN])
def test_no_result_holds_nan_or_infinity(name):
    found = ({**NO_DATA, **THIN})[name]()
    assert all(math.isfinite(number) for number in numbers_in(found))


@pytest.mark.parametrize("name", [*NO_DATA, *THIN])
def test_results_are_frozen_and_name_their_method(name):
    found = ({**NO_DATA, **THIN})[name]()
    assert found.method
    assert found.n >= 0
    with pytest.raises(AttributeError):
        found.n = 1


@pytest.mark.parametrize(
    ("name", "caveat"),
    [
        ("nothing enrolled at the start", Caveat.NO_PROJECTION),
        ("plan only", Caveat.PRIOR_ONLY),
        ("horizon passed", Caveat.HORIZON_PASSED),
        ("prior only", Caveat.PRIOR_ONLY),
        ("all open", Caveat.ALL_OPEN),
        ("one open", Caveat.MEDIAN_NOT_REACHED),
        ("one point", Caveat.NO_LIMITS),
        ("constant", None),
        ("one grade", Caveat.ONE_CASE),
        ("one time", Caveat.NO_LIMITS),
        ("one worker", Caveat.ONE_CASE),
        ("all zero", Caveat.ALL_ZERO),
        ("no hours", Caveat.NO_CAPACITY),
        ("one visit", Caveat.FEW_VISITS),
        ("rate ratio without a limit", Caveat.UNBOUNDED),
    ],
)
def test_a_thin_case_says_what_limits_it(name, caveat):
    caveats = THIN[name]().caveats
    assert caveat in caveats if caveat else caveats == ()
