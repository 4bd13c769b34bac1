"""Subtracts what is known inside a longer sum: last quarter's total out of this quarter's, a shown cell out of a row."""

from collections.abc import Iterable, Sequence

from pipelines.release.whole_rows import Row, tidy


def without_contained(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with every equation that lies whole within another row taken out of it; raises Contradiction.

    Says the same as before with fewer terms: what differs between two editions is then a row of its own.
    The longest go first: of twelve growing totals each then loses the one before it, once.
    """
    left = list(rows)
    touching = _touching(left)
    for number in sorted(range(len(left)), key=lambda number: -len(left[number].terms)):
        part = left[number]
        if not part.terms or part.low is None or part.low != part.high:
            continue
        for other in _rows_with_all(part, touching) - {number}:
            shorter = _minus(left[other], part)
            if shorter is not None:
                _forget(touching, other, part)
                left[other] = shorter
    return tuple(left)


def _touching(rows: Sequence[Row]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for number, row in enumerate(rows):
        for place, _ in row.terms:
            found.setdefault(place, set()).add(number)
    return found


def _rows_with_all(part: Row, touching: dict[int, set[int]]) -> set[int]:
    groups: Iterable[set[int]] = sorted((touching[place] for place, _ in part.terms), key=len)
    return set.intersection(*groups)


def _minus(row: Row, part: Row) -> Row | None:
    """Return row - times × part where that leaves nothing of the part's unknowns, else None."""
    weights = dict(row.terms)
    times, rest = divmod(weights[part.terms[0][0]], part.terms[0][1])
    if rest or any(weights[place] != times * weight for place, weight in part.terms):
        return None
    gone = {place for place, _ in part.terms}
    taken = times * (part.low or 0)
    low = None if row.low is None else row.low - taken
    high = None if row.high is None else row.high - taken
    return tidy(Row(tuple(term for term in row.terms if term[0] not in gone), low, high))


def _forget(touching: dict[int, set[int]], number: int, part: Row) -> None:
    for place, _ in part.terms:
        touching[place].discard(number)
