import pytest

from pipelines.stats import capacity_gini, continuity, gini, pooled_pairs
from pipelines.stats.chance_division import expected_differences
from tests.golden.reading import close, items, rows

FIELDS = {"UPC": "upc", "COC": "coc", "HHI": "hhi", "SECON": "secon", "MMCI": "mmci"}


def approx(number):
    return pytest.approx(number, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("case", items("continuity.json"), ids=lambda case: case["sequence"])
def test_continuity_of_a_client(case):
    found = continuity(case["sequence"].split())
    assert (found.n, found.carers) == (case["N"], case["providers"])
    assert {key: getattr(found, field) for key, field in FIELDS.items()} == approx(
        {key: case[key] for key in FIELDS}
    )
    assert found.new_faces_per_visit == approx(case["new_faces_per_visit"])


def test_pooled_pairs_over_all_clients():
    case = items("continuity_pooled.json")
    found = pooled_pairs(case["clients"].values())
    assert (found.same_pairs, found.pairs) == (case["pooled_same_pairs"], case["pooled_pairs"])
    assert found.share == approx(case["pooled_COC"])
    assert found.one_visit == len(case["excluded_one_visit"])


@pytest.mark.parametrize("row", rows("gini.csv"), ids=lambda row: row["id"])
def test_gini_equals_ineq(row):
    found = gini([float(value) for value in row["x"].split()])
    assert (found.gini, found.corrected) == (close(row["gini"]), close(row["gini_corrected"]))


@pytest.mark.parametrize(
    "row", rows("gini_random_baseline.csv"), ids=lambda row: f"{row['workers']}x{row['jobs']}"
)
def test_expected_gini_of_a_fair_lottery(row):
    workers, jobs = int(row["workers"]), int(row["jobs"])
    assert expected_differences(jobs, workers) / (jobs * workers) == close(row["expected_gini_random"])


@pytest.mark.parametrize("row", rows("gini_random_pvalue.csv"), ids=lambda row: row["x"])
def test_p_of_a_gini_equals_counting_every_division(row):
    found = gini([int(value) for value in row["x"].split()])
    assert found.gini == close(row["gini"])
    assert found.expected_by_chance == close(row["expected"])
    assert found.p_value == pytest.approx(float(row["p_ge"]), rel=1e-9)


@pytest.mark.parametrize("case", items("gini_capacity_weighted.json"))
def test_capacity_weighted_gini(case):
    assert capacity_gini(case["jobs"], case["cap"]).gini == approx(case["gini_capacity_weighted"])
