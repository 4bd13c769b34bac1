"""Answers from forms: numbered and kept to be completed by the coordinator, who decides number, client and status.

An answer that does not fit its column is no fault: residents write sentences, and all of it goes into the template.
"""

import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from pipelines.ingest.clean.parsed import Parsed, Value
from pipelines.ingest.clean.parsers import parse
from pipelines.ingest.faults import ERROR, fault_table
from pipelines.ingest.messages import cell_message
from pipelines.ingest.quarantine import OPEN, Delivered, add_case
from pipelines.ingest.read.delivery import Sheet
from pipelines.ingest.scan import texts
from pipelines.ingest.sheet_rows import Desk, log_faults
from pipelines.ingest.stage import Stage
from pipelines.schemas.column import Column, Kind, Record
from pipelines.vocabulary.reason import Reason
from pipelines.vocabulary.words.records import HEADINGS

ANSWER = Column(name="answer", kind=Kind.TEXT)
ROW_CODE_LENGTH = 32
DONE = "done"
FEWEST_TO_KNOW = 2  # answers by which a completed row is known: a date alone is not enough


@dataclass
class Forms:
    """Takes one sheet of a form in; counts every row."""

    desk: Desk
    sheet: Sheet
    source: Delivered
    key: bytes = field(repr=False)
    rows: int = 0
    blank: int = 0
    intake: int = 0
    unchanged: int = 0
    rejected: int = 0
    answers: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    _faults: list[tuple[int, str, str, str, str]] = field(default_factory=list)

    def take(self) -> None:
        """Keep what the new rows hold; answers that name a person wait in `answers` for the vault."""
        warehouse = self.desk.warehouse
        known = {code for (code,) in warehouse.execute("SELECT code FROM log.intake")}
        number = int(warehouse.value("SELECT coalesce(max(id), 0) FROM log.intake"))
        for row, cells in texts(warehouse, self.sheet):
            self.rows += 1
            code = self._code(cells)
            if not any(cells):
                self.blank += 1
            elif self._is_test(cells):
                self.rejected += 1
                self._set_aside(row, code=code)
            elif code in known:
                self.unchanged += 1
            else:
                number, self.intake = number + 1, self.intake + 1
                known.add(code)
                self._keep(number, row, cells, code=code)
        self._log()

    def _code(self, cells: Sequence[str]) -> str:
        """Return a keyed code of the answers, so that the same row of a growing export is known again."""
        text = "\x1f".join(cells).encode()
        return hmac.digest(self.key, b"intake " + text, "sha256").hex()[:ROW_CODE_LENGTH]

    def _is_test(self, cells: Sequence[str]) -> bool:
        today = self.desk.today
        return any(parse(cell, column=ANSWER, today=today).fault is Reason.TEST_ROW for cell in cells)

    def _set_aside(self, row: int, *, code: str) -> None:
        """Put a row that somebody filled in to try the form in quarantine, once."""
        said = cell_message(Reason.TEST_ROW, column=ANSWER, text="")
        self._faults.append((row, "", Reason.TEST_ROW.value, ERROR, said))
        add_case(
            self.desk.warehouse,
            self.desk.record,
            row,
            rule=Reason.TEST_ROW.value,
            key=code,
            source=self.source,
        )

    def _keep(self, number: int, row: int, cells: Sequence[str], *, code: str) -> None:
        values = {}
        for column, answer, alone in _answered(self.desk.record, self.sheet, cells):
            parsed = self._parsed(column, answer, alone=alone)
            if parsed.value is not None and is_plain(column):
                values[column.name] = as_text(parsed.value)
        self.desk.warehouse.execute(
            'INSERT INTO log.intake (id, load_id, record, source_row, "values", status, code, file, sheet) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number,
                self.source.load_id,
                self.desk.record.table,
                row,
                json.dumps(values, ensure_ascii=False),
                OPEN,
            ]
            + [code, self.source.file, self.source.sheet],
        )
        pairs = zip(self.sheet.headings, cells, strict=False)
        self.answers[str(number)] = {heading: cell for heading, cell in pairs if cell}

    def _parsed(self, column: Column, answer: str, *, alone: bool) -> Parsed:
        if column.kind is Kind.YES_NO and not alone:
            heading = HEADINGS[self.desk.record.table][column.name].casefold()
            chosen = [part.strip().casefold() for part in answer.replace(";", ",").split(",")]
            return Parsed(value=any(part and (part in heading or heading in part) for part in chosen))
        return parse(answer, column=column, today=self.desk.today)

    def _log(self) -> None:
        if self._faults:
            row, column, rule, level, said = (list(each) for each in zip(*self._faults, strict=True))
            faults = fault_table(row, column=column, rule=rule, level=level, message=said)
            log_faults(self.desk.warehouse, self.desk.record, faults, source=self.source)


def complete(desk: Desk, stage: Stage) -> None:
    """Let go of intake rows that a merged row completes: it holds everything the answers said, a date among it."""
    open_ = desk.warehouse.execute(
        f"SELECT id, \"values\" FROM log.intake WHERE status = '{OPEN}' AND record = ?", [desk.record.table]
    )
    for number, values in open_:
        asked = {desk.record.column(name): text for name, text in json.loads(values).items()}
        if len(asked) < FEWEST_TO_KNOW or not any(column.kind is Kind.DATE for column in asked):
            continue
        same = " AND ".join(f'"{column.name}" = ?' for column in asked)
        known = [parse(text, column=column, today=desk.today).value for column, text in asked.items()]
        if desk.warehouse.execute(f"SELECT 1 FROM {stage.all_rows} WHERE {same} LIMIT 1", known):
            desk.warehouse.execute(f"UPDATE log.intake SET status = '{DONE}' WHERE id = ?", [number])


def _answered(record: Record, sheet: Sheet, cells: Sequence[str]) -> Iterator[tuple[Column, str, bool]]:
    """Yield column, answer, and whether the question is about that column alone."""
    for question, cell in zip(sheet.questions, cells, strict=False):
        own = [name for name in question.columns if "." not in name]
        for name in own if cell else ():
            yield record.column(name), cell, len(own) == 1


def is_plain(column: Column) -> bool:
    """Whether a value of the column may stand outside the vault: it names nobody and is no free text."""
    return not (column.vault or column.person or column.free_text or column.kind is Kind.POSTCODE)


def as_text(value: Value) -> str:
    """Return a value as a sheet would hold it: J or N, decimal comma, ISO date, hours and minutes."""
    if isinstance(value, bool):
        return "J" if value else "N"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)
