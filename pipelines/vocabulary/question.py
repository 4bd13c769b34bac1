"""What is asked of the figures: the date they are computed for, from when, and for which branch."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Branch = Literal["klus", "zorg"]


@dataclass(frozen=True, kw_only=True)
class Question:
    """Every figure as it was on `as_of` (event time: a fact dated later has not happened).

    `period_from`: first day a case may start; None is the start of the pilot. Figures over a fixed window (the last
    4 weeks) keep their window. `known_on`: the day until which the reader can ask, so that what is hidden in a period
    stays hidden beside the whole; None is `as_of`. `branch`: only findings about that branch; None asks for both, together and apart.
    """

    as_of: date
    period_from: date | None = None
    branch: Branch | None = None
    known_on: date | None = None

    @property
    def is_about_whole_pilot(self) -> bool:
        """Whether every case up to the last day the reader can ask about is in it."""
        return self.period_from is None and self.known_on in {None, self.as_of}
