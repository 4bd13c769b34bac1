import pytest

from pipelines.release.dominance import guessable, of_one_person
from pipelines.release.group_disclosure import all_but_one, all_the_same
from pipelines.release.rounding import ROUNDING
from tests.golden.reading import items, rows


@pytest.mark.parametrize("name", ROUNDING)
def test_each_count_is_printed_as_the_rule_says(name):
    rule = ROUNDING[name]
    for row in rows("release/sdc_rounding_rules.csv"):
        printed = rule.printed(int(row["n"]))
        assert (rule.mark if printed is None else str(printed)) == row[name], row["n"]


@pytest.mark.parametrize("name", ROUNDING)
def test_behind_a_printed_number_are_exactly_the_counts_it_is_printed_for(name):
    rule = ROUNDING[name]
    behind = {}
    for count in range(2_500):
        behind.setdefault(rule.printed(count), []).append(count)
    for printed, counts in behind.items():
        if counts[-1] < 2_000:
            assert rule.behind(printed) == (counts[0], counts[-1])


@pytest.mark.parametrize("cell", items("release/sdc_dominance.json"), ids=lambda cell: cell["id"])
def test_the_p_rule_equals_the_handbook(cell):
    amounts = cell["contributions"]
    assert guessable(amounts) == cell["unsafe_p10"]
    assert guessable(amounts, p=15) == cell["unsafe_p15"]
    assert (
        of_one_person((str(place), (amount,)) for place, amount in enumerate(amounts)) == cell["unsafe_p10"]
    )


@pytest.mark.parametrize("table", items("release/sdc_group_disclosure.json"), ids=lambda table: table["id"])
def test_group_disclosure_is_found_per_row(table):
    assert list(all_the_same(table["table"])) == table["group_disclosure_rows"]
    assert list(all_but_one(table["table"])) == table["within_group_rows"]


def test_a_number_the_rule_never_prints_has_nothing_behind_it():
    with pytest.raises(ValueError, match="never prints 7"):
        ROUNDING["opensafely_midpoint6"].behind(7)
    with pytest.raises(ValueError, match="hides nothing"):
        ROUNDING["cbs_income_round100"].behind(None)


def test_a_contribution_below_zero_is_no_contribution():
    with pytest.raises(ValueError, match="below zero"):
        guessable([3, -1])
    assert not guessable([])
    assert not guessable([0, 0, 0])
