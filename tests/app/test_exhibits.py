"""Exhibits: nothing a reader needs is missing, and what is drawn equals the table below it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts.growing import growth_exhibit
from dashboard.charts.growth import Count
from dashboard.charts.month_by_month import monthly_exhibit, variation
from dashboard.charts.shares_exhibit import promises_exhibit, reach_exhibit
from dashboard.charts.waiting_time import waiting_exhibit
from dashboard.exhibit import Exhibit
from dashboard.table import Heading, Row, Table
from dashboard.words.sentences import target_text
from pipelines.evaluate.finding import Projection, Verdict
from tests.lib.drawings import layers, values
from tests.lib.findings import AS_OF, COUNT, SHARE, WAIT, blocks, curve, months

PERIOD = "heel het proefjaar"
START, END = date(2026, 1, 5), date(2027, 1, 3)
CURVE = curve((0, 0.1, 48), (1, 0.3, 40), (3, 0.55, 30), (4, 0.55, 20), (10, 0.8, 8))
TIMED = replace(SHARE, curve=CURVE, series=months(62.0, 71.0, None, 68.0, 75.0, 80.0, last_complete=False))
IN_BLOCKS = replace(TIMED, blocks=blocks(*[70.0, 78.0, 74.0] * 5, 20.0, 80.0, last_complete=False))
COUNTS = (Count(day=date(2026, 1, 31), value=4.0), Count(day=date(2026, 2, 28), value=11.0))
TABLE = Table(caption="x", headings=(Heading(label="a"), Heading(label="b", kind="percent")), rows=())


def all_exhibits():
    return {
        "waiting": waiting_exhibit(TIMED, period=PERIOD),
        "monthly": monthly_exhibit(TIMED, period=PERIOD),
        "blocks": monthly_exhibit(IN_BLOCKS, period=PERIOD),
        "growth": growth_exhibit(COUNT, COUNTS, start=START, end=END, period=PERIOD),
        "promises": promises_exhibit((TIMED,), period=PERIOD),
    }


@pytest.mark.parametrize("kind", all_exhibits())
def test_exhibit_is_dutch_and_described(kind):
    exhibit = all_exhibits()[kind]
    spec = exhibit.chart.to_dict()
    assert spec["config"]["locale"]["number"]["decimal"] == ","
    assert spec["config"]["locale"]["time"]["shortMonths"][2] == "mrt"
    assert spec["config"]["axis"]["aria"] is False
    assert 40 <= len(exhibit.alt) <= 300
    assert exhibit.headline in exhibit.alt
    assert exhibit.table.rows
    assert exhibit.source.startswith("Bron: ")


@pytest.mark.parametrize("kind", all_exhibits())
def test_every_mark_says_something_in_dutch_or_nothing_at_all(kind):
    for layer in layers(all_exhibits()[kind]):
        says = "description" in layer.get("encoding", {}) or "description" in layer["mark"]
        assert says or layer["mark"].get("aria") is False, layer["mark"]


def test_curve_and_table_hold_the_same_days():
    exhibit = waiting_exhibit(TIMED, period=PERIOD)
    assert exhibit.headline == "De helft van de klussen is binnen 3 werkdagen klaar"
    assert [row.values[0] for row in exhibit.table.rows] == [0, 1, 3, 4, 10]
    assert values(exhibit, "time")[:5] == [0, 1, 3, 4, 10]
    assert exhibit.table.texts()[2] == ("3", "55\u00a0%", "45 en 65\u00a0%", "30")


def test_open_cases_are_ticks_where_the_curve_does_not_rise():
    exhibit = waiting_exhibit(TIMED, period=PERIOD)
    spec = exhibit.chart.to_dict()
    records = next(layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == "tick")
    assert [record["time"] for record in records if record["open"]] == [4]


def test_waiting_says_who_still_waits_after_some_days():
    exhibit = waiting_exhibit(TIMED, period=PERIOD)
    assert [heading.label for heading in exhibit.glance.headings] == ["Werkdagen", "0", "1", "3", "5", "10"]
    assert exhibit.glance.texts() == (("wacht nog", "48", "40", "30", "8", "8"),)
    assert "Loopt nog: 4 klussen. Die tellen mee zolang ze wachten." in exhibit.meaning


def test_who_waits_is_told_apart_from_who_is_judged():
    exhibit = waiting_exhibit(TIMED, period=PERIOD)
    assert exhibit.glance.caption.endswith("Ook de nieuwste klussen tellen mee.")
    assert any("van de 143 klussen die oud genoeg zijn." in line for line in exhibit.meaning)


def test_an_edition_says_that_who_still_waits_is_rounded_down():
    exhibit = waiting_exhibit(TIMED, period=PERIOD, of_edition=True)
    assert exhibit.glance.texts()[0][0] == "wacht nog, minstens"
    assert exhibit.table.headings[3].label == "Wacht nog, minstens"


def test_the_middle_lies_on_the_line_where_an_edition_has_no_point_at_it():
    few = replace(CURVE, points=tuple(point for point in CURVE.points if point.time != 3), median=3.0)
    spec = waiting_exhibit(replace(TIMED, curve=few), period=PERIOD, of_edition=True).chart.to_dict()
    line = next(layer for layer in spec["layer"] if layer["mark"].get("strokeWidth") == 3)
    assert [record["share"] for record in line["data"]["values"] if record["time"] == 3.0] == [50]


def test_two_points_of_an_edition_are_no_line_and_still_told():
    few = replace(TIMED, curve=replace(CURVE, points=CURVE.points[:2], median=1.0))
    exhibit = waiting_exhibit(few, period=PERIOD, of_edition=True)
    assert exhibit.chart is None
    assert exhibit.panel == "Te weinig punten voor een lijn. De tabel heeft de cijfers."
    assert exhibit.glance is not None
    assert exhibit.meaning
    assert len(exhibit.table.rows) == 2


def test_months_that_change_together_are_not_called_ordinary_one_by_one():
    exhibit = monthly_exhibit(replace(TIMED, series=months(*[50.0 + n for n in range(12)])), period=PERIOD)
    assert "● gewoon" not in exhibit.key
    assert "● hoort bij het verloop" in exhibit.key


def test_a_count_of_a_period_is_not_called_one_since_the_start():
    july = replace(COUNT, value=19.0, target=None, verdict=None, caveats=("whole_pilot_target",))
    exhibit = growth_exhibit(
        july, (Count(day=AS_OF, value=19.0),), start=AS_OF, end=AS_OF, period="juni 2026"
    )
    assert exhibit.headline == "19 huurders doen mee in deze periode"
    assert exhibit.subtitle.startswith("Aantal huurders in deze periode")
    assert target_text(july) == "Het doel gaat over het hele proefjaar."


def test_months_of_a_figure_of_the_last_weeks_go_back_to_the_start():
    assert (
        ", sinds het begin, tot en met"
        in monthly_exhibit(replace(TIMED, caveats=("fixed_window",)), period=PERIOD).subtitle
    )


def test_cut_curve_does_not_say_that_half_was_not_reached():
    cut = replace(TIMED, curve=replace(CURVE, median=None, cut=True))
    assert waiting_exhibit(cut, period=PERIOD).headline == "Na 10 werkdagen is 80\u00a0% van de klussen klaar"
    assert "Daarna wachten er te weinig om te tonen." in waiting_exhibit(cut, period=PERIOD).meaning


def test_median_not_reached_says_so():
    slow = replace(TIMED, curve=curve((0, 0.1, 48), (10, 0.3, 40), median=None))
    assert waiting_exhibit(slow, period=PERIOD).headline == "Nog niet de helft van de klussen is klaar"


@pytest.mark.parametrize(
    ("changes", "panel"),
    [
        ({"curve": None, "hidden": True, "value": None, "n": None}, "Te weinig om te tonen."),
        ({"curve": None, "value": None, "k": 0, "n": 0}, "Nog geen klussen die we kunnen beoordelen."),
        ({"curve": curve(median=None)}, "Nog geen klussen die we kunnen beoordelen."),
    ],
)
def test_without_curve_there_is_a_panel_and_hidden_is_not_empty(changes, panel):
    exhibit = waiting_exhibit(replace(TIMED, **changes), period=PERIOD)
    assert exhibit.chart is None
    assert exhibit.panel.startswith(panel)
    assert exhibit.table.rows == ()


def test_hidden_month_is_a_gap_in_the_line_and_words_in_the_table():
    exhibit = monthly_exhibit(TIMED, period=PERIOD)
    lines = next(layer["data"]["values"] for layer in layers(exhibit) if "to" in str(layer.get("encoding")))
    assert [(line["month"][5:7], line["next"][5:7]) for line in lines] == [
        ("01", "02"),
        ("04", "05"),
        ("05", "06"),
    ]
    assert exhibit.table.texts()[2] == ("maart 2026", "te weinig om te tonen", "–", "–")


def test_month_that_is_not_over_is_drawn_hollow_and_named():
    exhibit = monthly_exhibit(TIMED, period=PERIOD)
    assert exhibit.table.texts()[-1] == ("juni 2026", "80\u00a0%", "20", "nog niet compleet")
    assert "○ nog niet compleet" in exhibit.key


@pytest.mark.parametrize(
    ("series", "headline"),
    [
        ((), "Nog te weinig maanden om een verloop te zien"),
        (months(60.0, 70.0), "Nog te weinig maanden om een verloop te zien"),
        (months(60.0, 70.0, 62.0), "Of er iets verandert, is niet te zeggen"),
        (months(*[60.0, 70.0, 62.0, 71.0] * 3), "Tussen de maanden zien we alleen gewone verschillen"),
        (months(*[50.0 + n for n in range(12)]), "Het verloop per maand is geen toeval"),
    ],
)
def test_course_over_months_is_named_only_when_there_is_one(series, headline):
    exhibit = monthly_exhibit(replace(TIMED, series=series), period=PERIOD)
    assert exhibit.headline == headline
    assert (exhibit.chart is None) == (len(series) < 3)


@pytest.mark.parametrize(
    ("series", "word"),
    [
        ((), ""),
        (months(60.0, 70.0, 62.0), "niet te zeggen"),
        (months(*[60.0, 70.0, 62.0, 71.0] * 3), "gewoon"),
        (months(*[50.0 + n for n in range(12)]), "verandert"),
    ],
)
def test_course_in_one_word(series, word):
    assert variation(replace(TIMED, series=series)) == word


def test_thirteen_months_have_limits_and_twelve_have_none():
    swinging = [60.0 + 5 * (n % 3) for n in range(13)]
    with_limits = monthly_exhibit(replace(TIMED, series=months(*swinging)), period=PERIOD)
    without = monthly_exhibit(replace(TIMED, series=months(*swinging[:12])), period=PERIOD)
    assert "Bovengrens van wat gewoon is" in values(with_limits, "label")
    assert "Bovengrens van wat gewoon is" not in values(without, "label")


def test_growth_draws_released_counts_and_its_target():
    exhibit = growth_exhibit(COUNT, COUNTS, start=START, end=END, period=PERIOD)
    assert exhibit.headline == "38 van de 50 huurders doen mee"
    assert exhibit.table.texts() == (("31 januari 2026", "4"), ("28 februari 2026", "11"))
    assert "Doel: 50" in values(exhibit, "label")


def test_growth_before_twelve_weeks_has_no_outlook():
    assert (
        "Over het eind van het proefjaar is nog niets te zeggen."
        in growth_exhibit(COUNT, COUNTS, start=START, end=END, period=PERIOD).meaning
    )


def test_growth_says_where_it_will_end_and_how_likely_the_target_is():
    found = Projection(target=50, horizon=END, p_reach=0.734, total_low=44, total_mid=48, total_high=52)
    exhibit = growth_exhibit(replace(COUNT, projection=found), COUNTS, start=START, end=END, period=PERIOD)
    assert exhibit.meaning[:2] == (
        "Bij dit tempo komen we uit op 44 tot 52 huurders op 3 januari 2027.",
        "De kans dat 50 gehaald wordt, is ongeveer 73\u00a0%.",
    )
    assert "Verwacht: 44 tot 52" in values(exhibit, "label")


def test_nobody_yet_is_a_panel_not_an_axis():
    nobody = replace(COUNT, value=0.0, k=0, n=0, verdict=Verdict.UNDECIDED)
    exhibit = growth_exhibit(nobody, COUNTS, start=START, end=END, period=PERIOD)
    assert exhibit.panel == "Nog geen huurder heeft een klus aangevraagd."


def test_share_that_is_hidden_is_named_but_not_drawn():
    hidden = replace(
        SHARE, code="job_first_response", value=None, low=None, high=None, hidden=True, verdict=None
    )
    exhibit = promises_exhibit((SHARE, hidden), period=PERIOD)
    assert values(exhibit, "value") == [71.3]
    assert any("te weinig om te tonen" in line for line in exhibit.meaning)
    assert exhibit.table.texts()[1][1] == "te weinig om te tonen"


def test_reach_without_any_share_is_a_panel():
    unknown = replace(
        SHARE, code="reach_landlord_homes", value=None, low=None, high=None, n=None, verdict=None
    )
    assert reach_exhibit((unknown,), period=PERIOD).chart is None


def test_waiting_time_without_target_is_drawn_all_the_same():
    exhibit = waiting_exhibit(replace(WAIT, curve=replace(CURVE, unit="days")), period=PERIOD)
    assert exhibit.headline == "De helft van de zorgvragers krijgt binnen 3 dagen het eerste bezoek"


@pytest.mark.parametrize("lacking", ["name", "headline", "subtitle", "source", "alt", "panel"])
def test_exhibit_without_what_a_reader_needs_is_refused(lacking):
    whole = {
        "name": "x",
        "headline": "Kop",
        "subtitle": "Onderkop",
        "source": "Bron: x.",
        "alt": "a" * 60,
        "table": TABLE,
    }
    given = whole | {"chart": object()} if lacking == "alt" else whole | {"panel": "Leeg."}
    with pytest.raises(ValueError, match="lacks"):
        Exhibit(**given | {lacking: ""})


def test_range_is_one_cell_for_people_and_two_columns_for_a_spreadsheet():
    table = Table(
        caption="x",
        headings=(Heading(label="a"), Heading(label="Ligt waarschijnlijk tussen", kind="range")),
        rows=(Row(values=("mei", (63.4, 78.1))), Row(values=("juni", None))),
    )
    assert table.texts() == (("mei", "63 en 78\u00a0%"), ("juni", "–"))
    assert table.csv_bytes().decode().splitlines() == [
        "\ufeffa;Waarschijnlijk minstens;Waarschijnlijk hoogstens", "mei;63,4;78,1", "juni;;",
    ]  # fmt: skip


def test_csv_opens_in_a_dutch_spreadsheet():
    rows = (Row(values=("mei", 71.25)), Row(values=("juni", None), remark="te weinig om te tonen"))
    assert replace(TABLE, rows=rows).csv_bytes().decode() == (
        "\ufeffa;b;opmerking\r\nmei;71,25;\r\njuni;;te weinig om te tonen\r\n"
    )
