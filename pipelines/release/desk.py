"""The release desk: the one door. Findings in, what an audience may see out."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from pipelines.evaluate.answers import answer, find
from pipelines.evaluate.engine import Engine
from pipelines.evaluate.finding import Finding
from pipelines.evaluate.frame import Frame, Reader, read_frame
from pipelines.metrics.catalogue import FIGURES
from pipelines.release.behind import Behind
from pipelines.release.edition import Edition
from pipelines.release.hiding import hide_finding
from pipelines.release.periods import Calendar, Node, Size, hidden_periods, sizes_of_months
from pipelines.release.policy import EXACT, Policy
from pipelines.release.released import SEAL, Released
from pipelines.release.showing import Periods, View, released_finding
from pipelines.vocabulary.audiences import Audience, Sight
from pipelines.vocabulary.errors import ReleaseRefused
from pipelines.vocabulary.question import Question
from pipelines.vocabulary.words import release as words


def answer_for(
    reader: Reader,
    *,
    audience: Audience,
    question: Question,
    codes: Sequence[str] | None = None,
    cache: Path | None = None,
    workers: int = 1,
    engine: Engine | None = None,
    in_blocks: bool = False,
) -> Released:
    """Return the figures asked for as that audience may see them; what it may not see is not even computed.

    `in_blocks`: to be drawn, so with the cases in a row of the figures that have them.
    Raises ReleaseRefused for readers outside the organisation: they see editions only.
    """
    if audience.external:
        raise ReleaseRefused(words.EDITIONS_ONLY, action=words.EDITIONS_ONLY_ACTION)
    frame = read_frame(reader, question=question, audience=audience)
    key = audience.threshold_setting
    smallest = None if key is None else frame.number(key)
    policy = Policy(audience=audience, smallest=None if smallest is None else int(smallest))
    wanted = [figure.code for figure in find(codes)]
    seen = [code for code in wanted if policy.sight(code) is not Sight.NOTHING]
    found: Sequence[Finding] = ()
    behind = Behind(
        reader,
        frame=_whole_frame(reader, question, audience=audience),
        cache=cache,
        engine=engine,
        asked=frame,
    )
    if seen:
        found = answer(
            reader,
            question=question,
            codes=seen,
            audience=audience,
            cache=cache,
            workers=workers,
            engine=engine,
        )
    if in_blocks and question.is_about_whole_pilot:
        found = [behind.with_blocks(finding, smallest=policy.smallest) for finding in found]
    return release(
        found,
        policy=policy,
        question=question,
        snapshot=reader.name,
        withheld=[code for code in wanted if code not in seen],
        pilot=(frame.pilot_start, frame.pilot_end),
        behind=None if policy.smallest is None else behind,
    )


def _whole_frame(reader: Reader, question: Question, *, audience: Audience) -> Frame:
    """Return the question about the whole pilot that a reader can ask beside this one."""
    whole = Question(as_of=question.known_on or question.as_of)
    return read_frame(reader, question=whole, audience=audience)


def release(
    findings: Sequence[Finding],
    *,
    policy: Policy,
    question: Question,
    snapshot: str,
    withheld: Sequence[str] = (),
    pilot: tuple[date, date] | None = None,
    behind: Behind | None = None,
) -> Released:
    """Return findings with what is too small hidden, so that nothing hidden can be subtracted from what is shown.

    `pilot`: its first and last day; `behind`: the cases behind the figures over the whole pilot, without which only the
    months of the findings themselves are weighed.
    """
    visible = [finding for finding in findings if policy.sees_branch(finding.code, finding.branch)]
    shown: list[Finding] = []
    for code, group in groupby(visible, key=lambda finding: finding.code):
        own = list(group)
        periods = _periods(code, own, policy=policy, pilot=pilot, behind=behind)
        view = View(policy=policy, question=question, periods=periods, behind=behind)
        shown += _branches([released_finding(finding, view=view) for finding in own])
    return Released(
        audience=policy.audience,
        question=question,
        snapshot=snapshot,
        findings=tuple(shown),
        withheld=tuple(withheld),
        seal=SEAL,
    )


def _periods(
    code: str,
    findings: Sequence[Finding],
    *,
    policy: Policy,
    pilot: tuple[date, date] | None,
    behind: Behind | None,
) -> Periods | None:
    """Return which periods of a figure stay hidden; None where nothing is, or the figure has no months."""
    months = [month.start for finding in findings for month in finding.series]
    if policy.smallest is None or code in EXACT or not months:
        return None
    first, last = pilot or (min(months), max(months))
    calendar = Calendar(start=first, end=last, smallest=policy.smallest)
    sizes: Mapping[str | None, Mapping[Node, Size]]
    if behind is None or FIGURES[code].has_window:
        sizes = {finding.branch: sizes_of_months(finding.series) for finding in findings}
    else:
        sizes = behind.sizes(code, calendar=calendar)
    return Periods(calendar=calendar, hidden=hidden_periods(sizes, calendar=calendar))


def opened(
    edition: Edition, *, codes: Sequence[str] | None = None, question: Question | None = None
) -> Released:
    """Return figures of a frozen edition as they may be shown: the only way from an edition to a Released.

    Without codes the headline figures. `question`: what was asked, if that was more than the edition itself; of its
    branch only, if it names one.
    """
    figures = find(codes)
    wanted = [figure.code for figure in figures]
    order = {code: place for place, code in enumerate(wanted)}
    branch = None if question is None else question.branch
    whole = {figure.code for figure in figures if figure.is_whole or branch is None}
    found = [
        finding
        for finding in edition.findings
        if finding.code in order and (finding.branch == branch or finding.code in whole)
    ]
    return Released(
        audience=edition.audience,
        question=question or Question(as_of=edition.as_of),
        snapshot=edition.id,
        findings=tuple(sorted(found, key=lambda finding: order[finding.code])),
        withheld=tuple(code for code in wanted if code in edition.withheld),
        seal=SEAL,
    )


def _branches(findings: list[Finding]) -> list[Finding]:
    """Hide the second branch too when one is hidden beside the shown total of both."""
    apart = [finding for finding in findings if finding.branch is not None]
    if len(apart) < len(findings) and any(finding.hidden for finding in apart):
        return [hide_finding(finding) if finding.branch is not None else finding for finding in findings]
    return findings
