"""Parts, branches and months add up to the whole where they should; where not, the reason stands here."""

import pytest

from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Measure, Period
from tests.lib.answers import world_answers
from tests.lib.counting_again import of_branch
from tests.spec.reconciliation.test_rows_and_figures import IN_WORLDS, rows_of_period

ADDITIVE = {
    Measure.CASES,
    Measure.SHARE,
    Measure.IN_TIME,
    Measure.RATIO,
    Measure.RATE,
    Measure.SUM,
    Measure.GRADE,
    Measure.WAIT,
    Measure.KEPT,
    Measure.LOST,
}
ALL_ONCE = {"participating_tenants", "reach_landlord_homes"}  # one row per person or home: parts add up

OVERLAP = {
    ("complaint_themes", "themes"): "a complaint may have several themes (multi-label), each counts it",
    ("free_capacity", "skills"): "a helper may have several skills, the same free hours serve each",
}
BRANCHES_DO_NOT_ADD = {
    "active_helpers": "who works in both branches is one person in the total",
    "complaint_themes": "who complains about both branches is one person in the total; other complaints have none",
    "contacts_by_type": "contacts about neither branch count in the total only",
    "contact_first_answer": "contacts about neither branch count in the total only",
    "complaint_in_term": "complaints about neither branch count in the total only",
    "complaints_open": "complaints about neither branch count in the total only",
    "serious_incidents": "contacts about neither branch count in the total only",
    "work_distribution": "who works in both branches is one helper of the total, with all hours",
    "cost_per_service": "costs of no branch count in the total only",
    "local_turnover": "costs of no branch count in the total only",
}
NONE_IN_THE_PILOT_YEAR = {"complaint_in_term", "complaints_open", "serious_incidents"}  # about neither branch
MONTHS_OVERLAP = {
    "active_helpers": "one month per helper and branch, and who works in both is one person",
    "complaint_themes": "who complains in two months is one person of the whole",
}
BOTH = [code for code, figure in FIGURES.items() if len(figure.branches) == 2]
SPLITS = [(code, by) for code, figure in FIGURES.items() for by in figure.parts]
REASONS = [(code, by) for code, figure in FIGURES.items() for by in figure.shares_of_all]
MULTI = [(code, by) for code, figure in FIGURES.items() for by in figure.multi]
DATED = [
    code
    for code, figure in FIGURES.items()
    if figure.period in {Period.CASES, Period.OWN} and figure.measure is not Measure.TOP_SHARE
]


def total(parts, name):
    return sum(getattr(part, name) or 0 for part in parts)


def split(finding, by):
    return [part for part in finding.parts if part.by == by]


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize(("code", "by"), SPLITS)
def test_parts_add_up_to_the_whole(world, code, by):
    assert FIGURES[code].measure in ADDITIVE or code in ALL_ONCE
    for finding in world_answers(world).of(code).values():
        parts = split(finding, by)
        assert total(parts, "k") == pytest.approx(finding.k or 0)
        if FIGURES[code].total_setting is None:
            assert total(parts, "n") == pytest.approx(finding.n)
        if FIGURES[code].measure is Measure.SUM:
            assert total(parts, "value") == pytest.approx(finding.value or 0)


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize(("code", "by"), REASONS)
def test_shares_of_all_hold_every_case_that_has_one(world, code, by):
    answers, figure = world_answers(world), FIGURES[code]
    for branch, finding in answers.of(code).items():
        rows = of_branch(figure, rows_of_period(answers, code), branch)
        having = [row for row in rows if row[by] is not None and row["hit"] is not None]
        assert total(split(finding, by), "k") == len(having)


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize(("code", "by"), MULTI)
def test_multi_label_parts_overlap_and_the_reason_is_named(world, code, by):
    answers, figure = world_answers(world), FIGURES[code]
    assert OVERLAP[code, by]
    for branch, finding in answers.of(code).items():
        rows = of_branch(figure, answers.rows[code], branch)
        for part in split(finding, by):
            having = [row for row in rows if part.key in (row[by] or "onbekend").split(";")]
            assert part.persons == len({row["person"] for row in having})


def test_themes_and_skills_do_add_up_to_more_in_the_pilot_year():
    for code, by in OVERLAP:
        finding = world_answers("on_course").of(code)[None]
        assert total(split(finding, by), "persons") > finding.persons


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize("code", BOTH)
def test_branches_add_up_to_the_whole_or_the_reason_is_named(world, code):
    found = world_answers(world).of(code)
    whole, apart = found[None], [found["klus"], found["zorg"]]
    if code in BRANCHES_DO_NOT_ADD:
        assert max(total([part], "n") for part in apart) <= whole.n
        return
    assert total(apart, "k") == pytest.approx(whole.k)
    assert total(apart, "n") == pytest.approx(whole.n)


@pytest.mark.parametrize("code", sorted(set(BRANCHES_DO_NOT_ADD) - NONE_IN_THE_PILOT_YEAR))
def test_branches_named_as_not_adding_up_do_not_in_the_pilot_year(code):
    found = world_answers("on_course").of(code)
    apart = [found["klus"], found["zorg"]]
    assert any(total(apart, name) != pytest.approx(getattr(found[None], name) or 0) for name in ("k", "n"))


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize("code", DATED)
def test_months_add_up_to_the_period_or_the_reason_is_named(world, code):
    figure = FIGURES[code]
    for finding in world_answers(world).of(code).values():
        if code in MONTHS_OVERLAP:
            assert total(finding.series, "n") >= finding.n
        elif figure.total_setting is None:
            assert total(finding.series, "n") == pytest.approx(finding.n)
        if code not in MONTHS_OVERLAP and finding.k is not None:
            assert total(finding.series, "k") == pytest.approx(finding.k)


def test_every_exception_is_about_a_figure_that_could_add_up():
    assert NONE_IN_THE_PILOT_YEAR <= set(BRANCHES_DO_NOT_ADD) <= set(BOTH)
    assert set(OVERLAP) == set(MULTI)
    assert set(MONTHS_OVERLAP) <= set(FIGURES)
