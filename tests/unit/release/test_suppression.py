import pytest

from pipelines.release.narrowness import Demand
from pipelines.release.suppression import suppress
from pipelines.release.tables import Cell, Sum, Table, breakdown, crossed
from pipelines.vocabulary.errors import ReleaseRefused

INSIDE = Demand(smallest=5, width=3, reaches=False, contributors=3)
OUTSIDE = Demand(smallest=10, width=5, reaches=True, contributors=5)


def persons(name, count, **more):
    return Cell(name=name, value=count, persons=count, **more)


def listed(*counts, total=True, **more):
    cells = [persons(f"c{place}", count) for place, count in enumerate(counts)]
    return breakdown("tabel", cells, total=persons("totaal", sum(counts)) if total else None, **more)


def grid(*rows):
    counts = {(f"r{i}", f"k{j}"): count for i, row in enumerate(rows) for j, count in enumerate(row)}
    return crossed("tabel", counts)


def test_an_empty_table_hides_nothing():
    found = suppress(Table(name="leeg", cells=()), demand=INSIDE)
    assert not found.hidden
    assert not found.margin_only


def test_large_groups_and_empty_ones_are_shown():
    assert not suppress(listed(8, 0, 5, 12), demand=INSIDE).hidden


@pytest.mark.parametrize(("demand", "count"), [(INSIDE, 5), (OUTSIDE, 10)])
def test_the_smallest_group_itself_is_shown_one_fewer_is_not(demand, count):
    table = listed(count, 40, 40, 40, 40, 40, 40, 40)
    assert not suppress(table, demand=demand).hidden
    smaller = listed(count - 1, 40, 40, 40, 40, 40, 40, 40)
    assert "c0" in suppress(smaller, demand=demand).primary


def test_a_small_group_takes_the_smallest_sufficient_one_with_it():
    found = suppress(listed(3, 9, 30, 7, 20, 25, 40), demand=INSIDE)
    assert (found.primary, found.secondary) == ({"c0"}, {"c3"})


def test_a_group_that_adds_to_nothing_printed_needs_no_second():
    found = suppress(listed(3, 9, 30, 40, total=False), demand=INSIDE)
    assert found.hidden == {"c0"}


def test_two_small_groups_that_give_each_other_away_take_a_third():
    # 1 + 1 = 2, and each is known to be at least 1
    found = suppress(listed(1, 1, 30, 6, 20, 25, 40, 33, 21, 20), demand=INSIDE)
    assert (found.primary, found.secondary) == ({"c0", "c1"}, {"c3"})


def test_persons_decide_not_rows():
    many_rows = Cell(name="c9", value=60, persons=2, largest=50)
    few_rows = Cell(name="c8", value=6, persons=6)
    others = [Cell(name=f"c{place}", value=50, persons=20, largest=6) for place in range(6)]
    total = Cell(name="totaal", value=366, persons=100, largest=50)
    table = breakdown("klussen", [many_rows, few_rows, *others], total=total, counts_persons=False)
    found = suppress(table, demand=INSIDE)
    assert found.primary == {"c9"}
    assert len(found.secondary) == 1


def test_nearly_a_third_of_holes_is_allowed_more_is_not():
    allowed = suppress(listed(3, 9, 30, 20, 25, 40, 22), demand=INSIDE)  # 2 of 7
    refused = suppress(listed(3, 9, 30, 20, 25, 40), demand=INSIDE)  # 2 of 6
    assert not allowed.margin_only
    assert refused.margin_only
    assert refused.hidden == {f"c{place}" for place in range(6)}


def test_a_small_total_is_hidden_with_all_its_parts():
    assert suppress(listed(1, 2), demand=INSIDE).hidden == {"c0", "c1", "totaal"}


def test_a_hole_in_a_grid_becomes_a_rectangle():
    rows = [[3, 20, 30, 40], [25, 9, 35, 45], [28, 33, 31, 22], [19, 27, 26, 24]]
    found = suppress(grid(*rows), demand=INSIDE)
    assert not found.margin_only
    assert found.hidden == {"r0 | k0", "r0 | k1", "r1 | k0", "r1 | k1"}


def test_a_rectangle_on_a_zero_protects_nothing():
    rows = [[1, 20, 30, 40], [25, 0, 35, 45], [28, 33, 31, 22], [19, 27, 26, 24]]
    found = suppress(grid(*rows), demand=INSIDE)
    assert "r1 | k1" not in found.hidden
    assert len(found.hidden) == 4


def test_a_small_grid_with_a_hole_shows_its_margins_only():
    found = suppress(grid([3, 20], [25, 9]), demand=INSIDE)
    assert found.margin_only
    assert found.hidden == {"r0 | k0", "r0 | k1", "r1 | k0", "r1 | k1"}


def test_a_cell_that_is_always_printed_is_never_hidden_and_refuses_what_it_gives_away():
    promised = persons("huurders", 40, fixed=True)
    shown = breakdown("groei", [persons("oud", 37), persons("nieuw", 3)], total=promised)
    assert suppress(shown, demand=INSIDE).hidden == {"oud", "nieuw"}
    told = breakdown("groei", [persons("oud", 37, fixed=True), persons("nieuw", 3)], total=promised)
    with pytest.raises(ReleaseRefused, match="groei"):
        suppress(told, demand=INSIDE)


def test_a_table_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError, match="not the sum"):
        breakdown("t", [persons("a", 3)], total=persons("b", 4))
    with pytest.raises(ValueError, match="twice"):
        Table(name="t", cells=(persons("a", 3), persons("a", 3)))


def test_subtotals_are_watched_as_well_as_totals():
    cells = [
        persons(name, count) for name, count in zip("abcdefgh", (28, 3, 9, 30, 20, 21, 22, 23), strict=True)
    ]
    cells += [persons("ab", 31), persons("totaal", 156)]
    sums = (Sum(total="ab", parts=("a", "b")), Sum(total="totaal", parts=tuple("abcdefgh")))
    found = suppress(Table(name="straten", cells=tuple(cells), sums=sums), demand=INSIDE)
    assert found.hidden == {"a", "b"}
