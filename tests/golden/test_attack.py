import pytest

from pipelines.release import InfeasibleRelease, attack
from tests.golden.reading import items

PROBLEMS = items("release/sdc_attack_tables.json")


@pytest.mark.parametrize("posed", PROBLEMS, ids=lambda posed: f"{posed['id']} {posed['title']}")
def test_attack_finds_the_published_interval_of_each_unknown(posed):
    found = attack(posed["unknowns"], posed["equations"], posed["inequalities_le"], posed["bounds"])
    assert found == {name: tuple(cell["integer"]) for name, cell in posed["expected"].items()}


@pytest.mark.parametrize("posed", PROBLEMS, ids=lambda posed: posed["id"])
def test_a_number_outside_the_interval_contradicts_what_was_published(posed):
    for name, cell in posed["expected"].items():
        outside = {"coef": {name: 1}, "rhs": cell["integer"][0] - 1}
        with pytest.raises(InfeasibleRelease):
            attack(
                posed["unknowns"], [*posed["equations"], outside], posed["inequalities_le"], posed["bounds"]
            )
