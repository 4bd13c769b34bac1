"""Dutch postcodes: four figures and two letters, however they were written."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.parsed import Parsed, fault, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

_GOOD = re.compile(r"(?P<figures>[1-9][0-9]{3}) ?(?P<letters>[A-Z]{2})")
_LOOSE = re.compile(
    r"(?P<figures>[1-9IlO0-9][0-9IlOo]{3})[ .-]{0,2}(?P<letters>[A-Za-z]{2})(?P<town>(?:[ ,]+[^0-9]*)?)\.?"
)
_AS_FIGURE = str.maketrans("IlOo", "1100")


def parse_postcode(text: str, *, column: Column, today: date) -> Parsed:
    """Return the postcode as 3812AB; a letter O or I among the figures is read as a figure, with a warning."""
    line = on_one_line(text)
    good = _GOOD.fullmatch(line)
    if good:
        return repaired(good["figures"] + good["letters"], None)
    loose = _LOOSE.fullmatch(line)
    figures = loose["figures"].translate(_AS_FIGURE) if loose else ""
    if loose is None or figures.startswith("0"):
        return fault(Reason.POSTCODE_UNREADABLE)
    value = figures + loose["letters"].upper()
    if figures != loose["figures"]:
        return Parsed(value=value, fault=Reason.POSTCODE_LETTERS)
    return repaired(value, Reason.TOWN_DROPPED if loose["town"].strip(" ,.") else Reason.POSTCODE_SPELLED)
