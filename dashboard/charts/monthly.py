"""A figure month by month, or over cases in a row: what varies by chance and what does not, with shapes and words beside colour."""

import math
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

import altair as alt

from dashboard import theme
from dashboard.charts.style import (
    Drawing,
    finished,
    inline,
    labelled,
    month_axis,
    share_axis,
    silent,
    vertical_axis,
)
from dashboard.shown import Block, Month
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_month, stretch
from dashboard.words.sentences import COUNTS, TIME_UNITS, in_unit
from pipelines.stats.chart_choice import too_short, too_sparse
from pipelines.stats.control_chart import Improvement, xmr
from pipelines.stats.estimates import Caveat
from pipelines.stats.run_chart import anhoej_runs

LEAST_WHOLE = 5  # below it an axis of whole numbers has too few of them
LEAST_MONTHS = 3  # fewer points are no course: they stand in the table only
MANY = 18  # points: more of them are drawn smaller, so that they stay apart on a telephone
Kind = Literal["limits", "runs"]
Better = Literal["up", "down", "neither"]
SHAPES = {
    "common": "circle", "better": "triangle-up", "attention": "diamond", "changed": "diamond", "tail": "circle",
    "part": "circle",
}  # fmt: skip
COLOURS = {
    "common": theme.COMMON, "better": theme.BETTER, "attention": theme.ATTENTION, "changed": theme.INK,
    "tail": theme.COMMON, "part": theme.COMMON,
}  # fmt: skip
IMPROVEMENT: dict[Better, Improvement] = {"up": "increase", "down": "decrease", "neither": "neutral"}
MEANINGS = {"improvement": "better", "concern": "attention", "neutral": "changed"}


@dataclass(frozen=True, kw_only=True)
class Course:
    """A series as it is judged. `centre`: mean or median; `signs` per month (or block): one of `SHAPES`, or None.

    `changed`: no chance, and neither better nor worse. `signal`: more than chance somewhere; `few`: too few months for
    a change to show; `kind`: with limits (13 points or more) or as a run chart. `rules`: per point which rule it breaks
    and on which side (`outside_high`), or None; `assurance`: whether the target will be met as things are (`pass fail inconsistent`).
    """

    months: tuple[Month, ...]
    kind: Kind
    centre: float | None
    lower: float | None
    upper: float | None
    signs: tuple[str | None, ...]
    signal: bool
    few: bool = False
    rules: tuple[str | None, ...] = ()
    assurance: str | None = None


def course(months: tuple[Month, ...], *, unit: str, better: Better, target: float | None = None) -> Course:
    """Return the series judged: limits where there are months enough and they vary, else the run chart rules."""
    if not months:
        return Course(
            months=(), kind="runs", centre=None, lower=None, upper=None, signs=(), signal=False, few=True
        )
    values = [month.value if month.complete and not month.hidden else None for month in months]
    if not too_short(values) and not too_sparse(values, counts=unit in COUNTS):
        return _with_limits(months, values, unit=unit, better=better, target=target)
    runs = anhoej_runs(values)
    common = (
        "part" if runs.signal else "common"
    )  # months that change together are not called ordinary one by one
    signs = tuple(common if (sign := _sign(month, None)) == "common" else sign for month in months)
    return Course(
        months=months,
        kind="runs",
        centre=runs.median,
        lower=None,
        upper=None,
        signs=signs,
        signal=runs.signal,
        few=Caveat.FEW_USEFUL_POINTS in runs.caveats,
    )


def _with_limits(
    months: tuple[Month, ...],
    values: list[float | None],
    *,
    unit: str,
    better: Better,
    target: float | None,
) -> Course:
    chart = xmr(values, improvement=IMPROVEMENT[better], target=target)
    highest = 100.0 if unit == "%" and better != "neither" else math.inf
    signs = tuple(_sign(month, meaning) for month, meaning in zip(months, chart.meanings, strict=True))
    return Course(
        months=months,
        kind="limits",
        centre=chart.mean[-1],
        lower=None if chart.lower[-1] is None else max(0.0, chart.lower[-1]),
        upper=None if chart.upper[-1] is None else min(highest, chart.upper[-1]),
        signs=signs,
        signal=any(sign in {"better", "attention", "changed"} for sign in signs),
        rules=tuple(
            f"{rule}_{direction}" if direction else None
            for rule, direction in zip(chart.labels, chart.directions, strict=True)
        ),
        assurance=chart.assurance,
    )


def cell_name(cell: Month) -> str:
    """Return the days a point is about, in words."""
    return stretch(cell.start, cell.last) if isinstance(cell, Block) else long_month(cell.start)


def sign_words(found: Course, place: int) -> str:
    """Return what a point says: its sign, and the rule behind it where there is one."""
    sign = say(f"charts.sign_{found.signs[place]}")
    rule = found.rules[place] if found.rules else None
    return f"{sign}: {say(f'charts.rules.{rule}')}" if rule else sign


def _sign(month: Month, meaning: str | None) -> str | None:
    if month.value is None or month.hidden:
        return None
    if not month.complete:
        return "tail"
    return MEANINGS.get(meaning or "", "common")


def monthly_chart(
    found: Course, *, unit: str, target: float | None, target_label: str, centre_label: str
) -> Drawing:
    """Return the drawing: a point per month, lines between neighbours, centre, limits and target."""
    records = _records(found, unit=unit)
    starts = [month.start for month in found.months]
    month = alt.X(
        "month:T", title=None, axis=month_axis(starts[0], starts[-1]),
        scale=alt.Scale(domain=[starts[0].isoformat(), starts[-1].isoformat()], padding=24),
    )  # fmt: skip
    share = _vertical(
        unit, highest=max([target or 0, found.upper or 0, *(record["share"] for record in records)])
    )
    layers: list[Drawing] = [
        *_levels(found, target=target, target_label=target_label, centre_label=centre_label),
        _lines(records),
        *_points(records),
    ]
    anchor = alt.Chart(inline(records)).mark_point(**silent({"opacity": 0})).encode(x=month, y=share)
    return finished([anchor, *layers])


def _vertical(unit: str, *, highest: float) -> alt.Y:
    if unit == "%":
        return alt.Y("share:Q", scale=alt.Scale(domain=[0, 100]), axis=share_axis(""))
    title = TIME_UNITS[unit][1] if unit in TIME_UNITS else ""
    axis = vertical_axis(title, **({"format": "d"} if highest >= LEAST_WHOLE else {}))
    return alt.Y("share:Q", scale=alt.Scale(domain=[0, 1.15 * highest + 1], nice=False), axis=axis)


def _records(found: Course, *, unit: str) -> list[dict[str, Any]]:
    return [
        {
            "month": month.start.isoformat(),
            "share": month.value,
            "sign": sign,
            "sentence": f"{cell_name(month)}: {in_unit(month.value, unit)}, {sign_words(found, place)}",
        }
        for place, (month, sign) in enumerate(zip(found.months, found.signs, strict=True))
        if sign is not None and month.value is not None
    ]


def _lines(records: list[dict[str, Any]]) -> Drawing:
    """Join points of the same month and of neighbouring months only: over a hidden month there is no line."""
    joined = [
        {"month": before["month"], "share": before["share"], "next": after["month"], "to": after["share"]}
        for before, after in pairwise(records)
        if _are_neighbours(date.fromisoformat(before["month"]), date.fromisoformat(after["month"]))
    ]
    mark = silent({"strokeWidth": 2, "color": theme.COMMON})
    return (
        alt.Chart(inline(joined)).mark_rule(**mark).encode(x="month:T", y="share:Q", x2="next:T", y2="to:Q")
    )


def _are_neighbours(day: date, later: date) -> bool:
    return (later.year - day.year) * 12 + later.month - day.month <= 1


def _points(records: list[dict[str, Any]]) -> list[Drawing]:
    drawn = []
    for sign in dict.fromkeys(record["sign"] for record in records):
        data = inline([record for record in records if record["sign"] == sign])
        mark = alt.Chart(data).mark_point(
            size=110 if len(records) <= MANY else 60, opacity=1, strokeWidth=2, shape=SHAPES[sign], stroke=COLOURS[sign],
            fill=theme.PAPER if sign == "tail" else COLOURS[sign],
        )  # fmt: skip
        drawn.append(mark.encode(x="month:T", y="share:Q", description="sentence:N"))
    return drawn


def _levels(found: Course, *, target: float | None, target_label: str, centre_label: str) -> list[Drawing]:
    """Return the level lines with their words; of centre and target the higher one has its words above it."""
    first, last = found.months[0].start, found.months[-1].start
    above = target is None or (found.centre or 0) >= target
    return [
        *_level(found.centre, centre_label, at=first, dash=[1, 0], above=above),
        *_level(target, target_label, at=last, dash=[6, 4], above=not above),
        *_level(found.lower, say("charts.lower"), at=first, dash=[2, 3], above=False),
        *_level(found.upper, say("charts.upper"), at=first, dash=[2, 3], above=True),
    ]


def _level(value: float | None, label: str, *, at: date, dash: list[int], above: bool) -> list[Drawing]:
    if value is None:
        return []
    base = alt.Chart(inline([{"share": value, "month": at.isoformat(), "label": label}]))
    is_target = dash == [6, 4]
    rule = silent(
        {"strokeDash": dash, "strokeWidth": 1.5, "color": theme.CONTROL if dash != [1, 0] else theme.INK}
    )
    if not label:
        return [base.mark_rule(**rule).encode(y="share:Q")]
    side = {"align": "right", "dx": 20} if is_target else {"align": "left", "dx": -20}
    text = {**side, "dy": -6 if above else 6, "baseline": "bottom" if above else "top"}
    return [
        base.mark_rule(**rule).encode(y="share:Q"),
        *labelled(base, text, x="month:T", y="share:Q", text="label:N"),
    ]
