"""Outside, no group is shown of which everybody gave the same answer, or everybody but one."""

from datetime import date

import pytest

from pipelines.evaluate.finding import Finding, Part
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.narrowness import demand_for
from pipelines.release.offering import offers
from pipelines.release.policy import ANSWERS, Policy
from pipelines.release.units import Unit
from pipelines.vocabulary.audiences import Audience

POLICY = Policy(audience=Audience.PORTAAL, smallest=10)


def answered(landlord, *, yes, no):
    return [
        Unit(name=f"{landlord}{place}", person=f"{landlord}{place}", hit=place < yes,
             values=(("branch", frozenset(("klus",))), ("landlord", frozenset((landlord,)))))
        for place in range(yes + no)
    ]  # fmt: skip


def ways(own, others, *, code="job_dissatisfied_share"):
    """Return how many numbers each way prints: the whole and the own tenants, the whole, nothing."""
    units = [*own, *others]
    part = Part(by="landlord", key="portaal", value=0, k=sum(unit.hit for unit in own), n=len(own))
    finding = Finding(
        id=FIGURES[code].id, code=code, branch="klus", value=0, k=sum(unit.hit for unit in units), n=len(units),
        low=None, high=None, unit="%", as_of=date(2026, 5, 31), parts=(part,),
    )  # fmt: skip
    made = offers(FIGURES[code], finding, units, policy=POLICY, demand=demand_for(POLICY))
    return [len(way.places) for way in made]


@pytest.mark.parametrize(
    ("own", "others", "shown"),
    [
        ((8, 20), (9, 21), [2, 1, 0]),
        ((0, 20), (9, 21), [1, 0]),  # all of the own tenants
        ((1, 20), (9, 21), [1, 0]),  # all but one
        ((8, 20), (0, 21), [1, 0]),  # what is left when the own ones are subtracted
        ((8, 20), (21, 0), [1, 0]),
        ((0, 20), (0, 21), [0]),
        ((20, 0), (20, 1), [0]),
    ],
)
def test_a_way_to_print_that_tells_what_all_of_a_group_answered_does_not_exist(own, others, shown):
    pairs = [answered(name, yes=yes, no=no) for name, (yes, no) in (("portaal", own), ("andere", others))]
    assert ways(*pairs) == shown


def test_what_the_organisation_did_may_be_true_of_everybody():
    pairs = [answered(name, yes=20, no=0) for name in ("portaal", "andere")]
    assert ways(*pairs, code="job_unfulfilled_rate") == [2, 1, 0]


def test_answers_are_shares_of_the_catalogue():
    assert {FIGURES[code].unit for code in ANSWERS} == {"%"}
