"""X05 and X20 on their boundaries: the order of dates, and the range of each."""

from datetime import date

import pytest

from pipelines.schemas.registry import RECORDS, record
from pipelines.schemas.rules import RULES
from pipelines.schemas.rules.date_order import ORDERS
from pipelines.schemas.rules.date_range import add_months, date_bounds
from tests.unit.schemas.judging import found, judged


def test_x05_a_job_goes_from_report_to_response_to_appointment_to_done():
    judged("X05", "jobs", """
        job_id | reported_on | first_response_on | appointment_first_on | completed_on | X05
        K0001  | 2026-03-02  | 2026-03-02        | 2026-03-02           | 2026-03-02   |
        K0002  | 2026-03-02  | 2026-03-01        |                      |              | first_response_on
        K0003  | 2026-03-02  | 2026-03-05        | 2026-03-04           |              | appointment_first_on
        K0004  | 2026-03-02  |                   |                      | 2026-03-01   | completed_on
        K0005  | 2025-03-02  |                   |                      | 2026-03-02   |
        K0006  | 2025-03-02  |                   |                      | 2026-03-03   | completed_on
        K0007  |             | 2026-03-02        |                      |              |
    """)  # fmt: skip


def level(later: str, earlier: str, words: str) -> str:
    (rule,) = (
        r for r in RULES if r.code == "X05" and (r.columns, r.other, r.words) == ((later,), earlier, words)
    )
    return rule.level


def test_x05_a_negative_time_is_an_error_and_more_than_365_days_a_warning():
    assert level("completed_on", "reported_on", "ervoor") == "error"
    assert level("completed_on", "reported_on", "te_lang") == "warning"
    assert level("completed_on", "appointment_on", "ervoor") == "warning"


def test_x05_nobody_is_asked_before_the_request():
    judged("X05", "offers", """
        offer_id | request_type | request_id | offered_on | responded_on | match_start | match_end  | X05
        M00001   | klus         | K0001      | 2026-03-02 | 2026-03-02   | 2026-03-02  | 2026-03-02 |
        M00002   | klus         | K0001      | 2026-03-01 |              |             |            | offered_on
        M00003   | zorg         | Z0001      | 2026-03-09 |              |             |            | offered_on
        M00004   | zorg         | Z0001      | 2026-03-10 | 2026-03-09   |             |            | responded_on
        M00005   | zorg         | Z0001      | 2026-03-10 | 2026-03-12   | 2026-03-14  | 2026-03-13 | match_end
    """, jobs="job_id | reported_on\nK0001 | 2026-03-02",
        care_requests="care_id | requested_on\nZ0001 | 2026-03-10")  # fmt: skip


def test_x05_a_complaint_is_extended_within_its_term_and_reopened_after_closing():
    judged("X05", "contacts", """
        contact_id | received_on | answered_on | closed_on  | reopened_on | extended_on | X05
        Q00001     | 2026-03-02  | 2026-03-02  | 2026-03-02 | 2026-03-03  | 2026-04-13  |
        Q00002     | 2026-03-02  |             |            |             | 2026-04-14  | extended_on
        Q00003     | 2026-03-02  | 2026-03-01  |            |             |             | answered_on
        Q00004     | 2026-03-02  | 2026-03-05  | 2026-03-04 |             |             | closed_on
        Q00005     | 2026-03-02  |             | 2026-03-05 | 2026-03-05  |             | reopened_on
    """)  # fmt: skip


def test_x05_a_client_is_invited_after_the_job_is_done():
    judged("X05", "feedback_clients", """
        feedback_id | branch | about_id | invited_on | answered_on | X05
        F00001      | klus   | K0001    | 2026-03-05 | 2026-03-05  |
        F00002      | klus   | K0001    | 2026-03-04 |             | invited_on
        F00003      | zorg   | Z0001    | 2026-03-04 | 2026-03-03  | answered_on
    """, jobs="job_id | completed_on\nK0001 | 2026-03-05")  # fmt: skip


@pytest.mark.parametrize("order", ORDERS, ids=lambda o: f"{o.table}.{o.earlier}-{o.later}")
def test_x05_each_order_is_broken_by_a_day(order):
    rules = [r for r in RULES if (r.code, r.table, r.columns, r.other) == ("X05", order.table, (order.later,), order.earlier)]  # fmt: skip
    days = ["2026-03-01", "2026-03-02", "2026-03-03"]
    rows = [{order.earlier: "2026-03-02", order.later: day} for day in days]
    broken = {2, 3} if order.strict else {2}
    assert set(found(rules, order.table, rows)) == broken


def test_x20_a_report_lies_between_a_year_before_the_start_and_today():
    judged("X20", "jobs", """
        job_id | reported_on | wanted_by  | X20
        K0001  | 2025-01-05  | 2027-06-30 |
        K0002  | 2025-01-04  |            | reported_on
        K0003  | 2026-06-30  |            |
        K0004  | 2026-07-01  | 2027-07-01 | reported_on wanted_by
        K0005  | 1904-01-01  | 2003-04-26 | reported_on wanted_by
        K0006  | 1970-01-01  |            | reported_on
    """)  # fmt: skip


def test_x20_moves_with_the_start_of_the_pilot():
    judged("X20", "jobs", """
        job_id | reported_on | X20
        K0001  | 2024-09-01  |
        K0002  | 2024-08-31  | reported_on
    """, settings={"pilot_start": "2025-09-01"})  # fmt: skip


def test_x20_holds_for_every_column_with_a_range():
    ranged = {(r.table, c.name) for r in RECORDS for c in r.columns if c.earliest or c.latest}
    assert {(r.table, r.columns[0]) for r in RULES if r.code == "X20"} == ranged


@pytest.mark.parametrize("table", ["members", "vog_checks", "parameters"])
def test_the_day_and_the_sql_of_a_range_agree(table):
    today, start = date(2026, 3, 31), date(2026, 1, 5)
    for column in record(table).columns:
        if column.earliest is None:
            continue
        first, last = date_bounds(column, today=today, pilot_start=start)
        days = [first, last, date.fromordinal(first.toordinal() - 1), date.fromordinal(last.toordinal() + 1)]
        rules = [r for r in RULES if (r.code, r.table, r.columns) == ("X20", table, (column.name,))]
        rows = [{column.name: day.isoformat()} for day in days]
        assert set(found(rules, table, rows, today=today.isoformat())) == {4, 5}


def test_a_month_on_from_the_last_day_is_the_last_day():
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_months(date(2026, 3, 31), 11) == date(2027, 2, 28)
    assert add_months(date(2026, 12, 1), 1) == date(2027, 1, 1)
