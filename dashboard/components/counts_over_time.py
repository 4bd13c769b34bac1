"""A count as it stood at each month end: one released answer per month end, none of them computed here."""

from datetime import date

from dashboard.charts.growth import Count
from dashboard.session import Visit
from dashboard.shown import Finding
from pipelines.vocabulary.question import Question


def growth_counts(
    visit: Visit, *, codes: tuple[str, ...], question: Question
) -> dict[str, tuple[Count, ...]]:
    """Return per figure its released count at every month end, or in every edition, up to the day asked for."""
    first = question.period_from or visit.freshness.pilot_start
    found: dict[str, list[Count]] = {code: [] for code in codes}
    for day in visit.growth_days(first=first, last=question.as_of):
        asked = Question(as_of=day, period_from=question.period_from, branch=question.branch)
        for finding in visit.answer(codes, question=asked).findings:
            if finding.code in found and finding.branch is not None:
                found[finding.code].append(_count(finding, day=day))
    return {code: tuple(counts) for code, counts in found.items()}


def _count(finding: Finding, *, day: date) -> Count:
    return Count(day=day, value=None if finding.hidden else finding.value)
