import subprocess
import sys

import pytest

from pipelines.release import InfeasibleRelease, attack


def said(rhs, **coef):
    return {"coef": coef, "rhs": rhs}


def counts(*names):
    return dict.fromkeys(names, (0, None))


def test_nothing_published_nothing_known():
    assert attack([], [], [], {}) == {}
    assert attack(["x"], [], [], {"x": (None, None)}) == {"x": (None, None)}


def test_an_unknown_without_bounds_is_a_count():
    assert attack(["x"], [], [], {}) == {"x": (0, None)}


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ((0.5, 3.999999999), (1, 3)),
        ((2, 2), (2, 2)),
        ((-3, None), (-3, None)),
        ((0, float("inf")), (0, None)),
    ],
)
def test_bounds_are_rounded_inward(bounds, expected):
    assert attack(["x"], [], [], {"x": bounds}) == {"x": expected}


def test_a_difference_of_two_unlimited_counts_stays_unlimited():
    found = attack(["a", "b"], [said(3, a=1, b=-1)], [], counts("a", "b"))
    assert found == {"a": (3, None), "b": (0, None)}


def test_a_cycle_of_unlimited_counts_stays_unlimited():
    rows = [said(0, a=1, b=1, c=-1, d=-1), said(2, a=1, b=-1, c=1, d=-1)]
    found = attack(list("abcd"), rows, [], counts(*"abcd"))
    assert found == {"a": (1, None), "b": (0, None), "c": (1, None), "d": (0, None)}


@pytest.mark.parametrize(
    ("equations", "inequalities", "bounds"),
    [
        ([said(3, x=2)], [], {"x": (0, None)}),  # no whole number
        ([said(3, x=1), said(4, x=1)], [], {"x": (0, None)}),
        ([said(5, x=1, y=1)], [said(4, x=1, y=1)], counts("x", "y")),
        ([said(1, x=1, y=1), said(0, x=1, y=-1)], [], counts("x", "y")),  # both one half
        ([], [], {"x": (3, 2)}),
        ([said(1)], [], {}),  # 0 = 1
        ([], [said(-1, x=1, y=-1), said(-1, x=-1, y=1)], counts("x", "y")),  # x below y below x, without end
    ],
)
def test_a_contradiction_is_refused_in_one_sentence(equations, inequalities, bounds):
    with pytest.raises(InfeasibleRelease, match="spreken elkaar tegen"):
        attack(["x", "y"], equations, inequalities, {**counts("y"), **bounds})


def test_a_name_that_is_no_unknown_is_refused_by_name():
    with pytest.raises(ValueError, match="z"):
        attack(["x"], [said(1, z=1)], [], {})
    with pytest.raises(ValueError, match="z"):
        attack(["x"], [], [], {"z": (0, 1)})
    with pytest.raises(ValueError, match="twice"):
        attack(["x", "x"], [], [], {})


@pytest.mark.parametrize(("n", "percentage"), [(200, 33), (24, 25), (7, 29), (12_000, 33), (99_999, 7)])
def test_less_than_is_not_at_most_however_large_the_group(n, percentage):
    shown = [said(percentage + 0.5 - 1e-9, x=100 / n), said(-(percentage - 0.5), x=-100 / n)]
    inside = [x for x in range(n + 1) if 2 * percentage * n - n <= 200 * x < 2 * percentage * n + n]
    assert attack(["x"], [], shown, {"x": (0, n)}) == {"x": (inside[0], inside[-1])}


def test_the_specks_of_a_computers_fractions_do_not_contradict():
    rows = [said(0.1 + 0.2, x=0.1, y=0.3), said(0.3 - 3 * 0.1, x=0.1, z=-0.3)]
    found = attack(list("xyz"), rows, [], counts(*"xyz"))
    assert found == {"x": (0, 3), "y": (0, 1), "z": (0, 1)}


def test_whole_numbers_decide_where_fractions_do_not():
    # three pairs that each sum to an odd number leave halves to a fractional attack
    rows = [said(2, a=1, b=1, c=1)]
    at_most = [said(1, a=1, b=1), said(1, b=1, c=1), said(1, a=1, c=1)]
    with pytest.raises(InfeasibleRelease):
        attack(list("abc"), rows, at_most, counts(*"abc"))


def test_weights_too_fine_for_a_solver_are_attacked_in_whole_numbers():
    rows = [said(123_456_789 * 3 + 987_654_321 * 2, x=123_456_789, y=987_654_321, z=1)]
    found = attack(list("xyz"), rows, [], {"x": (0, 20), "y": (0, 20), "z": (0, 8)})
    assert found == {"x": (3, 3), "y": (2, 2), "z": (0, 0)}


def test_starting_up_imports_no_solver():
    code = "import sys, pipelines.release, pipelines.release.desk; sys.exit('scipy.optimize' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
