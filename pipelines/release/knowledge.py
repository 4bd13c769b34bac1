"""What readers know: every printed number of every release as a statement about the finest cells.

A finest cell is the smallest group any release can tell apart: one cell of a table within the period between two
editions. A printed total, an earlier edition, a percentage, a hidden cell and the rule that hid it each say something
about a sum of finest cells; together they are attacked.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipelines.release.presolve import Limit
from pipelines.release.reidentification import Problem, refusals
from pipelines.release.whole_rows import Bound, Row, whole_row

ONE_CELL = 1
SUM_MARK = "\0"  # no cell is called so


@dataclass(frozen=True, kw_only=True)
class Said:
    """`low` ≤ sum of weight × finest cell ≤ `high`, whole numbers; None for no limit.

    `source`: where it stands, in words for a person ("editie 2026-1, B6 per verhuurder"). `rule`: not printed, but known
    to who knows how cells are hidden.
    """

    weights: tuple[tuple[str, int], ...]
    low: Bound
    high: Bound
    source: str
    rule: bool = False


@dataclass(frozen=True, kw_only=True)
class Secret:
    """A number nobody may compute: a hidden cell, or a small group that no table prints (new since an edition).

    The sum of its finest cells.
    """

    name: str
    cells: tuple[str, ...]


def printed(cells: Iterable[str], value: int, *, source: str, reaches: tuple[int, int] | None = None) -> Said:
    """Return that these cells sum to a printed value; `reaches`: the counts a rounded value may stand for."""
    low, high = reaches or (value, value)
    return Said(weights=_each(cells), low=low, high=high, source=source)


def equal(cells: Iterable[str], others: Iterable[str], *, source: str, more: int = 0) -> Said:
    """Return that the first cells sum to `more` than the others: two tables of the same cases, or their difference."""
    weights = _sum([*_each(cells), *((name, -weight) for name, weight in _each(others))])
    return Said(weights=weights, low=more, high=more, source=source)


def hidden_small(cells: Iterable[str], *, smallest: int, source: str) -> Said:
    """Return what the rule itself tells of a cell hidden for its size: at least one person, fewer than allowed."""
    return Said(weights=_each(cells), low=1, high=smallest - 1, source=source, rule=True)


def hidden_beside(cells: Iterable[str], *, source: str) -> Said:
    """Return what the rule tells of a cell hidden to protect another: zeros are never hidden, so not zero."""
    return Said(weights=_each(cells), low=1, high=None, source=source, rule=True)


def spread(said: Said, *, finest: Mapping[str, Sequence[str]], source: str) -> Said:
    """Return a statement about the cells of one table as one about the finest cells that each is the sum of."""
    weights = _sum((name, weight) for cell, weight in said.weights for name in finest[cell])
    return replace(said, weights=weights, source=source)


def posed(
    said: Sequence[Said],
    *,
    secrets: Sequence[Secret] = (),
    own: Mapping[str, int] | None = None,
    most: Limit = math.inf,
) -> Problem:
    """Return the problem of an attack: all cells 0 or more (at least what somebody adds to them), all statements.

    Each secret is an unknown too, the sum of its cells. `most`: what no unknown exceeds. Raises InfeasibleRelease when a statement cannot hold.
    """
    sums = [secret for secret in secrets if len(secret.cells) != ONE_CELL]
    names = dict.fromkeys(name for statement in said for name, _ in statement.weights)
    names |= dict.fromkeys(name for secret in secrets for name in secret.cells)
    places = {name: place for place, name in enumerate([*names, *map(unknown_of, sums)])}
    meant = [
        Said(weights=((unknown_of(secret), -1), *_each(secret.cells)), low=0, high=0, source="")
        for secret in sums
    ]
    with refusals():
        rows = tuple(_row(statement, places) for statement in (*said, *meant))
    lows = tuple((own or {}).get(name, 0) for name in places)
    return Problem(tuple(places), rows, lows, (most,) * len(places))


def unknown_of(secret: Secret) -> str:
    """Return the name of the unknown of a posed problem that is the secret."""
    return secret.cells[0] if len(secret.cells) == ONE_CELL else SUM_MARK + secret.name


def _row(statement: Said, places: Mapping[str, int]) -> Row:
    weights = {places[name]: weight for name, weight in statement.weights}
    return whole_row(weights, low=statement.low, high=statement.high)


def connected(said: Sequence[Said], *, secret: Secret) -> tuple[Said, ...]:
    """Return the statements that can tell anything about a secret: those tied to its cells, directly or by others."""
    reached, fresh = set(secret.cells), set(secret.cells)
    touching: dict[str, list[int]] = {}
    for number, statement in enumerate(said):
        for name, _ in statement.weights:
            touching.setdefault(name, []).append(number)
    taken: set[int] = set()
    while fresh:
        found = {number for name in fresh for number in touching.get(name, ())} - taken
        taken |= found
        fresh = {name for number in found for name, _ in said[number].weights} - reached
        reached |= fresh
    return tuple(said[number] for number in sorted(taken))


def _each(cells: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return _sum((name, 1) for name in cells)


def _sum(weights: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    total: dict[str, int] = {}
    for name, weight in weights:
        total[name] = total.get(name, 0) + weight
    return tuple((name, weight) for name, weight in total.items() if weight)
