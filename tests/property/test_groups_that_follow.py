"""The search for small groups that follow from sums of others finds what trying every group finds."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.release.row_space import small_groups

MOST = 4


@st.composite
def numbers(draw):
    """Printed numbers over a few atoms, and who is in each atom; some persons are in several."""
    atoms, size = draw(st.integers(2, 8)), draw(st.integers(2, 7))
    mark = st.booleans()
    rows = draw(st.lists(st.lists(mark, min_size=atoms, max_size=atoms), min_size=size, max_size=size))
    persons = draw(
        st.lists(st.sets(st.integers(0, 7), min_size=1, max_size=6), min_size=atoms, max_size=atoms)
    )
    return np.array(rows, float), np.array([[who in own for who in range(8)] for own in persons])


def tried(rows, persons):
    """Return every group of few persons whose row adds nothing to the rank of the numbers."""
    rank = np.linalg.matrix_rank(rows)
    for marks in product((False, True), repeat=rows.shape[1]):
        group = np.array(marks)
        few = 0 < persons[group].any(axis=0).sum() <= MOST
        if few and np.linalg.matrix_rank(np.vstack([rows, group])) == rank:
            yield group


@settings(max_examples=150, deadline=None)
@given(numbers())
def test_every_group_that_follows_is_found_or_holds_one_that_is(drawn):
    rows, persons = drawn
    found = list(small_groups(rows, persons, most=MOST))
    follows = list(tried(rows, persons))
    for group in found:
        assert any((group == one).all() for one in follows)
    for group in follows:
        assert any(not (one & ~group).any() for one in found)


@settings(max_examples=100, deadline=None)
@given(numbers(), st.integers(1, 5))
def test_what_follows_with_new_numbers_only_is_found_when_the_rest_is_known(drawn, known):
    rows, persons = drawn
    before = np.arange(len(rows)) < known
    found = list(small_groups(rows, persons, most=MOST, before=before))
    news = [one for one in tried(rows, persons) if not follows_from(rows[before], one)]
    assert any(not follows_from(rows[before], one) for one in found) == bool(news)
    for group in news:
        assert any(not (one & ~group).any() for one in found)


def follows_from(rows, group):
    return np.linalg.matrix_rank(np.vstack([rows, group])) == np.linalg.matrix_rank(rows)


def test_overlapping_numbers_give_the_ones_in_both():
    """Neither lies within the other: 12 jobs, 11 jobs, and 20 that are either."""
    either, one, other = [1, 1, 1], [1, 1, 0], [0, 1, 1]
    persons = np.zeros((3, 20), bool)
    for atom, own in enumerate((range(9), range(9, 12), range(12, 20))):
        persons[atom, list(own)] = True
    (found,) = small_groups(np.array([either, one, other], float), persons, most=5)
    assert found.tolist() == [False, True, False]
