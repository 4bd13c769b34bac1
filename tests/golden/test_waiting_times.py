import pytest

from pipelines.stats import cumulative_incidence, kaplan_meier, log_log_within
from pipelines.stats.log_log import greenwood_sum, log_log_limits
from tests.golden.reading import by, close, rows

MIDP_ROOT = 6e-4  # bpcp looks for its mid-p limits with a root finder that stops at about 1e-4
OUTCOME = {"0": None, "1": "answered", "2": "withdrawn"}
CONVENTION = {"resp_flat_at_half": 2.0}  # R takes the middle of the flat piece where exactly half is answered


def curve(name):
    data = by("km_data.csv", "dataset")[name]
    return kaplan_meier([float(row["time"]) for row in data], [row["event"] == "1" for row in data])


@pytest.mark.parametrize(
    "row", rows("km_bpcp_small_sample.csv"), ids=lambda row: "-".join([*row.values()][:3])
)
def test_share_answered_equals_bpcp(row):
    midp = row["midp"] == "True"
    answer = curve(row["dataset"]).answered_within(float(row["t"]), midp=midp)
    tolerance = MIDP_ROOT if midp else 1e-9
    assert 1 - answer.estimate == close(row["surv"])
    assert 1 - answer.high == close(row["surv_lower"], tolerance)
    assert 1 - answer.low == close(row["surv_upper"], tolerance)


@pytest.mark.parametrize(
    "row", [row for row in rows("km_points_R_survival.csv") if row["conf_type"] == "log-log"]
)
def test_share_answered_equals_survfit(row):
    name, time = row["dataset"], float(row["t"])
    waiting = 1 - curve(name).answered_within(time).estimate
    assert waiting == close(row["surv"])
    if 0 < waiting < 1:
        spread = greenwood_sum(curve(name), time)
        assert waiting * spread**0.5 == close(row["std_err_greenwood"])
        low, high = log_log_limits(waiting, spread, 0.95)
        assert (low, high) == (close(row["surv_lower"]), close(row["surv_upper"]))


@pytest.mark.parametrize(
    "row", [row for row in rows("km_points_R_survival.csv") if row["conf_type"] == "log-log"]
)
def test_log_log_limits_show_only_from_thirty_cases_and_inside_0_and_1(row):
    answer = log_log_within(curve(row["dataset"]), float(row["t"]))
    if answer.n >= 30 and 0 < answer.estimate < 1:
        assert (answer.low, answer.high) == (close(row["answered_lower"]), close(row["answered_upper"]))
    else:
        assert (answer.low, answer.high) == (None, None)


@pytest.mark.parametrize(
    "row", [row for row in rows("km_median_R_survival.csv") if row["conf_type"] == "log-log"]
)
def test_median_equals_survfit_but_for_the_flat_piece(row):
    found = curve(row["dataset"])
    assert (found.n, sum(found.events)) == (int(row["n"]), int(row["events"]))
    if row["dataset"] in CONVENTION:
        assert found.median == CONVENTION[row["dataset"]]
    else:
        assert found.median == close(row["median_R"])


def test_six_mp_arm_has_its_published_values():
    found = curve("leukemia_Rx0")
    assert round(1 - found.answered_within(10).estimate, 4) == 0.7529
    assert round(1 - found.answered_within(20).estimate, 4) == 0.6275
    assert found.median == 23


def competing():
    data = rows("competing_risk_data.csv")
    return cumulative_incidence(
        [float(row["time"]) for row in data], [OUTCOME[row["status"]] for row in data]
    )


@pytest.mark.parametrize("row", rows("competing_risk_cif.csv"), ids=lambda row: row["t"])
def test_cumulative_incidence_equals_r(row):
    found, time = competing(), float(row["t"])
    position = found.times.index(time)
    assert found.still_waiting[position] == close(row["p_open"])
    assert found.within(time, outcome="answered").estimate == close(row["cif_answered"])
    assert found.within(time, outcome="withdrawn").estimate == close(row["cif_withdrawn"])
    assert found.standard_error(time, outcome="answered") == close(row["se_answered"])


@pytest.mark.parametrize("row", rows("competing_risk_cif.csv"), ids=lambda row: row["t"])
def test_withdrawals_taken_as_open_overstate_the_share_answered(row):
    data = rows("competing_risk_data.csv")
    naive = kaplan_meier([float(one["time"]) for one in data], [one["status"] == "1" for one in data])
    time = float(row["t"])
    assert naive.answered_within(time).estimate == close(row["one_minus_km_treating_withdrawn_as_censored"])
    assert (
        naive.answered_within(time).estimate >= competing().within(time, outcome="answered").estimate - 1e-12
    )
