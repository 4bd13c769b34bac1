"""Numbers as an edition prints them: whole percentages, of which only everybody is 100 and only nobody is 0."""

from dataclasses import replace

import pytest

from pipelines.release.printing import as_printed, inside
from tests.lib.findings import SHARE


@pytest.mark.parametrize(
    ("share", "printed"),
    [(0.0, 0), (0.3, 1), (0.6, 1), (50.4, 50), (50.5, 51), (99.4, 99), (99.6, 99), (100.0, 100)],
)
def test_only_everybody_is_100_and_only_nobody_0(share, printed):
    assert as_printed(replace(SHARE, value=share)).value == printed


def test_a_limit_may_reach_everybody_or_nobody_only_outward():
    made = as_printed(replace(SHARE, value=99.6, low=99.5, high=99.9))
    assert (made.low, made.value, made.high) == (99, 99, 100)
    made = as_printed(replace(SHARE, value=0.3, low=0.1, high=0.4))
    assert (made.low, made.value, made.high) == (0, 1, 1)


def test_a_number_that_is_no_share_is_left_alone():
    assert as_printed(replace(SHARE, unit="persons", value=0.3)).value == 0.3
    assert inside(100, 100.4) == 100


def test_what_is_exact_for_everyone_stays_exact():
    exact = replace(SHARE, code="vog_coverage_visits", value=99.6)
    assert as_printed(exact).value == 99.6
