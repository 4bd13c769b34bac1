"""An exhibit: one drawn figure with all a reader needs to trust it, and its table twin."""

import csv
import io
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.words.numbers import number, percent, short_number

LONGEST_ALT = 300
SHORTEST_ALT = 40
BYTE_ORDER_MARK = "\ufeff"  # makes Excel read the file as UTF-8
Kind = Literal["text", "verdict", "count", "percent", "days", "grade"]
Value = str | float | None


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The heading of one column, and how its values are written; a `wide` column is left out on a phone."""

    label: str
    kind: Kind = "text"
    wide: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: its values, and a remark where a value is left out or provisional."""

    values: tuple[Value, ...]
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Numbers as a table: the first column names the row."""

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells as people read them; an empty cell shows the remark of its row."""
        return tuple(self._texts_of(row) for row in self.rows)

    def _texts_of(self, row: Row) -> tuple[str, ...]:
        pairs = zip(self.headings, row.values, strict=True)
        return tuple(written(value, heading.kind) or row.remark or "–" for heading, value in pairs)

    def csv_bytes(self) -> bytes:
        """Return the numbers for a spreadsheet: semicolons, decimal commas, remarks in a column of their own."""
        remarks = any(row.remark for row in self.rows)
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow([*(heading.label for heading in self.headings), *(["opmerking"] if remarks else [])])
        for row in self.rows:
            writer.writerow([*map(_plain, row.values), *([row.remark] if remarks else [])])
        return (BYTE_ORDER_MARK + text.getvalue()).encode()


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """A finding in one sentence, the drawing that shows it, what it means, where it comes from, and the numbers.

    `chart` is an Altair chart; None where there is nothing to draw, and then `panel` says why. `glance`: a small
    table that belongs under the drawing; `key` says what its marks mean. Raises ValueError when something a reader needs is missing.
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


def written(value: Value, kind: Kind) -> str:
    """Return one value as people read it; nothing for a value that is not there."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if kind == "percent":
        return percent(value)
    return number(value, 1) if kind == "grade" else short_number(value)


def _plain(value: Value) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
