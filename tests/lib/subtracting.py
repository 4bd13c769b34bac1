"""What readers who lay editions side by side can subtract; counted from the printed numbers alone, apart from the desk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pipelines.metrics.catalogue import FIGURES
from pipelines.release.edition import Edition

# Exact for everyone: the pilot's public promise, or a fact about the organisation. Source: RULES 4.
EXEMPT = {"participating_tenants", "participating_care_clients", "members_total", "vog_coverage_visits"}
SMALLEST = 10  # persons or cases in a group, or in what is new between two editions
SMALLEST_SIDE = 5  # about care, helpers and complaints: in the numerator and in the rest
OVERLAPPING = {"themes", "skills"}  # breakdowns of which the parts do not add up
NEITHER = {  # a case can be of neither branch: what is left of a total is not the other branch
    "contacts_by_type", "contact_first_answer", "complaint_rate", "complaint_in_term", "complaint_themes",
    "cost_per_service",
}  # fmt: skip
AMOUNTS = {"ratio", "sum", "grade", "top_share"}  # measures whose k counts nobody


@dataclass(frozen=True)
class Told:
    """A group with its printed or subtracted numbers, and the edition it is known from."""

    k: float
    n: float
    edition: str

    def without(self, other: "Told") -> "Told":
        return Told(self.k - other.k, self.n - other.n, f"{self.edition} - {other.edition}")


Group = tuple[str, ...]


def told(editions: Iterable[Edition], code: str) -> dict[date, dict[Group, list[Told]]]:
    """Return per date every group of a figure that is printed, or the rest of one that is printed."""
    found: dict[date, dict[Group, list[Told]]] = {}
    for edition in editions:
        for finding in edition.findings:
            if finding.code == code and not finding.hidden and finding.n is not None:
                known = found.setdefault(edition.as_of, {})
                top = finding.branch if len(FIGURES[code].branches) > 1 and finding.branch else "samen"
                known.setdefault((top,), []).append(_told(finding, edition.id))
                for part in finding.parts:
                    if not part.hidden and part.n is not None:
                        known.setdefault((top, part.by, part.key), []).append(_told(part, edition.id))
    for known in found.values():
        for group, rest in list(_rests(known, both=code not in NEITHER)):
            known.setdefault(group, []).append(rest)
    return found


def _told(shown, edition: str) -> Told:
    return Told(shown.n if shown.k is None else shown.k, shown.n, edition)


def _rests(known: dict[Group, list[Told]], *, both: bool) -> Iterator[tuple[Group, Told]]:
    for branch, other in (("klus", "zorg"), ("zorg", "klus")):
        for whole in known.get(("samen",), []):
            for part in known.get((branch,), []):
                yield ("samen zonder", branch), whole.without(part)
                if both and (other,) not in known:
                    yield (other,), whole.without(part)
    for group, parts in known.items():
        if len(group) > 1 and group[1] not in OVERLAPPING:
            for whole in known[(group[0],)]:
                for part in parts:
                    yield (*group, "zonder"), whole.without(part)


def small_groups(editions: Iterable[Edition]) -> list[str]:
    """Return the groups that are printed, or follow from what is printed, with too few behind them."""
    return [
        f"{code} {day} {group}: {one}"
        for code, days in _all_told(editions)
        for day, known in days.items()
        for group, several in known.items()
        for one in several
        if _few(one.n, SMALLEST) or (_sensitive(code, group) and _any_few(one.k, one.n - one.k))
    ]


def small_differences(editions: Iterable[Edition]) -> list[str]:
    """Return the groups of which two editions together tell how many came or went, when those are few."""
    return [
        f"{code} {group}: {then} and {now}"
        for code, days in _all_told(editions)
        for earlier, later in [*combinations(sorted(days), 2), *((day, day) for day in days)]
        for group in days[earlier].keys() & days[later].keys()
        for then in days[earlier][group]
        for now in days[later][group]
        if _close(code, group, then, now)
    ]


def _close(code: str, group: Group, then: Told, now: Told) -> bool:
    cases, hits = now.n - then.n, now.k - then.k
    return _few(abs(cases), SMALLEST) or (_sensitive(code, group) and _any_few(abs(hits), abs(cases - hits)))


def _all_told(editions: Iterable[Edition]) -> Iterator[tuple[str, dict[date, dict[Group, list[Told]]]]]:
    kept = tuple(editions)
    for code in FIGURES.keys() - EXEMPT:
        yield code, told(kept, code)


def _sensitive(code: str, group: Group) -> bool:
    figure = FIGURES[code]
    if figure.measure.value in AMOUNTS:
        return False
    return figure.id[0] in "DEFH" or (group[0] == "zorg" and figure.id[0] in "CG")


def _any_few(*numbers: float) -> bool:
    return any(_few(number, SMALLEST_SIDE) for number in numbers)


def _few(number: float, smallest: int) -> bool:
    return 0 < number < smallest
