"""Settings and targets on a day: the committee's row, else the default, always every key."""

import re
from datetime import date
from pathlib import Path

import pytest

from pipelines.store.settings_view import settings_sql, targets_sql
from pipelines.store.warehouse import memory_warehouse
from pipelines.vocabulary.lists import TARGET_AUDIENCES, UNITS
from pipelines.vocabulary.settings import FOUNDERS, SETTINGS, TARGETS
from pipelines.vocabulary.words.settings import BASIS, SETTING_LABELS

DAY = date(2026, 6, 1)
NAMED_IN_THE_DOMAIN = {
    "pilot_start",
    "pilot_end",
    "legal_status_care",
    "statutory_liability",
    "homes_portaal",
    "homes_alliantie",
    "norm_job_response_wd",
    "norm_job_appointment_wd",
    "norm_job_done_wd",
    "norm_urgent_hours",
    "norm_contact_answer_wd",
    "norm_helper_callback_wd",
    "complaint_days",
    "complaint_extension_days",
    "vog_max_age_start_months",
    "vog_recheck_months",
    "vog_warn_days",
    "ask_weight_groupapp",
    "max_asks_default_4w",
    "rest_weeks",
    "checkin_valid_days",
    "volunteer_month_max",
    "volunteer_year_max",
    "sn_external_min",
    "sn_cell_min",
    "fiscal_year_end",
}


@pytest.fixture
def warehouse():
    with memory_warehouse() as opened:
        yield opened


def decide(warehouse, key, value, unit, *, valid_from="2026-01-05", valid_to=None):
    warehouse.execute(
        "INSERT INTO parameters (param_key, value, unit, valid_from, valid_to, basis, decided_by, decided_on) "
        "VALUES (?, ?, ?, ?, ?, 'besluit', 'commissie', ?)",
        [key, value, unit, valid_from, valid_to, valid_from],
    )


def settings_on(warehouse, day=DAY):
    return {row[0]: row[1] for row in warehouse.execute(settings_sql(), [day])}


def test_without_rows_every_setting_has_its_default(warehouse):
    assert settings_on(warehouse) == {key: setting.value for key, setting in SETTINGS.items()}


def test_every_setting_the_domain_names_exists_with_words_and_a_unit():
    assert set(SETTINGS) >= NAMED_IN_THE_DOMAIN
    assert set(SETTINGS) == set(SETTING_LABELS) == set(BASIS)
    assert {setting.unit for setting in SETTINGS.values()} <= set(UNITS)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("pilot_start", "2026-01-05"),
        ("pilot_end", "2027-01-03"),
        ("norm_job_response_wd", "1"),
        ("norm_job_done_wd", "10"),
        ("complaint_days", "42"),
        ("complaint_extension_days", "28"),
        ("ask_weight_groupapp", "0.5"),
        ("sn_external_min", "10"),
        ("sn_cell_min", "5"),
        ("homes_portaal", None),  # never estimated
        ("legal_status_care", None),  # never guessed
    ],
)
def test_default(key, value):
    assert SETTINGS[key].value == value


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2026-02-28", "10"),  # before the committee's row: the default
        ("2026-03-01", "8"),  # its first day
        ("2026-05-31", "8"),  # its last day
        ("2026-06-01", "12"),  # the first of the next
        ("2027-06-01", "12"),
    ],
)
def test_the_row_valid_on_the_day_counts(warehouse, day, value):
    decide(warehouse, "norm_job_done_wd", "8", "werkdagen", valid_from="2026-03-01", valid_to="2026-05-31")
    decide(warehouse, "norm_job_done_wd", "12", "werkdagen", valid_from="2026-06-01")
    assert settings_on(warehouse, date.fromisoformat(day))["norm_job_done_wd"] == value


def test_of_two_valid_rows_the_later_start_wins(warehouse):
    decide(warehouse, "rest_weeks", "9", "weken", valid_from="2026-02-01")
    decide(warehouse, "rest_weeks", "7", "weken", valid_from="2026-01-05")
    assert settings_on(warehouse)["rest_weeks"] == "9"


def test_after_its_last_day_the_default_is_back(warehouse):
    decide(warehouse, "rest_weeks", "9", "weken", valid_from="2026-02-01", valid_to="2026-03-01")
    assert settings_on(warehouse)["rest_weeks"] == "10"


def test_a_key_only_the_committee_knows_comes_along(warehouse):
    decide(warehouse, "role_member:K1", "R0042", "tekst")
    assert settings_on(warehouse)["role_member:K1"] == "R0042"


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("5-1-2026", "datum", "2026-01-05"),
        ("05/01/2026", "datum", "2026-01-05"),
        ("5.1.2026", "datum", "2026-01-05"),
        ("2026-01-05", "datum", "2026-01-05"),
        (" 2026-01-05 ", "datum", "2026-01-05"),
        ("5-1-26", "datum", None),  # year 26 is not guessed here
        ("31-2-2026", "datum", None),
        ("2026-13-01", "datum", None),
        ("0,5", "aantal", "0.5"),
        ("0.5", "aantal", "0.5"),
        ("1.250", "aantal", "1250"),
        ("0.125", "aantal", "0.125"),
        ("1.25", "aantal", "1.25"),
        ("€ 1.250,50", "euro", "1250.50"),
        ("80 %", "procent", "80"),
        ("-3", "aantal", "-3"),
        ("1e3", "aantal", None),
        ("1_000", "aantal", None),
        ("NaN", "aantal", None),
        ("tien", "aantal", None),
        ("", "aantal", None),
        (" BA ", "tekst", "BA"),
        ("", "tekst", None),
    ],
)
def test_a_typed_value_is_read_by_its_unit_or_passed_over(warehouse, typed, unit, value):
    decide(warehouse, "some_key", typed, unit)
    assert settings_on(warehouse).get("some_key") == value


def test_a_row_that_cannot_be_read_leaves_the_default(warehouse):
    decide(warehouse, "rest_weeks", "tien", "weken")
    assert settings_on(warehouse)["rest_weeks"] == "10"


def test_the_views_of_a_day_hold_the_same(warehouse):
    decide(warehouse, "rest_weeks", "9", "weken", valid_from="2026-02-01")
    warehouse.set_day(DAY)
    assert warehouse.execute("SELECT day FROM today_is") == [(DAY,)]
    assert dict(warehouse.execute("SELECT param_key, value FROM settings")) == settings_on(warehouse)
    warehouse.set_day(date(2026, 1, 10))
    assert warehouse.value("SELECT value FROM settings WHERE param_key = 'rest_weeks'") == "10"


def test_where_a_default_comes_from_is_told_with_it(warehouse):
    rows = warehouse.execute(settings_sql(), [DAY])
    assert all(basis and decided_by for _, _, _, basis, decided_by, _ in rows)


def test_without_rows_every_audience_has_the_default_targets(warehouse):
    rows = warehouse.execute(targets_sql(), [DAY])
    assert len(rows) == len(TARGETS) * len(TARGET_AUDIENCES)
    assert ("participating_tenants", "portaal", 50.0, 30.0, 5, "puntwaarde", None, True) in rows


def test_a_target_of_the_committee_comes_before_the_default_of_that_audience_only(warehouse):
    for day, target in (("2026-01-05", 75), ("2026-05-01", 85), ("2026-09-01", 90)):
        warehouse.execute(
            "INSERT INTO targets (kpi_code, audience, target, min_n, evidence_rule, valid_from, decided_on) "
            "VALUES ('job_lead_time', 'commissie', ?, 20, 'puntwaarde', ?, ?)",
            [target, day, day],
        )
    rows = {row[:2]: row for row in warehouse.execute(targets_sql(), [DAY])}
    assert rows["job_lead_time", "commissie"][2] == 85
    assert rows["job_lead_time", "commissie"][6:] == (date(2026, 5, 1), False)
    assert rows["job_lead_time", "portaal"][2] == 80


def test_only_fifty_and_thirty_come_from_the_founders():
    assert {code for code, target in TARGETS.items() if target.fixed_before_start} == set(FOUNDERS)
    assert [TARGETS[code].target for code in FOUNDERS] == [50, 30]
    assert all(target.min_n >= 5 for target in TARGETS.values())


def test_no_key_of_a_setting_is_misspelt_in_the_stores_sql():
    text = Path(settings_sql.__code__.co_filename).with_name("derived.py").read_text(encoding="utf-8")
    assert set(re.findall(r'_setting\([\'"](\w+)', text)) <= set(SETTINGS)
