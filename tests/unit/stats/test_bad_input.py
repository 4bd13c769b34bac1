"""Bad input raises ValueError that names the argument, and never a value of a row."""

import math

import pytest

from pipelines import stats

CURVE = stats.kaplan_meier([1, 2], [True, False])
BAD = {
    "more hits than cases": (lambda: stats.wilson(5, 4), "k must not exceed n"),
    "negative hits": (lambda: stats.wilson(-1, 4), "k must be at least 0"),
    "not a number": (lambda: stats.wilson(math.nan, 4), "k must be finite"),
    "missing": (lambda: stats.wilson(None, 4), "k must be a number"),
    "text": (lambda: stats.wilson("3", 4), "k must be a number, found str"),
    "confidence of 95": (lambda: stats.wilson(3, 4, confidence=95), "confidence must lie between 0 and 1"),
    "exact with too many": (lambda: stats.clopper_pearson(5, 4), "k must not exceed n"),
    "half an event": (lambda: stats.poisson_rate(1.5, 40), "events must be a whole number"),
    "negative exposure": (lambda: stats.poisson_rate(1, -40), "exposure must be at least 0"),
    "per nothing": (lambda: stats.poisson_rate(1, 40, per=0), "per must be more than 0"),
    "endless exposure": (lambda: stats.rate_ratio(1, math.inf, 1, 2), "exposure must be finite"),
    "missing grade": (lambda: stats.mean_interval([7, None]), "values: the item at position 1"),
    "grades and counts": (lambda: stats.mean_from_counts([7, 8], [1]), "equally long"),
    "half an answer": (lambda: stats.mean_from_counts([7], [0.5]), "not a whole number"),
    "negative duration": (
        lambda: stats.kaplan_meier([1, -1], [True, True]),
        "durations: the item at position 1",
    ),
    "missing duration": (lambda: stats.kaplan_meier([1, math.nan], [True, True]), "position 1 is missing"),
    "durations and answers": (lambda: stats.kaplan_meier([1, 2], [True]), "durations and observed"),
    "observed twice": (lambda: stats.kaplan_meier([1], [2]), "observed must hold True"),
    "text durations": (lambda: stats.kaplan_meier(["1"], [True]), "durations must hold numbers"),
    "table of durations": (lambda: stats.kaplan_meier([[1]], [True]), "flat list"),
    "negative time": (lambda: CURVE.answered_within(-1), "time must be at least 0"),
    "part above one": (lambda: CURVE.time_until(1.5), "part must lie from 0 to 1"),
    "negative wait": (lambda: stats.answered_after(CURVE, waited=-1, within=1), "waited must be at least 0"),
    "outcomes too few": (lambda: stats.cumulative_incidence([1, 2], ["done"]), "durations and outcomes"),
    "infinite point": (lambda: stats.xmr([1, math.inf]), "values: the item at position 1"),
    "rebase outside": (lambda: stats.xmr([1, 2, 3], rebase=[3]), "position 3 lies outside the 3 points"),
    "fixed after too few": (lambda: stats.xmr([1] * 14, fix_after=11), "fix_after must be at least 12"),
    "unknown direction": (lambda: stats.xmr([1], improvement="up"), "improvement must be one of increase"),
    "negative count": (lambda: stats.c_chart([1, -1]), "counts: the item at position 1 is negative"),
    "more hits than size": (lambda: stats.p_chart([5], [4]), "a count exceeds its size"),
    "two on one day": (lambda: stats.t_chart([3, 0]), "use hours, or a g chart"),
    "half a job between": (lambda: stats.g_chart([1.5]), "not a whole number"),
    "no spread": (lambda: stats.ewma([1], 0, 0), "sd must be more than 0"),
    "no rise": (lambda: stats.poisson_cusum([1], 2, 2), "raised must exceed usual"),
    "visit without carer": (lambda: stats.continuity(["a", None]), "carers: a visit has no carer"),
    "negative work": (lambda: stats.gini([1, -1]), "values: the item at position 1 is negative"),
    "work and hours": (lambda: stats.capacity_gini([1, 2], [1]), "jobs and capacity"),
    "no target": (lambda: stats.enrolment(0, 12, 6, 3), "target must be at least 1"),
    "unknown prior": (
        lambda: stats.enrolment(5, 12, 6, 3, prior="flat"),
        "prior must be one of jeffreys, plan",
    ),
    "plan weight": (lambda: stats.enrolment(5, 12, 6, 3, prior="plan", plan_weight=1), "plan_weight"),
    "pool below enrolled": (lambda: stats.enrolment(5, 12, 6, 3, pool=2), "pool must be at least 3"),
    "more now than ever": (
        lambda: stats.enrolment_with_leavers(5, 12, 6, 3, 4, stay_current=1, stay_new=1),
        "current must not exceed enrolled",
    ),
    "target of 80": (lambda: stats.posterior(3, 4, 80), "target must lie from 0 to 1"),
    "x above n": (lambda: stats.posterior(5, 4, 0.8), "x must not exceed n"),
    "stop above go": (lambda: stats.advice(0.5, go=0.4, stop=0.6), "stop must be smaller than go"),
    "half a case to come": (lambda: stats.predictive(1, 2, 0.5, 0.8), "remaining must be a whole number"),
    "endless target": (lambda: stats.verdict(stats.wilson(1, 2), math.inf), "target must be finite"),
    "neutral verdict": (lambda: stats.verdict(stats.wilson(1, 2), 0.5, improvement="neutral"), "improvement"),
    "no points": (lambda: stats.chart_power(0), "points must be at least 1"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_by_name(name):
    call, message = BAD[name]
    with pytest.raises(ValueError, match=message):
        call()


def test_a_rebase_needs_a_reason_and_an_author():
    import datetime

    day = datetime.date(2026, 3, 2)
    with pytest.raises(ValueError, match="a reason and an author"):
        stats.Rebase(position=3, reason=" ", author="committee", decided_on=day)
