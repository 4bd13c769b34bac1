"""The cases behind the figures of today, over the whole pilot: how large each period is, and parts that overlap together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipelines.evaluate.cases_in_a_row import OldEnough, blocks
from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.engine import Engine
from pipelines.evaluate.finding import Finding
from pipelines.evaluate.frame import Frame, Reader
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import Figure, Measure
from pipelines.release.dominance import of_one_person
from pipelines.release.periods import Calendar, Case, Node, Size, sizes_of_cases
from pipelines.release.policy import OF_THE_ORGANISATION
from pipelines.release.units import AMOUNTS, units_of

Row = Mapping[str, Any]
WORKDAYS = (
    "SELECT day, wd_idx FROM calendar WHERE day BETWEEN ? AND ?"  # counted up to and including that day
)
LONGEST_MONTH = timedelta(days=31)


class Behind:
    """Reads the cases behind a figure when they are first asked for.

    `frame`: the question about the whole pilot; `asked`: the question itself, where it is another.
    """

    def __init__(
        self,
        reader: Reader,
        *,
        frame: Frame,
        cache: Path | None,
        engine: Engine | None = None,
        asked: Frame | None = None,
    ) -> None:
        self._reader = reader
        self._frame = frame
        self._asked = asked or frame
        self._cache = cache
        self._engine = engine
        self._rows: dict[str, list[Row]] = {}
        self._workdays: dict[date, int] = {}
        self._late: dict[tuple[str, str | None], dict[date, frozenset[str]]] = {}

    def sizes(self, code: str, *, calendar: Calendar) -> dict[str | None, dict[Node, Size]]:
        """Return how large each month and quarter of a figure is, per branch of its findings."""
        figure = FIGURES[code]
        own = figure.branches[0] or None if len(figure.branches) == 1 else None
        found = {own: sizes_of_cases(_cases(figure, self._judged(code)), calendar=calendar)}
        for branch in figure.branches if len(figure.branches) > 1 else ():
            found[branch] = sizes_of_cases(_cases(figure, self._judged(code, branch)), calendar=calendar)
        return found

    def is_of_one_person(self, finding: Finding) -> bool:
        """Whether nearly all hours or euros of a finding are one person's. Source: METHODS 7.2."""
        figure = FIGURES[finding.code]
        if not _has_amounts(figure):
            return False
        branch = finding.branch if len(figure.branches) > 1 else None
        whole = self._asked is self._frame or self._asked.question == self._frame.question
        rows = (
            self._judged(finding.code, branch)
            if whole
            else self._read(finding.code, branch, frame=self._asked)
        )
        return of_one_person((str(row["person"]), _amounts(figure, row)) for row in rows)

    def with_blocks(self, finding: Finding, *, smallest: int | None) -> Finding:
        """Return a finding about the whole pilot with its blocks, where its figure has them."""
        if not FIGURES[finding.code].in_blocks:
            return finding
        cut = blocks(
            self._judged(finding.code),
            old_enough=self._old_enough(finding.code),
            as_of=finding.as_of,
            smallest=smallest,
        )
        return replace(finding, blocks=cut)

    def _old_enough(self, code: str) -> OldEnough:
        """Return whether a case of the first day had the full norm time of the figure on the second."""
        norm = self._frame.number(FIGURES[code].norm or "") or 0
        if not self._workdays:
            last = self._frame.question.as_of + LONGEST_MONTH
            self._workdays = dict(self._reader.run(WORKDAYS, [self._frame.period_from, last]).rows)
        return lambda day, on: self._workdays[on] - self._workdays[day] >= norm

    def together(self, finding: Finding, by: str, keys: Sequence[str]) -> int:
        """Return how many persons are in any of these parts of a finding over the whole pilot."""
        figure = FIGURES[finding.code]
        branch = finding.branch if len(figure.branches) > 1 else None
        units = units_of(figure, self._judged(finding.code, branch), columns=figure.multi)
        return len({unit.person for unit in units if any(unit.has(by, key) for key in keys)})

    def late(self, code: str, branch: str | None = None) -> dict[date, frozenset[str]]:
        """Return per month of the period asked for whose cases count today and did not on its last day, or no longer."""
        if (code, branch) not in self._late:
            self._late[code, branch] = self._read_late(code, branch)
        return self._late[code, branch]

    def _read_late(self, code: str, branch: str | None) -> dict[date, frozenset[str]]:
        question = self._asked.question
        then = self._read(code, branch, frame=self._asked)
        today = self._judged(code, branch)
        first = question.period_from or self._frame.period_from
        cases = [
            {
                row["case_id"]: row
                for row in rows
                if row["happened_on"] and first <= row["happened_on"] <= question.as_of
            }
            for rows in (then, today)
        ]
        found: dict[date, set[str]] = {}
        for case in cases[0].keys() ^ cases[1].keys():
            row = cases[0].get(case) or cases[1][case]
            found.setdefault(row["happened_on"].replace(day=1), set()).add(str(row["person"]))
        return {month: frozenset(persons) for month, persons in found.items()}

    def _judged(self, code: str, branch: str | None = None) -> list[Row]:
        if code not in self._rows:
            self._rows[code] = self._read(code, None, frame=self._frame)
        return [row for row in self._rows[code] if branch is None or row["branch"] == branch]

    def _read(self, code: str, branch: str | None, *, frame: Frame) -> list[Row]:
        found = rows_of(self._reader, frame=frame, code=code, cache=self._cache, engine=self._engine)
        return [row for row in found if row["hit"] is not None and branch in {None, row["branch"]}]


def _cases(figure: Figure, rows: Sequence[Row]) -> list[Case]:
    """Return the cases behind n; of a ratio those below the line."""
    ratio = figure.measure is Measure.RATIO
    return [
        (row["happened_on"], str(row["person"]), _amounts(figure, row))
        for row in rows
        if row["happened_on"] is not None and not (ratio and not row["lower"])
    ]


def _has_amounts(figure: Figure) -> bool:
    return figure.measure in AMOUNTS and figure.code not in OF_THE_ORGANISATION


def _amounts(figure: Figure, row: Row) -> tuple[float, ...]:
    """Return what a case adds above and below the line; nothing where cases are counted."""
    if not _has_amounts(figure):
        return ()
    return float(row["upper"] or 0), float(row.get("lower") or 0)
