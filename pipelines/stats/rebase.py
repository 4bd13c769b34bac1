"""Where the limits of a control chart start anew: only by a person, with a reason and a date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.stats.inputs import whole


@dataclass(frozen=True, kw_only=True)
class Rebase:
    """A decision to start new limits at the point with zero-based `position`: why, by whom and when decided."""

    position: int
    reason: str
    author: str
    decided_on: date

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.author.strip():
            raise ValueError("a rebase needs a reason and an author")


def period_starts(rebase: Sequence[int | Rebase], points: int) -> tuple[int, ...]:
    """Return the zero-based first positions of all periods, the first one (0) included, in order.

    Errors: ValueError when a position lies outside the series.

    >>> period_starts((8,), 12)
    (0, 8)
    """
    starts = {0}
    for item in rebase:
        position = item.position if isinstance(item, Rebase) else whole(item, "rebase")
        if not 0 <= position < points:
            raise ValueError(f"rebase: position {position} lies outside the {points} points")
        starts.add(position)
    return tuple(sorted(starts))


def all_explained(rebase: Sequence[int | Rebase]) -> bool:
    """Return whether every rebase carries its reason, author and date.

    >>> all_explained((8,))
    False
    """
    return all(isinstance(item, Rebase) for item in rebase)
