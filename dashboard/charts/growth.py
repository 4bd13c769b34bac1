"""How a count grows towards its target: one released count per month end, the target, and where it may end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

from dashboard import theme
from dashboard.charts.style import Drawing, finished, inline, labelled, silent, vertical_axis
from dashboard.shown import Projection
from dashboard.words.numbers import long_day, short_number

STEPS: dict[str, Any] = {"interpolate": "step-after", "strokeWidth": 3}
BETWEEN: dict[str, Any] = {"strokeWidth": 2, "strokeDash": [2, 4]}
HEADROOM = 1.1  # part of the height left free above the target's label


@dataclass(frozen=True, kw_only=True)
class Count:
    """A count as it stood on a day; None where it is not shown."""

    day: date
    value: float | None


@dataclass(frozen=True, kw_only=True)
class GrowthWords:
    """What is written in the drawing."""

    noun: str
    target: str
    expected: str


def growth_chart(
    counts: tuple[Count, ...],
    *,
    start: date,
    end: date,
    target: float | None,
    projection: Projection | None,
    colour: str,
    words: GrowthWords,
    stepped: bool = True,
) -> Drawing:
    """Return the drawing: steps up to now, the target as a dashed line, the expected range at the end.

    `stepped`: the count is known all the time; else a thin broken line leads from one known count to the next.
    """
    records = _records(counts, start=start, words=words)
    top = HEADROOM * max([target or 0, 5, *(record["value"] for record in records), _highest(projection)])
    day = alt.X(
        "day:T", title=None, scale=alt.Scale(domain=[start.isoformat(), _last_day(end, projection).isoformat()]),
        axis=alt.Axis(format="%b", tickCount="month", grid=False),
    )  # fmt: skip
    value = alt.Y(
        "value:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=vertical_axis(words.noun, format="d")
    )
    base = alt.Chart(inline(records))
    steps = base.mark_line(**silent({"color": colour, **(STEPS if stepped else BETWEEN)}))
    points = base.mark_point(filled=True, size=70, opacity=1, color=colour)
    layers = [
        *_target(target, start=start, words=words),
        *_expected(projection, words=words),
        steps.encode(x=day, y=value),
        points.encode(x="day:T", y="value:Q", description="sentence:N"),
        _last_label(records),
    ]
    return finished(layers)


def _records(counts: tuple[Count, ...], *, start: date, words: GrowthWords) -> list[dict[str, Any]]:
    shown = [count for count in counts if count.value is not None]
    begin = [] if shown and shown[0].day <= start else [Count(day=start, value=0.0)]
    return [
        {
            "day": count.day.isoformat(),
            "value": count.value,
            "label": short_number(count.value or 0),
            "sentence": f"{long_day(count.day)}: {short_number(count.value or 0)} {words.noun}",
        }
        for count in [*begin, *shown]
    ]


def _last_day(end: date, projection: Projection | None) -> date:
    return max(end, projection.horizon) if projection else end


def _highest(projection: Projection | None) -> float:
    return projection.total_high if projection else 0.0


def _target(target: float | None, *, start: date, words: GrowthWords) -> list[Drawing]:
    if target is None:
        return []
    base = alt.Chart(inline([{"value": target, "day": start.isoformat(), "label": words.target}]))
    rule = silent({"strokeDash": [6, 4], "strokeWidth": 2, "color": theme.CONTROL})
    text = silent({"align": "left", "dx": 4, "dy": -6, "baseline": "bottom"})
    return [
        base.mark_rule(**rule).encode(y="value:Q"),
        base.mark_text(**text).encode(x="day:T", y="value:Q", text="label:N"),
    ]


def _expected(projection: Projection | None, *, words: GrowthWords) -> list[Drawing]:
    if projection is None:
        return []
    values = {
        "day": projection.horizon.isoformat(),
        "low": projection.total_low,
        "value": projection.total_mid,
        "high": projection.total_high,
        "label": words.expected,
    }
    base = alt.Chart(inline([values]))
    bar = silent({"strokeWidth": 6, "color": theme.BAND_EDGE})
    middle = silent({"size": 90, "color": theme.INK, "shape": "diamond", "filled": False, "strokeWidth": 2})
    text = {"align": "right", "dx": 6, "dy": -6, "baseline": "bottom"}
    return [
        base.mark_rule(**bar).encode(x="day:T", y="low:Q", y2="high"),
        base.mark_point(**middle).encode(x="day:T", y="value:Q"),
        *labelled(base, text, x="day:T", y="high:Q", text="label:N"),
    ]


def _last_label(records: list[dict[str, Any]]) -> Drawing:
    text = silent({"align": "right", "dx": -8, "dy": -10, "fontWeight": 600})
    last = inline(records[-1:])
    return alt.Chart(last).mark_text(**text).encode(x="day:T", y="value:Q", text="label:N")
