"""Headings judged: forbidden columns refused, required ones asked for, of two equal ones the filled one chosen."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.ingest.read.delivery import Note
from pipelines.ingest.read.heading import heading_key
from pipelines.ingest.read.heading_row import ROWS_BEFORE_HEADINGS
from pipelines.ingest.read.match import Match, unknown_headings
from pipelines.ingest.read.place import cell_name
from pipelines.ingest.read.refusal import named_places, noted, refused, shortened
from pipelines.vocabulary.words.reading import UNKNOWN_BESIDE_MISSING
from pipelines.vocabulary.words.records import RECORD_TITLES

MOST_COLUMNS = 500  # of a sheet; the widest record has 34
_BSN = re.compile(r"\b(?:b ?s ?n|burger ?service|sofi|sociaal fiscaal) ?(?:nummer|nr)?s?\b")
_VOG = re.compile(r"\bvog\b|verklaring omtrent(?: het)? gedrag")
_COPY = re.compile(r"kopie|copy|scan|foto|bestand|bijlage|upload|document|pdf|afbeelding")


@dataclass(frozen=True, kw_only=True)
class HeadingRow:
    """The headings of a sheet, where they stand, and what they were recognised as."""

    path: Path
    sheet: str
    headings: tuple[str, ...]
    row: int
    match: Match

    def place(self, position: int) -> str:
        """Return the cell of a heading as a spreadsheet names it: C1."""
        return cell_name(row=self.row, position=position)


# Of columns at these positions: the one that can be read without losing a value of the others; None when there is none.
Winner = Callable[[Sequence[int]], int | None]


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """The headings as they will be read."""

    match: Match
    notes: tuple[Note, ...]


def refuse_sheet(row: HeadingRow) -> None:
    """Raise FileRefused when no sheet with these headings can be taken, before its rows are read."""
    if len(row.headings) > MOST_COLUMNS:
        count = len(row.headings)
        raise refused("te_veel_kolommen", path=row.path, sheet=row.sheet, count=count, most=MOST_COLUMNS)
    refuse_forbidden(row)
    match, title = row.match, RECORD_TITLES[row.match.table]
    missing = ", ".join(match.missing)
    if not match.known:
        raise refused("geen_kop_bekend", path=row.path, sheet=row.sheet, rows=ROWS_BEFORE_HEADINGS)
    if not match.fits:
        known = ", ".join(match.recognised)
        raise refused(
            "geen_koppen", path=row.path, sheet=row.sheet, nearest=title, missing=missing, known=known
        )
    if match.missing:
        unknown = _unknown_beside(row)
        raise refused(
            "koppen_ontbreken", path=row.path, sheet=row.sheet, record=title, missing=missing, unknown=unknown
        )


def accept_headings(row: HeadingRow, *, winner: Winner) -> Accepted:
    """Return what is read of these headings; raises FileRefused when two filled columns have the same.

    `winner` looks at the cells of columns with the same heading; it is only called when there are such.
    """
    columns, notes = _resolve_doubles(row, winner=winner)
    unknown = _unknown(row)
    if unknown:
        code = "onbekende_vragen" if row.match.is_form else "onbekende_koppen"
        notes.append(noted(code, sheet=row.sheet, headings=named_places(unknown)))
    return Accepted(match=replace(row.match, columns=columns), notes=tuple(notes))


def _unknown(row: HeadingRow) -> list[str]:
    return [shortened(heading) for heading in unknown_headings(row.match, headings=row.headings)]


def _unknown_beside(row: HeadingRow) -> str:
    """Return the words on headings nobody knows: what is missing is often among them, in other words."""
    unknown = _unknown(row)
    return UNKNOWN_BESIDE_MISSING.format(headings=named_places(unknown)) if unknown else ""


def refuse_forbidden(row: HeadingRow) -> None:
    """Raise FileRefused for a BSN column or a column with copies of a VOG, whatever the sheet is."""
    for position, heading in enumerate(row.headings):
        code = forbidden(heading)
        if code:
            place = row.place(position)
            raise refused(code, path=row.path, sheet=row.sheet, heading=shortened(heading), place=place)


def forbidden(heading: str) -> str | None:
    """Return 'bsn' or 'vog_kopie' when a column with this heading may not be delivered at all."""
    key = heading_key(heading)
    if _BSN.search(key):
        return "bsn"
    return "vog_kopie" if _VOG.search(key) and _COPY.search(key) else None


def _resolve_doubles(row: HeadingRow, *, winner: Winner) -> tuple[tuple[str | None, ...], list[Note]]:
    columns = list(row.match.columns)
    notes = []
    for name in [name for name, times in Counter(columns).items() if name is not None and times > 1]:
        positions = [position for position, column in enumerate(columns) if column == name]
        kept = positions[0] if row.match.is_form else _kept(row, positions=positions, winner=winner)
        for position in set(positions) - {kept}:
            columns[position] = None
        if not row.match.is_form:
            heading, place = shortened(row.headings[kept]), row.place(kept)
            notes.append(noted("kop_dubbel_leeg", sheet=row.sheet, heading=heading, place=place))
    return tuple(columns), notes


def _kept(row: HeadingRow, *, positions: Sequence[int], winner: Winner) -> int:
    kept = winner(positions)
    if kept is None:
        places = ", ".join(row.place(position) for position in positions)
        heading = shortened(row.headings[positions[0]])
        raise refused("kop_dubbel", path=row.path, sheet=row.sheet, heading=heading, places=places)
    return kept


def lossless_column(rows: Iterable[Sequence[str]], *, positions: Sequence[int]) -> int | None:
    """Return the position that holds every value any of the others holds, row by row; None when none does."""
    complete = dict.fromkeys(positions, True)
    for cells in rows:
        values = {at: cells[at].strip() if at < len(cells) else "" for at in positions}
        filled = set(values.values()) - {""}
        for at in positions:
            complete[at] = complete[at] and filled <= {values[at]}
    return next((at for at in positions if complete[at]), None)
