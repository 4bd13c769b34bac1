"""Laws of the attack and of hiding, on random small tables; a count of all possibilities is the second opinion."""

from fractions import Fraction
from itertools import product
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.release import InfeasibleRelease, attack
from pipelines.release.branching import extremes_by_branching
from pipelines.release.complement import Task, statements, weaknesses
from pipelines.release.endpoints import Question
from pipelines.release.narrowness import Demand
from pipelines.release.presolve import Piece
from pipelines.release.solver import search_together
from pipelines.release.suppression import suppress
from pipelines.release.tables import crossed
from pipelines.release.whole_rows import exact, whole_row

SMALL = settings(max_examples=60, deadline=None)
FEW = settings(max_examples=30, deadline=None)
INSIDE = Demand(smallest=5, width=3, reaches=False, contributors=3)
OUTSIDE = Demand(smallest=10, width=5, reaches=True, contributors=5)
WEIGHTS = st.sampled_from([1, 1, 1, -1, 2, 3, 0.5, 100 / 12, 100 / 7])


@st.composite
def problems(draw):
    """Up to four unknowns within small bounds, a true value for each, and statements that are true of them."""
    names = [f"x{place}" for place in range(draw(st.integers(1, 4)))]
    truth = {name: draw(st.integers(0, 5)) for name in names}
    bounds = {
        name: (draw(st.integers(0, value)), draw(st.integers(value, 6))) for name, value in truth.items()
    }
    equations, at_most = [], []
    for _ in range(draw(st.integers(0, 4))):
        coef = {name: draw(WEIGHTS) for name in draw(st.sets(st.sampled_from(names), min_size=1))}
        total = sum(exact(weight) * truth[name] for name, weight in coef.items())
        if draw(st.booleans()):
            equations.append({"coef": coef, "rhs": float(total)})
        else:
            at_most.append({"coef": coef, "rhs": float(total) + draw(st.sampled_from([0, 0.5, 1 - 1e-9, 1]))})
    return names, truth, bounds, equations, at_most


def possible(names, bounds, equations, at_most):
    """Every combination that fits, counted out in fractions."""
    for values in product(*(range(low, high + 1) for low, high in (bounds[name] for name in names))):
        told = dict(zip(names, values, strict=True))
        left = [
            (sum(exact(w) * told[name] for name, w in row["coef"].items()), row["rhs"]) for row in equations
        ]
        less = [
            (sum(exact(w) * told[name] for name, w in row["coef"].items()), row["rhs"]) for row in at_most
        ]
        speck = Fraction(1, 10**11)
        if all(abs(a - Fraction(b)) < speck for a, b in left) and all(
            a <= Fraction(b) + speck for a, b in less
        ):
            yield values


@SMALL
@given(problems())
def test_the_attack_finds_what_counting_out_all_possibilities_finds(problem):
    names, truth, bounds, equations, at_most = problem
    found = attack(names, equations, at_most, bounds)
    columns = list(zip(*possible(names, bounds, equations, at_most), strict=True))
    assert found == {name: (min(column), max(column)) for name, column in zip(names, columns, strict=True)}
    assert all(found[name][0] <= value <= found[name][1] for name, value in truth.items())


@SMALL
@given(problems(), st.sampled_from([-1, 1]))
def test_one_more_true_statement_never_widens_and_one_that_is_impossible_is_refused(problem, beyond):
    names, truth, bounds, equations, at_most = problem
    before = attack(names, equations, at_most, bounds)
    known = {"coef": {names[0]: 1}, "rhs": truth[names[0]]}
    after = attack(names, [*equations, known], at_most, bounds)
    assert all(before[name][0] <= after[name][0] <= after[name][1] <= before[name][1] for name in names)
    end = before[names[0]][0 if beyond < 0 else 1] + beyond
    with pytest.raises(InfeasibleRelease):
        attack(names, [*equations, {"coef": {names[0]: 1}, "rhs": end}], at_most, bounds)


@FEW
@given(problems())
def test_the_solver_and_the_halving_of_intervals_agree(problem):
    names, _, bounds, equations, at_most = problem
    places = {name: place for place, name in enumerate(names)}
    both = [(row, row["rhs"]) for row in equations] + [(row, None) for row in at_most]
    rows = tuple(
        whole_row({places[name]: weight for name, weight in row["coef"].items()}, low=low, high=row["rhs"])
        for row, low in both
    )
    if rows:
        limits = zip(*(bounds[name] for name in names), strict=True)
        piece = Piece(*map(tuple, limits), rows)
        assert search_together([Question(piece)])[0].intervals == extremes_by_branching(piece)


@st.composite
def tables(draw):
    """Persons by one or two properties, mostly large groups, sometimes small or none."""
    rows, columns = draw(st.sampled_from([(4, 1), (7, 1), (9, 1), (3, 4), (4, 4), (4, 5)]))
    size = st.one_of(st.integers(10, 40), st.integers(10, 40), st.integers(10, 40), st.integers(0, 12))
    keys = [
        (f"r{row}",) if columns == 1 else (f"r{row}", f"k{k}") for row in range(rows) for k in range(columns)
    ]
    return crossed("tabel", {key: draw(size) for key in keys})


@FEW
@given(tables(), st.sampled_from([INSIDE, OUTSIDE]))
def test_after_hiding_no_hidden_cell_is_exact_or_too_narrow(table, demand):
    found = suppress(table, demand=demand)
    cells = {cell.name: cell for cell in table.cells}
    task = Task(table=table, demand=demand, primary=found.primary)
    said = [statement for statement in statements(task, found.hidden) if not statement.rule]
    equations = [{"coef": dict(one.weights), "rhs": one.high} for one in said]
    intervals = attack(list(cells), equations, [], {})
    inner = {cell.name for cell in table.inner}
    for name in found.hidden:
        low, high = intervals[name]
        assert low <= cells[name].value
        assert high is None or cells[name].value <= high
        if name in found.primary or not (found.margin_only and name in inner):
            assert high is None or high - low >= demand.width
            assert not demand.reaches or high is None or high >= demand.smallest
    assert all(
        cells[name].persons == 0 or cells[name].persons >= demand.smallest
        for name in set(cells) - found.hidden
    )
    assert found.margin_only or len(found.hidden & inner) <= 0.3 * len(inner) + 1e-9


@FEW
@given(tables(), st.sampled_from([INSIDE, OUTSIDE]))
def test_no_second_cell_is_hidden_for_nothing(table, demand):
    found = suppress(table, demand=demand)
    if not found.margin_only:
        task = Task(table=table, demand=demand, primary=found.primary)
        for name in found.secondary:
            assert weaknesses(task, found.hidden - {name})


def test_nearest_whole_limits_of_a_third_are_found():
    row = whole_row({0: 100 / 3}, low=33.3, high=66.7)
    assert (row.terms, row.low, row.high) == (((0, 1),), ceil(0.999), 2)
