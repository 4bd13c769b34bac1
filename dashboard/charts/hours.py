"""Two lines of hours per month: what was planned and what was delivered."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import altair as alt

from dashboard import theme
from dashboard.charts.style import Drawing, finished, inline, labelled, month_axis, silent, vertical_axis

HEADROOM = 1.15  # part of the height left free above the highest line
DAYS_OF_MONTH = 31
DASH = {"planned": [6, 4], "delivered": [1, 0]}


@dataclass(frozen=True, kw_only=True)
class MonthHours:
    """Hours of one month; `sentence` is for screen readers."""

    start: date
    planned: float
    delivered: float
    sentence: str


def hours_chart(months: tuple[MonthHours, ...], *, axis: str, planned: str, delivered: str) -> Drawing:
    """Return the drawing: a whole line for what was delivered, a dashed one for what was planned, each named."""
    top = HEADROOM * max(max(month.planned, month.delivered) for month in months)
    first, last = months[0].start.isoformat(), months[-1].start.isoformat()
    day = alt.X(
        "month:T", title=None, axis=month_axis(months[0].start, months[-1].start),
        scale=alt.Scale(domain=[first, last], padding=24),
    )  # fmt: skip
    value = alt.Y(
        "hours:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=vertical_axis(axis, format="d")
    )
    points = [{"month": m.start.isoformat(), "hours": m.delivered, "sentence": m.sentence} for m in months]
    dots = alt.Chart(inline(points)).mark_point(filled=True, size=70, opacity=1, color=theme.CARE)
    return finished(
        [
            *(_line(months, kind=kind) for kind in DASH),
            dots.encode(x=day, y=value, description="sentence:N"),
            *_name(months[-1], "planned", planned, above=months[-1].planned >= months[-1].delivered),
            *_name(months[-1], "delivered", delivered, above=months[-1].delivered > months[-1].planned),
        ]
    )


def _line(months: tuple[MonthHours, ...], *, kind: str) -> Drawing:
    """Join neighbouring months only: over a hidden month there is no line."""
    joined = [
        {
            "month": before.start.isoformat(), "hours": getattr(before, kind),
            "next": after.start.isoformat(), "to": getattr(after, kind),
        }
        for before, after in pairwise(months)
        if (after.start - before.start).days <= DAYS_OF_MONTH
    ]  # fmt: skip
    colour = theme.CARE if kind == "delivered" else theme.INK
    mark = silent({"strokeWidth": 2.5, "strokeDash": DASH[kind], "color": colour})
    return (
        alt.Chart(inline(joined)).mark_rule(**mark).encode(x="month:T", y="hours:Q", x2="next:T", y2="to:Q")
    )


def _name(month: MonthHours, kind: str, name: str, *, above: bool) -> list[Any]:
    record = {"month": month.start.isoformat(), "hours": getattr(month, kind), "name": name}
    mark = {"align": "right", "dy": -24 if above else 18, "dx": 8, "fontWeight": 600}
    return labelled(alt.Chart(inline([record])), mark, x="month:T", y="hours:Q", text="name:N")
