"""Colours are one thing: the style sheet and the drawings use the same, and text can be read."""

import re

import pytest

from dashboard import theme
from dashboard.asgi import HERE
from tests.lib.colours import contrast

STYLE = (HERE / "static" / "werkplaats.css").read_text(encoding="utf-8")
SHARED = {
    "ink": "INK",
    "soft": "SOFT",
    "brand": "BRAND",
    "care": "CARE",
    "attention": "ATTENTION",
    "better": "BETTER",
    "control": "CONTROL",
    "panel": "PANEL",
    "paper": "PAPER",
    "grid": "GRID",
}


@pytest.mark.parametrize(("variable", "name"), SHARED.items())
def test_style_sheet_and_drawings_share_their_colours(variable, name):
    found = re.search(rf"--{variable}: (#[0-9A-F]{{6}});", STYLE)
    assert found is not None
    assert found[1] == getattr(theme, name)


@pytest.mark.parametrize(
    "colour", [theme.INK, theme.SOFT, theme.BRAND, theme.CARE, theme.ATTENTION, theme.BETTER, theme.CONTROL]
)
def test_text_colours_can_be_read_on_white(colour):
    assert contrast(colour, theme.PAPER) >= 4.5


@pytest.mark.parametrize("colour", [*theme.CATEGORICAL, theme.COMMON, theme.BAND_EDGE])
def test_marks_stand_out_on_white_and_on_panels(colour):
    assert contrast(colour, theme.PAPER) >= 3
    assert contrast(colour, theme.PANEL) >= 3


def test_nothing_is_fetched_from_elsewhere():
    assert "http" not in STYLE
    assert "@import" not in STYLE
