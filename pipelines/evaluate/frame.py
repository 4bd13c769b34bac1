"""What holds on the date asked for: settings with their types, and the targets of an audience."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from pipelines.metrics.frame import PARAMETER, QUESTION
from pipelines.store.settings_view import settings_sql, targets_sql
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from pipelines.vocabulary.settings import TARGETS

Typed = date | int | float | None


class Rows(Protocol):
    """Rows as a reader gives them."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """Rows, values in the order of the columns."""


class Reader(Protocol):
    """Something that runs SQL on the warehouse's tables: a snapshot, or tables drawn in a test."""

    @property
    def name(self) -> str:
        """What the data is called: changes when the data changes."""

    def run(self, sql: str, params: Any = ()) -> Rows:
        """Run a query and return its columns and rows."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """What was promised for a figure, in its unit. `retrospective`: decided after the start of the pilot (X21)."""

    target: float
    floor: float | None
    min_n: int
    evidence_rule: str
    retrospective: bool


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The question with its period filled in, the settings as typed values, the targets by code."""

    question: Question
    period_from: date
    settings: dict[str, Typed]
    targets: dict[str, Target]

    def parameters(self, *, of: str) -> dict[str, Typed]:
        """Return the values of the parameters a compiled statement has: what was asked, else a setting."""
        asked: dict[str, Typed] = {"as_of": self.question.as_of, "period_from": self.period_from}
        return {name: asked.get(name, self.settings.get(name)) for name in PARAMETER.findall(of)}

    def number(self, key: str) -> float | None:
        """Return a setting that is a number; None where nobody has said it."""
        value = self.settings.get(key)
        return float(value) if isinstance(value, int | float) else None

    @property
    def pilot_end(self) -> date:
        """Last day of the pilot."""
        return _day(self.settings, "pilot_end")

    @property
    def pilot_start(self) -> date:
        """First day of the pilot."""
        return _day(self.settings, "pilot_start")


def read_frame(reader: Reader, *, question: Question, audience: Audience) -> Frame:
    """Return settings and targets as they hold on the date asked for."""
    settings = read_settings(reader, day=question.as_of)
    start = _day(settings, "pilot_start")
    return Frame(
        question=question,
        period_from=question.period_from or start,
        settings=settings,
        targets=_read_targets(reader, day=question.as_of, audience=audience, start=start),
    )


def read_settings(reader: Reader, *, day: date) -> dict[str, Typed]:
    """Return every setting a figure may use, typed: dates, whole numbers, numbers."""
    found = reader.run(settings_sql(), [day]).rows
    return {row[0]: _typed(row[0], row[1]) for row in found if row[0] in QUESTION}


def pilot_end(reader: Reader, *, today: date) -> date:
    """Return the last day of the pilot as set on that day."""
    return _day(read_settings(reader, day=today), "pilot_end")


def _typed(key: str, text: str | None) -> Typed:
    if text is None:
        return None
    kind = QUESTION[key]
    if kind == "date":
        return date.fromisoformat(text)
    return round(float(text)) if kind == "int64" else float(text)


def _day(settings: dict[str, Typed], key: str) -> date:
    value = settings[key]
    if not isinstance(value, date):
        message = f"setting {key} must be a date, found {value!r}"
        raise TypeError(message)
    return value


def _read_targets(reader: Reader, *, day: date, audience: Audience, start: date) -> dict[str, Target]:
    """Return the targets of an audience; the committee's where it has none of its own (the coordinator looks along)."""
    order = {Audience.COMMISSIE.value: 0, audience.value: 1}
    rows = [row for row in reader.run(targets_sql(), [day]).rows if row[1] in order]
    rows.sort(key=lambda row: (not row[7], order[row[1]]))
    return {row[0]: _target(row, start=start) for row in rows}


def _target(row: tuple[Any, ...], *, start: date) -> Target:
    code, _, target, floor, min_n, rule, decided_on, is_default = row
    promised = TARGETS[code].fixed_before_start if is_default else _decided_by(start, on=decided_on)
    return Target(
        target=float(target),
        floor=None if floor is None else float(floor),
        min_n=int(min_n),
        evidence_rule=rule,
        retrospective=not promised,
    )


def _decided_by(start: date, *, on: date | None) -> bool:
    """Return whether a target was decided in time; one that nobody dated was not."""
    return on is not None and on <= start
