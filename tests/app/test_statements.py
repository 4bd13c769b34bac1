"""A figure as one sentence, and what is not known: the boundary of each is drawn here."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts.growing import growth_exhibit
from dashboard.choices import next_figures
from dashboard.cli.figures_table import table
from dashboard.components.decision_topics import Topic, evidence, said_of
from dashboard.words.catalogue import texts
from dashboard.words.sentences import COUNTS, answer_text, count_text, value_text
from dashboard.words.statements import Calendar, name_apart, name_of, open_points, statement
from pipelines.evaluate.finding import Verdict
from pipelines.metrics.catalogue import FIGURES
from tests.lib.findings import AS_OF, COUNT, GRADE, SHARE, WAIT, released

YEAR = Calendar(start=date(2026, 1, 1), end=date(2026, 12, 31), following=date(2026, 9, 30))
OVER = replace(YEAR, following=None)
HIDDEN = replace(WAIT, value=None, k=None, n=None, low=None, high=None, persons=None, hidden=True)
NONE = replace(SHARE, value=None, k=0, n=0, low=None, high=None, persons=0, verdict=None, leaning=None)


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (COUNT, "38 huurders kregen een klus aangenomen."),
        (replace(SHARE, norm=10.0, norm_unit="workdays"), "71\u00a0% van de klussen was binnen 10 werkdagen klaar."),
        (WAIT, "14 dagen: zo lang wacht de helft op het eerste bezoek, of korter."),
        (GRADE, "Huurders geven na een klus gemiddeld een 7,8."),
        (HIDDEN, "Wachttijd tot eerste bezoek: niet getoond. Zo blijft privé wie het is."),
        (NONE, "Nog geen klussen die we kunnen beoordelen."),
    ],
)  # fmt: skip
def test_a_figure_is_one_sentence(finding, said):
    assert statement(finding) == said


def test_the_promised_time_is_said_where_the_curve_is_not_shown():
    headline = replace(SHARE, norm=10.0, norm_unit="workdays", curve=None)
    assert "binnen 10 werkdagen" in statement(headline)


def test_a_branch_is_named_only_where_there_are_two():
    assert name_of(SHARE) == "Doorlooptijd klus"
    assert name_of(replace(SHARE, code="complaint_in_term")) == "Klacht binnen termijn (klussen)"
    assert name_of(replace(SHARE, code="complaint_in_term", branch=None)) == "Klacht binnen termijn"


def test_what_is_decided_is_not_open():
    assert open_points([SHARE, replace(COUNT, verdict=Verdict.MET)], calendar=YEAR) == ()


def test_an_undecided_figure_says_when_its_cases_are_enough():
    undecided = replace(SHARE, verdict=Verdict.UNDECIDED, leaning=True, n=181, more_needed=181)
    (point,) = open_points([undecided], calendar=YEAR)  # 181 klussen in 181 dagen: zo lang nog eens
    assert (AS_OF - YEAR.start).days + 1 == 181
    assert point.when == "Bij dit tempo rond december 2026."
    (later,) = open_points([replace(undecided, more_needed=400)], calendar=YEAR)
    assert later.when == "Bij dit tempo rond augustus 2027, dus na het proefjaar."
    (far,) = open_points([replace(undecided, more_needed=2000)], calendar=YEAR)
    assert far.when == "Bij dit tempo niet binnen drie jaar."


def test_a_count_towards_a_target_reckons_with_what_it_reached():
    (point,) = open_points([replace(COUNT, more_needed=12)], calendar=YEAR)  # 38 in 181 dagen, nog 12
    assert point.when == "Bij dit tempo rond augustus 2026."


def test_a_figure_about_the_last_weeks_does_not_wait_for_more():
    visits = replace(
        SHARE, id="D3", code="visit_reliability", branch="zorg", verdict=Verdict.UNDECIDED, more_needed=4000
    )
    (point,) = open_points([visits], calendar=YEAR)
    assert "laatste 4 weken" in point.when


def test_hidden_figures_are_one_point_and_come_back_with_the_next_figures():
    grade = replace(HIDDEN, code="care_grade")
    (point,) = open_points([HIDDEN, grade], calendar=YEAR)
    assert point.what == "Wachttijd tot eerste bezoek en Rapportcijfer zorg"
    assert point.when == "Bij de cijfers van 30 september 2026, als de groep dan groot genoeg is."
    (many,) = open_points([replace(HIDDEN, id=f"D{number}") for number in range(5)], calendar=OVER)
    assert many.what.startswith("5 cijfers")
    assert many.when == "Niet meer in dit proefjaar."


def test_next_figures_come_at_the_end_of_a_quarter_of_the_pilot():
    pilot = {"pilot_start": date(2026, 1, 1), "pilot_end": date(2026, 12, 31)}
    assert next_figures(**pilot, as_of=date(2026, 3, 30)) == date(2026, 3, 31)
    assert next_figures(**pilot, as_of=date(2026, 3, 31)) == date(2026, 6, 30)
    assert next_figures(**pilot, as_of=date(2026, 12, 31)) is None


def test_evidence_is_of_the_branch_decided_on_unless_both_belong_together():
    jobs, care = (
        replace(SHARE, code="cost_per_service"),
        replace(SHARE, code="cost_per_service", branch="zorg"),
    )
    both = replace(SHARE, code="cost_per_service", branch=None)
    made = released(both, jobs, care)
    topic = Topic(key="money", figures=("cost_per_service", "own_income_share"))
    assert evidence(made, (topic,), branch="zorg") == (care,)
    assert evidence(made, (replace(topic, together=True),), branch="zorg") == (both,)


def test_a_question_about_hidden_figures_alone_says_so_once():
    assert (
        said_of((HIDDEN, replace(HIDDEN, code="care_grade")))
        == "Hierover tonen we niets. Zo blijft privé wie het is."
    )
    assert said_of((HIDDEN, COUNT)) == "38 huurders kregen een klus aangenomen."
    assert said_of((NONE, NONE)) == "Nog geen klussen die we kunnen beoordelen."


COUNTED = {
    figure.code: figure
    for figure in FIGURES.values()
    if figure.unit in COUNTS and figure.code in texts("figures")
}


@pytest.mark.parametrize("code", COUNTED)
def test_one_case_has_its_noun_and_its_verb_in_the_singular(code):
    words, figure = texts("figures")[code], COUNTED[code]
    one = replace(
        COUNT, id=figure.id, code=code, unit=figure.unit, value=1.0, k=1, n=1, target=None, verdict=None
    )
    assert statement(one) == f"1 {words['one']} {words['says_one']}."
    assert words["says_one"] != words["says"]
    assert statement(replace(one, value=2.0)) == f"2 {words['many']} {words['says']}."
    assert "answer" not in words or f" {words['many']}" not in answer_text(one)


def test_rates_counts_and_units_of_one_are_singular_on_pages_and_the_command_line():
    rate = replace(
        SHARE,
        id="H3",
        code="complaint_rate",
        branch=None,
        unit="per 100",
        value=0.98,
        target=None,
        verdict=None,
    )
    assert statement(rate) == "1 klacht per 100 klussen en bezoeken."
    assert answer_text(rate) == "Per 100 klussen en bezoeken is er 1 klacht."
    alone = replace(COUNT, value=1.0, k=1, n=1, target=None, verdict=None)
    assert growth_exhibit(alone, (), start=AS_OF, end=AS_OF, period="").headline == "1 huurder doet mee"
    told = [line.split() for line in table(released(replace(COUNT, value=1.0), COUNT))]
    assert [line[4:6] for line in told[2:4]] == [["1", "persoon"], ["38", "personen"]]


def test_a_figure_of_both_branches_says_so_beside_figures_of_one():
    complaints = replace(SHARE, id="H4", code="complaint_in_term", branch=None)
    assert name_apart(complaints) == "Klacht binnen termijn (klussen en thuiszorg)"
    assert name_apart(replace(complaints, branch="klus")) == "Klacht binnen termijn (klussen)"
    assert name_apart(COUNT) == "Deelnemende huurders"


def test_a_figure_of_one_branch_speaks_of_that_branch_only():
    rate = replace(
        SHARE, id="H3", code="complaint_rate", unit="per 100", value=8.2, target=None, verdict=None
    )
    assert statement(rate) == "8,2 klachten per 100 klussen."
    assert count_text(rate) == "uit 143 klussen"
    cost = replace(rate, id="I2", code="cost_per_service", branch="zorg", unit="euro", value=20.95)
    assert statement(cost) == f"Per bezoek is {value_text(cost)} uitgegeven."
    assert statement(replace(cost, branch=None)).startswith("Per klus of bezoek is")
