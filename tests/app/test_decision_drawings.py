"""The drawings of decision pages: made of the edition's findings, only where there is enough for them."""

from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from dashboard.components.decision_drawings import Evidence, growth, kinds, shares, waiting
from dashboard.components.decision_topics import drawings, said_beside
from pipelines.evaluate.finding import Verdict
from tests.lib.drawings import values
from tests.lib.findings import COUNT, SHARE, WAIT, curve, released

EARLIER = replace(COUNT, value=21.0, k=21, n=21, as_of=date(2026, 3, 31))
HIDDEN = replace(
    SHARE, id="B6", code="job_unfulfilled_rate", value=None, k=None, n=None, hidden=True, verdict=None
)
FIRST = replace(
    SHARE, id="B1", code="job_first_response", value=87.0, low=83.0, high=90.0, verdict=Verdict.MET
)


def evidence(*findings, history=()):
    return Evidence(
        found={finding.code: finding for finding in findings}, history=(*history, released(*findings)),
        start=date(2026, 1, 1), end=date(2026, 12, 31), period="heel het proefjaar",
    )  # fmt: skip


def test_a_count_grows_from_edition_to_edition_and_the_line_between_is_not_counted():
    made = growth("participating_tenants").make(evidence(COUNT, history=[released(EARLIER)]))
    assert made.headline == "38 van de 50 huurders doen mee"
    assert values(made, "value")[-2:] == [21.0, 38.0]
    assert [row.values for row in made.table.rows] == [("31 maart 2026", 21.0), ("30 juni 2026", 38.0)]
    assert "ertussen is niet geteld" in made.key[0]
    assert '"step-after"' not in made.chart.to_json()


def test_shares_stand_beside_their_targets_and_say_how_many_were_met():
    made = shares("job_lead_time", "job_first_response", "job_unfulfilled_rate", kind="done").make(
        evidence(SHARE, FIRST, HIDDEN)
    )
    assert made.headline == "Van deze 2 met een doel: 1 aangetoond gehaald en 1 aangetoond niet gehaald"
    assert values(made, "target")[0] == 80.0
    assert "Niet-uitgevoerde" not in made.chart.to_json()


def test_one_share_alone_a_short_line_and_a_hidden_breakdown_are_not_drawn():
    short = replace(WAIT, curve=curve((14, 0.3, 20), (21, 0.6, 14), unit="days"))
    draws = (shares("job_lead_time", "job_unfulfilled_rate", kind="done"), waiting("care_wait_time"),
             kinds("job_unfulfilled_rate", by="close_reason"), growth("members_total"))  # fmt: skip
    assert drawings(draws, evidence(SHARE, HIDDEN, short)) == ()


def test_what_a_drawing_says_is_not_said_again():
    drawn = drawings((growth("participating_tenants"),), evidence(COUNT, SHARE))
    assert said_beside((COUNT, SHARE, HIDDEN), drawn) == "71\u00a0% van de klussen was klaar."
    assert said_beside((COUNT, HIDDEN), drawn) == ""


def test_question_of_which_only_the_drawing_can_speak_is_written_without_a_sentence():
    def page():
        from datetime import date

        from dashboard.components.decision_topics import show_topics
        from dashboard.pages.for_landlords import ALLIANTIE
        from dashboard.words.statements import Calendar
        from tests.lib.findings import COUNT, released

        pilot = Calendar(start=date(2026, 1, 1), end=date(2026, 12, 31), following=None)
        show_topics((released(COUNT),), ALLIANTIE, pilot=pilot, within="-voorstel")

    shown = AppTest.from_function(page, default_timeout=60).run()
    assert not shown.exception
    assert "wp-finding" in "".join(block.proto.body for block in shown.get("html"))
