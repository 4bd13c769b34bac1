"""Exhibits of the outcome pages: parts, the chain, what holds, hours, rates and the division of work."""

from dataclasses import replace

import pytest

from dashboard.charts.breakdown import parts_exhibit
from dashboard.charts.chain import CHAIN, chain_exhibit, link_text
from dashboard.charts.demands import fit_exhibit
from dashboard.charts.division import division_exhibit
from dashboard.charts.holding import holding_exhibit
from dashboard.charts.month_by_month import LEFT_OUT
from dashboard.charts.planned_hours import hours_exhibit
from dashboard.charts.shares_exhibit import outcomes_exhibit, rates_exhibit
from pipelines.evaluate.finding import Month, Part
from tests.lib.drawings import layers, records, values
from tests.lib.findings import COUNT, SHARE, curve, months

PERIOD = "heel het proefjaar"
HIDDEN = {"value": None, "k": None, "n": None, "low": None, "high": None, "verdict": None, "hidden": True}


def part(by, key, k, *, n=None, low=None, high=None):
    """Return a part of a finding; None cases is a hidden one."""
    return Part(by=by, key=key, value=k, k=k, n=n or k, low=low, high=high, hidden=k is None)


DONE = replace(
    COUNT, code="jobs_completed", unit="jobs", value=60.0, k=60, n=60, target=None, verdict=None,
    parts=(part("category", "tuin", 12.0), part("category", "anders", None), part("category", "klein_herstel", 40.0)),
)  # fmt: skip
LOADED = replace(
    SHARE, code="helper_utilisation", branch=None, value=52.0, k=301.0, n=580.0, low=None, high=None, target=None,
    verdict=None,
    parts=(
        part("load_band", ">=100", 2.0, n=9, low=6.0, high=55.0), part("load_band", "<=50", 7.0, n=9, low=45.0, high=94.0),
    ),
)  # fmt: skip
HELD = replace(
    SHARE, code="match_retention_90d", branch="zorg", value=77.0, k=41, n=49, target=None, verdict=None,
    curve=curve((0, 0.0, 49), (30, 0.1, 40), (90, 0.23, 21), norm=90.0, median=None, unit="days"),
)  # fmt: skip
HOURS = replace(
    SHARE, code="care_hours_delivered", branch="zorg", target=None, verdict=None,
    series=tuple(
        replace(month, k=planned - gap, n=float(planned))
        for month, planned, gap in zip(months(90.0, 80.0, 95.0), (100, 200, 240), (10.0, 40.0, 12.0), strict=True)
    ),
)  # fmt: skip
RATE = replace(
    SHARE, code="complaint_rate", branch=None, unit="per 100", value=2.3, k=34, n=1463, low=1.6, high=3.2,
    target=None, verdict=None,
)  # fmt: skip
DIVIDED = replace(
    SHARE, code="work_distribution", branch=None, value=33.0, k=3, n=22, low=None, high=None, target=None, verdict=None,
    parts=tuple(
        Part(by="beside", key=key, value=value) for key, value in
        (("fair_share", 13.6), ("gini", 0.51), ("gini_by_chance", 0.2), ("gini_p", 0.004))
    ),
)  # fmt: skip
FIT = replace(
    SHARE, code="match_fit", branch="zorg", value=88.0, k=43, n=49, target=None, verdict=None,
    parts=(part("beside", "skills_covered", 43.0, n=49, low=76.0, high=94.0), part("beside", "vog_seen", 49.0, n=49)),
)  # fmt: skip


def chain():
    return tuple(replace(SHARE, code=code, target=None, verdict=None) for code in CHAIN)


def all_exhibits():
    return {
        "parts": parts_exhibit(DONE, by="category", period=PERIOD),
        "dots": parts_exhibit(LOADED, by="load_band", period=PERIOD, dots=True),
        "chain": chain_exhibit(chain(), period=PERIOD),
        "holding": holding_exhibit(HELD, period=PERIOD),
        "hours": hours_exhibit(HOURS, period=PERIOD),
        "rates": rates_exhibit((RATE,), period=PERIOD),
        "outcomes": outcomes_exhibit((replace(SHARE, code="job_appointment_kept"),), kind="jobs", period=PERIOD),
        "division": division_exhibit((DIVIDED,)),
        "demands": fit_exhibit(FIT, period=PERIOD),
    }  # fmt: skip


@pytest.mark.parametrize("kind", all_exhibits())
def test_exhibit_is_whole_and_every_mark_says_something_or_nothing(kind):
    exhibit = all_exhibits()[kind]
    assert 40 <= len(exhibit.alt) <= 300
    assert exhibit.headline in exhibit.alt
    assert exhibit.table.rows
    for layer in layers(exhibit):
        says = "description" in layer.get("encoding", {}) or "description" in layer["mark"]
        assert says or layer["mark"].get("aria") is False, layer["mark"]


@pytest.mark.parametrize(
    "made",
    [
        lambda: parts_exhibit(replace(DONE, **HIDDEN, parts=()), by="category", period=PERIOD),
        lambda: holding_exhibit(replace(HELD, **HIDDEN, curve=None), period=PERIOD),
        lambda: hours_exhibit(replace(HOURS, **HIDDEN, series=()), period=PERIOD),
        lambda: division_exhibit((replace(DIVIDED, **HIDDEN, parts=()),)),
        lambda: fit_exhibit(replace(FIT, **HIDDEN, parts=()), period=PERIOD),
    ],
)
def test_hidden_figure_is_a_panel_that_says_why_and_no_number(made):
    exhibit = made()
    assert exhibit.chart is None
    assert exhibit.panel.startswith("Te weinig om te tonen.")
    assert not any(sign.isdigit() for sign in exhibit.headline)


def test_parts_are_drawn_most_first_and_a_hidden_one_as_words():
    exhibit = parts_exhibit(DONE, by="category", period=PERIOD)
    assert exhibit.headline == "Het vaakst: klein herstel, met 40 klussen"
    assert values(exhibit, "heading") == ["klein herstel: 40", "tuin: 12", "anders: te weinig om te tonen"]
    assert [record["count"] for record in records(exhibit) if record["label"] == "anders"] == [None]
    assert exhibit.table.texts() == (
        ("klein herstel", "40"), ("tuin", "12"), ("anders", "te weinig om te tonen"),
    )  # fmt: skip


def test_breakdown_left_out_still_says_the_whole():
    exhibit = parts_exhibit(replace(LOADED, parts=(), caveats=(LEFT_OUT,)), by="load_band", period=PERIOD)
    assert exhibit.headline == "Samen werken de helpers 52\u00a0% van hun eigen maximum"
    assert exhibit.panel == "Te weinig om te tonen. Te veel groepen zijn klein. Zo blijft privé wie het is."


def test_nobody_complained_is_said_as_it_is():
    none = replace(COUNT, code="complaint_themes", value=0.0, k=0, n=0, target=None, verdict=None)
    exhibit = parts_exhibit(none, by="themes", period=PERIOD)
    assert exhibit.panel.startswith("Nog geen klachten. Dat kan goed nieuws zijn, of mensen weten niet")


def test_each_helper_is_one_dot_and_bands_keep_their_order():
    exhibit = parts_exhibit(LOADED, by="load_band", period=PERIOD, dots=True)
    dots = [
        record["label"]
        for layer in layers(exhibit)
        if layer["mark"]["type"] == "point"
        for record in layer["data"]["values"]
    ]
    assert dots == ["tot en met de helft"] * 7 + ["100 % of meer"] * 2
    assert exhibit.headline == "2 helpers op of boven het eigen maximum"
    assert exhibit.table.texts()[1] == ("100 % of meer", "2", "2\u00a0%", "6 en 55\u00a0%")


def test_band_without_anybody_in_it_is_zero_helpers():
    low = replace(LOADED, parts=LOADED.parts[1:])
    assert parts_exhibit(low, by="load_band", period=PERIOD).headline.startswith("0 helpers op of boven")


def test_hidden_band_is_never_called_zero():
    hidden = replace(LOADED, parts=(part("load_band", ">=100", None), LOADED.parts[1]))
    headline = parts_exhibit(hidden, by="load_band", period=PERIOD).headline
    assert headline == "Samen werken de helpers 52\u00a0% van hun eigen maximum"


def test_every_link_of_the_chain_has_its_own_cases():
    exhibit = chain_exhibit(chain(), period=PERIOD)
    links = [record for record in records(exhibit) if "count" in record][: len(CHAIN)]
    assert [link["heading"] for link in links] == [link_text(code) for code in CHAIN]
    assert all("van 143" in link["count"] for link in links)
    assert "Elke stap telt andere gevallen. Vermenigvuldig de delen daarom niet." in exhibit.meaning


def test_link_that_is_hidden_is_named_and_not_drawn():
    first, *rest = chain()
    exhibit = chain_exhibit((replace(first, **HIDDEN), *rest), period=PERIOD)
    assert link_text(CHAIN[0]) not in values(exhibit, "heading")
    assert any(line.startswith(f"{link_text(CHAIN[0])}: te weinig om te tonen") for line in exhibit.meaning)


def test_small_subjects_together_stand_last_and_are_never_the_most_named():
    kinds = {"andere_onderwerpen": 16, "kosten": 6, "kwaliteit": 7}
    parts = tuple(Part(by="themes", key=key, value=float(k), k=k) for key, k in kinds.items())
    told = replace(COUNT, code="complaint_themes", value=25.0, k=25, parts=parts, target=None, verdict=None)
    exhibit = parts_exhibit(told, by="themes", period=PERIOD)
    assert exhibit.headline == "Het vaakst genoemd: kwaliteit, door 7 mensen"
    assert [row[0] for row in exhibit.table.texts()] == ["kwaliteit", "kosten", "andere onderwerpen samen"]


def test_matches_that_hold_are_a_falling_line_equal_to_its_table():
    exhibit = holding_exhibit(HELD, period=PERIOD)
    assert exhibit.headline == "Na 90 dagen loopt 77\u00a0% van de zorgmatches nog"
    assert values(exhibit, "share")[:3] == [100.0, 90.0, 77.0]
    assert exhibit.table.texts()[-1] == ("90", "77\u00a0%", "67 en 87\u00a0%", "21")


def test_hours_name_the_gap_of_the_last_whole_month():
    assert hours_exhibit(HOURS, period=PERIOD).headline.startswith("In maart 2026 is 12 uur minder")
    begun = replace(HOURS, series=(*HOURS.series[:2], replace(HOURS.series[2], complete=False)))
    exhibit = hours_exhibit(begun, period=PERIOD)
    assert exhibit.headline == "In februari 2026 is 40 uur minder geleverd dan gepland"
    assert "De laatste maand is nog niet af." in exhibit.meaning


def test_hidden_month_of_hours_is_a_gap_in_both_lines():
    hole = Month(start=HOURS.series[1].start, value=None, hidden=True)
    more = months(1.0, 1.0, first=HOURS.series[2].start.replace(month=4))
    series = (HOURS.series[0], hole, HOURS.series[2], *(replace(m, k=9.0, n=9.0) for m in more))
    exhibit = hours_exhibit(replace(HOURS, series=series), period=PERIOD)
    joined = [record["month"][5:7] for record in records(exhibit) if "to" in record]
    assert joined == ["03", "04", "03", "04"]
    assert exhibit.table.texts()[1][1] == "te weinig om te tonen"


def test_rate_has_its_range_in_plain_numbers_and_no_target():
    exhibit = rates_exhibit((RATE,), period=PERIOD)
    assert exhibit.table.texts() == (("alles samen", "2,3", "1,6 en 3,2", "uit 1\u202f463 diensten"),)
    assert exhibit.table.csv_bytes().decode().splitlines()[1].startswith("alles samen;2,3;1,6;3,2;")


def test_division_stands_beside_equal_shares_and_chance():
    exhibit = division_exhibit((DIVIDED,))
    assert (
        exhibit.headline == "De drie drukste helpers doen 33\u00a0% van de uren; gelijk verdeeld is 14\u00a0%"
    )
    assert (
        "Toeval alleen geeft al 0,20. Zo ongelijk verdeelt toeval bijna nooit: de kans is 0,4"
        in exhibit.meaning[0]
    )
    likely = replace(DIVIDED, parts=(*DIVIDED.parts[:3], Part(by="beside", key="gini_p", value=0.19)))
    assert "kan toeval het ook verdelen: de kans is 19" in division_exhibit((likely,)).meaning[0]
    whole = replace(DIVIDED, parts=DIVIDED.parts[:2])
    assert "Toeval" not in division_exhibit((whole,)).meaning[0]


def test_demand_that_all_matches_meet_is_a_whole_share():
    rows = fit_exhibit(FIT, period=PERIOD).table.texts()
    assert rows[2][:2] == ("De VOG was gezien voor het begin", "100\u00a0%")


@pytest.mark.parametrize("kind", ["jobs", "care", "terms"])
def test_hidden_shares_are_not_called_undecided(kind):
    hidden = outcomes_exhibit((replace(SHARE, **HIDDEN),), kind=kind, period=PERIOD)
    early = replace(SHARE, value=None, k=0, n=0, low=None, high=None, verdict=None)
    assert "niet te zeggen" not in hidden.headline
    assert "niet te zeggen" in outcomes_exhibit((early,), kind=kind, period=PERIOD).headline
    assert hidden.panel.endswith("Zo blijft privé wie het is.")
