"""What readers can work out who lay all numbers of all figures and editions together; written apart from the desk.

Each printed number is a set of cases, read from the rows behind the figure. Cases that stand in the same sets cannot be
told apart: they are one column. A reader who knows which set lies within which subtracts them, again and again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.frame import read_frame
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.edition import Edition
from pipelines.release.row_space import small_groups
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question
from tests.lib.figures import CACHE
from tests.lib.subtracting import EXEMPT, SMALLEST, SMALLEST_SIDE

NEAR = 1e-8
CHUNK = 1_000  # sets compared at a time with all others
MERGED = "andere_onderwerpen"  # parts that overlap, together
ORGANISATION = "record_completeness"  # says of a record whose it is only where no other figure does
SERVICES = {"coordination_hours_per_service", "cost_per_service"}  # their n counts services


@dataclass(frozen=True)
class Printed:
    """A number of an edition: what it is called, the cases it counts, and whether it is a side (k) of another."""

    name: str
    code: str
    cases: frozenset[str]
    side: bool


class Together:
    """All printed numbers, each set of cases once. `person`: whose a case is."""

    def __init__(self, printed: Iterable[Printed], person: dict[str, str]) -> None:
        found: dict[frozenset[str], Printed] = {}
        for one in printed:
            if one.cases and (one.cases not in found or found[one.cases].side):
                found[one.cases] = one
        self.printed = list(found.values())
        self.person = person

    @cached_property
    def columns(self) -> list[list[str]]:
        """Cases that stand in the same sets."""
        marks: dict[str, list[int]] = {}
        for number, one in enumerate(self.printed):
            for case in one.cases:
                marks.setdefault(case, []).append(number)
        found: dict[tuple[int, ...], list[str]] = {}
        for case, own in marks.items():
            found.setdefault(tuple(own), []).append(case)
        return list(found.values())

    @cached_property
    def sets(self) -> np.ndarray:
        """Per printed number the columns it is the sum of (ones and zeros)."""
        where = {case: place for place, own in enumerate(self.columns) for case in own}
        made = np.zeros((len(self.printed), len(self.columns)), np.float32)
        for number, one in enumerate(self.printed):
            made[number, sorted({where[case] for case in one.cases})] = 1
        return made

    @cached_property
    def persons(self) -> np.ndarray:
        """Per column who is in it."""
        numbers = {person: place for place, person in enumerate(sorted(set(self.person.values())))}
        made = np.zeros((len(self.columns), len(numbers)), np.float32)
        for place, own in enumerate(self.columns):
            made[place, [numbers[self.person[case]] for case in own]] = 1
        return made

    def few(self, sets: np.ndarray, limits: np.ndarray) -> np.ndarray:
        """Return which sets have somebody in them, but fewer persons than their limit."""
        count = (sets @ self.persons > 0).sum(axis=1)
        return (count > 0) & (count < limits)


def together(home: Home, editions: Sequence[Edition]) -> Together:
    """Return every number these editions print, with the cases behind it as the warehouse has them."""
    person: dict[str, str] = {}
    printed: list[Printed] = []
    rows: dict[tuple[str, object], list[dict]] = {}
    with open_snapshot(home) as snapshot:
        for edition in editions:
            for finding in edition.findings:
                if finding.hidden:
                    continue
                key = (finding.code, edition.as_of)
                if key not in rows:
                    question = Question(as_of=edition.as_of)
                    frame = read_frame(snapshot, question=question, audience=Audience.COMMISSIE)
                    rows[key] = rows_of(snapshot, frame=frame, code=finding.code, cache=CACHE)
                printed += _printed(edition.id, finding, rows[key], person)
    return Together(printed, person)


def _printed(edition: str, finding, rows: list[dict], person: dict[str, str]) -> Iterator[Printed]:
    figure = FIGURES[finding.code]
    apart = len(figure.branches) > 1 and finding.branch is not None
    own = [row for row in rows if row["hit"] is not None and not (apart and row["branch"] != finding.branch)]
    told = [("", finding, own)]
    for part in finding.parts:
        if not part.hidden and part.key != MERGED:
            kept = [row for row in own if part.key in str(row.get(part.by) or "onbekend").split(";")]
            told.append((f" {part.by} {part.key}", part, kept))
    for where, shown, counted in told:
        for side, cases, number in _sides(figure, shown, counted, sensitive=_sensitive(finding)):
            assert len(cases) == number, f"{edition} {finding.id}{where}: {len(cases)} and {number}"
            for case, whose in cases.items():
                if finding.code != ORGANISATION or case not in person:
                    person[case] = whose
            if not (side and finding.code in EXEMPT):
                name = f"{edition} {finding.id} {finding.branch or ''}{where}{' k' if side else ''}"
                yield Printed(name, finding.code, frozenset(cases), side)


def _sides(figure, shown, rows: list[dict], *, sensitive: bool) -> Iterator[tuple[bool, dict, float]]:
    """Yield (is a side, cases with their persons, the printed number) of one printed number."""
    measure, hits = figure.measure.value, [row for row in rows if row["hit"]]
    if measure == "persons" or figure.total_setting is not None:
        yield False, _cases(hits, by="person"), shown.k
    elif measure == "rate":
        yield False, _cases([row for row in rows if row["lower"]]), shown.n
        yield True, _cases([row for row in rows if row["upper"]]), shown.k
    elif figure.code in SERVICES:
        yield False, _cases([row for row in hits if row["lower"]]), shown.n
    elif measure == "top_share":
        yield False, _cases(rows, by="person"), shown.n
    elif measure != "ratio":
        timed = measure in {"wait", "kept", "lost"}
        judged = hits if measure == "cases" else rows
        judged = [row for row in judged if not timed or row["duration"] is not None]
        by = "person" if figure.grain == "helper" else "case_id"
        yield False, _cases(judged, by=by), shown.n if shown.n is not None else shown.value
        if sensitive and measure in {"share", "in_time", "wait"}:
            answered = [row for row in judged if (row["outcome"] == 1 if timed else row["hit"])]
            yield True, _cases(answered, by=by), shown.k


def _cases(rows: list[dict], *, by: str = "case_id") -> dict[str, str]:
    return {str(row[by]): str(row["person"]) for row in rows}


def _sensitive(finding) -> bool:
    """Whether a small numerator names somebody: care, helpers, complaints."""
    return finding.id[0] in "DEFH" or (finding.id[0] in "CG" and finding.branch == "zorg")


def few_left(all_told: Together) -> list[str]:
    """Return what is left of up to four printed numbers, subtracted from each other, with too few persons behind it."""
    told = all_told.printed
    sets = all_told.sets
    limits = np.array([SMALLEST_SIDE if one.side else SMALLEST for one in told])
    inner, outer = _nested(sets, sets)
    rests = sets[outer] - sets[inner]
    rest_limits = np.minimum(limits[inner], limits[outer])
    rest_of = [(int(one), int(other)) for one, other in zip(outer, inner, strict=True)]
    everything = np.vstack([sets, rests])
    every_limit = np.concatenate([limits, rest_limits])
    every_of = [(number,) for number in range(len(told))] + rest_of
    known = {row.tobytes() for row in sets}
    found: dict[bytes, str] = {}
    for start in range(0, len(everything), CHUNK):
        one, other = _nested(everything[start : start + CHUNK], everything)
        left = everything[other] - everything[start + one]
        few = all_told.few(left, np.minimum(every_limit[start + one], every_limit[other]))
        for place in np.flatnonzero(few):
            of = (*every_of[other[place]], *every_of[start + one[place]])
            if len({told[number].code for number in of} - EXEMPT) > 1 and left[place].tobytes() not in known:
                found.setdefault(left[place].tobytes(), " - ".join(told[number].name for number in of))
    return list(found.values())


def _nested(some: np.ndarray, others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of which the first lies within the second and is smaller."""
    sizes, other_sizes = some.sum(axis=1), others.sum(axis=1)
    return np.nonzero(
        (some @ others.T == sizes[:, None]) & (sizes[:, None] < other_sizes[None, :]) & (sizes[:, None] > 0)
    )


def pinned_down(all_told: Together, *, sides: bool) -> list[str]:
    """Return the groups whose number any sum and difference of printed numbers gives, with too few persons behind them.

    For readers who know which finest groups nobody is in, more than a reader can know. `sides`: with numerators too.
    """
    kept, public = _numbers(all_told, sides=sides)
    alone = np.eye(len(all_told.columns), dtype=np.float32)
    few = all_told.few(alone, np.full(len(alone), SMALLEST_SIDE if sides else SMALLEST))
    found = _determined(all_told.sets[kept]) - _determined(all_told.sets[public])
    return [str(len(all_told.columns[place])) for place in sorted(found) if few[place]]


def follow(all_told: Together, *, sides: bool) -> list[str]:
    """Return the small groups, of however many finest ones, that any sum and difference of printed numbers gives.

    As `pinned_down`, which takes the finest groups one by one.
    """
    kept, public = _numbers(all_told, sides=sides)
    sets, persons = all_told.sets[kept].astype(float), all_told.persons > 0
    free = _free(all_told.sets[public].astype(float))
    found = small_groups(sets, persons, most=(SMALLEST_SIDE if sides else SMALLEST) - 1)
    return [_named(all_told, group) for group in found if np.abs(free @ group).max(initial=0) > NEAR]


def _named(all_told: Together, group: np.ndarray) -> str:
    cases = sum(len(all_told.columns[place]) for place in np.flatnonzero(group))
    return f"{cases} cases of {(all_told.persons[group] > 0).any(axis=0).sum()} persons"


def _numbers(all_told: Together, *, sides: bool) -> tuple[list[int], list[int]]:
    """Return the places of all numbers, and of those that are exact for everyone."""
    kept = [number for number, one in enumerate(all_told.printed) if sides or not one.side]
    return kept, [number for number in kept if all_told.printed[number].code in EXEMPT]


def _determined(rows: np.ndarray) -> set[int]:
    """Return the columns that follow from these sums."""
    used = np.flatnonzero(rows.sum(axis=0))
    free = _free(rows[:, used].astype(float))
    return {int(used[place]) for place in np.flatnonzero(np.abs(free).max(axis=0, initial=0) < NEAR)}


def _free(rows: np.ndarray) -> np.ndarray:
    """Return the directions in which groups can change without any of these sums changing."""
    _, strengths, directions = np.linalg.svd(rows, full_matrices=True)
    return directions[int((strengths > NEAR).sum()) :]
