"""The release desk: the one door. Findings in, what an audience may see out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from pipelines.evaluate.answers import answer, find
from pipelines.evaluate.engine import Engine
from pipelines.evaluate.finding import Finding, Part
from pipelines.evaluate.frame import Reader, read_settings
from pipelines.release.edition import Edition
from pipelines.release.hiding import (
    BREAKDOWN_LEFT_OUT,
    CURVE_CUT,
    TOO_FEW_TO_SHOW,
    cut_curve,
    hide_cells,
    hide_finding,
)
from pipelines.release.policy import EXACT, SENSITIVE, Policy
from pipelines.release.released import SEAL, Released
from pipelines.vocabulary.audiences import Audience, Sight
from pipelines.vocabulary.question import Question

MEDIANS = {"working days", "days"}  # units of a value that is read off a curve
BESIDE = "beside"
SMALL = 5  # external, sensitive: k and n - k below this name somebody. Source: DOMAIN 3.0, SN-B


def answer_for(
    reader: Reader,
    *,
    audience: Audience,
    question: Question,
    codes: Sequence[str] | None = None,
    cache: Path | None = None,
    workers: int = 1,
    engine: Engine | None = None,
) -> Released:
    """Return the figures asked for as that audience may see them; what it may not see is not even computed."""
    settings = read_settings(reader, day=question.as_of)
    key = audience.threshold_setting
    smallest = None if key is None else settings.get(key)
    policy = Policy(audience=audience, smallest=int(smallest) if isinstance(smallest, int | float) else None)
    wanted = [figure.code for figure in find(codes)]
    seen = [code for code in wanted if policy.sight(code) is not Sight.NOTHING]
    found: Sequence[Finding] = ()
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
    return release(
        found,
        policy=policy,
        question=question,
        snapshot=reader.name,
        withheld=[code for code in wanted if code not in seen],
    )


def release(
    findings: Sequence[Finding],
    *,
    policy: Policy,
    question: Question,
    snapshot: str,
    withheld: Sequence[str] = (),
) -> Released:
    """Return findings with what is too small hidden, so that nothing hidden can be subtracted from what is shown."""
    visible = [finding for finding in findings if policy.sees_branch(finding.code, finding.branch)]
    shown: list[Finding] = []
    for _, group in groupby(visible, key=lambda finding: finding.code):
        shown += _branches([_released(finding, policy=policy) for finding in group])
    return Released(
        audience=policy.audience,
        question=question,
        snapshot=snapshot,
        findings=tuple(shown),
        withheld=tuple(withheld),
        seal=SEAL,
    )


def opened(
    edition: Edition, *, codes: Sequence[str] | None = None, question: Question | None = None
) -> Released:
    """Return figures of a frozen edition as they may be shown: the only way from an edition to a Released.

    Without codes the headline figures. `question`: what was asked, if that was more than the edition itself.
    """
    wanted = [figure.code for figure in find(codes)]
    order = {code: place for place, code in enumerate(wanted)}
    found = [finding for finding in edition.findings if finding.code in order]
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


def _released(finding: Finding, *, policy: Policy) -> Finding:
    exact = finding.code in EXACT
    if not exact and _is_small(finding, policy=policy):
        return hide_finding(finding)
    details = policy.sight(finding.code) in {Sight.NAMES, Sight.DETAILS}
    made = _with_parts(finding, policy=policy)
    made = _with_curve(made, policy=policy) if details else replace(made, curve=None)
    if not details:
        return replace(made, series=())
    return made if exact and not policy.audience.external else _with_series(made, policy=policy)


def _is_small(finding: Finding, *, policy: Policy) -> bool:
    if policy.too_few(finding.persons):
        return True
    if not policy.audience.external or finding.id[0] not in SENSITIVE:
        return False
    k, n = finding.k, finding.n
    return k is not None and n is not None and (0 < k < SMALL or 0 < n - k < SMALL)


def _with_parts(finding: Finding, *, policy: Policy) -> Finding:
    kept: list[Part] = []
    left_out = False
    for by, cells in groupby(finding.parts, key=lambda part: part.by):
        parts = tuple(cells)
        if not policy.parts_allowed(finding.code, by):
            continue
        hidden = hide_cells(parts, policy=policy, additive=by != BESIDE)
        left_out = left_out or hidden is None
        kept += hidden or ()
    caveats = (*finding.caveats, BREAKDOWN_LEFT_OUT) if left_out else finding.caveats
    return replace(finding, parts=tuple(kept), caveats=caveats)


def _with_series(finding: Finding, *, policy: Policy) -> Finding:
    hidden = hide_cells(finding.series, policy=policy)
    if hidden is None:
        caveats = tuple(dict.fromkeys((*finding.caveats, BREAKDOWN_LEFT_OUT)))
        return replace(finding, series=(), caveats=caveats)
    return replace(finding, series=hidden)


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
