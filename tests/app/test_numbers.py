"""Numbers, dates and shares as Dutch readers write them."""

from datetime import date, datetime

import pytest

from dashboard.words.numbers import (
    clock,
    counted,
    listed,
    long_day,
    number,
    percent,
    short_number,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (1234.5, 1, "1\u202f234,5"),
        (1234567, 0, "1\u202f234\u202f567"),
        (7.84, 1, "7,8"),
        (-3.5, 1, "-3,5"),
    ],
)
def test_number_has_comma_and_thin_spaces(value, decimals, text):
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0\u00a0%"),
        (0.04, "0,1\u00a0%"),
        (0.6, "0,6\u00a0%"),
        (1, "1\u00a0%"),
        (71.3, "71\u00a0%"),
        (99, "99\u00a0%"),
        (99.6, "99,6\u00a0%"),
        (99.97, "99,9\u00a0%"),
        (100, "100\u00a0%"),
    ],
)
def test_share_is_never_rounded_to_none_or_all(share, text):
    assert percent(share) == text


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (3.04, "3"), (3.5, "3,5"), (12.96, "13"), (1400, "1\u202f400")]
)
def test_short_number_has_a_decimal_only_when_it_says_something(value, text):
    assert short_number(value) == text


def test_dates_and_times_are_words():
    assert long_day(date(2026, 6, 3)) == "3 juni 2026"
    assert clock(datetime(2026, 7, 2, 9, 4)) == "09.04 uur"  # noqa: DTZ001 - a local time of day


def test_counted_takes_one_or_many():
    assert counted(1, "klus", "klussen") == "1 klus"
    assert counted(0, "klus", "klussen") == "0 klussen"
    assert counted(1400, "klus", "klussen") == "1\u202f400 klussen"


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_list_ends_with_en(parts, text):
    assert listed(parts) == text
