"""The drawings of a page that serves a decision: which one belongs to a question, made of the edition's findings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.charts.breakdown import parts_exhibit
from dashboard.charts.growing import growth_exhibit
from dashboard.charts.growth import Count
from dashboard.charts.shares_exhibit import beside_exhibit
from dashboard.charts.waiting_time import waiting_exhibit
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding, Released
from dashboard.words.catalogue import say
from dashboard.words.sentences import says_text, value_text
from dashboard.words.statements import name_of
from dashboard.words.verdicts import verdict_count

LEAST = 2  # rows that make a drawing say more than a sentence


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What drawings are made of: the findings of a question by code, and all editions so far, oldest first.

    `start`, `end`: of the pilot; `period`: its words.
    """

    found: Mapping[str, Finding]
    history: Sequence[Released]
    start: date
    end: date
    period: str


@dataclass(frozen=True, kw_only=True)
class Draw:
    """One drawing of a question. `code`: the figure its headline is about, empty for several together."""

    make: Callable[[Evidence], Exhibit | None]
    code: str = ""


def growth(code: str) -> Draw:
    """Return the drawing of a count as it stood in every edition, on its way to its target."""

    def draw(evidence: Evidence) -> Exhibit | None:
        finding = evidence.found.get(code)
        if finding is None:
            return None
        counts = tuple(
            Count(day=one.as_of, value=None if one.hidden else one.value)
            for edition in evidence.history
            for one in edition.findings
            if one.code == code
        )
        return growth_exhibit(
            finding,
            counts,
            start=evidence.start,
            end=evidence.end,
            period=evidence.period,
            of_editions=True,
        )

    return Draw(make=draw, code=code)


def waiting(code: str) -> Draw:
    """Return the drawing of how long people wait, where the edition has enough days of the line."""

    def draw(evidence: Evidence) -> Exhibit | None:
        finding = evidence.found.get(code)
        if finding is None or finding.curve is None:
            return None
        return waiting_exhibit(finding, period=evidence.period, of_edition=True)

    return Draw(make=draw, code=code)


def kinds(code: str, *, by: str) -> Draw:
    """Return the drawing of what a figure is split by."""

    def draw(evidence: Evidence) -> Exhibit | None:
        finding = evidence.found.get(code)
        return None if finding is None else parts_exhibit(finding, by=by, period=evidence.period)

    return Draw(make=draw, code=code)


def shares(*codes: str, kind: str) -> Draw:
    """Return the drawing of shares beside their targets; none where fewer than two of them are known."""

    def draw(evidence: Evidence) -> Exhibit | None:
        known = [
            found
            for code in codes
            if (found := evidence.found.get(code)) is not None
            and not found.hidden
            and found.value is not None
        ]
        if len(known) < LEAST:
            return None
        return beside_exhibit(
            tuple(known), kind=kind, headline=_headline(known), period=evidence.period,
            named=tuple(name_of(finding) for finding in known),
        )  # fmt: skip

    return Draw(make=draw)


def _headline(known: Sequence[Finding]) -> str:
    """Return how the shares with a target stand; the first share where none has one."""
    judged = tuple(finding for finding in known if finding.verdict is not None)
    if len(judged) >= LEAST:
        return say("decisions.judged", count=len(judged), counts=verdict_count(judged))
    return f"{value_text(known[0])} {says_text(known[0])}"
