"""The desk hides what is too small, hides a second cell beside it, and is the only place a Released comes from."""

from dataclasses import replace
from datetime import date

import pytest

from pipelines.evaluate.finding import Curve, CurvePoint, Finding, Month, Part, Verdict
from pipelines.release.desk import answer_for, release
from pipelines.release.policy import Policy
from pipelines.release.released import Released, SealMissing
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import ReleaseRefused
from pipelines.vocabulary.question import Question
from tests.lib.figures import CACHE
from tests.lib.tables import drawn

AS_OF = date(2026, 6, 30)
QUESTION = Question(as_of=AS_OF)
COMMISSIE = Policy(audience=Audience.COMMISSIE, smallest=5)
COORDINATOR = Policy(audience=Audience.COORDINATOR, smallest=None)
SHARE = Finding(
    id="B3",
    code="job_lead_time",
    branch="klus",
    value=75.0,
    k=30,
    n=40,
    low=59.8,
    high=85.8,
    unit="%",
    as_of=AS_OF,
    target=80.0,
    verdict=Verdict.UNDECIDED,
    persons=25,
)


def shown(finding, policy=COMMISSIE):
    """Return a finding as the desk gives it."""
    return release([finding], policy=policy, question=QUESTION, snapshot="s").findings[0]


def cells(**persons):
    """Return parts of a breakdown with so many persons each."""
    return tuple(
        Part(by="landlord", key=key, value=50.0, k=count, n=2 * count, persons=count)
        for key, count in persons.items()
    )


def hidden(finding):
    return {part.key for part in finding.parts if part.hidden}


def test_a_released_value_cannot_be_made_elsewhere():
    with pytest.raises(SealMissing):
        Released(audience=Audience.COMMISSIE, question=QUESTION, snapshot="s", findings=(SHARE,))


def test_a_headline_about_four_persons_is_hidden_and_about_five_is_not():
    four = shown(replace(SHARE, persons=4))
    assert four.hidden
    assert (four.value, four.k, four.n, four.low, four.verdict, four.persons) == (None,) * 6
    assert four.caveats == ("te_weinig_om_te_tonen",)
    assert shown(replace(SHARE, persons=5)).value == 75


def test_nobody_at_all_is_a_fact_and_not_a_small_group():
    none = shown(replace(SHARE, value=None, k=0, n=0, persons=0, caveats=("no_data",)))
    assert not none.hidden
    assert none.caveats == ("no_data",)


def test_the_coordinator_sees_everything():
    finding = replace(SHARE, persons=1, parts=cells(portaal=1, overig=2))
    assert shown(finding, COORDINATOR) == finding


def test_the_promise_of_the_pilot_is_exact_for_everyone():
    promise = replace(SHARE, id="A1", code="participating_tenants", unit="persons", value=3, persons=3)
    for audience in (Audience.COMMISSIE, Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE):
        assert shown(promise, Policy(audience=audience, smallest=10)).value == 3


def test_the_promise_is_exact_of_the_whole_pilot_and_not_of_a_month_in_it():
    promise = replace(SHARE, id="A2", code="participating_care_clients", unit="persons", persons=2, k=2, n=2)
    month = Question(as_of=AS_OF, period_from=date(2026, 6, 1))
    assert not shown(promise).hidden
    assert release([promise], policy=COMMISSIE, question=month, snapshot="s").findings[0].hidden


def test_households_of_a_few_who_take_part_are_hidden_beside_the_exact_promise():
    for persons, is_hidden in ((4, True), (5, False)):
        households = Part(by="beside", key="household", value=2, k=2, n=9, persons=persons)
        promise = replace(
            SHARE, id="A1", code="participating_tenants", value=persons, persons=persons, parts=(households,)
        )
        found = shown(promise)
        assert (found.value, found.parts[0].hidden) == (persons, is_hidden)


def test_a_single_small_cell_takes_the_next_smallest_with_it():
    parts = cells(a=4, b=6, c=20, d=20, e=20, f=20, g=20)
    assert hidden(shown(replace(SHARE, parts=parts))) == {"a", "b"}


def test_two_small_cells_hide_each_other():
    parts = cells(a=4, b=3, c=20, d=20, e=20, f=20, g=20)
    assert hidden(shown(replace(SHARE, parts=parts))) == {"a", "b"}


def test_a_hidden_cell_has_no_number_left():
    finding = shown(replace(SHARE, parts=cells(a=4, b=6, c=20, d=20, e=20, f=20, g=20)))
    for part in finding.parts:
        if part.hidden:
            assert (part.value, part.k, part.n, part.persons, part.low, part.high) == (None,) * 6


def test_a_breakdown_that_would_be_mostly_hidden_is_left_out():
    finding = shown(replace(SHARE, parts=cells(a=4, b=20, c=20)))
    assert finding.parts == ()
    assert "uitsplitsing_weggelaten" in finding.caveats
    assert finding.value == 75


def test_months_are_cells_too():
    months = tuple(
        Month(start=date(2026, number, 1), value=1.0, k=1, n=persons, persons=persons)
        for number, persons in enumerate((4, 9, 20, 20, 20, 20, 20, 20), start=1)
    )
    found = shown(replace(SHARE, series=months)).series
    assert [month.hidden for month in found] == [True, True, *[False] * 6]
    assert (found[0].value, found[0].persons) == (None, None)


def test_a_curve_is_cut_where_fewer_than_five_still_wait():
    points = tuple(
        CurvePoint(time=time, answered=time / 10, low=0.0, high=1.0, at_risk=at_risk)
        for time, at_risk in ((1, 20), (3, 5), (6, 4), (8, 9))
    )
    curve = Curve(
        unit="days",
        points=points,
        median=6,
        median_low=3,
        median_high=8,
        norm=None,
        events=15,
        open_cases=5,
        withdrawn=0,
    )
    wait = replace(SHARE, id="D1", code="care_wait_time", unit="days", value=6.0, curve=curve)
    found = shown(wait)
    assert [point.time for point in found.curve.points] == [1, 3]
    assert (found.curve.cut, found.curve.median, found.value) == (True, None, None)
    assert {"curve_afgekapt", "te_weinig_om_te_tonen"} <= set(found.caveats)


def test_how_many_wait_withdrew_or_got_there_is_a_count_like_any_other():
    points = tuple(CurvePoint(time=time, answered=time / 10, low=0.0, high=1.0, at_risk=9) for time in (1, 2))
    curve = Curve(
        unit="days", points=points, median=None, median_low=None, median_high=None, norm=None, events=4,
        open_cases=1, withdrawn=0,
    )  # fmt: skip
    few = shown(replace(SHARE, curve=curve)).curve
    assert (few.events, few.open_cases, few.withdrawn) == (None, None, 0)
    enough = replace(curve, events=5, open_cases=6, withdrawn=7)
    assert shown(replace(SHARE, curve=enough)).curve == enough
    assert shown(replace(SHARE, curve=curve), COORDINATOR).curve == curve


def test_one_hidden_branch_hides_the_other_beside_their_total():
    match = replace(SHARE, id="C1", code="match_rate_14d")
    three = [
        replace(match, branch=None),
        replace(match, branch="klus"),
        replace(match, branch="zorg", persons=3),
    ]
    found = release(three, policy=COMMISSIE, question=QUESTION, snapshot="s").findings
    assert [finding.hidden for finding in found] == [False, True, True]


def test_a_headline_audience_sees_no_breakdown_curve_or_month():
    detailed = replace(
        SHARE,
        parts=cells(a=20, b=20),
        series=(Month(start=date(2026, 1, 1), value=1.0, persons=20),),
    )
    found = shown(detailed, Policy(audience=Audience.DE_ALLIANTIE, smallest=10))
    assert found.value == 75
    assert (found.parts, found.curve, found.series) == ((), None, ())


def test_outside_a_small_numerator_about_care_names_somebody():
    care = replace(SHARE, id="D3", code="visit_reliability", branch="zorg", k=39, n=40)
    assert shown(care, Policy(audience=Audience.GEMEENTE, smallest=10)).hidden
    assert not shown(care).hidden
    assert not shown(replace(care, k=40), Policy(audience=Audience.GEMEENTE, smallest=10)).hidden


@pytest.mark.parametrize("audience", [Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE])
def test_no_figure_of_today_is_computed_for_readers_outside(audience):
    with drawn() as warehouse, pytest.raises(ReleaseRefused, match="alleen vrijgegeven edities"):
        answer_for(warehouse, audience=audience, question=QUESTION, codes=["A1"], cache=CACHE)


def test_the_threshold_is_a_setting():
    jobs = "job_id | client_id | reported_on | status | completed_on\n" + "\n".join(
        f"K{number:04d} | p{number} | 2026-03-02 | afgerond | 2026-03-04" for number in range(4)
    )
    for threshold, is_hidden in (("4", False), ("5", True)):
        with drawn(jobs=jobs, parameters=f"param_key | value\nsn_cell_min | {threshold}") as warehouse:
            found = answer_for(
                warehouse, audience=Audience.COMMISSIE, question=QUESTION, codes=["B3"], cache=CACHE
            )
        assert found.findings[0].hidden is is_hidden
