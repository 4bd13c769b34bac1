"""The law of event time: what is dated after the date asked for changes no figure on that date."""

from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipelines.metrics.catalogue import FIGURES
from tests.lib.figures import findings
from tests.lib.later import ENDED_OTHERWISE, HAPPENED, Later, changed, in_memory

pytestmark = pytest.mark.xdist_group("as-of-laws")  # one copy of the year

HALFWAY = date(2026, 2, 27)  # a Friday in the middle of the year of the world `on_course`
ALL = tuple(FIGURES)
NO_SHRINKING = (Phase.explicit, Phase.generate)  # an example asks all 58 figures
LATER = st.builds(
    Later,
    seed=st.integers(1, 1000),
    removed=st.booleans(),
    moved=st.integers(0, 40),
    added=st.integers(0, 40),
    ended_otherwise=st.booleans(),
)
EVERYTHING = Later(seed=7, removed=True, moved=9, added=1, ended_otherwise=True)


@pytest.fixture(scope="module")
def year():
    return in_memory("on_course")


@pytest.fixture(scope="module")
def halfway(year):
    return findings(year, *ALL, as_of=HALFWAY)


@settings(max_examples=3, deadline=None, phases=NO_SHRINKING)
@given(later=LATER)
def test_no_figure_changes_when_later_rows_change(year, halfway, later):
    with changed(year, later, after=HALFWAY) as other:
        found = findings(other, *ALL, as_of=HALFWAY)
    assert [one.code for one, two in zip(found, halfway, strict=True) if one != two] == []


def test_no_figure_changes_when_all_later_rows_change_at_once(year, halfway):
    with changed(year, EVERYTHING, after=HALFWAY) as other:
        found = findings(other, *ALL, as_of=HALFWAY)
    assert [one.code for one, two in zip(found, halfway, strict=True) if one != two] == []


def test_the_same_changes_do_change_the_figures_of_a_later_day(year):
    end = date(2026, 8, 30)
    codes = ("participating_tenants", "job_lead_time", "vog_coverage_visits", "contacts_by_type")
    before = findings(year, *codes, as_of=end)
    with changed(year, EVERYTHING, after=HALFWAY) as other:
        after = findings(other, *codes, as_of=end)
    assert all(one != two for one, two in zip(after, before, strict=True) if one.branch in {None, "klus"})


def test_every_dated_record_takes_part_in_the_law():
    assert set(ENDED_OTHERWISE) <= set(HAPPENED)
