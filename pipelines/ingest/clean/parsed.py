"""What a parser answers: the value, what is wrong with the text, and what was repaired."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal, Protocol

from pipelines.schemas.column import Column
from pipelines.vocabulary.reason import Reason

Value = str | int | float | date | time | bool | None


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """The value of a cell. `fault`: error (value is None, the row is set aside) or warning (value as given).

    `repair`: the value differs from what was typed, and why. An empty cell is `Parsed()`.
    """

    value: Value = None
    fault: Reason | None = None
    repair: Reason | None = None

    @property
    def level(self) -> Literal["", "warning", "error"]:
        """Level of the fault: error, warning, or empty when nothing is wrong."""
        if self.fault is None:
            return ""
        return "error" if self.fault.level == "error" else "warning"


class Parser(Protocol):
    """A pure function of one cell's text; never raises, never answers what was not written."""

    def __call__(self, text: str, *, column: Column, today: date) -> Parsed:
        """Return the value of the text as the column understands it."""
        ...


def fault(reason: Reason) -> Parsed:
    """Return no value, for this reason."""
    return Parsed(fault=reason)


def repaired(value: Value, reason: Reason | None) -> Parsed:
    """Return a value and what was repaired (None: it was written as it should be)."""
    return Parsed(value=value, repair=reason)
