"""A look at a worksheet's XML before it is read: how far it reaches, and what the Excel reader does not tell.

That reader lays all cells out as one block and aborts the process when that is too large; it gives error values
and formulas without a kept outcome as empty cells, and says nothing of hidden rows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.ingest.read.place import cell_name, cell_place
from pipelines.ingest.read.refusal import refused
from pipelines.ingest.read.xml_stream import XmlStream, local

MOST_CELLS = 14_000_000  # of the block from A1 to the last filled cell: half a million rows of 26
MOST_NAMES = 1_000  # of elements remembered; a sheet has fewer than 100
MOST_UNREAD = 100_000  # error values and formulas without outcome in one sheet
# error values the Excel reader takes; on any other it gives the whole workbook up
READABLE_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
FORMULA = "="  # what a formula without a kept outcome is read as; the parsers know it


@dataclass(kw_only=True)
class SheetLook:
    """What was found. `unread`: (row, zero-based column) → text of a cell the Excel reader gives as empty."""

    rows: int = 0
    columns: int = 0
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)


class _Reader:
    """Follows the elements of one sheet; a cell is settled when the next element that is not its own begins."""

    def __init__(self, path: Path, *, sheet: str) -> None:
        self.look = SheetLook()
        self._path, self._sheet = path, sheet
        self._row = self._column = 0
        # where a cell stands that does not say so itself
        self._row_begun = self._place_in_row = self._cells_in_row = 0
        self._type = ""
        self._in_cell = self._has_formula = self._has_value = False
        self._text = ""
        self.stream = XmlStream(path, started=self._started)
        self._handlers: dict[str, Callable[[dict[str, str]], None] | None] = {
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._start_value,
            "f": self._start_formula,
            "is": self._start_inline,
            "mergeCell": self._merge,
            "col": self._column_group,
            "sheetData": self._nothing,
            "mergeCells": self._nothing,
            "sst": self._announce,
        }

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        try:
            handler = self._handlers[name]
        except KeyError:  # with a prefix, or of no importance
            handler = self._handlers.get(local(name))
            if len(self._handlers) < MOST_NAMES:
                self._handlers[name] = handler
        if handler is not None:
            handler(attributes)

    def _nothing(self, attributes: dict[str, str]) -> None:
        self.settle()

    def _announce(self, attributes: dict[str, str]) -> None:
        """See how many texts are announced: the Excel reader makes room for all of them before it reads one."""
        texts = attributes.get("uniqueCount", "0")
        if not texts.isdecimal() or int(texts) > MOST_CELLS:
            raise refused("kapot", path=self._path)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.settle()
        number = attributes.get("r", "")
        self._row_begun = int(number) if number.isdecimal() else self._row_begun + 1
        self._place_in_row = self._cells_in_row = 0
        if attributes.get("hidden") in {"1", "true"}:
            self.look.hidden_rows.append(self._row_begun)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.settle()
        reference = attributes.get("r")
        place = (self._row_begun, self._place_in_row) if reference is None else cell_place(reference)
        if place is None:
            raise refused("kapot", path=self._path)
        self._row, self._column = place
        self._place_in_row = self._column + 1
        self._cells_in_row += 1
        self._type = attributes.get("t", "")
        self._in_cell, self._text = True, ""
        self._has_formula = self._has_value = False

    def _start_value(self, attributes: dict[str, str]) -> None:
        self._has_value = True
        if self._has_formula or self._type == "e":
            self._listen()

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._has_formula = True
        self.stream.parser.CharacterDataHandler = None

    def _start_inline(self, attributes: dict[str, str]) -> None:
        self._has_value = True

    def _merge(self, attributes: dict[str, str]) -> None:
        self.look.merged.append(attributes.get("ref", ""))

    def _column_group(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in {"1", "true"}:
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.look.hidden_columns += range(first - 1, min(last, 1 << 14))

    def _listen(self) -> None:
        self._text = ""
        self.stream.parser.CharacterDataHandler = self._heard

    def _heard(self, text: str) -> None:
        if len(self._text) < 100:
            self._text += text

    def settle(self) -> None:
        """Take in the cell that just ended."""
        if not self._in_cell:
            return
        self._in_cell = False
        if self._has_formula or self._type == "e":
            self.stream.parser.CharacterDataHandler = None
            self._keep_unread()
        if self._has_value or self._has_formula:
            look = self.look
            is_further_right = self._column >= look.columns or self._cells_in_row > look.columns
            if is_further_right or self._row > look.rows or self._row_begun > look.rows:
                self._reach()

    def _reach(self) -> None:
        """Count the cell where it says it stands and where its row has got to: readers differ in what they believe."""
        look = self.look
        look.rows = max(look.rows, self._row, self._row_begun)
        look.columns = max(look.columns, self._column + 1, self._cells_in_row)
        if look.rows * look.columns > MOST_CELLS:
            cell = cell_name(row=self._row, position=self._column)
            raise refused("te_groot_blad", path=self._path, sheet=self._sheet, cell=cell)

    def _keep_unread(self) -> None:
        heard = self._text.strip()
        if self._type == "e":
            self.look.unread[self._row, self._column] = self._error(heard)
        elif self._has_formula and not heard and self._type not in {"str", "inlineStr"}:
            self.look.unread[self._row, self._column] = FORMULA
        if len(self.look.unread) > MOST_UNREAD:
            raise refused("te_veel_formules", path=self._path, sheet=self._sheet)

    def _error(self, text: str) -> str:
        if text not in READABLE_ERRORS:
            place = cell_name(row=self._row, position=self._column)
            raise refused("vreemde_foutwaarde", path=self._path, sheet=self._sheet, place=place)
        return text


def look_at_sheet(pieces: Iterable[bytes], *, path: Path, sheet: str) -> SheetLook:
    """Return what a sheet's XML says. Raises FileRefused when it reaches too far to be a table, or is broken."""
    reader = _Reader(path, sheet=sheet)
    reader.stream.read(pieces)
    reader.settle()
    return reader.look
