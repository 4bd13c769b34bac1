"""How many more cases would decide, and when no pilot brings that many."""

import pytest

from pipelines.evaluate.finding import Verdict
from pipelines.evaluate.verdicts import Judgement, out_of_reach
from pipelines.metrics.catalogue import FIGURES

LEAD_TIME, RELIABILITY = FIGURES["job_lead_time"], FIGURES["visit_reliability"]
TENANTS = FIGURES["participating_tenants"]


def undecided(more):
    return Judgement(verdict=Verdict.UNDECIDED, leaning=True, more_needed=more)


@pytest.mark.parametrize(
    ("figure", "more", "n", "days", "caveat"),
    [
        # 100 cases in half a year of 364 days: a year gives 200
        (LEAD_TIME, 200, 100, 182, None),
        (LEAD_TIME, 201, 100, 182, "beyond_a_pilot_year"),
        (LEAD_TIME, None, 100, 182, None),
        # the last four weeks never hold more than four weeks of visits
        (RELIABILITY, 142, 142, 182, None),
        (RELIABILITY, 4401, 142, 182, "beyond_its_window"),
        # a count goes on until its target, and the projection says whether it gets there
        (TENANTS, 40, 10, 182, None),
    ],
)
def test_more_cases_than_a_pilot_brings_are_out_of_reach(figure, more, n, days, caveat):
    assert out_of_reach(figure, undecided(more), n=n, days=days, pilot_days=364) == caveat
