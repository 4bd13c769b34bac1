import pytest

from pipelines.stats import (
    cusum,
    decisive_counts,
    enrolment,
    enrolment_with_leavers,
    operating_characteristics,
    posterior,
    wilson,
)
from pipelines.stats.recruitment import Rate, new_quantile, p_at_least_new, time_to_target
from tests.golden.reading import close, rows

PRIORS = {
    "jeffreys": {},
    "gajewski_P0.5": {"prior": "plan"},
    "gajewski_P0.25": {"prior": "plan", "plan_weight": 0.25},
}
PROJECTIONS = rows("enrolment_projection.csv")


@pytest.mark.parametrize("row", [row for row in PROJECTIONS if row["prior"] in PRIORS])
def test_enrolment_projection_equals_r(row):
    target, observed, elapsed = int(row["target"]), int(row["observed"]), float(row["elapsed"])
    found = enrolment(target, float(row["horizon"]), elapsed, observed, **PRIORS[row["prior"]])
    assert (found.belief.shape, found.belief.rate) == (close(row["post_shape"]), close(row["post_rate"]))
    assert found.p_reach == close(row["p_reach_target"])
    totals = [int(row[key]) for key in ("total_q10", "total_q50", "total_q90")]
    assert [found.total_low, found.total_mid, found.total_high] == totals
    times = [close(row[key]) for key in ("time_q10", "time_q50", "time_q90")]
    assert [found.time_low, found.time_mid, found.time_high] == ([None] * 3 if observed >= target else times)


@pytest.mark.parametrize("row", PROJECTIONS)
def test_negative_binomial_and_waiting_time_agree_for_any_prior(row):
    belief = Rate(shape=float(row["post_shape"]), rate=float(row["post_rate"]))
    left, need = float(row["horizon"]) - float(row["elapsed"]), int(row["target"]) - int(row["observed"])
    p_reach = p_at_least_new(need, left, belief)
    assert p_reach == close(row["p_via_time_identity"])
    assert int(row["observed"]) + new_quantile(0.5, left, belief) == int(row["total_q50"])
    if need > 0 and 1e-6 < p_reach < 1 - 1e-6:
        assert time_to_target(p_reach, need, belief) == pytest.approx(left, rel=1e-6)


@pytest.mark.parametrize("row", rows("enrolment_with_churn.csv"))
def test_projection_with_leavers_equals_the_convolution(row):
    elapsed = float(row["elapsed"])
    found = enrolment_with_leavers(
        int(row["target"]),
        elapsed + float(row["remaining"]),
        elapsed,
        int(row["enrolled"]),
        int(row["cur"]),
        stay_current=float(row["stay_current"]),
        stay_new=float(row["stay_new"]),
    )
    assert found.p_reach == close(row["p"])


@pytest.mark.parametrize("row", rows("beta_go_nogo.csv"))
def test_posterior_equals_r(row):
    found = posterior(int(row["x"]), int(row["n"]), float(row["target"]), prior=row["prior"].split("_")[0])
    assert (found.a, found.b, found.mean) == (
        close(row["post_a"]),
        close(row["post_b"]),
        close(row["post_mean"]),
    )
    assert found.p_at_least == close(row["p_ge_target"])
    assert (found.low_80, found.high_80) == (close(row["cri80_lower"]), close(row["cri80_upper"]))
    assert (found.low, found.high) == (close(row["cri95_lower"]), close(row["cri95_upper"]))


@pytest.mark.parametrize("row", rows("beta_operating_characteristics.csv"))
def test_operating_characteristics_equal_r(row):
    found = operating_characteristics(int(row["n"]), 0.8, float(row["true_p"]))
    assert (found.go, found.amber, found.stop) == (close(row["go"]), close(row["amber"]), close(row["stop"]))
    assert (found.min_x_for_go, found.max_x_for_stop) == (
        int(row["min_x_for_go"]),
        int(row["max_x_for_stop"]),
    )


# n answers | proves >= 80 % | proves < 80 % | proves >= 70 % | proves <= 15 % dissatisfied
PROVABLE = [
    (12, None, 6, 12, None),
    (20, 20, 12, 19, None),
    (30, 29, 19, 26, 0),
    (50, 46, 34, 42, 2),
    (70, 63, 49, 57, 4),
    (150, 130, 110, 117, 13),
]


@pytest.mark.parametrize(("n", "met", "missed", "seventy", "dissatisfied"), PROVABLE)
def test_what_small_numbers_can_prove_is_as_the_domain_prints_it(n, met, missed, seventy, dissatisfied):
    eighty = decisive_counts(n, 0.8)
    assert (eighty.proves_met, eighty.proves_not_met) == (met, missed)
    assert decisive_counts(n, 0.7).proves_met == seventy
    assert decisive_counts(n, 0.15, improvement="decrease").proves_met == dissatisfied


def test_twelve_of_twelve_still_allows_seventy_six_percent():
    assert round(wilson(12, 12).low, 2) == 0.76


MONTGOMERY = [
    *(9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08),
    *(9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52),
]


def test_cusum_of_montgomerys_thirty_observations_signals_at_the_twenty_ninth():
    found = cusum(MONTGOMERY, 10, 1)
    assert found.first_signal == 28
    assert found.high[28] == pytest.approx(5.28)
