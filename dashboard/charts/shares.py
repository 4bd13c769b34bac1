"""Shares beside their targets: one row each, with the range the true value probably lies in."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from dashboard import theme
from dashboard.charts.style import PERCENT_LABEL, Drawing, finished, inline, silent

ROW_HEIGHT = 74


@dataclass(frozen=True, kw_only=True)
class Share:
    """One row, in per cents: `label` names it, `words` say value and range, `sentence` is for screen readers."""

    label: str
    value: float
    low: float | None
    high: float | None
    target: float | None
    words: str
    sentence: str
    colour: str = theme.BRAND


def shares_chart(rows: tuple[Share, ...]) -> Drawing:
    """Return the drawing: a dot per share, a bar for its range, a tick where its target stands, words above it."""
    data = inline([_record(row) for row in rows])
    order = [row.label for row in rows]
    row = alt.Y("label:N", sort=order, title=None, axis=None, scale=alt.Scale(paddingInner=0.2))
    share = alt.X(
        "value:Q", title=None, scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(labelExpr=PERCENT_LABEL, values=[0, 25, 50, 75, 100], orient="bottom"),
    )  # fmt: skip
    base = alt.Chart(data).encode(y=row)
    colour = alt.Color("colour:N", scale=None)
    bar, tick = silent({"strokeWidth": 4, "opacity": 0.45}), silent({"strokeWidth": 3, "color": theme.INK})
    name = silent({"align": "left", "dy": -26, "x": 0, "fontWeight": 600})
    drawn = [
        base.mark_rule(**bar).encode(x="low:Q", x2="high:Q", color=colour),
        base.transform_filter("isValid(datum.target)")
        .mark_tick(**tick, thickness=3, size=26)
        .encode(x="target:Q"),
        base.mark_point(filled=True, size=140, opacity=1).encode(
            x=share, color=colour, description="sentence:N"
        ),
        base.mark_text(**name).encode(text="heading:N"),
    ]
    return finished(drawn, height=ROW_HEIGHT * len(rows) + 20)


def _record(row: Share) -> dict[str, Any]:
    return {
        "label": row.label,
        "heading": f"{row.label}: {row.words}",
        "value": row.value,
        "low": row.value if row.low is None else row.low,
        "high": row.value if row.high is None else row.high,
        "target": row.target,
        "sentence": row.sentence,
        "colour": row.colour,
    }
