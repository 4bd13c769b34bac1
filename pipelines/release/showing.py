"""One figure of today as readers inside the organisation may see it: what is small hidden, and what would give it away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from pipelines.evaluate.finding import Finding, Part
from pipelines.metrics.catalogue import FIGURES
from pipelines.metrics.declaration import BESIDE, Measure, Period
from pipelines.release.behind import Behind
from pipelines.release.groups import OTHERS
from pipelines.release.hiding import (
    BREAKDOWN_LEFT_OUT,
    CURVE_CUT,
    HIDDEN_BESIDE,
    TOO_FEW_TO_SHOW,
    cut_curve,
    hide_cells,
    hide_finding,
    hide_months,
)
from pipelines.release.periods import Calendar, Node
from pipelines.release.policy import EXACT, SENSITIVE, Policy
from pipelines.vocabulary.audiences import Sight
from pipelines.vocabulary.question import Question

MEDIANS = {"working days", "days"}  # units of a value that is read off a curve
HORIZON = "horizon"  # parts that repeat the value, at other times
JUDGED_LATER = {Measure.SHARE, Measure.IN_TIME}  # a case can be too young on the last day of its month
COUNTS = {Measure.PERSONS, Measure.CASES}
SMALL = 5  # external, sensitive: k and n - k below this name somebody. Source: DOMAIN 3.0, SN-B


@dataclass(frozen=True, kw_only=True)
class Periods:
    """The periods of a figure that stay hidden, per branch."""

    calendar: Calendar
    hidden: Mapping[str | None, frozenset[Node]]


@dataclass(frozen=True, kw_only=True)
class View:
    """Who looks, and at what. `periods`: None where no period of the figure is hidden for another; `behind`: the cases."""

    policy: Policy
    question: Question
    periods: Periods | None
    behind: Behind | None

    def hidden(self, branch: str | None) -> frozenset[Node]:
        """Return the periods of a branch that stay hidden."""
        return self.periods.hidden.get(branch, frozenset()) if self.periods else frozenset()

    def is_hidden_period(self, finding: Finding) -> bool:
        """Whether the period asked for stays hidden beside the others."""
        if self.periods is None or FIGURES[finding.code].period is not Period.CASES:
            return False  # its periods do not add up to the whole
        return self.periods.calendar.node_of(self.question) in self.hidden(finding.branch)

    def is_of_one_person(self, finding: Finding) -> bool:
        """Whether nearly all hours or euros are one person's."""
        return self.behind is not None and self.behind.is_of_one_person(finding)

    def late(self, finding: Finding) -> Mapping[date, frozenset[str]]:
        """Return per month of a period that is over whose cases were counted by its last day and are not today, or since."""
        figure, asked = FIGURES[finding.code], self.question
        over = asked.period_from is not None and asked.known_on is not None and asked.as_of < asked.known_on
        judged = figure.period is Period.CASES and figure.measure in JUDGED_LATER
        if self.behind is None or not over or not judged:
            return {}
        return self.behind.late(finding.code, finding.branch if len(figure.branches) > 1 else None)

    def has_few_late(self, finding: Finding) -> bool:
        """Whether the period as it stood on its last day, beside what is told of it today, tells of a few persons."""
        late = self.late(finding)
        last = self.question.as_of.replace(day=1)
        groups = (late.values(), (persons for month, persons in late.items() if month != last))
        return any(self.policy.too_few(len(frozenset().union(*group))) for group in groups)


def released_finding(finding: Finding, *, view: View) -> Finding:
    """Return a finding as it may be seen."""
    policy = view.policy
    exact = (
        finding.code in EXACT and view.question.period_from is None
    )  # of the whole pilot only. Source: RULES 4
    if not exact and (_is_small(finding, policy=policy) or view.is_of_one_person(finding)):
        return hide_finding(finding)
    if not exact and view.is_hidden_period(finding):
        return hide_finding(finding, caveat=HIDDEN_BESIDE)
    if not exact and view.has_few_late(finding):
        return hide_finding(finding, caveat=HIDDEN_BESIDE)
    details = policy.sight(finding.code) in {Sight.NAMES, Sight.DETAILS}
    made = _with_parts(finding, view=view)
    made = replace(made, pending=0) if policy.too_few(finding.pending) else made
    made = _with_curve(made, policy=policy) if details else replace(made, curve=None)
    if not details:
        return replace(made, series=(), blocks=())
    return made if exact and not policy.audience.external else _with_series(made, view=view)


def _is_small(finding: Finding, *, policy: Policy) -> bool:
    if policy.too_few(finding.persons):
        return True
    if not policy.audience.external or finding.id[0] not in SENSITIVE:
        return False
    k, n = finding.k, finding.n
    return k is not None and n is not None and (0 < k < SMALL or 0 < n - k < SMALL)


def _with_parts(finding: Finding, *, view: View) -> Finding:
    kept: list[Part] = []
    left_out = False
    for by, cells in groupby(finding.parts, key=lambda part: part.by):
        parts = tuple(cells)
        if not view.policy.parts_allowed(finding.code, by):
            continue
        hidden = (
            None if _of_a_period(finding, by, view=view) else _hidden_parts(finding, by, parts, view=view)
        )
        left_out = left_out or (hidden is None and by != BESIDE)
        kept += hidden or ()
    caveats = (*finding.caveats, BREAKDOWN_LEFT_OUT) if left_out else finding.caveats
    return replace(finding, parts=tuple(kept), caveats=caveats)


def _of_a_period(finding: Finding, by: str, *, view: View) -> bool:
    """Whether these are parts of a month or quarter: with those of the other periods and the whole they would add up."""
    whole = view.policy.smallest is None or view.question.period_from is None
    return not whole and by != HORIZON and not FIGURES[finding.code].has_window


def _hidden_parts(
    finding: Finding, by: str, parts: tuple[Part, ...], *, view: View
) -> tuple[Part, ...] | None:
    figure = FIGURES[finding.code]
    if by in figure.multi and figure.measure in COUNTS:
        return tuple(_merged(finding, by, parts, view=view))
    return hide_cells(parts, policy=view.policy, additive=by != BESIDE and by not in figure.multi)


def _merged(finding: Finding, by: str, parts: tuple[Part, ...], *, view: View) -> Iterator[Part]:
    """Yield parts that may overlap; the small ones stand together where they are enough persons together."""
    small = [part for part in parts if view.policy.too_few(part.persons)]
    yield from (part for part in parts if part not in small)
    if not small:
        return
    keys = [part.key for part in small]
    persons = view.behind.together(finding, by, keys) if view.behind and len(small) > 1 else 0
    if persons and not view.policy.too_few(persons):
        yield Part(by=by, key=OTHERS, value=persons, k=persons, n=persons, persons=persons)
    else:
        yield from (part for part in hide_cells(small, policy=view.policy, additive=False) or ())


def _with_series(finding: Finding, *, view: View) -> Finding:
    gone = {day for kind, day in view.hidden(finding.branch) if kind == "month" and not isinstance(day, int)}
    gone |= {month for month, persons in view.late(finding).items() if view.policy.too_few(len(persons))}
    hidden = hide_months(finding.series, hidden=gone)
    if hidden is None:
        caveats = tuple(dict.fromkeys((*finding.caveats, BREAKDOWN_LEFT_OUT)))
        return replace(finding, series=(), blocks=(), caveats=caveats)
    kept = tuple(block for block in finding.blocks if block.start.replace(day=1) not in gone)
    return replace(finding, series=hidden, blocks=kept)


def _with_curve(finding: Finding, *, policy: Policy) -> Finding:
    if finding.curve is None:
        return finding
    curve = cut_curve(finding.curve, policy=policy)
    caveats = finding.caveats if curve == finding.curve else (*finding.caveats, CURVE_CUT)
    made = replace(finding, curve=curve, caveats=caveats)
    read_off = finding.unit in MEDIANS and finding.value is not None
    if read_off and (curve is None or curve.median is None):
        return replace(made, value=None, low=None, high=None, caveats=(*caveats, TOO_FEW_TO_SHOW))
    return made
