"""A year of editions as it would be published, and the subtraction of everything readers were given from everything else.

The subtraction is written apart from the release desk: it takes printed numbers only.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from pipelines.metrics.catalogue import FIGURES
from pipelines.release.composing import Wanted, compose
from pipelines.release.edition import Edition
from pipelines.store.home import Home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from tests.lib.figures import CACHE

OUTSIDE = (Audience.PORTAAL, Audience.DE_ALLIANTIE, Audience.GEMEENTE)
EXEMPT = {"participating_tenants", "participating_care_clients", "members_total", "vog_coverage_visits"}
AMOUNTS = {"ratio", "sum"}  # hours and euros: no counts
SMALLEST, FEW = 10, 5
ABOUT_PEOPLE = set("DEFH")  # groups of the catalogue in which a small numerator names somebody

Number = tuple[str, str | None, str, str]  # code, branch, by, key


def published_year(home: Home, days: Sequence[date]) -> list[Edition]:
    """Return an edition for every audience on every day, each knowing all before it."""
    had: list[Edition] = []
    with open_snapshot(home) as snapshot:
        for day in days:
            for audience in OUTSIDE:
                wanted = Wanted(
                    audience=audience, as_of=day, had=tuple(had), withdrawn=frozenset(), demo=True
                )
                had.append(compose(snapshot, wanted, cache=CACHE)[0])
    return had


def printed_counts(edition: Edition) -> dict[Number, tuple[float, float | None]]:
    """Return every printed count with its numerator (None where there is none apart)."""
    found: dict[Number, tuple[float, float | None]] = {}
    for finding in edition.findings:
        if finding.hidden or FIGURES[finding.code].measure.value in AMOUNTS or finding.n is None:
            continue
        n = finding.k if finding.code == "reach_landlord_homes" else finding.n
        found[finding.code, finding.branch, "", ""] = (n, finding.k)
        for part in finding.parts:
            if not part.hidden and part.n is not None:
                found[finding.code, finding.branch, part.by, part.key] = (part.n, part.k)
    return found


def small_findings(editions: Sequence[Edition]) -> Iterator[str]:
    """Yield every small count that stands in an edition or comes out of subtracting one printed number from another."""
    told = [(edition, printed_counts(edition)) for edition in editions]
    for edition, numbers in told:
        for number, (n, k) in numbers.items():
            yield from _said(f"{edition.id} {number}", number, n, k)
        yield from _own_and_others(edition, numbers)
    for (one, first), (other, second) in combinations(told, 2):
        for number in first.keys() & second.keys():
            (n, k), (m, j) = first[number], second[number]
            step = None if k is None or j is None else abs(j - k)
            rest = None if step is None else abs((m - j) - (n - k))
            yield from _said(f"{other.id} - {one.id} {number}", number, abs(m - n), step, rest)
        if one.as_of == other.as_of:
            yield from _branches(one, other, {**first, **second})


def _said(where: str, number: Number, n: float, k: float | None, rest: float | None = None) -> Iterator[str]:
    code, _, by, _ = number
    if code in EXEMPT and not by:
        return
    if 0 < n < SMALLEST:
        yield f"{where}: {n}"
    figure = FIGURES[code]
    shares = figure.measure.value not in {"persons", "cases", "grade", "top_share"}
    if figure.id[0] in ABOUT_PEOPLE and shares and k is not None:
        sides = (k, n - k if rest is None else rest)
        if any(0 < side < FEW for side in sides):
            yield f"{where}: {k} of {n}"


def _own_and_others(edition: Edition, numbers: dict[Number, tuple[float, float | None]]) -> Iterator[str]:
    for (code, branch, by, key), (n, _) in numbers.items():
        if by == "landlord":
            rest = numbers[code, branch, "", ""][0] - n
            if 0 < rest < SMALLEST:
                yield f"{edition.id} {code} without {key}: {rest}"


def _branches(
    one: Edition, other: Edition, numbers: dict[Number, tuple[float, float | None]]
) -> Iterator[str]:
    """Yield small remainders of a total beside its branches, printed for different readers on one day."""
    for code in {number[0] for number in numbers}:
        whole = numbers.get((code, None, "", ""))
        parts = [
            numbers[code, branch, "", ""][0]
            for branch in ("klus", "zorg")
            if (code, branch, "", "") in numbers
        ]
        if whole is None or FIGURES[code].measure.value == "persons":
            continue
        for rest in (whole[0] - sum(parts), *(whole[0] - part for part in parts)):
            if parts and 0 < rest < SMALLEST:
                yield f"{one.id} beside {other.id} {code}: {rest}"
