"""All 58 figures on bad input: words, and never NaN, an infinite, a division error or a bare zero."""

from datetime import date
from functools import cache

import pytest

from dashboard.cli.figures import as_object
from dashboard.cli.figures_table import table
from pipelines.evaluate.finding import Verdict
from pipelines.metrics.catalogue import FIGURES
from pipelines.vocabulary.words.figures.labels import UNITS
from tests.lib.figures import findings
from tests.lib.findings import released
from tests.lib.plain_numbers import unreadable, unsaid
from tests.lib.tables import drawn

pytestmark = pytest.mark.xdist_group("bad-input")  # each situation is asked once

ALL = tuple(FIGURES)
AS_OF = date(2026, 6, 30)


def times(number, *lines):
    """Return drawn rows for as many cases, `#` in a line being the number of the case."""
    head, row = lines
    return "\n".join([head, *(row.replace("#", str(place)) for place in range(1, number + 1))])


def world(number):
    """Return so many finished, answered, paid and identical cases of everything."""
    return {
        "members": times(number, "member_id | household_id | membership | member_from", "p# | a# | lid | 2026-01-05"),
        "helpers": times(number, "helper_id | skills | backup_id | engagement", "h# | schoonmaak | h# | zzp"),
        "vog_checks": times(number, "vog_id | helper_id | issued_on | original_seen_on", "v# | h# | 2026-01-10 | 2026-01-15"),
        "jobs": times(
            number,
            "job_id | client_id | reported_on | status | first_response_on | appointment_first_on | completed_on"
            " | hours_worked | payer",
            "K# | p# | 2026-03-02 | afgerond | 2026-03-02 | 2026-03-04 | 2026-03-04 | 2 | huurder",
        ),
        "care_requests": times(
            number,
            "care_id | client_id | requested_on | intake_on | status",
            "Z# | p# | 2026-03-02 | 2026-03-03 | lopend",
        ),
        "offers": times(
            number,
            "offer_id | request_type | request_id | helper_id | offered_on | response | responded_on | match_start",
            "A# | zorg | Z# | h# | 2026-03-02 | ja | 2026-03-03 | 2026-03-10",
        ),
        "care_visits": times(
            number,
            "visit_id | care_id | helper_id | planned_on | actual_hours | paid",
            "B#1 | Z# | h# | 2026-06-10 | 2 | klant\nB#2 | Z# | h# | 2026-06-17 | 2 | klant"
            "\nB#3 | Z# | h# | 2026-06-24 | 2 | klant",
        ),
        "feedback_clients": times(
            number,
            "feedback_id | branch | respondent_id | invited_on | answered_on | grade | q_quality | q_manage",
            "F# | zorg | p# | 2026-05-01 | 2026-05-02 | 8 | 4 | 4",
        )
        + times(
            number,
            "\n",
            "\nG# | klus | p# | 2026-05-01 | 2026-05-02 | 8 | |",
        ).replace("\n\n", "\n"),
        "helper_checkins": times(
            number,
            "checkin_id | helper_id | asked_on | answered_on | load | asked_too_often | wants_call | called_on",
            "C# | h# | 2026-06-01 | 2026-06-02 | 4 | ja | ja | 2026-06-03",
        ),
        "contacts": times(
            number,
            "contact_id | from_id | received_on | type | severity | themes | answered_on | closed_on",
            "N# | p# | 2026-03-02 | klacht | zwaar | afspraak_niet_nagekomen | 2026-03-03 | 2026-03-10",
        ),
        "coordination": times(
            number, "week_start | hours_matching | hours_contact | hours_admin", "2026-03-02 | 2 | 2 | 2"
        ),
        "ledger": times(
            number, "entry_id | booked_on | amount_eur | kind | local", "L# | 2026-03-02 | -10 | materiaal | ja"
        ),
    }  # fmt: skip


ALL_OPEN = {
    "members": times(3, "member_id", "p#"),
    "helpers": times(3, "helper_id", "h#"),
    "jobs": times(3, "job_id | client_id | reported_on | status", "K# | p# | 2026-03-02 | gemeld"),
    "care_requests": times(
        3, "care_id | client_id | requested_on | status", "Z# | p# | 2026-03-02 | aangevraagd"
    ),
    "offers": times(
        3, "offer_id | request_id | helper_id | offered_on | response", "A# | K# | h# | 2026-03-02 | open"
    ),
    "feedback_clients": times(3, "feedback_id | respondent_id | invited_on", "F# | p# | 2026-05-01"),
    "helper_checkins": times(3, "checkin_id | helper_id | asked_on", "C# | h# | 2026-06-01"),
    "contacts": times(3, "contact_id | from_id | received_on | type", "N# | p# | 2026-03-02 | klacht"),
}
UNDATED_TARGETS = "\n".join(
    [
        "kpi_code | audience | target | min_n | evidence_rule | valid_from | decided_on",
        *(f"{code} | commissie | 5 | 5 | ondergrens_95 | 2020-01-01 | " for code in ALL),
    ]
)
SITUATIONS = {
    "empty store": ({}, AS_OF, None),
    "one case": (world(1), AS_OF, None),
    "all cases open": (ALL_OPEN, AS_OF, None),
    "all cases the same": (world(6), AS_OF, None),
    "a target without a date": (world(1) | {"targets": UNDATED_TARGETS}, AS_OF, None),
    "a date before the pilot": (world(3), date(2025, 6, 1), None),
    "a period before the pilot": (world(3), AS_OF, "2019-01-01"),
    "a period after the date": (world(3), AS_OF, "2026-12-01"),
}


@cache
def asked(name):
    drawings, as_of, since = SITUATIONS[name]
    with drawn(**drawings) as warehouse:
        warehouse.run("PRAGMA disable_optimizer")
        found = findings(warehouse, *ALL, as_of=as_of, since=since)
        warehouse.run("PRAGMA enable_optimizer")
    return found


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_figure_says_so_in_words(name):
    found = asked(name)
    assert {finding.code for finding in found} == set(ALL)
    for finding in found:
        assert list(unreadable(finding)) == [], finding.code
        assert list(unsaid(finding)) == [], finding.code
    lines = list(table(released(*found)))
    assert not [line for line in lines if {"nan", "inf", "None"} & set(line.split())]
    assert all(as_object(finding)["as_of"] for finding in found)


def test_a_target_nobody_dated_is_printed_as_decided_afterwards():
    for finding in asked("a target without a date"):
        assert finding.retrospective
        assert "retrospective_target" in finding.caveats
        assert finding.verdict in set(Verdict)


def test_a_zero_of_nothing_is_said_in_words_on_the_command_line():
    _, _, *told = table(released(*asked("empty store")))
    lines = [
        line for line in told if ": niet te zeggen. " not in line
    ]  # how far it is to a target is no zero
    assert not [line for line in lines if "nog niets geteld" not in line and "nog niet bekend" not in line]


def test_every_unit_of_a_figure_is_a_dutch_word():
    assert {figure.unit for figure in FIGURES.values()} <= set(UNITS)


def test_the_drawn_cases_reach_nearly_every_figure():
    counted = {finding.code for finding in asked("one case") if finding.n}
    assert set(ALL) - counted <= {
        "jobs_open_age",
        "care_waiting_list",
        "reach_landlord_homes",
        "complaints_open",
    }
