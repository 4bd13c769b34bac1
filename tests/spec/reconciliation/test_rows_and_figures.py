"""The drill-down rows of a figure count to it: k, n and, where counting gives it, the value."""

import pytest

from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Measure
from tests.lib.answers import ALL, world_answers
from tests.lib.counting_again import of_branch, recount

WORLDS = ("on_course", "tiny")
IN_WORLDS = [pytest.param(world, marks=pytest.mark.xdist_group(f"answers-{world}")) for world in WORLDS]


def rows_of_period(answers, code):
    rows = answers.rows[code]
    return [row for row in rows if row.get("in_window", True)]


@pytest.mark.parametrize("world", IN_WORLDS)
def test_every_figure_answers_for_each_of_its_branches(world):
    answers = world_answers(world)
    assert len(ALL) == 58
    for code, figure in FIGURES.items():
        both = {None, *figure.branches} if len(figure.branches) == 2 else {figure.branches[0] or None}
        assert set(answers.of(code)) == both, code


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize("code", ALL)
def test_drill_down_rows_count_to_the_figure(world, code):
    answers, figure = world_answers(world), FIGURES[code]
    total = None if figure.total_setting is None else answers.frame.number(figure.total_setting)
    for branch, finding in answers.of(code).items():
        again = recount(figure, of_branch(figure, rows_of_period(answers, code), branch), total=total)
        assert (finding.k, finding.n) == (pytest.approx(again.k), pytest.approx(again.n)), branch
        if again.value is not None:
            assert finding.value == pytest.approx(again.value, rel=1e-9, abs=1e-9), branch


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize("code", ALL)
def test_one_row_is_one_case(world, code):
    """A case stands in the drill-down once: a join that doubles rows would count it twice."""
    answers = world_answers(world)
    cases = [
        (row["case_id"], row["branch"], row["happened_on"], row.get("sheet")) for row in answers.rows[code]
    ]
    assert len(cases) == len(set(cases))


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize("code", [code for code, figure in FIGURES.items() if figure.beside])
def test_what_stands_beside_a_figure_counts_from_the_same_rows(world, code):
    answers, figure = world_answers(world), FIGURES[code]
    for branch, finding in answers.of(code).items():
        rows = of_branch(figure, rows_of_period(answers, code), branch)
        for name in figure.beside:
            part = next(part for part in finding.parts if part.by == "beside" and part.key == name)
            hits = [row for row in rows if row[name]]
            persons = len({row["person"] for row in hits})
            in_persons = figure.measure is Measure.PERSONS
            assert part.k == (persons if in_persons and part.n == len(rows) else len(hits)), (branch, name)
            assert part.persons == persons


@pytest.mark.parametrize("world", IN_WORLDS)
@pytest.mark.parametrize("code", [code for code, figure in FIGURES.items() if figure.has_curve])
def test_the_curve_holds_every_case_once(world, code):
    answers, figure = world_answers(world), FIGURES[code]
    for branch, finding in answers.of(code).items():
        timed = [row for row in of_branch(figure, answers.rows[code], branch) if row["duration"] is not None]
        curve = finding.curve
        assert (curve.events + curve.open_cases + curve.withdrawn if curve else 0) == len(timed)
