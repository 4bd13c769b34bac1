"""The ways to print a figure: which parts of a breakdown stay hidden, by the persons behind them."""

from datetime import date

from pipelines.evaluate.finding import Finding, Part
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.narrowness import demand_for
from pipelines.release.offering import offers
from pipelines.release.policy import Policy
from pipelines.release.units import Unit
from pipelines.vocabulary.audiences import Audience

POLICY = Policy(audience=Audience.PORTAAL, smallest=10)


def jobs(category, count, *, tenants):
    return [
        Unit(name=f"{category}{place}", person=f"{category}{place % tenants}", hit=True,
             values=(("branch", frozenset(("klus",))), ("category", frozenset((category,)))))
        for place in range(count)
    ]  # fmt: skip


def hidden(*kinds):
    """Return the kinds of finished jobs that bear a mark in the fullest way."""
    parts = tuple(
        Part(by="category", key=own[0].name.rstrip("0123456789"), value=len(own), k=len(own), n=len(own))
        for own in kinds
    )
    units = [unit for own in kinds for unit in own]
    finding = Finding(
        id="B5", code="jobs_completed", branch="klus", value=len(units), k=len(units), n=len(units), low=None,
        high=None, unit="jobs", as_of=date(2026, 5, 31), parts=parts,
    )  # fmt: skip
    fullest = next(
        offers(FIGURES["jobs_completed"], finding, units, policy=POLICY, demand=demand_for(POLICY))
    )
    return {place.key for place in fullest.hidden}


def test_many_jobs_of_few_tenants_are_hidden_with_one_kind_beside_them():
    rest = [jobs(f"soort_{letter}", 40 + place, tenants=30) for place, letter in enumerate("abcdef")]
    assert hidden(jobs("tuin", 12, tenants=2), *rest) == {"tuin", "soort_a"}
    assert hidden(jobs("tuin", 12, tenants=2), jobs("verf", 11, tenants=3), *rest[1:]) == {"tuin", "verf"}
    assert hidden(jobs("tuin", 12, tenants=12), *rest) == set()
