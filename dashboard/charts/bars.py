"""Counts beside each other: a bar per kind, or a dot per person where they are few."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from dashboard.charts.style import Drawing, finished, inline, silent

ROW_HEIGHT = 58
MOST_DOTS = 25  # in a row: more do not fit on a phone


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One row: `label` names it, `words` say its count, `sentence` is for screen readers. None: not shown."""

    label: str
    count: float | None
    words: str
    sentence: str


def bars_chart(bars: tuple[Bar, ...], *, colour: str) -> Drawing:
    """Return the drawing: a bar from zero per row, its words above it; a hidden row has words only."""
    shown = [bar for bar in bars if bar.count is not None]
    base = alt.Chart(inline([_record(bar) for bar in shown])).encode(y=_row(bars))
    drawn = base.mark_bar(size=18, color=colour).encode(x=_axis(bars), description="sentence:N")
    return _finished(bars, drawn)


def dots_chart(bars: tuple[Bar, ...], *, colour: str) -> Drawing:
    """Return the drawing: a dot per person in each row, its words above them; a hidden row has words only."""
    records = [_record(bar) | {"count": place + 1} for bar in bars for place in range(round(bar.count or 0))]
    base = alt.Chart(inline(records)).encode(y=_row(bars))
    drawn = base.mark_point(filled=True, size=90, opacity=1, color=colour).encode(
        x=_axis(bars), description="sentence:N"
    )
    return _finished(bars, drawn)


def fits_dots(bars: tuple[Bar, ...]) -> bool:
    """Return whether every row has so few that each can be a dot."""
    return all((bar.count or 0) <= MOST_DOTS for bar in bars)


def _finished(bars: tuple[Bar, ...], drawn: Drawing) -> Drawing:
    names = alt.Chart(inline([_record(bar) for bar in bars])).encode(y=_row(bars))
    heading = silent({"align": "left", "dy": -19, "x": 0})
    return finished(
        [drawn, names.mark_text(**heading).encode(text="heading:N")], height=ROW_HEIGHT * len(bars) + 10
    )


def _row(bars: tuple[Bar, ...]) -> alt.Y:
    order = [bar.label for bar in bars]
    scale = alt.Scale(domain=order, paddingInner=0.2)
    return alt.Y("label:N", sort=order, title=None, axis=None, scale=scale)


def _axis(bars: tuple[Bar, ...]) -> alt.X:
    most = max((bar.count or 0 for bar in bars), default=0)
    return alt.X("count:Q", axis=None, scale=alt.Scale(domain=[0, max(most, 5) * 1.05], nice=False))


def _record(bar: Bar) -> dict[str, Any]:
    return {
        "label": bar.label,
        "count": bar.count,
        "heading": f"{bar.label}: {bar.words}",
        "sentence": bar.sentence,
    }
