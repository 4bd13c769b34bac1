"""A chart as a picture that can travel alone: its finding, source and date are in the picture."""

import json
from functools import cache
from textwrap import wrap
from typing import Any

from dashboard import theme
from dashboard.charts.fonts import font_folder
from dashboard.exhibit import Exhibit

WIDTH, HEIGHT = 860, 380
SCALE = 2  # sharp on a slide
LINE_LENGTH = 95  # signs that fit in the width


def picture(exhibit: Exhibit, *, stamp: str) -> bytes:
    """Return the exhibit as PNG, with title, source and date burnt in; raises ValueError when nothing is drawn."""
    if exhibit.chart is None:
        raise ValueError(f"exhibit {exhibit.name!r} has no drawing")
    made: bytes = _maker().vegalite_to_png(json.dumps(travelling(exhibit, stamp=stamp)), scale=SCALE)
    return made


def travelling(exhibit: Exhibit, *, stamp: str) -> dict[str, Any]:
    """Return the chart's specification with a fixed size and its words above it."""
    below = [exhibit.subtitle, f"{exhibit.source} {stamp}"]
    spec: dict[str, Any] = exhibit.chart.to_dict()
    spec |= {"width": WIDTH, "height": HEIGHT, "padding": 24}
    spec["title"] = {
        "text": wrap(exhibit.headline, LINE_LENGTH - 25),
        "subtitle": [line for text in below for line in wrap(text, LINE_LENGTH)],
        "anchor": "start",
        "fontSize": 24,
        "fontWeight": 600,
        "color": theme.INK,
        "subtitleFontSize": 16,
        "subtitleColor": theme.SOFT,
        "subtitlePadding": 8,
        "offset": 28,
    }
    return spec


@cache
def _maker() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(font_folder()))
    return vl_convert
