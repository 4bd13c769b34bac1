"""What may be known of a group, and of what came and went since readers last saw it."""

from dataclasses import replace

import pytest

from pipelines.release.groups import Group, Place, Printed, known_groups
from pipelines.release.units import Unit
from pipelines.release.weighing import Weights, objections, small_step, too_small

COUNTS = Weights(smallest=10)
CARE = Weights(smallest=10, sensitive=True, hits=True)
HOURS = Weights(smallest=10, amounts=True)


def unit(number, *, hit=True, hours=1.0, person=None, landlord="portaal"):
    return Unit(
        name=f"K{number:04d}",
        person=person or f"p{number}",
        values=(("branch", frozenset(["klus"])), ("landlord", frozenset([landlord]))),
        hit=hit,
        amounts=(hours, hours),
    )


def group(*units):
    hits = sum(one.hit for one in units)
    return Group(units={one.name: one for one in units}, n=len(units), k=hits, source=("editie",))


def people(count, **what):
    return [unit(number, **what) for number in range(count)]


@pytest.mark.parametrize(("count", "code"), [(0, None), (1, "klein"), (9, "klein"), (10, None)])
def test_a_group_holds_nobody_or_enough_persons(count, code):
    assert too_small(group(*people(count)), weights=COUNTS) == code


def test_jobs_of_one_person_are_one_person():
    assert too_small(group(*people(30, person="p1")), weights=COUNTS) == "klein"


@pytest.mark.parametrize(("missed", "code"), [(0, None), (1, "klein_deel"), (4, "klein_deel"), (5, None)])
def test_about_care_few_on_one_side_of_a_share_name_somebody(missed, code):
    units = [*people(20), *(unit(100 + number, hit=False) for number in range(missed))]
    assert too_small(group(*units), weights=CARE) == code
    assert too_small(group(*units), weights=COUNTS) is None


def test_hours_that_are_nearly_all_of_one_person_are_not_shown():
    assert too_small(group(*people(12)), weights=HOURS) is None
    assert too_small(group(*people(11), unit(99, hours=500.0)), weights=HOURS) == "een_persoon"


@pytest.mark.parametrize(
    ("more", "code"), [(0, None), (1, "klein_verschil"), (9, "klein_verschil"), (10, None)]
)
def test_the_same_number_later_differs_by_nobody_or_enough(more, code):
    assert small_step(group(*people(20)), group(*people(20 + more)), weights=COUNTS) == code


def test_few_who_came_and_went_show_even_when_the_number_grows_little_or_not():
    before, now = people(20), [*people(15), *(unit(100 + number) for number in range(15))]
    assert small_step(group(*before), group(*now), weights=COUNTS) is None
    moved = [*people(18), unit(101, hit=False), unit(102, hit=False)]
    assert small_step(group(*before), group(*moved), weights=CARE) == "klein_verschil"


def test_what_is_left_beside_a_shown_part_is_weighed_too():
    units = [*people(20), *(unit(100 + number, landlord="de_alliantie") for number in range(4))]
    whole, own = Place(branch=None), Place(branch=None, by="landlord", key="portaal")
    printed = [Printed(place=whole, n=24, k=24, source="e"), Printed(place=own, n=20, k=20, source="e")]
    found = list(objections(known_groups(printed, units), before={}, weights=COUNTS))
    assert [(one.code, one.group) for one in found] == [("klein", ("samen", "samen, landlord portaal"))]


def hours(units):
    """Return a group whose numbers are hours."""
    total = sum(one.amounts[0] for one in units)
    return replace(group(*units), n=total, k=total)


def test_what_one_person_nearly_alone_added_to_hours_may_not_be_known():
    before = hours(people(20, hours=5.0))
    added = [unit(number, hours=5.0 + (40.0 if number == 0 else 0.2)) for number in range(20)]
    assert small_step(before, hours(added), weights=HOURS) == "een_persoon"
    assert small_step(before, hours(people(20, hours=7.0)), weights=HOURS) is None


def test_cases_that_came_are_counted_by_whose_they_are():
    before = [*people(40), *(unit(number, hit=False) for number in range(40, 50))]
    of_four = [unit(100 + number, person=f"p{number % 4}") for number in range(12)]
    other_way = [unit(number) for number in range(40, 50)]
    assert small_step(group(*before), group(*before[:40], *other_way, *of_four), weights=COUNTS)
    of_twelve = [unit(100 + number) for number in range(12)]
    assert small_step(group(*before), group(*before, *of_twelve), weights=COUNTS) is None


def test_a_numerator_about_care_that_moved_by_few_persons_may_not_be_known():
    before = [*people(20), *(unit(number, hit=False) for number in range(20, 40))]
    hits = [unit(100 + number, person=f"q{number % 3}") for number in range(6)]
    misses = [unit(200 + number, hit=False) for number in range(12)]
    assert small_step(group(*before), group(*before, *hits, *misses), weights=CARE) == "klein_verschil"
