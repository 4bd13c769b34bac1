"""Shares beside their targets: one row each, with the range the true value probably lies in."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from dashboard import theme
from dashboard.charts.style import PERCENT_LABEL, Drawing, finished, inline, silent

ROW_HEIGHT, ROW_WITH_COUNT = 74, 96
AXIS_ROOM = 52  # the page counts the axis and the padding in the height of the drawing
WHOLE = 100.0  # the end of the axis of shares


@dataclass(frozen=True, kw_only=True)
class Share:
    """One row: `label` names it, `words` say value and range, `sentence` is for screen readers.

    In per cents, or in the unit the axis of the drawing has. `count`: the cases behind it, on a line of its own.
    """

    label: str
    value: float
    low: float | None
    high: float | None
    target: float | None
    words: str
    sentence: str
    colour: str = theme.BRAND
    count: str = ""


def shares_chart(rows: tuple[Share, ...], *, end: float = WHOLE) -> Drawing:
    """Return the drawing: a dot per share, a bar for its range, a tick where its target stands, words above it.

    `end`: where the axis ends; only an axis of shares, which ends at 100, has per cents.
    """
    data = inline([_record(row) for row in rows])
    order = [row.label for row in rows]
    row = alt.Y("label:N", sort=order, title=None, axis=None, scale=alt.Scale(paddingInner=0.2))
    share = alt.X("value:Q", title=None, scale=alt.Scale(domain=[0, end], nice=False), axis=_axis(end))
    base = alt.Chart(data).encode(y=row)
    colour = alt.Color("colour:N", scale=None)
    bar, tick = silent({"strokeWidth": 4, "opacity": 0.45}), silent({"strokeWidth": 3, "color": theme.INK})
    counted = any(row.count for row in rows)
    name = silent({"align": "left", "dy": -42 if counted else -26, "x": 0, "fontWeight": 600})
    below = silent({"align": "left", "dy": -23, "x": 0})
    drawn = [
        base.mark_rule(**bar).encode(x="low:Q", x2="high:Q", color=colour),
        base.transform_filter("isValid(datum.target)")
        .mark_tick(**tick, thickness=3, size=26)
        .encode(x="target:Q"),
        base.mark_point(filled=True, size=140, opacity=1).encode(
            x=share, color=colour, description="sentence:N"
        ),
        base.mark_text(**name).encode(text="heading:N"),
        *([base.mark_text(**below).encode(text="count:N")] if counted else []),
    ]
    return finished(drawn, height=(ROW_WITH_COUNT if counted else ROW_HEIGHT) * len(rows) + AXIS_ROOM)


def _axis(end: float) -> alt.Axis:
    if end != WHOLE:
        return alt.Axis(orient="bottom", tickCount=5)
    return alt.Axis(labelExpr=PERCENT_LABEL, values=[0, 25, 50, 75, 100], orient="bottom")


def _record(row: Share) -> dict[str, Any]:
    return {
        "label": row.label,
        "heading": row.label if row.count else f"{row.label}: {row.words}",
        "value": row.value,
        "low": row.value if row.low is None else row.low,
        "high": row.value if row.high is None else row.high,
        "target": row.target,
        "sentence": row.sentence,
        "colour": row.colour,
        "count": f"{row.words}, {row.count}" if row.count else "",
    }
