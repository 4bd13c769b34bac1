"""An exhibit: one drawn figure with all a reader needs to trust it, and its table twin."""

from dataclasses import dataclass
from typing import Any

from dashboard.table import Table

LONGEST_ALT = 300
SHORTEST_ALT = 40


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """A finding in one sentence, the drawing that shows it, what it means, where it comes from, and the numbers.

    `chart` is an Altair chart; None where there is nothing to draw, and then `panel` says why. `glance`: a small
    table that belongs under the drawing; `key` says what its marks mean. Raises ValueError when something a reader
    needs is missing.
    """

    name: str
    headline: str
    subtitle: str
    alt: str
    source: str
    table: Table
    chart: Any = None
    panel: str = ""
    meaning: tuple[str, ...] = ()
    glance: Table | None = None
    key: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        missing = [name for name in ("name", "headline", "subtitle", "source") if not getattr(self, name)]
        if self.chart is None and not self.panel:
            missing.append("panel")
        if self.chart is not None and not SHORTEST_ALT <= len(self.alt) <= LONGEST_ALT:
            missing.append(f"alt of {SHORTEST_ALT} to {LONGEST_ALT} signs")
        if self.alt in {self.headline, self.subtitle}:
            missing.append("alt that differs from the titles")
        if missing:
            raise ValueError(f"exhibit {self.name!r} lacks: {', '.join(missing)}")
