"""A simulated year of editions for all readers, quarterly and monthly: subtracting any two finds nobody."""

from dataclasses import replace
from datetime import date

import pytest

from pipelines.evaluate.answers import answer
from pipelines.release.canonical import as_bytes, from_bytes
from pipelines.release.edition import Edition
from pipelines.release.printing import as_printed
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.question import Question
from tests.lib.compiled import compiled_home
from tests.lib.editions import published_year, small_findings
from tests.lib.figures import CACHE
from tests.lib.laying_together import few_left, follow, pinned_down, together
from tests.lib.subtracting import small_differences, small_groups

pytestmark = pytest.mark.xdist_group("editions-of-a-year")  # the second year reads what the first one read

QUARTERS = (date(2025, 11, 30), date(2026, 2, 28), date(2026, 5, 31), date(2026, 8, 30))
MONTHS = (
    date(2025, 9, 30), date(2025, 10, 31), date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 31),
    date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30),
    date(2026, 7, 31), date(2026, 8, 30),
)  # fmt: skip


@pytest.fixture(scope="module")
def home():
    return Home(compiled_home("on_course"))


@pytest.fixture(scope="module")
def quarterly(home):
    return published_year(home, QUARTERS)


@pytest.fixture(scope="module")
def monthly(home):
    return published_year(home, MONTHS)


def test_no_two_quarterly_editions_give_a_small_group(quarterly):
    assert list(small_findings(quarterly)) == []


@pytest.mark.timeout(900)  # 36 editions, each attacked with all before it
def test_no_two_monthly_editions_give_a_small_group(monthly):
    assert list(small_findings(monthly)) == []


def test_nothing_small_follows_by_way_of_another_reader(quarterly):
    assert small_groups(quarterly) == []
    assert small_differences(quarterly) == []


def test_no_figures_together_give_a_small_group(home, quarterly):
    told = together(home, quarterly)
    assert few_left(told) == []
    assert pinned_down(told, sides=False) == pinned_down(told, sides=True) == []
    assert follow(told, sides=False) == follow(told, sides=True) == []


@pytest.mark.timeout(900)
def test_no_figures_of_monthly_editions_together_give_a_small_group(home, monthly):
    told = together(home, monthly)
    assert few_left(told) == []
    assert follow(told, sides=False) == follow(told, sides=True) == []


def test_a_figure_that_was_left_out_beside_others_would_have_told(home, quarterly):
    """The tests above can fail: finished jobs beside those with an appointment, of which a few were done again."""
    first, code = quarterly[0], "job_appointment_kept"
    place = [finding.code for finding in first.findings].index(code)
    with open_snapshot(home) as snapshot:
        question = Question(as_of=first.as_of)
        (shown,) = answer(snapshot, question=question, codes=[code], cache=CACHE)
    assert first.findings[place].hidden
    bare = replace(as_printed(shown), parts=(), series=())
    other = replace(first, findings=(*first.findings[:place], bare, *first.findings[place + 1 :]))
    assert any("B8" in found and "B5" in found for found in few_left(together(home, [other])))


def test_most_of_what_readers_may_see_is_shown(quarterly):
    """Hiding everything would be safe too."""
    for edition in quarterly:
        shown = [finding for finding in edition.findings if not finding.hidden]
        assert len(shown) > len(edition.findings) / 3, edition.id


def test_an_edition_made_again_and_read_back_is_the_same_to_the_byte(home, quarterly):
    again = published_year(home, QUARTERS[:1])
    for first, second in zip(quarterly, again, strict=False):
        assert as_bytes(first) == as_bytes(second)
        assert as_bytes(from_bytes(as_bytes(first), Edition)) == as_bytes(first)
    assert all(edition.changes == () for edition in again)
    assert {change.kind.value for edition in quarterly for change in edition.changes} == {"new"}


def test_subtraction_finds_what_is_small(quarterly):
    """The test above can fail: an edition with one number moved by three is found out."""
    last = quarterly[-1]
    place, finding = next(
        (place, one) for place, one in enumerate(last.findings) if one.code == "jobs_completed"
    )
    moved = replace(finding, value=finding.n + 3, k=finding.n + 3, n=finding.n + 3)
    findings = (*last.findings[:place], moved, *last.findings[place + 1 :])
    other = replace(last, id="other", findings=findings)
    assert any("jobs_completed" in found for found in small_findings([last, other]))
