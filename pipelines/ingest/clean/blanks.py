"""The text of a cell without what nobody meant to type: outer blanks, odd spaces, invisible characters."""

import re

LONGEST_VALUE = 1_000  # characters of anything but running text; a list of all skills is under 300
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_HYPHENS = re.compile("[\u2010\u2011]")  # what text editors make of a hyphen; a dash (–) is left as it is
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|_x[0-9A-F]{4}_")
_KEPT_AS_TEXT = re.compile(r"=\"(?P<formula>[^\"]+)\"|'(?P<marked>[^'].*[0-9].*)", re.S)
_BLANKS = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Return the text with plain spaces and hyphens, one line end, no outer blanks. Blanks are never part of a value."""
    plain = _HYPHENS.sub("-", _INVISIBLE.sub("", _SPACES.sub(" ", text)))
    return plain.replace("\r\n", "\n").replace("\r", "\n").strip()


def without_control(text: str) -> str:
    """Return the text without control characters, as another program may have left them."""
    return _CONTROL.sub("", text).strip()


def on_one_line(text: str) -> str:
    """Return the text with every run of blanks as one space."""
    return _BLANKS.sub(" ", text)


def as_typed(cell: str) -> str:
    """Return a tidied cell without the marks by which a spreadsheet keeps a number as text: ="06…" and '06…."""
    kept = _KEPT_AS_TEXT.fullmatch(cell)
    return (kept["formula"] or kept["marked"]).strip() if kept else cell
