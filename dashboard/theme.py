"""Colours, type and sizes of screen and charts: one place, checked against the style sheet by a test."""

from typing import Any

INK = "#1A1A1A"
SOFT = "#595959"
BRAND = "#12436D"
CARE = "#AF5315"
THIRD = "#309885"
FOURTH = "#47162E"
COMMON = "#858585"
BETTER = "#192846"
ATTENTION = "#9A4619"
BAND_EDGE = "#6F8FAF"
CONTROL = "#767676"
GRID = "#D9D9D9"
PANEL = "#F3F5F7"
PAPER = "#FFFFFF"

FONT = "Source Sans 3"
FONT_STACK = f"'{FONT}', 'Segoe UI', sans-serif"  # quoted: a name with a digit is no name otherwise
CATEGORICAL = (BRAND, CARE, THIRD, FOURTH)
BRANCH_COLOUR = {"klus": BRAND, "zorg": CARE}

SCREEN_HEIGHT = 340
FONT_SIZE = {"screen": 15, "download": 16}

STREAMLIT: dict[str, Any] = {
    "theme.base": "light",
    "theme.font": FONT_STACK,
    "theme.primaryColor": BRAND,
    "theme.textColor": INK,
    "theme.backgroundColor": PAPER,
    "theme.secondaryBackgroundColor": PANEL,
    "theme.linkColor": BRAND,
    "theme.linkUnderline": True,
    "theme.borderColor": CONTROL,
    "theme.showWidgetBorder": True,
    "theme.baseFontSize": 18,
    "theme.chartCategoricalColors": list(CATEGORICAL),
}
