"""What a load did, sheet by sheet: every row accounted for, and all faults at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines.ingest.faults import Fault
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.errors import WerkplaatsError
from pipelines.vocabulary.words.load import DOES_NOT_ADD_UP, DOES_NOT_ADD_UP_ACTION
from pipelines.vocabulary.words.records import HEADINGS

LISTED = 20_000  # faults per sheet held in memory; the report file holds all of them
LEVEL_ORDER = "CASE level WHEN 'error' THEN 0 WHEN 'warning' THEN 1 WHEN 'finding' THEN 2 ELSE 3 END"


@dataclass(frozen=True, kw_only=True)
class SheetReport:
    """Where the rows of one sheet went. `faults`: the first `LISTED`, in order of row; `counts`: of all, per level.

    `file`, `sheet`: as typed; `stored`: as the warehouse and the report file have them.
    """

    file: str
    sheet: str
    stored: tuple[str, str]
    record: str
    rows: int
    accepted: int = 0
    corrected: int = 0
    unchanged: int = 0
    intake: int = 0
    rejected: int = 0
    blank: int = 0
    faults: tuple[Fault, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def accounted(self) -> int:
        """Number of rows of which is known where they went."""
        return self.accepted + self.corrected + self.unchanged + self.intake + self.rejected + self.blank

    def require_balance(self) -> None:
        """Raise when the rows do not add up: nothing may be saved then."""
        if self.accounted != self.rows:
            raise WerkplaatsError(
                DOES_NOT_ADD_UP.format(file=self.file, sheet=self.sheet), action=DOES_NOT_ADD_UP_ACTION
            )


@dataclass(frozen=True, kw_only=True)
class LoadReport:
    """What one command did. `saved`: False for a check. `retried`: rows taken from quarantine after all."""

    load_id: int
    saved: bool
    sheets: tuple[SheetReport, ...]
    notes: tuple[str, ...] = ()
    retried: int = 0
    free_text: tuple[str, ...] = ()
    report_file: Path | None = None
    marked: tuple[Path, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the report in the stable form of `load --json`, with the faults held in memory."""
        return {
            "files": [
                sheet_json(sheet) | {"faults": [vars(fault) for fault in sheet.faults]}
                for sheet in self.sheets
            ]
        }


def sheet_json(sheet: SheetReport) -> dict[str, Any]:
    """Return what is known of a sheet under the names of `load --json`, its faults still to be filled in."""
    counts = ("rows", "accepted", "corrected", "unchanged", "intake", "rejected", "blank")
    return {
        "file": sheet.file,
        "sheet": sheet.sheet,
        "record": sheet.record,
        **{name: getattr(sheet, name) for name in counts},
        "faults": [],
    }


def logged_faults(warehouse: Warehouse, *, load_id: int, sheet: SheetReport) -> Iterator[Fault]:
    """Yield the faults of a sheet from the load log, by row and column, at most `LISTED`.

    The last row of those is looked for first: to sort all messages of a federation's faults would cost too much.
    """
    headings, which = HEADINGS[sheet.record], [load_id, *sheet.stored, sheet.record]
    of_sheet = "FROM log.faults WHERE load_id = ? AND file = ? AND sheet = ? AND record = ?"
    last = warehouse.value(
        f"SELECT source_row {of_sheet} ORDER BY source_row LIMIT 1 OFFSET {LISTED - 1}", which
    )
    until = "" if last is None else f"AND source_row <= {last}"
    rows = warehouse.execute(
        f"""SELECT source_row, "column", rule, level, message {of_sheet} {until}
        ORDER BY source_row, {LEVEL_ORDER}, "column", rule LIMIT {LISTED}""",
        which,
    )
    for row, column, rule, level, message in rows:
        heading = headings.get(column, "")
        yield Fault(row=row, column=column, heading=heading, rule=rule, level=level, message=message)


def fault_counts(warehouse: Warehouse, *, load_id: int, sheet: SheetReport) -> dict[str, int]:
    """Return level → number of faults of a sheet, from the load log."""
    rows = warehouse.execute(
        "SELECT level, count(*) FROM log.faults WHERE load_id = ? AND file = ? AND sheet = ? AND record = ? GROUP BY 1",
        [load_id, *sheet.stored, sheet.record],
    )
    return dict(rows)
