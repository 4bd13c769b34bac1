import pytest

from pipelines.stats import clopper_pearson, poisson_rate, rate_ratio, wilson
from tests.golden.reading import close, rows

NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(
    "row", rows("proportion_intervals.csv"), ids=lambda row: f"{row['x']}/{row['n']}@{row['conf']}"
)
def test_intervals_of_a_share_equal_r(row):
    x, n, confidence = float(row["x"]), float(row["n"]), float(row["conf"])
    score, exact = wilson(x, n, confidence=confidence), clopper_pearson(x, n, confidence=confidence)
    assert score.estimate == close(row["p"])
    assert (score.low, score.high) == (close(row["wilson_lower"]), close(row["wilson_upper"]))
    assert (exact.low, exact.high) == (
        close(row["clopper_pearson_lower"]),
        close(row["clopper_pearson_upper"]),
    )


@pytest.mark.parametrize(("k", "n", "low", "high"), NEWCOMBE)
def test_wilson_gives_newcombes_worked_examples(k, n, low, high):
    answer = wilson(k, n)
    assert (round(answer.low, 4), round(answer.high, 4)) == (low, high)


@pytest.mark.parametrize("row", [row for row in rows("phe_byars_wilson.csv") if row["method"] == "Wilson"])
def test_wilson_takes_fractions_as_phe_does(row):
    answer = wilson(float(row["x"]), float(row["n"]), confidence=float(row["conf"]))
    assert (answer.low, answer.high) == (close(row["lower"]), close(row["upper"]))


@pytest.mark.parametrize("row", rows("poisson_rate_per100.csv"))
def test_rate_per_100_equals_r(row):
    answer = poisson_rate(int(row["events"]), float(row["jobs"]), confidence=float(row["conf"]))
    assert answer.estimate == close(row["rate100"])
    assert (answer.low, answer.high) == (close(row["exact_lower100"]), close(row["exact_upper100"]))


@pytest.mark.parametrize("row", rows("rate_ratio_exact.csv"))
def test_rate_ratio_equals_r_and_has_a_central_p(row):
    answer = rate_ratio(int(row["x1"]), float(row["e1"]), int(row["x2"]), float(row["e2"]))
    assert answer.estimate == close(row["ratio"])
    assert (answer.low, answer.high) == (close(row["lower"]), close(row["upper"]))
    assert answer.p == close(row["p_central_2xonesided"])
    assert (answer.midp_low, answer.midp_high) == (close(row["midp_lower"]), close(row["midp_upper"]))
