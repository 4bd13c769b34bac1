"""How long people wait: the share answered by each day, open cases included (Kaplan-Meier)."""

from typing import Any

import altair as alt

from dashboard import theme
from dashboard.charts.style import Drawing, finished, inline, labelled, share_axis, silent
from dashboard.shown import Curve

NORMS_SHOWN = 3  # the horizontal axis ends after three times the promised time, the rest is in the table
SHORTEST_AXIS = 5  # days: a single day must not fill the drawing
LATE = 0.5  # of the axis: from there the words of the middle stand on its left
LEAST_SHOWN = 10  # days: a shorter axis would magnify a day into a landslide


def shown_until(curve: Curve) -> float:
    """Return the last day drawn, in the unit of the curve."""
    longest = curve.points[-1].time if curve.points else 0.0
    return min(longest, max(LEAST_SHOWN, NORMS_SHOWN * (curve.norm or 0), 2 * (curve.median or 0)))


def axis_end(curve: Curve) -> float:
    """Return where the horizontal axis ends: never so short that the promised time falls off it."""
    return max(shown_until(curve), SHORTEST_AXIS, 1.5 * (curve.norm or 0))


def steps(curve: Curve, *, falling: bool = False) -> list[dict[str, Any]]:
    """Return one record per day something changed, shares in per cents, starting with nobody answered.

    `falling`: the share that still runs, starting with all of them.
    """
    first = 100.0 if falling else 0.0
    start = {"time": 0.0, "share": first, "low": first, "high": first, "open": False}
    end = shown_until(curve)
    drawn: list[dict[str, Any]] = []
    before = first
    for point in curve.points:
        if point.time <= end:
            share, low, high = 100 * point.answered, 100 * point.low, 100 * point.high
            if falling:
                share, low, high = 100 - share, 100 - high, 100 - low
            still_open = share == before
            limits = {"low": low, "high": high}
            drawn.append({"time": point.time, "share": share, **limits, "open": still_open})
            before = share
    return drawn if drawn and drawn[0]["time"] == 0 else [start, *drawn]


def curve_chart(
    curve: Curve, *, axis_title: str, sentence: str, norm_label: str, median_label: str,
    falling: bool = False, colour: str = theme.BRAND,
) -> Drawing:  # fmt: skip
    """Return the drawing: band with edges, step line, ticks for open cases, the promised time and the middle."""
    records = steps(curve, falling=falling)
    data = inline(records)
    whole_days = alt.Axis(format="d", tickMinStep=1)
    until = alt.Scale(domain=[0, axis_end(curve)], nice=False)
    time = alt.X("time:Q", title=axis_title, scale=until, axis=whole_days)
    share = alt.Y("share:Q", scale=alt.Scale(domain=[0, 100]), axis=share_axis(""))
    layers = [*_band(data, time, colour=colour), *_norm(curve, norm_label), *_middle(curve, median_label)]
    line = alt.Chart(inline(_through_middle(records, curve))).mark_line(
        interpolate="step-after", strokeWidth=3, color=colour, description=sentence
    ).encode(x=time, y=share)  # fmt: skip
    ticks = (
        alt.Chart(data)
        .transform_filter("datum.open")
        .mark_tick(**silent({"orient": "vertical", "size": 14, "thickness": 2, "color": colour}))
        .encode(x=time, y=share)
    )
    return finished([*layers, line, ticks])


def _through_middle(records: list[dict[str, Any]], curve: Curve) -> list[dict[str, Any]]:
    """Return the line with the middle on it: an edition may leave out its day, and by then half were answered."""
    points = [{"time": record["time"], "share": record["share"]} for record in records]
    drawn = curve.median is not None and curve.median <= shown_until(curve)
    if drawn and all(point["time"] != curve.median for point in points):
        points = sorted([*points, {"time": curve.median, "share": 50}], key=lambda point: point["time"])
    return points


def _band(data: Drawing, time: alt.X, *, colour: str) -> list[Drawing]:
    low, high = alt.Y("low:Q"), alt.Y2("high")
    edge = silent({"interpolate": "step-after", "strokeWidth": 1, "color": theme.BAND_EDGE})
    area = silent({"interpolate": "step-after", "color": colour, "opacity": 0.18})
    base = alt.Chart(data)
    return [
        base.mark_area(**area).encode(x=time, y=low, y2=high),
        base.mark_line(**edge).encode(x=time, y="low:Q"),
        base.mark_line(**edge).encode(x=time, y="high:Q"),
    ]


def _norm(curve: Curve, label: str) -> list[Drawing]:
    if curve.norm is None or curve.norm > axis_end(curve):
        return []
    base = alt.Chart(inline([{"time": curve.norm, "share": 0, "label": label}]))
    rule = silent({"strokeDash": [6, 4], "strokeWidth": 2, "color": theme.CONTROL})
    words = {"align": "left", "dx": 6, "dy": -10, "baseline": "bottom"}
    return [
        base.mark_rule(**rule).encode(x="time:Q"),
        *labelled(base, words, x="time:Q", y="share:Q", text="label:N"),
    ]


def _middle(curve: Curve, label: str) -> list[Drawing]:
    if curve.median is None or curve.median > shown_until(curve):
        return []
    base = alt.Chart(inline([{"time": curve.median, "share": 50, "label": label}]))
    dot = silent({"size": 110, "color": theme.INK, "filled": True, "opacity": 1})
    is_late = curve.median > LATE * axis_end(curve)
    side = {"align": "right", "dx": -12} if is_late else {"align": "left", "dx": 12}
    words = {**side, "dy": 16, "baseline": "middle", "fontWeight": 600}
    return [
        base.mark_point(**dot).encode(x="time:Q", y="share:Q"),
        *labelled(base, words, x="time:Q", y="share:Q", text="label:N"),
    ]
