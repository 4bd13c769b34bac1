"""The rows behind one figure, with names: for the coordinator alone, and never part of a release."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipelines.evaluate.finding import Finding
from pipelines.evaluate.frame import read_frame
from pipelines.metrics.declaration import Figure, Measure
from pipelines.store.home import Home
from pipelines.store.keys import find_key
from pipelines.store.problem import store_problem
from pipelines.store.snapshot import Snapshot, open_snapshot
from pipelines.store.vault import Identity, read_vault
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from pipelines.vocabulary.words import named_rows as words

Row = Mapping[str, Any]
TIMED = {Measure.WAIT, Measure.KEPT, Measure.LOST}
AMOUNTS = {Measure.RATIO, Measure.RATE, Measure.SUM, Measure.TOP_SHARE}


@dataclass(frozen=True, kw_only=True)
class Case:
    """One row behind a figure.

    `number`: of the record, as typed, empty where persons are counted; `name`: who it is about, empty where the vault
    does not say; `counts`: whether it is a hit.
    """

    number: str
    name: str = field(repr=False)
    branch: str
    day: date | None
    counts: bool


@dataclass(frozen=True, kw_only=True)
class NamedRows:
    """The rows of a figure over the whole pilot. `counted`: how many rows the figure rests on; None where it adds up."""

    finding: Finding
    cases: tuple[Case, ...] = field(repr=False)
    counted: int | None


def rows_behind(home: Home, *, code: str, as_of: date) -> NamedRows:
    """Return the rows that count for a figure, by day; as many as the figure says.

    Raises WrongUse for a figure that does not exist, StoreProblem when the rows and the figure do not say the same.
    """
    from pipelines.evaluate.answers import answer, find
    from pipelines.evaluate.counting import rows_of

    figure = find([code])[0]
    question = Question(as_of=as_of)
    with open_snapshot(home) as snapshot:
        asked: dict[str, Any] = {"question": question, "audience": Audience.COORDINATOR}
        found = answer(snapshot, codes=[code], cache=home.cache, **asked)
        rows = rows_of(snapshot, frame=read_frame(snapshot, **asked), code=figure.code, cache=home.cache)
        people = _people(home, snapshot)
    finding = next((one for one in found if one.branch is None), found[0])
    counted = _counted(figure, rows)
    says = _says(figure, finding)
    if says is not None and says != len(counted):
        raise store_problem(words.DO_NOT_AGREE, figure=figure.code)
    cases = tuple(sorted((_case(figure, row, people) for row in counted), key=_order))
    return NamedRows(finding=finding, cases=cases, counted=says)


def _counted(figure: Figure, rows: Sequence[Row]) -> list[Row]:
    """Return the rows the figure rests on: one per person where persons are counted."""
    period = [row for row in rows if row.get("in_window", True)]
    if figure.measure is Measure.PERSONS or figure.total_setting is not None:
        return list({row["person"]: row for row in period if row["hit"]}.values())
    if figure.measure is Measure.CASES:
        return [row for row in period if row["hit"]]
    if figure.measure in TIMED:
        return [row for row in period if row["duration"] is not None]
    return [row for row in period if row["hit"] is not None]


def _says(figure: Figure, finding: Finding) -> int | None:
    """Return how many rows the figure itself says it rests on; None where it adds up hours, euros or events."""
    if figure.measure in AMOUNTS:
        return None
    of_hits = figure.measure in {Measure.PERSONS, Measure.CASES} or figure.total_setting is not None
    number = finding.k if of_hits else finding.n
    return round(number or 0)


def _people(home: Home, snapshot: Snapshot) -> Mapping[str, Identity]:
    number = snapshot.run("SELECT coalesce(max(vault), 0) FROM log.loads").rows[0][0]
    return read_vault(home, key=find_key(home), number=number).people if number else {}


def _case(figure: Figure, row: Row, people: Mapping[str, Identity]) -> Case:
    person, number = str(row["person"]), str(row["case_id"])
    known = people.get(person)
    parts = () if known is None else (known.first_name, known.infix, known.last_name)
    return Case(
        number="" if number == person or number in people else number,
        name=" ".join(part for part in parts if part),
        branch=str(row["branch"] or ""),
        day=row["happened_on"],
        counts=_HITS.get(figure.measure, _hit)(row),
    )


def _hit(row: Row) -> bool:
    return bool(row["hit"])


def _answered(row: Row) -> bool:
    return bool(row["outcome"] == 1)


_HITS: Mapping[Measure, Callable[[Row], bool]] = dict.fromkeys(TIMED, _answered)


def _order(case: Case) -> tuple[date, str]:
    return case.day or date.min, case.number
