"""Conclusions are computed from findings: what is proven, what is not, what cannot be said, what stays hidden."""

from dataclasses import replace

from dashboard.words.concluding import conclusions, in_words, overview, sentence
from pipelines.evaluate.finding import Verdict
from tests.lib.findings import COUNT, GRADE, SHARE, WAIT, released

NBSP = "\u00a0"


def test_each_finding_stands_under_its_own_verdict():
    met = replace(GRADE, verdict=Verdict.MET)
    found = conclusions(released(SHARE, COUNT, met, WAIT))
    assert [line.split(":")[0] for line in found.missed] == ["Doorlooptijd klus, klussen"]
    assert [line.split(":")[0] for line in found.undecided] == ["Deelnemende huurders, klussen"]
    assert [line.split(":")[0] for line in found.met] == ["Rapportcijfer klus, klussen"]
    assert [line.split(":")[0] for line in found.without_target] == ["Wachttijd tot eerste bezoek, thuiszorg"]
    assert (
        found.short == "Van de 3 doelen: 1 aangetoond gehaald, 1 aangetoond niet gehaald en 1 niet te zeggen."
    )


def test_nothing_known_is_said_in_words():
    nothing = replace(SHARE, value=None, k=0, n=0, low=None, high=None, target=None, verdict=None)
    assert sentence(nothing) == "Doorlooptijd klus, klussen: nog geen cijfer."
    zero = replace(COUNT, value=0, k=0, n=0, target=None, verdict=None)
    assert sentence(zero) == "Deelnemende huurders, klussen: nog geen cijfer."
    assert conclusions(released(nothing)).short == "Er zijn nog geen doelen waar we iets over kunnen zeggen."


def test_a_hidden_finding_is_named_without_any_number():
    hidden = replace(
        SHARE, value=None, k=None, n=None, low=None, high=None, hidden=True, pending=0, verdict=None
    )
    found = conclusions(released(hidden))
    assert found.hidden == ("Doorlooptijd klus, klussen",)
    assert found.met + found.missed + found.undecided + found.without_target == ()
    assert "te weinig om te tonen" in overview([hidden])


def test_few_cases_come_with_a_caution():
    assert sentence(replace(SHARE, caveats=("indicative",))).endswith("lees het als een aanwijzing.")


def test_one_person_is_not_one_persons():
    assert in_words(replace(COUNT, value=1)) == "1 persoon"
    assert in_words(COUNT) == "38 personen"
    assert in_words(SHARE) == f"71{NBSP}%"


def test_a_sum_by_another_is_not_a_part_of_it():
    assert "(806 op 349)" in sentence(replace(SHARE, unit="asks per match", k=806, n=349))


def test_both_branches_together_stand_for_the_figure():
    apart = replace(SHARE, branch="klus")
    together = replace(SHARE, branch=None)
    assert len(conclusions(released(together, apart)).missed) == 1
