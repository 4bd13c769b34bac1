import pytest

from pipelines.stats import anhoej_limits, anhoej_runs, c_chart, g_chart, t_chart, u_chart, xmr
from tests.golden.reading import by, close, items, rows

LABELS = {
    "Common Cause": ("common", None),
    "Above UCL": ("outside", "high"),
    "Below LCL": ("outside", "low"),
    "7 Point Trend (Increasing)": ("trend", "high"),
    "7 Point Trend (Decreasing)": ("trend", "low"),
    "2 in 3 Above CL": ("two_of_three", "high"),
    "2 in 3 Below CL": ("two_of_three", "low"),
    "7 Points Above CL": ("shift", "high"),
    "7 Points Below CL": ("shift", "low"),
}
MEANINGS = {
    "common_cause": None,
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
    "special_cause_neutral_high": "neutral",
    "special_cause_neutral_low": "neutral",
}
ASSURANCE = {"consistent_pass": "pass", "consistent_fail": "fail", "inconsistent": "inconsistent", None: None}
POINTS = by("spc_points.csv", "series_id")
SERIES = {series["id"]: series for series in items("spc_series.json")}
DIFFERENCES = by("spc_mdc2023_differences.csv", "series_id")
LOOSE = 1e-8  # the points were printed with 10 digits
OUR_LIMITS_AT_MEAN = {"syn_zeros_screen"}  # constant and screened: NaN in R, limits at the mean with us


def values(name):
    return [float(row["y"]) for row in POINTS[name]]


def starts(name):
    groups = [row["rebase_group"] for row in POINTS[name]]
    return [position for position in range(1, len(groups)) if groups[position] != groups[position - 1]]


def chart(name, **options):
    series = SERIES[name]
    return xmr(
        values(name),
        improvement=series["improvement_direction"],
        target=series["target"],
        rebase=starts(name),
        fix_after=series["fix_after_n_points"],
        screen=series["screen_outliers"],
        **options,
    )


@pytest.mark.parametrize("name", SERIES)
def test_limits_equal_nhsr_plot_the_dots(name):
    found = chart(name)
    for position, row in enumerate(POINTS[name]):
        assert found.mean[position] == close(row["mean"], LOOSE)
        if name in OUR_LIMITS_AT_MEAN:
            assert found.lower[position] == found.upper[position] == found.mean[position]
        else:
            assert found.lower[position] == close(row["lpl"], LOOSE)
            assert found.upper[position] == close(row["upl"], LOOSE)


@pytest.mark.parametrize("name", SERIES)
def test_every_label_direction_and_icon_equals_nhsr_plot_the_dots(name):
    found, points = chart(name), POINTS[name]
    assert list(zip(found.labels, found.directions, strict=True)) == [
        LABELS[row["special_cause_type"]] for row in points
    ]
    assert list(found.meanings) == [MEANINGS[row["point_type"]] for row in points]
    assert found.variation == MEANINGS[SERIES[name]["variation_last_point"]]
    assert found.assurance == ASSURANCE[SERIES[name]["assurance"]]


@pytest.mark.parametrize("name", SERIES)
def test_variant_of_2023_changes_exactly_the_listed_labels(name):
    ours, theirs = chart(name), chart(name, near_includes_outside=True)
    changed = {
        row["period"]: (theirs.labels[position], theirs.directions[position], theirs.meanings[position])
        for position, row in enumerate(POINTS[name])
        if (ours.labels[position], ours.directions[position])
        != (theirs.labels[position], theirs.directions[position])
    }
    assert changed == {
        row["period"]: (*LABELS[row["mdc2023_label"]], MEANINGS[row["mdc2023_point_type"]])
        for row in DIFFERENCES.get(name, [])
    }


@pytest.mark.parametrize("row", rows("runchart_anhoej_limits.csv"), ids=lambda row: row["n_useful"])
def test_anhoej_limits_equal_qicharts2(row):
    found = anhoej_limits(int(row["n_useful"]))
    assert (found.longest_run, found.fewest_crossings) == (
        int(row["longest_run_max"]),
        int(row["crossings_min"]),
    )


@pytest.mark.parametrize("row", rows("runchart_series.csv"), ids=lambda row: row["series_id"])
def test_runs_equal_qicharts2(row):
    first_period = values(row["series_id"])[: int(row["n"])]
    found = anhoej_runs(first_period)
    expected = {
        key: None if row[key] == "NA" else int(row[key])
        for key in ("n_useful", "longest_run", "longest_run_max", "crossings", "crossings_min")
    }
    assert {key: getattr(found, key) for key in expected} == expected
    assert found.median == close(row["median"], LOOSE)
    assert found.signal == (row["runs_signal"] == "TRUE")


CHARTS = {"c": c_chart, "u": u_chart, "g": g_chart, "t": t_chart}


@pytest.mark.parametrize("name", by("spc_attribute_charts.csv", "id"))
def test_attribute_chart_equals_qicharts2(name):
    data = by("spc_attribute_charts.csv", "id")[name]
    kind, counts = data[0]["chart"], [float(row["numerator"]) for row in data]
    sizes = [[float(row["denominator"]) for row in data]] if kind == "u" else []
    found = CHARTS[kind](counts, *sizes)
    for position, row in enumerate(data):
        assert found.values[position] == close(row["y"])
        assert found.centre[position] == close(row["cl"])
        assert (found.lower[position], found.upper[position]) == (close(row["lcl"]), close(row["ucl"]))
        assert (found.lower_2s[position], found.upper_2s[position]) == (
            close(row["lcl2s"]),
            close(row["ucl2s"]),
        )


ASSURANCE_CASES = [
    ((1, 3), 4, "increase", "fail"),
    ((5, 7), 4, "increase", "pass"),
    ((1, 5), 4, "increase", "inconsistent"),
    ((1, 3), 4, "decrease", "pass"),
    ((5, 7), 4, "decrease", "fail"),
    ((1, 5), 4, "decrease", "inconsistent"),
    ((1, 5), 5, "increase", "inconsistent"),
    ((1, 3), 4, "neutral", None),
]


@pytest.mark.parametrize(("limits", "target", "improvement", "expected"), ASSURANCE_CASES)
def test_assurance_follows_the_packages_own_triple(limits, target, improvement, expected):
    middle, half = sum(limits) / 2, (limits[1] - limits[0]) / 2
    step = half / 2.66
    series = [middle - step / 2, middle + step / 2] * 7
    assert xmr(series, target=target, improvement=improvement).assurance == expected
