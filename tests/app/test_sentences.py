"""What a finding says is computed from its numbers."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.words import sentences
from dashboard.words.verdicts import judged_text, verdict_count
from pipelines.evaluate.finding import Month, Part, Verdict
from tests.lib.findings import COUNT, GRADE, SHARE, WAIT, curve

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("finding", "value", "count", "interval"),
    [
        (SHARE, f"71{NBSP}%", "102 van 143 klussen", f"ligt waarschijnlijk tussen 63 en 78{NBSP}%"),
        (COUNT, "38", "", ""),
        (WAIT, "14 dagen", "uit 24 zorgvragen", "ligt waarschijnlijk tussen 9 en 21 dagen"),
        (GRADE, "7,8", "uit 41 cijfers", "ligt waarschijnlijk tussen 7,3 en 8,3"),
    ],
)
def test_value_count_and_interval_are_written_in_their_unit(finding, value, count, interval):
    assert sentences.value_text(finding) == value
    assert sentences.count_text(finding) == count
    assert sentences.interval_text(finding) == interval


def test_share_of_a_curve_is_not_said_to_be_its_counts_divided():
    assert sentences.count_text(replace(SHARE, value=77.0, k=41, n=49)) == "uit 49 klussen"


def test_source_of_a_drawing_counts_what_is_drawn():
    months = [Month(start=date(2026, month, 1), value=80.0, k=80, n=100) for month in (1, 2, 3)]
    assert "143 klussen" in sentences.source_text(SHARE)
    assert "300 klussen" in sentences.source_text(SHARE, drawn=months)


def test_both_ends_of_an_interval_have_the_same_decimals():
    near_all = replace(SHARE, low=97.8, high=99.2)
    assert sentences.extent_text(near_all) == f"97,8 en 99,2{NBSP}%"


def test_interval_of_one_value_is_not_said():
    assert sentences.interval_text(replace(WAIT, low=14.0, high=14.0)) == ""


def test_hidden_finding_shows_no_number_at_all():
    hidden = replace(SHARE, value=None, k=None, n=None, low=None, high=None, hidden=True, parts=(), pending=0)
    assert sentences.value_text(hidden) == "te weinig om te tonen"
    assert sentences.count_text(hidden) == ""
    assert sentences.interval_text(hidden) == ""
    assert sentences.remarks(hidden) == ("We tonen geen kleine groepen. Zo blijft privé wie het is.",)


def test_hidden_is_not_empty_and_empty_is_not_hidden():
    hidden = replace(SHARE, value=None, k=None, n=None, hidden=True)
    empty = replace(SHARE, value=None, k=0, n=0, low=None, high=None, verdict=None)
    assert not sentences.is_empty(hidden)
    assert sentences.is_empty(empty)
    assert sentences.value_text(empty) == "nog geen cijfer"


def test_median_that_was_not_reached_is_not_an_empty_figure():
    waiting = replace(WAIT, value=None, low=None, high=None, curve=curve((1, 0.2, 10), median=None))
    assert not sentences.is_empty(waiting)
    assert sentences.value_text(waiting) == "nog niet bekend"


@pytest.mark.parametrize(
    ("verdict", "shape", "kind"),
    [(Verdict.MET, "▲", "met"), (Verdict.NOT_MET, "◆", "missed"), (Verdict.UNDECIDED, "●", "open")],
)
def test_each_verdict_has_its_own_shape_and_word(verdict, shape, kind):
    mark = sentences.mark(replace(SHARE, verdict=verdict))
    assert mark == sentences.Mark(shape=shape, word=verdict.value, kind=kind)


def test_figure_without_target_has_no_verdict():
    without = replace(SHARE, target=None, verdict=None)
    assert sentences.mark(without) is None
    assert sentences.target_text(without) == "Geen doel afgesproken"
    assert sentences.judgement(without) == ""


def test_target_set_afterwards_says_so():
    assert (
        sentences.target_text(replace(SHARE, retrospective=True)) == f"Doel: 80{NBSP}% (achteraf vastgesteld)"
    )


def test_undecided_says_which_way_it_points_and_what_would_decide():
    undecided = replace(SHARE, verdict=Verdict.UNDECIDED, leaning=True, more_needed=40)
    assert sentences.leaning_text(undecided) == (
        "Het wijst naar het doel toe. Met nog ongeveer 40 klussen is het wel te zeggen."
    )
    assert sentences.leaning_text(SHARE) == ""


def test_a_number_of_cases_that_no_pilot_brings_is_not_asked_for():
    undecided = replace(SHARE, verdict=Verdict.UNDECIDED, leaning=True, more_needed=4401)
    for caveat, said in (
        ("beyond_a_pilot_year", "meer klussen nodig dan een proefjaar geeft"),
        ("beyond_its_window", "meer klussen nodig dan zo'n korte periode geeft"),
    ):
        text = sentences.leaning_text(replace(undecided, caveats=(caveat,)))
        assert text == f"Het wijst naar het doel toe. Om het te zeggen zijn {said}."


def test_norm_stands_in_what_the_number_says():
    timed = replace(SHARE, curve=curve((1, 0.5, 10), norm=10.0))
    assert sentences.says_text(timed) == "van de klussen was binnen 10 werkdagen klaar"
    assert sentences.says_text(replace(SHARE, curve=None)) == "van de klussen was klaar"


def test_a_second_line_is_said_with_its_unit_and_left_out_without_a_value():
    second = Part(by="beside", key="from_wanted", value=12.0, k=36, n=41, persons=40)
    wait = replace(SHARE, code="care_wait_time", branch="zorg", unit="days", value=19.0, parts=(second,))
    said = "Gerekend vanaf de dag waarop de hulp gewenst was: de helft binnen 12 dagen."
    assert said in sentences.remarks(wait)
    assert said not in sentences.remarks(replace(wait, parts=(replace(second, value=None),)))


def test_what_stands_beside_a_figure_is_said_unless_hidden():
    urgent = Part(by="beside", key="urgent", value=35.0, k=7, n=20, persons=18)
    undated = Part(by="beside", key="undated", value=None, hidden=True)
    assert sentences.remarks(replace(SHARE, parts=(urgent, undated), pending=1)) == (
        "Spoed apart: 7 van 20 op tijd.",
        "Nog te jong om te beoordelen: 1 klus.",
    )


def test_same_day_is_not_within_0_days():
    assert sentences.within_text(0, "workdays") == "op dezelfde dag"
    assert sentences.within_text(1, "workdays") == "binnen 1 werkdag"
    assert sentences.within_text(16, "days") == "binnen 16 dagen"


def test_verdicts_are_counted_in_words():
    two = replace(SHARE, verdict=Verdict.UNDECIDED)
    assert verdict_count((SHARE, two, two)) == "1 aangetoond niet gehaald en 2 niet te zeggen"


def test_undecided_verdict_in_a_table_says_which_way_it_points_and_keeps_its_shape():
    undecided = replace(SHARE, verdict=Verdict.UNDECIDED, leaning=False)
    assert judged_text(undecided) == "niet te zeggen: wijst van het doel af"
    assert judged_text(replace(undecided, leaning=True)) == "niet te zeggen: wijst naar het doel toe"
    assert judged_text(replace(undecided, leaning=None)) == "niet te zeggen"
    assert sentences.mark_of(judged_text(undecided)).shape == "●"
    assert judged_text(SHARE) == "aangetoond niet gehaald"
