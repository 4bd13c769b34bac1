"""Working days of the Netherlands, drawn from the calendar on the wall."""

from datetime import date

import pytest

from pipelines.store.warehouse import memory_warehouse
from pipelines.vocabulary.calendar import FIRST_DAY, LAST_DAY, holidays_of, working_days


def count_between(first, last):
    rows = {day: count for day, _, count in working_days(date(2025, 1, 1), date(2027, 12, 31))}
    return rows[date.fromisoformat(last)] - rows[date.fromisoformat(first)]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-01-01", False),  # New Year
        ("2026-01-02", True),  # a Friday
        ("2026-01-03", False),  # a Saturday
        ("2026-04-02", True),  # the day before Good Friday
        ("2026-04-03", False),  # Good Friday
        ("2026-04-06", False),  # Easter Monday
        ("2026-04-07", True),
        ("2026-04-27", False),  # King's day, a Monday
        ("2025-04-26", False),  # King's day moved to Saturday
        ("2025-04-28", True),  # so that Monday is a working day
        ("2026-05-04", True),
        ("2026-05-05", False),  # every year
        ("2025-05-05", False),  # a fifth year
        ("2026-05-14", False),  # Ascension
        ("2026-05-15", True),  # the Friday after it
        ("2026-05-25", False),  # Whit Monday
        ("2026-12-24", True),
        ("2026-12-25", False),
        ("2026-12-28", True),
        ("2026-12-31", True),
        ("2013-04-30", False),  # Queen's day, until 2013
        ("2014-04-30", True),
        ("2028-02-29", True),
        ("2040-12-31", True),
    ],
)
def test_day_is_a_working_day_or_not(day, works):
    day = date.fromisoformat(day)
    assert working_days(day, day) == [(day, works, int(works))]


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-03-02", "2026-03-02", 0),  # the same day
        ("2026-03-07", "2026-03-09", 1),  # Saturday to Monday
        ("2026-03-06", "2026-03-09", 1),  # Friday to Monday
        ("2026-03-02", "2026-03-09", 5),
        ("2026-04-02", "2026-04-07", 1),  # over Easter
        ("2026-05-04", "2026-05-06", 1),  # over 5 May
        ("2026-12-24", "2026-12-28", 1),
        ("2025-12-31", "2026-01-02", 1),
    ],
)
def test_working_days_between(first, last, days):
    assert count_between(first, last) == days


def test_five_may_and_good_friday_are_off_in_every_year():
    off = holidays_of(2010, 2040)
    assert all(date(year, 5, 5) in off for year in range(2010, 2041))
    good_fridays = [
        day for day in off if day.weekday() == 4 and date(day.year, 3, 20) <= day <= date(day.year, 4, 23)
    ]
    assert len(good_fridays) == 31


def test_names_of_holidays_do_not_depend_on_the_language_of_the_machine(monkeypatch):
    before = holidays_of(2026, 2026)
    for name in ("LANG", "LANGUAGE", "LC_ALL"):
        monkeypatch.setenv(name, "th_TH.UTF-8")
    assert holidays_of(2026, 2026) == before


def test_the_warehouse_holds_every_day_of_2010_to_2040_with_its_count():
    with memory_warehouse() as warehouse:
        rows = warehouse.execute("SELECT day, is_workday, wd_idx FROM calendar ORDER BY day")
    assert rows == working_days(FIRST_DAY, LAST_DAY)
    assert len(rows) == 11_323


def test_the_calendar_is_made_again_only_when_what_it_is_made_from_changes(home):
    from pipelines.store.warehouse import open_warehouse

    with open_warehouse(home, create=True) as warehouse:
        warehouse.execute("DELETE FROM calendar")
    with open_warehouse(home) as warehouse:
        assert warehouse.value("SELECT count(*) FROM calendar") == 0
        warehouse.execute("UPDATE log.store SET value = 'holidays 0.1' WHERE name = 'calendar'")
    with open_warehouse(home) as warehouse:
        assert warehouse.value("SELECT count(*) FROM calendar") == 11_323
        assert warehouse.execute("SELECT count(*) FROM log.store WHERE name = 'calendar'") == [(1,)]
