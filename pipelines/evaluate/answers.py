"""From a question to findings: figures counted, measured, judged against their targets, with caveats."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pipelines.evaluate.breakdowns import curve, months, parts
from pipelines.evaluate.case import Case
from pipelines.evaluate.counting import Counted, count
from pipelines.evaluate.engine import Engine
from pipelines.evaluate.finding import Finding, Projection
from pipelines.evaluate.frame import Frame, Reader, read_frame
from pipelines.evaluate.measured import Measured
from pipelines.evaluate.projections import project
from pipelines.evaluate.verdicts import Judgement, judge, out_of_reach
from pipelines.metrics.catalogue import BY_ID, FIGURES, HEADLINE
from pipelines.metrics.declaration import Figure, Measure
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import WrongUse
from pipelines.vocabulary.question import Question
from pipelines.vocabulary.words.figures_command import UNKNOWN_FIGURE, UNKNOWN_FIGURE_ACTION

INDICATIVE = 20  # cases; below this a share is an indication. Source: DOMAIN 3.0, SN-B
NO_N = {Measure.PERSONS, Measure.CASES}  # counts: a zero is a fact, not a missing estimate


def answer(
    reader: Reader,
    *,
    question: Question,
    codes: Sequence[str] | None = None,
    audience: Audience = Audience.COMMISSIE,
    cache: Path | None = None,
    workers: int = 1,
    engine: Engine | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of the figures asked for (code names or ids), in that order; without codes the headline 13.

    One finding per figure and branch: a figure of both branches gives one for both together and one for each.
    Targets are those of the audience. `engine`: what computes the figures instead of the reader. Raises WrongUse for a figure that does not exist.
    """
    frame = read_frame(reader, question=question, audience=audience)
    chosen = [figure for figure in find(codes) if _wanted(figure, question)]
    asked = [figure.code for figure in chosen]
    counted = count(reader, frame=frame, codes=asked, cache=cache, workers=workers, engine=engine)
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


def _finding(figure: Figure, counted: Counted, *, frame: Frame, branch: str) -> Finding:
    case = Case(figure=figure, counted=counted, frame=frame, branch=branch)
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


def _with_details(case: Case, finding: Finding) -> Finding:
    drawn = curve(case)
    made = replace(finding, parts=parts(case), curve=drawn, series=months(case))
    return made if drawn is None else replace(made, norm=drawn.norm, norm_unit=drawn.unit)


def _against_target(case: Case, measured: Measured, finding: Finding) -> Finding:
    """Return a finding judged. Of a period, a count has no target: that is about the whole pilot; and none can be added."""
    target, is_whole = case.target, case.frame.period_from <= case.frame.pilot_start
    if target is None:
        return finding
    if not is_whole and case.figure.adds_up:
        return replace(finding, caveats=(*finding.caveats, "whole_pilot_target"))
    projection = _projection(case, measured, target=target.target)
    is_over = case.frame.question.as_of >= case.frame.pilot_end
    judged = judge(
        case.figure, _promised(case, measured), target=target, is_over=is_over, projection=projection
    )
    return replace(
        finding,
        target=target.target,
        floor=target.floor,
        verdict=judged.verdict,
        leaning=judged.leaning,
        more_needed=judged.more_needed if is_whole else None,
        retrospective=target.retrospective,
        projection=projection,
        caveats=tuple(
            dict.fromkeys(
                (
                    *finding.caveats,
                    *judged.caveats,
                    *(_out_of_reach(case, judged, n=measured.n or 0) if is_whole else ()),
                )
            )
        ),
    )


def _out_of_reach(case: Case, judged: Judgement, *, n: float) -> tuple[str, ...]:
    frame = case.frame
    caveat = out_of_reach(
        case.figure,
        judged,
        n=n,
        days=(frame.question.as_of - max(frame.period_from, frame.pilot_start)).days + 1,
        pilot_days=(frame.pilot_end - frame.pilot_start).days + 1,
    )
    return () if caveat is None else (caveat,)


def _promised(case: Case, measured: Measured) -> Measured:
    """Return what the target is about: the value, or one part of it (no red signals)."""
    if case.figure.target_part is None:
        return measured
    by, key = case.figure.target_part
    return Measured(value=case.count(by=by, key=key).n, k=None, n=case.all.n)


def _projection(case: Case, measured: Measured, *, target: float) -> Projection | None:
    if case.figure.measure is not Measure.PERSONS or measured.value is None:
        return None
    return project(observed=measured.value, target=target, frame=case.frame)


def _caveats(case: Case, measured: Measured) -> tuple[str, ...]:
    found: list[str] = [str(caveat) for caveat in measured.caveats]
    if case.figure.measure in NO_N and not measured.n:
        found.append("nothing_counted")
    if measured.n is not None and 0 < measured.n < INDICATIVE and case.figure.measure not in NO_N:
        found.append("indicative")
    if case.all.pending:
        found.append("too_young_left_out")
    if case.target is not None and case.target.retrospective:
        found.append("retrospective_target")
    if case.figure.has_window and case.frame.question.period_from is not None:
        found.append("fixed_window")
    return tuple(dict.fromkeys(found))
