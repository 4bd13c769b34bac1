"""Several readers together: a group has one name however they came to know it, and a day has one number."""

from pipelines.release.groups import Group, Place, Printed, known_groups
from pipelines.release.tracing import small_groups, traced
from pipelines.release.units import Unit
from pipelines.release.weighing import Weights, objections, overtaken, small_step

WEIGHTS = Weights(smallest=10)


def cases(branch, count, *, hours=0.0, misses=0):
    """Return cases of as many persons, of which some do not count in the numerator."""
    return [
        Unit(
            name=f"{branch}-{number}",
            person=f"p-{branch}-{number}",
            values=(("branch", frozenset((branch,))),),
            hit=number >= misses,
            amounts=(hours + number, 0.0),
        )
        for number in range(count)
    ]


def known(units, *branches, source="nu"):
    """Return what readers know who got the numbers of these branches (None: of all)."""
    places = [Place(branch=branch) for branch in branches]
    counts = [len([unit for unit in units if place.holds(unit)]) for place in places]
    printed = [Printed(place=place, n=n, k=n, source=source) for place, n in zip(places, counts, strict=True)]
    return known_groups(printed, units)


def against(now, *before, weights=WEIGHTS):
    return {
        (objection.code, objection.group)
        for objection in objections(now, before=dict(enumerate(before)), weights=weights)
    }


def test_a_branch_that_one_reader_subtracts_is_compared_with_what_another_is_told():
    before = known([*cases("klus", 100), *cases("zorg", 23)], None, "klus")
    now = known([*cases("klus", 150), *cases("zorg", 32)], "zorg")
    assert against(now, before) == {("klein_verschil", ("zorg",))}


def test_both_branches_together_are_compared_with_the_total():
    before = known([*cases("klus", 30), *cases("zorg", 30)], "klus", "zorg")
    now = known([*cases("klus", 34), *cases("zorg", 30)], None)
    assert against(now, before) == {("klein_verschil", ("samen",))}


def test_cases_of_neither_branch_keep_the_rest_apart_from_a_branch():
    units = [*cases("klus", 30), *cases("zorg", 30), *cases("geen", 30)]
    assert ("zorg",) not in known(units, None, "klus")
    assert ("samen",) not in known(units, "klus", "zorg")


def test_helpers_behind_an_amount_are_persons_too():
    before, now = (
        Group(units={unit.name: unit for unit in units}, n=len(units), k=0, source=())
        for units in (cases("beide", 19), cases("beide", 21, hours=0.5))
    )
    assert small_step(before, now, weights=Weights(smallest=10, amounts=True)) == "klein_verschil"


def test_small_rest_of_care_names_somebody_also_where_it_is_subtracted():
    group = known([*cases("klus", 100, misses=4), *cases("zorg", 20, misses=4)], None, "klus")
    weights = Weights(smallest=10, in_care=True, hits=True)
    assert against(group, weights=weights) == {
        ("klein_deel", ("zorg",)), ("klein_deel", ("samen", "klus")),
    }  # fmt: skip


def test_another_number_for_the_same_day_tells_who_was_added():
    before = known(cases("klus", 40), None)
    assert list(overtaken(known(cases("klus", 40), None), before=before)) == []
    found = overtaken(known(cases("klus", 55), None), before=before)
    assert {objection.code for objection in found} == {"ander_getal"}


def test_part_of_a_small_total_that_everyone_may_know_is_no_secret():
    whole, part = Place(branch=None), Place(branch="klus")
    traces = traced({"1": [*cases("klus", 3), *cases("zorg", 2)]}, (whole, part))
    asked = {"dates": (), "smallest": 10}
    assert list(small_groups(traces, known=frozenset({("1", whole)}), **asked)) == []
    assert len(list(small_groups(traces, known=frozenset(), **asked))) == 2
