"""The invented year is plausible: its sizes and figures lie where DOMAIN 5 would have them, its worlds differ."""

from collections import Counter
from dataclasses import fields
from datetime import date, timedelta
from functools import cache

import pytest

from pipelines.schemas.column import Need
from pipelines.schemas.registry import RECORDS
from pipelines.synthetic import rows_office, rows_people, rows_service, rows_voice
from pipelines.synthetic.chance import Chance
from pipelines.synthetic.life.crew import FADED, FAVOURITE
from pipelines.synthetic.life.life import live
from pipelines.synthetic.voices.sayings import sayings_about
from pipelines.synthetic.world import WORLDS
from pipelines.synthetic.year import SEED

DRAWN = [70, 23, 15, 27, 27, 51]  # written down once; another number is another year for everybody
ROWS = {
    "members": rows_people.Member,
    "helpers": rows_people.Helper,
    "vog_checks": rows_people.VogCheck,
    "jobs": rows_service.Job,
    "offers": rows_service.Offer,
    "care_requests": rows_service.CareRequest,
    "care_visits": rows_service.CareVisit,
    "feedback_clients": rows_voice.Feedback,
    "helper_checkins": rows_voice.Checkin,
    "contacts": rows_voice.Contact,
    "parameters": rows_office.Parameter,
    "targets": rows_office.Target,
    "coordination": rows_office.CoordinationWeek,
    "ledger": rows_office.Booking,
}


@cache
def year(name="on_course"):
    return live(WORLDS[name], seed=SEED)


def visited(lived):
    return {visit.care_id for visit in lived.care_visits if visit.status == "uitgevoerd"}


def tenants(lived):
    renting = {
        row.member_id
        for row in lived.members
        if row.tenancy_status in ("hoofdhuurder", "medehuurder", "inwonend")
    }
    taken_on = {
        job.client_id for job in lived.jobs if job.status in ("in_behandeling", "ingepland", "afgerond")
    }
    return renting & taken_on


def grades(lived, branch):
    return [row.grade for row in lived.feedback_clients if row.branch == branch and row.grade is not None]


@pytest.mark.parametrize(
    "declared", [record for record in RECORDS if not record.generated], ids=lambda record: record.table
)
def test_a_row_has_the_columns_of_its_record(declared):
    typed = [column.name for column in declared.columns if column.need is not Need.DERIVED]
    assert [field.name for field in fields(ROWS[declared.table])] == typed


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        ("members", 120, 160),
        ("helpers", 24, 24),
        ("jobs", 390, 410),
        ("offers", 860, 940),
        ("care_visits", 1450, 1550),
        ("care_requests", 40, 50),
        ("feedback_clients", 180, 300),
        ("helper_checkins", 170, 230),
        ("contacts", 115, 125),
        ("coordination", 104, 104),
        ("ledger", 100, 250),
    ],
)
def test_the_year_has_the_size_of_a_pilot(table, low, high):
    assert low <= len(getattr(year(), table)) <= high


def test_about_fifty_tenants_and_thirty_care_clients_take_part():
    lived = year()
    clients = {request.client_id for request in lived.care_requests if request.care_id in visited(lived)}
    assert 50 <= len(tenants(lived)) <= 55
    assert 30 <= len(clients) <= 34


def test_refusals_and_silence_are_written_down_as_well_as_yeses():
    answers = Counter(offer.response for offer in year().offers)
    assert answers["nee"] > answers["ja"] * 0.8
    assert answers["geen_reactie"] > 100
    assert answers["ingetrokken"] > 0


def test_grades_are_good_and_not_all_good():
    given = grades(year(), "klus")
    assert 7.4 <= sum(given) / len(given) <= 8.2
    assert min(given) <= 5


def test_more_than_four_in_ten_invitations_get_no_answer():
    rows = year().feedback_clients
    assert 0.4 <= sum(row.answered_on is None for row in rows) / len(rows) <= 0.65


def test_winter_holidays_and_summer_are_quiet():
    reported = Counter((job.reported_on.year, job.reported_on.month) for job in year().jobs)
    assert reported[2025, 12] < reported[2026, 1]
    assert reported[2026, 8] < reported[2026, 5]
    weeks = Counter(job.reported_on.isocalendar()[:2] for job in year().jobs)
    assert weeks[2025, 52] <= 3


def test_no_visit_on_christmas_day_unless_somebody_wanted_to():
    held = [visit.status for visit in year().care_visits if visit.planned_on == date(2025, 12, 25)]
    assert held.count("vervallen") > len(held) / 2


def test_some_cases_are_open_on_the_last_day():
    lived = year()
    assert {"in_behandeling", "ingepland"} <= {job.status for job in lived.jobs}
    assert any(row.type == "klacht" and row.closed_on is None for row in lived.contacts)
    assert any(request.status in ("aangevraagd", "intake", "wachtend") for request in lived.care_requests)
    assert all(job.reported_on <= lived.world.as_of for job in lived.jobs)


def test_one_helper_is_asked_far_more_than_agreed():
    lived = year()
    month = lived.world.as_of - timedelta(days=28)
    asked = Counter(offer.helper_id for offer in lived.offers if offer.offered_on > month)
    most, count = asked.most_common(1)[0]
    agreed = {row.helper_id: row.max_asks_4w for row in lived.helpers}
    assert count > 1.5 * agreed[most]
    assert FAVOURITE.startswith("klus")


def test_helpers_stop_pause_and_fade_away():
    lived = year()
    assert len({row.stop_reason for row in lived.helpers if row.active_until}) >= 3
    assert any(row.pause_from for row in lived.helpers)
    silent = Counter(row.helper_id for row in lived.helper_checkins if row.answered_on is None)
    assert max(silent.values()) >= 4
    assert FADED.startswith("klus")


def test_one_certificate_lapsed_and_was_renewed_too_late():
    checks = Counter(check.helper_id for check in year().vog_checks)
    assert sorted(checks.values())[-2:] == [1, 2]


def test_complaints_are_in_many_voices():
    texts = [row.text for row in year().contacts if row.duplicate_of is None]
    assert len(set(texts)) == len(texts)
    assert len(sayings_about("complaints")) >= 50
    themes = {theme for row in year().contacts if row.type == "klacht" for theme in row.themes}
    assert len(themes) >= 10


def test_no_name_is_left_open_in_a_text():
    texts = [job.description for job in year().jobs] + [row.text for row in year().contacts]
    assert not [text for text in texts if "{" in text]


def test_two_descriptions_are_alike_only_for_the_same_job():
    told = Counter(job.description for job in year().jobs if not job.duplicate_of)
    assert set(told.values()) == {1}


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_no_event_lies_after_the_last_day(name):
    lived = year(name)
    assert all(visit.planned_on <= lived.world.as_of for visit in lived.care_visits)
    assert all((offer.responded_on or offer.offered_on) <= lived.world.as_of for offer in lived.offers)
    assert all(row.registered_on <= lived.world.as_of for row in lived.members)


def test_nothing_yet_has_agreements_and_nobody():
    lived = year("nothing_yet")
    assert lived.parameters
    assert lived.targets
    assert not lived.members + lived.jobs + lived.care_visits + lived.contacts + lived.ledger


def test_first_month_has_only_a_month():
    lived = year("first_month")
    assert {job.reported_on.month for job in lived.jobs} == {9}
    assert len(lived.jobs) < 30


def test_tiny_has_fewer_than_five_of_everybody():
    lived = year("tiny")
    assert len({job.client_id for job in lived.jobs}) < 5
    assert len({request.client_id for request in lived.care_requests}) < 5
    assert len(lived.helpers) < 5
    assert len({row.from_id for row in lived.contacts if row.from_id}) < 5


def test_behind_is_slower_smaller_and_worse_than_on_course():
    slow, good = year("behind"), year()
    assert len(tenants(slow)) < 35
    assert sum(grades(slow, "klus")) / len(grades(slow, "klus")) < sum(grades(good, "klus")) / len(
        grades(good, "klus")
    )
    assert share_done_in_two_weeks(slow) < share_done_in_two_weeks(good) - 0.2


def share_done_in_two_weeks(lived):
    done = [job for job in lived.jobs if job.urgency == "normaal"]
    return sum(
        job.completed_on is not None and (job.completed_on - job.reported_on).days <= 14 for job in done
    ) / len(done)


def test_overloaded_helpers_say_so():
    def heavy(lived):
        answers = [row for row in lived.helper_checkins if row.answered_on]
        return sum((row.load or 0) >= 4 or row.asked_too_often == "ja" for row in answers) / len(answers)

    assert heavy(year("overloaded")) > 0.4
    assert heavy(year()) < 0.3


def test_draws_are_the_same_on_every_machine_and_python():
    chance = Chance(1, "a")
    assert [chance.between(1, 100) for _ in range(6)] == DRAWN
    assert Chance(1).fork("a").between(1, 100) == DRAWN[0]


def test_weighted_draws_follow_the_weights():
    chance = Chance("weights")
    drawn = Counter(chance.weighted({"often": 9.0, "seldom": 1.0, "never": 0.0}) for _ in range(2000))
    assert 0.86 <= drawn["often"] / 2000 <= 0.94
    assert drawn["never"] == 0


def test_some_draws_each_thing_once():
    assert sorted(Chance("some").some(range(9), count=20)) == list(range(9))
    assert Chance("some").some((), count=3) == []
