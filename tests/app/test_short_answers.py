"""The short answer says what is known, with target and verdict, and what of it may not be seen."""

from dataclasses import replace

from dashboard.components.short_answers import overview_answer, pilot_day, response_answer, told, trust_answer
from pipelines.evaluate.finding import Part, Verdict
from tests.lib.findings import COUNT, SHARE, released

THEMES = replace(
    COUNT, id="H6", code="complaint_themes", branch=None, value=12.0, k=12, n=12, target=None, verdict=None,
)  # fmt: skip
NOISE = Part(by="themes", key="te_laat", value=8.0, k=8, n=8, persons=8)
HIDDEN = replace(SHARE, value=None, k=None, n=None, low=None, high=None, persons=None, hidden=True)


def answer(*findings, about=None):
    return told(released(*findings), [finding.code for finding in findings], page="complaints", about=about)


def test_nothing_to_say_yet_is_said():
    none = replace(SHARE, code="complaint_in_term", value=None, k=0, n=0)
    assert answer(none) == "Over klachten is nog niets te zeggen."


def test_a_target_comes_with_its_verdict():
    said = answer(replace(SHARE, code="complaint_in_term", target=100.0))
    assert (
        said
        == "Van de klachten kreeg 71\u00a0% op tijd een oordeel (doel 100\u00a0%: aangetoond niet gehaald)."
    )


def test_what_most_complaints_are_about_is_said_and_that_it_may_not_be_seen():
    about = ("complaint_themes", "themes")
    assert answer(replace(THEMES, parts=(NOISE,)), about=about).endswith("door 8 mensen.")
    assert "per onderwerp zijn het te weinig mensen" in answer(THEMES, about=about)
    assert answer(replace(THEMES, value=0.0, k=0, n=0), about=about).startswith("Nog geen klachten")


def test_where_nothing_of_the_answer_is_there_what_else_stands_on_the_page_is_said():
    vog = replace(SHARE, id="F1", code="vog_coverage_visits", branch="zorg", target=None, verdict=None)
    answered = "71\u00a0% van de zorgbezoeken is gedaan met een geldige VOG."
    assert told(released(vog), ["visit_reliability"], page="care") == answered
    hidden = replace(HIDDEN, code="visit_reliability", branch="zorg")
    said = told(released(hidden, vog), ["visit_reliability"], page="care")
    assert said == f"{answered} Andere cijfers gaan over te weinig mensen om te tonen."


def test_hidden_figures_are_told_apart_from_none():
    assert answer(THEMES, replace(HIDDEN, code="complaints_open")).endswith("te weinig mensen om te tonen.")
    assert answer(HIDDEN) == "Er zijn te weinig mensen om iets te tonen. Zo blijft privé wie het is."


class Visit:
    """A pilot that is over."""

    class freshness:  # noqa: N801 - stands for a value
        pilot_start = SHARE.as_of.replace(year=2025)
        pilot_end = SHARE.as_of

    today = SHARE.as_of.replace(year=2027)
    as_of = SHARE.as_of
    outside = True


def test_targets_that_were_missed_are_named():
    said = overview_answer(released(SHARE, replace(COUNT, verdict=Verdict.MET)), visit=Visit())
    assert "Niet gehaald: Doorlooptijd klus." in said
    assert "Niet gehaald" not in overview_answer(released(replace(COUNT, verdict=Verdict.MET)), visit=Visit())


def test_times_that_may_not_be_seen_are_not_called_too_early():
    hidden = replace(HIDDEN, code="job_first_response")
    assert response_answer(released(hidden)).startswith("Er zijn te weinig mensen om iets te tonen.")
    assert response_answer(released()) == "Daarover is nog niets te zeggen."


def test_a_share_nobody_was_followed_long_enough_for_is_no_answer():
    kept = replace(
        SHARE, id="C4", code="match_retention_90d", caveats=("beyond_follow_up",), target=None, verdict=None
    )
    other = replace(kept, code="match_rate_14d", caveats=())
    said = told(released(other, kept), ["match_rate_14d", "match_retention_90d"], page="matching")
    assert "90 dagen" not in said
    assert "14 dagen" in said


def test_who_takes_part_is_said_of_one_branch_too():
    assert overview_answer(released(replace(COUNT, target=None, verdict=None)), visit=Visit()).startswith(
        "38 huurders doen mee."
    )


def test_an_edition_from_before_the_end_does_not_say_that_the_pilot_is_over():
    early = Visit()
    early.as_of = SHARE.as_of.replace(month=3)
    assert pilot_day(Visit()) == "Het proefjaar is voorbij."
    assert pilot_day(early) == "Op 30 maart 2026 was het proefjaar op dag 274 van 366."


def test_trust_is_said_in_how_complete_the_records_are():
    complete = replace(SHARE, id="J1", code="record_completeness", branch=None, target=None, verdict=None)
    assert trust_answer(released(complete), corrected=0).startswith(
        "71\u00a0% van de klussen, bezoeken en berichten"
    )
    assert trust_answer(released(), corrected=0).startswith("Dat is nog niet te zeggen")
    assert trust_answer(released(complete), corrected=2).endswith("zijn 2 cijfers achteraf verbeterd.")
    hidden = released(replace(complete, value=None, hidden=True))
    assert "Volledigheid: niet getoond." in trust_answer(hidden, corrected=0)
