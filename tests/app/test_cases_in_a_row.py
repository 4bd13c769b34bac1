"""The chart over cases in a row: what is no chance is told by shape and words beside colour, and so is the target."""

from dataclasses import replace

import pytest

from dashboard.charts.month_by_month import monthly_exhibit
from tests.lib.drawings import layers, values
from tests.lib.findings import SHARE, blocks, curve, months

PERIOD = "heel het proefjaar"
TIMED = replace(
    SHARE,
    norm=10,
    norm_unit="workdays",
    curve=curve((0, 0.1, 48), (10, 0.8, 8)),
    series=months(62.0, 71.0, 68.0, 75.0),
)
IN_BLOCKS = replace(TIMED, blocks=blocks(*[70.0, 78.0, 74.0] * 5, 20.0, 80.0, last_complete=False))


def shapes(exhibit):
    """Return the shape and colour of every kind of point with a word of its own."""
    marks = [layer["mark"] for layer in layers(exhibit) if layer["mark"]["type"] == "point"]
    return {(mark["shape"], mark["stroke"], mark["fill"]) for mark in marks if "shape" in mark}


def test_signal_has_a_shape_and_words_beside_its_colour():
    exhibit = monthly_exhibit(IN_BLOCKS, period=PERIOD)
    assert exhibit.headline == "Het verloop is geen toeval"
    assert exhibit.subtitle.startswith("Klus klaar: deel binnen 10 werkdagen, per 10 klussen of meer,")
    assert exhibit.key[:3] == ("● gewoon", "◆ vraagt aandacht", "○ nog niet compleet")
    assert len({(shape, fill) for shape, _, fill in shapes(exhibit)}) == 3
    assert {"circle", "diamond"} == {shape for shape, _, _ in shapes(exhibit)}
    assert "1 × onder de ondergrens" in exhibit.alt
    assert exhibit.meaning[0] == "Dit past niet bij toeval: 1 × onder de ondergrens."
    assert [row[-1] for row in exhibit.table.texts()[-2:]] == [
        "vraagt aandacht: onder de ondergrens",
        "nog niet compleet",
    ]
    assert "1 tot en met 8 juni 2026: 20\u00a0%, vraagt aandacht: onder de ondergrens" in values(
        exhibit, "sentence"
    )


def test_words_of_centre_and_target_stand_in_the_key_and_not_over_the_points():
    exhibit = monthly_exhibit(IN_BLOCKS, period=PERIOD)
    assert exhibit.key[3:] == ("— Het midden: 71\u00a0%", "- - Doel: 80\u00a0%")
    limits = {"Ondergrens van wat gewoon is", "Bovengrens van wat gewoon is"}
    assert set(values(exhibit, "label")) - {""} == limits
    assert len(monthly_exhibit(replace(IN_BLOCKS, target=None), period=PERIOD).key) == 4


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([70.0, 76.0] * 7 + [99.0], "1 × boven de bovengrens"),
        (
            [50.0 + 5 * (n % 3) for n in range(7)] + [70.0 + 5 * (n % 3) for n in range(7)],
            "7 × lang boven het midden",
        ),
        ([60.0 + n + n % 2 / 4 for n in range(14)], "× steeds omhoog"),
        ([70.0, 76.0] * 8 + [88.0, 76.0, 88.0], "2 × dicht bij de bovengrens"),
    ],
)
def test_every_rule_has_its_words(values, words):
    exhibit = monthly_exhibit(replace(TIMED, blocks=blocks(*values)), period=PERIOD)
    assert words in exhibit.alt
    assert len(exhibit.alt) <= 300


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (None, None),
        (40.0, "Blijft het zo, dan haalt elke groep het doel."),
        (74.0, "Blijft het zo, dan haalt de ene groep het doel wel en de andere niet."),
        (95.0, "Blijft het zo, dan haalt geen enkele groep het doel."),
    ],
)
def test_whether_the_target_will_be_met_is_said_where_there_is_one(target, words):
    quiet = replace(TIMED, blocks=blocks(*[70.0, 78.0, 74.0] * 5), target=target)
    meaning = monthly_exhibit(quiet, period=PERIOD).meaning
    assert meaning[0].startswith("Gewone verschillen hebben geen aparte oorzaak.")
    assert [line for line in meaning if line.startswith("Blijft")] == ([words] if words else [])


def test_too_few_blocks_or_too_many_equal_ones_leave_the_months():
    for few in (blocks(*[70.0, 78.0, 74.0] * 4), blocks(*[100.0, 100.0, 90.0] * 5)):
        exhibit = monthly_exhibit(replace(TIMED, blocks=few), period=PERIOD)
        assert exhibit.table.headings[0].label == "Maand"
        assert "Bovengrens van wat gewoon is" not in values(exhibit, "label")


def test_axis_has_the_months_of_its_points_and_no_month_before_them():
    exhibit = monthly_exhibit(TIMED, period=PERIOD)
    ticks = [
        layer["encoding"]["x"]["axis"]["values"]
        for layer in layers(exhibit)
        if "axis" in layer["encoding"].get("x", {})
    ]
    assert [(tick["month"], tick["year"]) for tick in ticks[0]] == [(month, 2026) for month in range(1, 5)]
