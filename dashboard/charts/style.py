"""How every chart looks: Dutch numbers and months, our type, few lines, labels that stay horizontal."""

from datetime import date
from typing import Any

import altair as alt

from dashboard import theme
from dashboard.words.numbers import MONTHS, SHORT_MONTHS, THIN_SPACE, WEEKDAYS

Drawing = Any  # Altair's own types say less than the tests that read the specification
PERCENT_LABEL = "format(datum.value, '.0f') + '\u00a0%'"
LOCALE: dict[str, Any] = {
    "number": {"decimal": ",", "thousands": THIN_SPACE, "grouping": [3], "currency": ["€\u00a0", ""]},
    "time": {
        "dateTime": "%a %e %B %Y %H.%M",
        "date": "%d-%m-%Y",
        "time": "%H.%M",
        "periods": ["", ""],
        "days": [WEEKDAYS[(day - 1) % 7] for day in range(7)],
        "shortDays": [WEEKDAYS[(day - 1) % 7][:2] for day in range(7)],
        "months": list(MONTHS),
        "shortMonths": list(SHORT_MONTHS),
    },
}


def inline(records: list[dict[str, Any]]) -> Drawing:
    """Return records as data that travel inside the drawing."""
    data: Any = alt.Data
    return data(values=records)


def finished(layers: list[Drawing], *, height: int = theme.SCREEN_HEIGHT) -> Drawing:
    """Return the layers as one drawing in the house style, as wide as its place on the page."""
    size = theme.FONT_SIZE["screen"]
    chart: Any = alt.layer(*layers)
    return (
        chart.properties(width="container", height=height, background=theme.PAPER)
        .configure(
            font=theme.FONT_STACK,
            locale=alt.Locale(**LOCALE),
            padding={"left": 4, "right": 8, "top": 8, "bottom": 4},
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(stroke=None)
        .configure_axis(
            aria=False,
            labelFontSize=size,
            titleFontSize=size,
            labelColor=theme.INK,
            titleColor=theme.INK,
            titleFontWeight="normal",
            gridColor=theme.GRID,
            domainColor=theme.CONTROL,
            tickColor=theme.CONTROL,
            labelAngle=0,
            labelOverlap=True,
            labelSeparation=8,
            labelPadding=6,
            tickCount=6,
        )
        .configure_text(fontSize=size, font=theme.FONT_STACK, color=theme.INK)
        .configure_legend(disable=True)
    )


def vertical_axis(title: str, **settings: Any) -> alt.Axis:
    """Return a vertical axis whose title stands above it, horizontal."""
    return alt.Axis(
        title=title, titleAngle=0, titleAlign="left", titleAnchor="end", titleX=-4, titleY=-14, domain=False,
        ticks=False, **settings,
    )  # fmt: skip


def month_axis(first: date, last: date) -> alt.Axis:
    """Return a horizontal axis with the months that begin between two days, these included.

    The room beside the first and the last point would else hold a month that is not there.
    """
    numbers = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    starts = (date(number // 12, number % 12 + 1, 1) for number in numbers)
    ticks = [alt.DateTime(year=day.year, month=day.month, date=1) for day in starts if first <= day <= last]
    return alt.Axis(format="%b", values=ticks, grid=False)


def share_axis(title: str) -> alt.Axis:
    """Return the vertical axis of shares, 0 to 100 %."""
    return vertical_axis(title, labelExpr=PERCENT_LABEL, values=[0, 25, 50, 75, 100])


def labelled(base: Drawing, mark: dict[str, Any], **encodings: Any) -> list[Drawing]:
    """Return words on a white edge, so that they can be read over a line."""
    edge = silent(
        {**mark, "stroke": theme.PAPER, "strokeWidth": 5, "strokeJoin": "round", "color": theme.PAPER}
    )
    return [base.mark_text(**edge).encode(**encodings), base.mark_text(**silent(mark)).encode(**encodings)]


def silent(mark: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a mark that says nothing to a screen reader: text and table carry it."""
    return {"aria": False, **mark}
