"""Rows that are no data: the headings once more, or a total. For the loader, on rows it has reason to doubt."""

import re
from collections.abc import Sequence

from pipelines.ingest.clean.blanks import tidy
from pipelines.ingest.clean.choice import choice_key
from pipelines.vocabulary.reason import Reason

LEAST_REPEATED = 2  # cells equal to their own heading before a row repeats the headings
_TOTAL = re.compile(
    r"(?:sub|eind|week|maand|jaar)?_?tota(?:al|len)(?:_.*)?|som(?:_van.*)?|gemiddelde?|grand_total|total"
)


def row_fault(cells: Sequence[str | None], *, headings: Sequence[str], key: Sequence[int]) -> Reason | None:
    """Return HEADING_REPEATED, TOTAL_ROW, or None for a row of data or a blank one.

    `cells` and `headings` stand side by side; `key`: positions of the columns that identify a row. A total is
    known by its key cell, or by its first filled cell where the key is empty.
    """
    written = [choice_key(tidy(cell or "")) for cell in cells]
    filled = [at for at, text in enumerate(written) if text]
    if not filled:
        return None
    repeated = [at for at in filled if at < len(headings) and written[at] == choice_key(headings[at])]
    if len(repeated) >= LEAST_REPEATED and 2 * len(repeated) > len(filled):
        return Reason.HEADING_REPEATED
    telling = [at for at in key if at in filled] or filled[:1]
    is_total = any(_TOTAL.fullmatch(written[at]) for at in telling)
    return Reason.TOTAL_ROW if is_total else None
