"""Amounts in euros: Dutch separators, the euro sign, `12,-`; free of charge is nought."""

import re
from datetime import date

from pipelines.ingest.clean.blanks import on_one_line
from pipelines.ingest.clean.number import no_number, read_number
from pipelines.ingest.clean.parsed import Parsed, repaired
from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

DASHES = {"-", "--", "–", "—"}
FREE = {"gratis", "kosteloos", "om niet", "geen kosten", "vrijwillig"}
_SIGN = re.compile(r"^(?P<minus>[-−]?) ?(?:€|eur|euro) ?|(?: ?(?:€|euro'?s?|eur))$", re.I)
_PER_HOUR = re.compile(r" ?(?:p/u|p\.u\.|/ ?u(?:ur)?|per uur)$", re.I)
_NO_CENTS = re.compile(r"(?<=[0-9])[,.](?:-{1,2}|=|–|—)$")


def parse_money(text: str, *, column: Column, today: date) -> Parsed:
    """Return the amount in euros. `1.250,00` is 1250; `gratis` is 0, for the loader to set the payer by."""
    line = on_one_line(text)
    if line.casefold() in FREE:
        return repaired(0.0, Reason.FREE_OF_CHARGE)
    bare = _PER_HOUR.sub("", line)
    unit_dropped = bare != line
    amount = _NO_CENTS.sub("", _without_euro(bare))
    if amount in DASHES and amount != line:  # how a spreadsheet shows nothing in a column of amounts
        return repaired(None, Reason.NOT_APPLICABLE)
    number = read_number(amount, point_is_thousands=True)
    if number is None:
        return no_number(amount)
    if number.fault or amount == line:
        return number
    return repaired(number.value, Reason.UNIT_DROPPED if unit_dropped else Reason.NUMBER_SPELLED)


def _without_euro(text: str) -> str:
    """Return the amount without a euro sign before or behind it; a minus before the sign stays."""
    without = _SIGN.sub(lambda match: match["minus"] or "", text, count=1)
    return without.strip()
