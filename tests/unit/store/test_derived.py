"""What is never typed: when a VOG must be renewed, when a complaint must be answered."""

from datetime import date

import pytest

from pipelines.store.derived import derive
from pipelines.store.warehouse import memory_warehouse


@pytest.fixture(scope="module")
def warehouse():
    with memory_warehouse() as opened:
        opened.set_day(date(2026, 12, 1))
        yield opened


@pytest.fixture(autouse=True)
def _as_before(warehouse):
    with warehouse.undone():
        yield


def due_on(warehouse, received, extended=None, kind="klacht"):
    warehouse.execute(
        "INSERT INTO contacts (contact_id, type, received_on, extended_on) VALUES ('Q1', ?, ?, ?)",
        [kind, received, extended],
    )
    derive(warehouse)
    return warehouse.value("SELECT due_on FROM contacts")


def recheck_due(warehouse, issued):
    warehouse.execute("INSERT INTO vog_checks (vog_id, issued_on) VALUES ('V1', ?)", [issued])
    derive(warehouse)
    return warehouse.value("SELECT recheck_due FROM vog_checks")


def decide(warehouse, key, value):
    warehouse.execute(
        "INSERT INTO parameters (param_key, value, unit, valid_from) VALUES (?, ?, 'dagen', '2026-01-01')",
        [key, value],
    )


@pytest.mark.parametrize(
    ("received", "extended", "due"),
    [
        ("2026-03-02", None, "2026-04-13"),  # 42 days later, a Monday
        ("2026-02-20", None, "2026-04-07"),  # 42 days is Good Friday: past Easter to Tuesday
        ("2026-02-28", None, "2026-04-13"),  # a Saturday: Monday
        ("2026-03-01", None, "2026-04-13"),  # a Sunday: Monday
        ("2026-03-24", None, "2026-05-06"),  # 5 May: the day after
        ("2026-11-13", None, "2026-12-28"),  # Christmas, Second day, Sunday: Monday
        ("2026-03-02", "2026-03-20", "2026-05-11"),  # 70 days
        ("2026-03-02", "2026-04-13", "2026-05-11"),  # told on day 42
        ("2026-03-02", "2026-04-14", "2026-04-13"),  # told on day 43: too late, no extension
        ("2026-02-24", "2026-03-01", "2026-05-06"),  # 70 days is 5 May
        ("2041-01-01", None, "2041-02-12"),  # past the calendar: as it falls
    ],
)
def test_a_complaint_is_due(warehouse, received, extended, due):
    assert due_on(warehouse, received, extended) == date.fromisoformat(due)


@pytest.mark.parametrize("kind", ["vraag", "opmerking"])
def test_a_question_or_remark_has_no_term(warehouse, kind):
    assert due_on(warehouse, "2026-03-02", kind=kind) is None


def test_a_complaint_without_a_date_has_no_due_date(warehouse):
    assert due_on(warehouse, None) is None


def test_terms_come_from_the_settings(warehouse):
    decide(warehouse, "complaint_days", "14")
    decide(warehouse, "complaint_extension_days", "7")
    assert due_on(warehouse, "2026-03-02", "2026-03-16") == date(2026, 3, 23)


@pytest.mark.parametrize(("days", "due"), [("89", "2026-06-01"), ("90", "2026-06-01"), ("91", "2026-05-31")])
def test_a_term_of_over_ninety_days_is_not_moved(warehouse, days, due):
    decide(warehouse, "complaint_days", days)
    received = date.fromisoformat("2026-05-31").toordinal() - int(days)
    assert due_on(warehouse, date.fromordinal(received)) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("issued", "due"),
    [("2025-03-10", "2028-03-10"), ("2024-02-29", "2027-02-28"), (None, None)],
)
def test_a_vog_is_due_again(warehouse, issued, due):
    assert recheck_due(warehouse, issued) == (due and date.fromisoformat(due))


def test_a_changed_setting_reaches_old_rows_and_only_changed_rows_are_written(warehouse):
    assert recheck_due(warehouse, "2025-03-10") == date(2028, 3, 10)
    decide(warehouse, "vog_recheck_months", "24")
    derive(warehouse)
    assert warehouse.value("SELECT recheck_due FROM vog_checks") == date(2027, 3, 10)


def test_twenty_thousand_complaints_take_a_moment(warehouse):
    warehouse.execute(
        "INSERT INTO contacts (contact_id, type, received_on) "
        "SELECT 'Q' || range, 'klacht', DATE '2026-01-01' + (range % 300)::INTEGER FROM range(20000)"
    )
    derive(warehouse)
    assert warehouse.value("SELECT count(*) FROM contacts WHERE due_on IS NULL") == 0
    assert (
        warehouse.value("SELECT count(*) FROM contacts JOIN calendar ON day = due_on WHERE NOT is_workday")
        == 0
    )
