"""Findings made by hand, for tests of words and drawings: one figure, its numbers, and what a test changes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pipelines.evaluate.finding import Block, Curve, CurvePoint, Finding, Month, Verdict
from pipelines.release.released import SEAL, Released
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question

AS_OF = date(2026, 6, 30)

SHARE = Finding(
    id="B3",
    code="job_lead_time",
    branch="klus",
    value=71.3,
    k=102,
    n=143,
    low=63.4,
    high=78.1,
    unit="%",
    as_of=AS_OF,
    target=80.0,
    verdict=Verdict.NOT_MET,
    leaning=False,
    persons=52,
)
COUNT = Finding(
    id="A1", code="participating_tenants", branch="klus", value=38.0, k=38, n=38, low=None, high=None,
    unit="persons", as_of=AS_OF, target=50.0, verdict=Verdict.UNDECIDED, leaning=True, persons=38,
)  # fmt: skip
WAIT = Finding(
    id="D1", code="care_wait_time", branch="zorg", value=14.0, k=20, n=24, low=9.0, high=21.0, unit="days",
    as_of=AS_OF, persons=24,
)  # fmt: skip
GRADE = Finding(
    id="G1", code="job_grade", branch="klus", value=7.84, k=None, n=41, low=7.31, high=8.3, unit="1-10",
    as_of=AS_OF, target=7.5, verdict=Verdict.UNDECIDED, leaning=True, persons=30,
)  # fmt: skip


def curve(*points: tuple[float, float, int], **changes: Any) -> Curve:
    """Return a curve of points (time, answered as a fraction, still waiting), ten per cent band around it."""
    made = tuple(
        CurvePoint(
            time=time, answered=share, low=max(0.0, share - 0.1), high=min(1.0, share + 0.1), at_risk=waiting
        )
        for time, share, waiting in points
    )
    base = Curve(
        unit="workdays", points=made, median=3.0, median_low=2.0, median_high=5.0, norm=10.0, events=40,
        open_cases=4, withdrawn=0,
    )  # fmt: skip
    return replace(base, **changes)


def months(
    *values: float | None, first: date = date(2026, 1, 1), last_complete: bool = True
) -> tuple[Month, ...]:
    """Return a month per value, one after the other; None is a hidden month."""
    found = []
    for place, value in enumerate(values):
        start = date(first.year + (first.month - 1 + place) // 12, (first.month - 1 + place) % 12 + 1, 1)
        complete = last_complete or place < len(values) - 1
        found.append(
            Month(
                start=start,
                value=value,
                n=None if value is None else 20,
                complete=complete,
                hidden=value is None,
            )
        )
    return tuple(found)


def blocks(*values: float, first: date = date(2026, 1, 1), last_complete: bool = True) -> tuple[Block, ...]:
    """Return a block of ten days and twelve cases per value, three in a month."""
    starts = [
        start.start + timedelta(days=10 * third)
        for start in months(*values, first=first)
        for third in range(3)
    ]
    return tuple(
        Block(
            start=start,
            last=start + timedelta(days=7),
            value=value,
            k=12 * value / 100,
            n=12,
            persons=9,
            complete=last_complete or place < len(values) - 1,
        )
        for place, (start, value) in enumerate(zip(starts, values, strict=False))
    )


def released(*findings: Finding) -> Released:
    """Return findings as the desk would hand them out."""
    return Released(
        audience=Audience.COMMISSIE,
        question=Question(as_of=AS_OF),
        snapshot="snapshot-000001.duckdb",
        findings=findings,
        seal=SEAL,
    )
