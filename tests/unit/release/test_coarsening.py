import pytest

from pipelines.release.coarsening import Candidate, Level, coarsened
from pipelines.release.knowledge import Secret, printed
from pipelines.release.narrowness import Demand
from pipelines.vocabulary.errors import ReleaseRefused

OUTSIDE = Demand(smallest=10, width=5, reaches=True, contributors=5)


def table(source, *levels):
    """A table whose levels print these sums: {cells: value}."""
    made = [
        Level(said=tuple(printed(cells, value, source=source) for cells, value in level.items()))
        for level in levels
    ]
    return Candidate(source=source, levels=tuple(made))


def levels(choices):
    return {choice.candidate.source: choice.level for choice in choices}


def newcomers(*cells):
    return [Secret(name="nieuwe huurders", cells=cells)]


def test_nothing_to_release_is_safe():
    assert coarsened([], earlier=[], small=newcomers("nieuw"), demand=OUTSIDE) == ()


def test_a_table_that_is_safe_goes_out_as_it_is():
    quarter = table("e2", {("oud", "nieuw"): 45})
    earlier = [printed(["oud"], 30, source="e1")]
    assert levels(coarsened([quarter], earlier=earlier, small=[], demand=OUTSIDE)) == {"e2": 0}


def test_a_table_that_gives_newcomers_away_steps_down_and_says_why():
    earlier = [printed(["oud"], 30, source="editie 1")]
    safe = table("editie 2, C1", {("ander", "nog een"): 50}, {})
    telling = table("editie 2, A1", {("oud", "nieuw"): 32}, {("oud", "nieuw", "rest"): 60}, {})
    found = coarsened([safe, telling], earlier=earlier, small=newcomers("nieuw"), demand=OUTSIDE)
    assert levels(found) == {"editie 2, C1": 0, "editie 2, A1": 1}
    assert "'nieuwe huurders' is precies terug te rekenen" in found[1].because
    assert "editie 1 en editie 2, A1" in found[1].because


def test_of_two_tables_that_tell_together_the_last_steps_down():
    first = table("a", {("x", "y"): 30}, {})
    last = table("b", {("y",): 28}, {})
    found = coarsened([first, last], earlier=[], small=[Secret(name="x", cells=("x",))], demand=OUTSIDE)
    assert levels(found) == {"a": 0, "b": 1}


def test_the_cells_a_level_hides_are_secrets_of_that_level_only():
    holes = Level(
        said=(printed(["a", "b"], 12, source="t"), printed(["b"], 9, source="t")),
        secrets=(Secret(name="a", cells=("a",)),),
    )
    margin = Level(said=(printed(["a", "b"], 12, source="t"),))
    found = coarsened([Candidate(source="t", levels=(holes, margin))], earlier=[], small=[], demand=OUTSIDE)
    assert found[0].level == 1


def test_what_goes_out_in_any_case_is_refused_when_it_tells_too_much():
    earlier = [printed(["oud"], 30, source="editie 1")]
    promised = table("editie 2", {("oud", "nieuw"): 32})
    with pytest.raises(ReleaseRefused, match="editie 1 en editie 2"):
        coarsened([promised], earlier=earlier, small=newcomers("nieuw"), demand=OUTSIDE)
