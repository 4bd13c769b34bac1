"""Alternative texts that are never too long: as many rows as fit."""

from dashboard.exhibit import LONGEST_ALT
from dashboard.words.catalogue import say


def alternative(before: str, *, rows: list[str]) -> str:
    """Return the words before, as many rows as fit, and where the rest is."""
    after = say("charts.common.table_below")
    text = before
    for row in rows:
        if len(f"{text} {row} {after}") > LONGEST_ALT:
            break
        text = f"{text} {row}"
    return f"{text} {after}"
