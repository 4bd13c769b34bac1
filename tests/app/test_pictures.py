"""Pictures travel alone: they hold words, in our own letters."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from dashboard import theme
from dashboard.charts.fonts import FONTS, font_folder, truetype
from dashboard.charts.pictures import picture, travelling
from dashboard.charts.waiting_time import waiting_exhibit
from tests.lib.findings import SHARE, curve

EXHIBIT = waiting_exhibit(
    replace(SHARE, curve=curve((0, 0.1, 48), (1, 0.3, 40), (3, 0.55, 30), (10, 0.8, 8))),
    period="heel het proefjaar",
)


def dark_pixels(image, box):
    cut = image.convert("L").crop(box)
    return sum(1 for shade in cut.tobytes() if shade < 90)


def test_picture_holds_title_axis_and_source_as_ink():
    image = Image.open(io.BytesIO(picture(EXHIBIT, stamp="Peildatum 30 juni 2026.")))
    width, height = image.size
    assert (
        dark_pixels(image, (0, 0, width, height // 6)) > 2000
    )  # the title: a missing font draws no text at all
    assert dark_pixels(image, (0, height - height // 8, width, height)) > 300  # days below the axis


def test_source_and_date_travel_with_the_picture():
    spec = travelling(EXHIBIT, stamp="Peildatum 30 juni 2026.")
    assert "Bron: klussen, 143 klussen. Peildatum 30 juni 2026." in spec["title"]["subtitle"]
    assert spec["title"]["text"] == ["De helft van de klussen is binnen 3 werkdagen klaar"]


def test_panel_has_no_picture():
    with pytest.raises(ValueError, match="no drawing"):
        picture(waiting_exhibit(replace(SHARE, curve=None), period="x"), stamp="")


def test_fonts_unpack_to_truetype_with_the_signs_we_write():
    fonts = sorted(font_folder().glob("*.ttf"))
    assert [font.name for font in fonts] == ["SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf"]
    assert all(font.read_bytes()[:4] == b"\x00\x01\x00\x00" for font in fonts)


def test_what_is_no_font_is_refused():
    with pytest.raises(ValueError, match="WOFF"):
        truetype(b"\0" * 64)


def test_fonts_come_with_their_licence_and_stay_small():
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE.md").read_text(encoding="utf-8").upper()
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 600_000
    assert theme.FONT in theme.FONT_STACK
