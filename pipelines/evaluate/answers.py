"""From a question to findings: figures counted, measured, judged against their targets, with caveats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from pipelines.evaluate.counting import Count, Counted, count
from pipelines.evaluate.finding import Curve, Finding, Month, Part, Projection
from pipelines.evaluate.frame import Frame, Reader, Target, read_frame
from pipelines.evaluate.measured import Measured, measure, share
from pipelines.evaluate.projections import project
from pipelines.evaluate.verdicts import judge
from pipelines.evaluate.waits import curve_of
from pipelines.metrics.catalogue import BY_ID, FIGURES, HEADLINE
from pipelines.metrics.counts import BESIDE, MONTH
from pipelines.metrics.declaration import Figure, Measure
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import WrongUse
from pipelines.vocabulary.question import Question
from pipelines.vocabulary.words.figures import UNKNOWN_FIGURE, UNKNOWN_FIGURE_ACTION

INDICATIVE = 20  # cases; below this a share is an indication. Source: DOMAIN 3.0, SN-B
NO_N = {Measure.PERSONS, Measure.CASES}  # counts: a zero is a fact, not a missing estimate


def answer(
    reader: Reader,
    *,
    question: Question,
    codes: Sequence[str] | None = None,
    audience: Audience = Audience.COMMISSIE,
    cache: Path | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of the figures asked for (code names or ids), in that order; without codes the headline 13.

    One finding per figure and branch: a figure of both branches gives one for both together and one for each.
    Targets are those of the audience. Raises WrongUse for a figure that does not exist.
    """
    frame = read_frame(reader, question=question, audience=audience)
    chosen = [figure for figure in find(codes) if _wanted(figure, question)]
    counted = count(reader, frame=frame, codes=[figure.code for figure in chosen], cache=cache)
    return tuple(
        _finding(figure, counted[figure.code], frame=frame, branch=branch)
        for figure in chosen
        for branch in _branches(figure, question)
    )


def find(codes: Sequence[str] | None) -> list[Figure]:
    """Return the figures with those code names or ids, each once; without codes the headline figures."""
    wanted = HEADLINE if not codes else dict.fromkeys(BY_ID.get(code.upper(), code.lower()) for code in codes)
    missing = [code for code in wanted if code not in FIGURES]
    if missing:
        raise WrongUse(UNKNOWN_FIGURE.format(codes=", ".join(missing)), action=UNKNOWN_FIGURE_ACTION)
    return [FIGURES[code] for code in wanted]


def _wanted(figure: Figure, question: Question) -> bool:
    return question.branch is None or figure.is_whole or question.branch in figure.branches


def _branches(figure: Figure, question: Question) -> Iterable[str]:
    """Return the branches of the lines to read: "" is all cases of the figure together."""
    if len(figure.branches) == 1:
        return ("",)
    return ("", *figure.branches) if question.branch is None else (question.branch,)


@dataclass(frozen=True, kw_only=True)
class _Case:
    """What the steps below share: a figure, its lines, and which branch's line is read."""

    figure: Figure
    counted: Counted
    frame: Frame
    branch: str

    @property
    def all(self) -> Count:
        return self.counted.count(branch=self.branch)

    @property
    def target(self) -> Target | None:
        return self.frame.targets.get(self.figure.code)

    def measured(self, *, by: str = "", key: str = "") -> Measured:
        """Return the number of a group of the cases."""
        counts = self.counted.count(branch=self.branch, by=by, key=key)
        held = self.counted.distribution(branch=self.branch, by=by, key=key)
        return measure(self.figure, counts, held)


def _finding(figure: Figure, counted: Counted, *, frame: Frame, branch: str) -> Finding:
    case = _Case(figure=figure, counted=counted, frame=frame, branch=branch)
    measured = case.measured()
    own = branch or (figure.branches[0] if len(figure.branches) == 1 else "")
    finding = Finding(
        id=figure.id,
        code=figure.code,
        branch=own or None,
        value=measured.value,
        k=measured.k,
        n=measured.n,
        low=measured.low,
        high=measured.high,
        unit=figure.unit,
        as_of=frame.question.as_of,
        persons=case.all.persons,
        pending=case.all.pending,
        caveats=_caveats(case, measured),
    )
    return _against_target(case, measured, _with_details(case, finding))


def _with_details(case: _Case, finding: Finding) -> Finding:
    parts = (*_parts(case), *_shares_of_all(case), *_beside(case))
    return replace(finding, parts=parts, curve=_curve(case), series=_months(case))


def _against_target(case: _Case, measured: Measured, finding: Finding) -> Finding:
    target = case.target
    if target is None:
        return finding
    projection = _projection(case, measured, target=target.target)
    is_over = case.frame.question.as_of >= case.frame.pilot_end
    judged = judge(case.figure, measured, target=target, is_over=is_over, projection=projection)
    return replace(
        finding,
        target=target.target,
        floor=target.floor,
        verdict=judged.verdict,
        leaning=judged.leaning,
        more_needed=judged.more_needed,
        retrospective=target.retrospective,
        projection=projection,
        caveats=tuple(dict.fromkeys((*finding.caveats, *judged.caveats))),
    )


def _projection(case: _Case, measured: Measured, *, target: float) -> Projection | None:
    if case.figure.measure is not Measure.PERSONS or measured.value is None:
        return None
    return project(observed=measured.value, target=target, frame=case.frame)


def _parts(case: _Case) -> list[Part]:
    return [
        _part(case, by=by, key=key)
        for by in case.figure.parts
        for key in case.counted.keys(branch=case.branch, by=by)
    ]


def _part(case: _Case, *, by: str, key: str) -> Part:
    measured = case.measured(by=by, key=key)
    return _as_part(measured, by=by, key=key, persons=_persons(case, by=by, key=key))


def _shares_of_all(case: _Case) -> list[Part]:
    """Return parts as shares of the whole: of all cases judged, so many had this reason."""
    found = []
    for by in case.figure.shares_of_all:
        for key in case.counted.keys(branch=case.branch, by=by):
            cases = case.counted.count(branch=case.branch, by=by, key=key).n
            measured = share(min(cases, case.all.n), case.all.n)
            found.append(_as_part(measured, by=by, key=key, persons=_persons(case, by=by, key=key)))
    return found


def _beside(case: _Case) -> list[Part]:
    """Return what stands beside the figure: a count, or a share where some cases do not have it."""
    found = []
    for key in (*case.figure.beside, *case.figure.distinct):
        counts = case.counted.count(branch=case.branch, by=BESIDE, key=key)
        measured = _beside_value(case, counts, is_distinct=key in case.figure.distinct)
        found.append(_as_part(measured, by=BESIDE, key=key, persons=counts.persons_hit))
    return found


def _beside_value(case: _Case, counts: Count, *, is_distinct: bool) -> Measured:
    if counts.n > counts.k:
        return share(counts.k, counts.n)
    in_persons = case.figure.measure is Measure.PERSONS and not is_distinct
    number = counts.persons_hit if in_persons else counts.k
    return Measured(value=number, k=number, n=case.all.cases)


def _as_part(measured: Measured, *, by: str, key: str, persons: int) -> Part:
    return Part(
        by=by,
        key=key,
        value=measured.value,
        k=measured.k,
        n=measured.n,
        persons=persons,
        low=measured.low,
        high=measured.high,
    )


def _persons(case: _Case, *, by: str, key: str) -> int:
    return case.counted.count(branch=case.branch, by=by, key=key).persons


def _curve(case: _Case) -> Curve | None:
    figure = case.figure
    if not figure.has_curve or figure.time_unit is None:
        return None
    norm = None if figure.norm is None else case.frame.number(figure.norm)
    return curve_of(case.counted.distribution(branch=case.branch), unit=figure.time_unit, norm=norm)


def _months(case: _Case) -> tuple[Month, ...]:
    as_of = case.frame.question.as_of
    return tuple(
        _month(case, key=key, as_of=as_of) for key in case.counted.keys(branch=case.branch, by=MONTH)
    )


def _month(case: _Case, *, key: str, as_of: date) -> Month:
    measured = case.measured(by=MONTH, key=key)
    start = date(int(key) // 100, int(key) % 100, 1)
    following = (start + timedelta(days=32)).replace(day=1)
    return Month(
        start=start,
        value=measured.value,
        k=measured.k,
        n=measured.n,
        persons=_persons(case, by=MONTH, key=key),
        complete=following - timedelta(days=1) <= as_of,
    )


def _caveats(case: _Case, measured: Measured) -> tuple[str, ...]:
    found: list[str] = [str(caveat) for caveat in measured.caveats]
    if measured.n is not None and 0 < measured.n < INDICATIVE and case.figure.measure not in NO_N:
        found.append("indicative")
    if case.all.pending:
        found.append("too_young_left_out")
    if case.target is not None and case.target.retrospective:
        found.append("retrospective_target")
    if case.figure.has_window and case.frame.question.period_from is not None:
        found.append("fixed_window")
    return tuple(dict.fromkeys(found))
