"""Numbers as a table: as people read it on the page, and as a spreadsheet reads it."""

import csv
import io
from dataclasses import dataclass
from typing import Literal

from dashboard.words.catalogue import say
from dashboard.words.numbers import number, percent, share_extent, short_number

BYTE_ORDER_MARK = "\ufeff"  # makes Excel read the file as UTF-8
Kind = Literal["text", "verdict", "count", "percent", "range", "span", "days", "grade"]
TWO_ENDS = {"range", "span"}
Value = str | float | tuple[float, float] | None


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The heading of one column, and how its values are written; a `wide` column is left out on a phone.

    A `range` holds two shares, a `span` two plain numbers: one cell for people, two columns for a spreadsheet.
    """

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
        """Return the cells as people read them; the first empty cell shows the remark of its row."""
        return tuple(self._texts_of(row) for row in self.rows)

    def _texts_of(self, row: Row) -> tuple[str, ...]:
        remarks = iter([row.remark] if row.remark else [])  # said once, in the first empty cell
        pairs = zip(self.headings, row.values, strict=True)
        return tuple(written(value, heading.kind) or next(remarks, "–") for heading, value in pairs)

    def csv_bytes(self) -> bytes:
        """Return the numbers for a spreadsheet: semicolons, decimal commas, remarks in a column of their own."""
        remarks = any(row.remark for row in self.rows)
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        labels = [label for heading in self.headings for label in _columns(heading)]
        writer.writerow([*labels, *([say("charts.common.remark")] if remarks else [])])
        for row in self.rows:
            pairs = zip(self.headings, row.values, strict=True)
            cells = [cell for heading, value in pairs for cell in _plain(value, heading.kind)]
            writer.writerow([*cells, *([row.remark] if remarks else [])])
        return (BYTE_ORDER_MARK + text.getvalue()).encode()


def written(value: Value, kind: Kind) -> str:
    """Return one value as people read it; nothing for a value that is not there."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return share_extent(*value) if kind == "range" else " en ".join(map(short_number, value))
    if kind == "percent":
        return percent(value)
    return number(value, 1) if kind == "grade" else short_number(value)


def _columns(heading: Heading) -> list[str]:
    if heading.kind not in TWO_ENDS:
        return [heading.label]
    return [say("charts.common.lowest"), say("charts.common.highest")]


def _plain(value: Value, kind: Kind) -> list[str]:
    if value is None:
        return [""] * (2 if kind in TWO_ENDS else 1)
    if isinstance(value, tuple):
        return [_digits(end) for end in value]
    return [value if isinstance(value, str) else _digits(value)]


def _digits(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
