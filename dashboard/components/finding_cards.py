"""Findings as cards, and as rows of the table of targets."""

from collections.abc import Sequence

from dashboard.charts.month_by_month import variation
from dashboard.components.markup import Card
from dashboard.rights import may_open
from dashboard.shown import Finding, Released
from dashboard.table import Heading, Kind, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.sentences import (
    branch_text,
    count_text,
    extent_text,
    goal_text,
    interval_text,
    is_empty,
    leaning_text,
    mark,
    none_text,
    remarks,
    says_text,
    target_text,
    value_text,
)
from dashboard.words.statements import name_of
from dashboard.words.verdicts import judged_text
from pipelines.vocabulary.audiences import Audience

COLUMNS: tuple[tuple[str, Kind, bool], ...] = (
    ("figure", "text", False), ("now", "text", False), ("range", "text", True), ("target", "text", True),
    ("course", "text", True), ("verdict", "verdict", False), ("count", "text", True),
)  # fmt: skip


def main_finding(released: Released, code: str) -> Finding | None:
    """Return the finding that stands for a figure: both branches together, or the one branch it is about."""
    found = [finding for finding in released.findings if finding.code == code]
    together = [finding for finding in found if finding.branch is None]
    return next(iter([*together, *found]), None)


def main_findings(released: Released, codes: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings that stand for several figures, in this order; those not asked are left out."""
    return tuple(found for code in codes if (found := main_finding(released, code)) is not None)


def branches_apart(released: Released, code: str) -> list[Finding]:
    """Return the findings per branch of a figure that has both; none for a figure of one branch."""
    found = [finding for finding in released.findings if finding.code == code and finding.branch is not None]
    return found if len(found) > 1 else []


def figure_card(released: Released, code: str, *, query: str = "", links: bool = True) -> Card | None:
    """Return the card of a figure; None when it was not asked or may not be seen."""
    finding = main_finding(released, code)
    if finding is None:
        return None
    link = _link(code, query, audience=released.audience) if links else ""
    if is_empty(finding):
        return Card(
            label=name_of(finding), value=say("findings.nothing_yet"), lines=(none_text(code),),
            after=_target(finding), link=link, figure=finding.code,
        )  # fmt: skip
    return Card(
        label=name_of(finding),
        value=value_text(finding),
        lines=_present(says_text(finding), interval_text(finding), count_text(finding)),
        parts=tuple((branch_text(part.branch), value_text(part)) for part in branches_apart(released, code)),
        verdict=mark(finding),
        after=_present(*_target(finding), leaning_text(finding), *remarks(finding)),
        link=link,
        figure=finding.code,
        rows=f"/regels?cijfer={code}" if may_open(released.audience, "regels") else "",
    )


def figure_cards(
    released: Released, codes: Sequence[str], *, query: str = "", links: bool = True
) -> list[Card]:
    """Return the cards of several figures, in this order."""
    made = [figure_card(released, code, query=query, links=links) for code in codes]
    return [card for card in made if card is not None]


def targets_table(released: Released, codes: Sequence[str]) -> Table:
    """Return one row per figure: value, interval, target, verdict, and what it rests on.

    On a phone only value and verdict stay: the cards say the rest. An edition has no months, and no column for them.
    """
    found = main_findings(released, codes)
    headings = tuple(
        Heading(label=say(f"overview.column_{key}"), kind=kind, wide=wide) for key, kind, wide in COLUMNS
    )
    kept = [place for place, (key, _, _) in enumerate(COLUMNS) if key != "course" or has_course(released)]
    return Table(
        caption=say("overview.table_caption"),
        headings=tuple(headings[place] for place in kept),
        rows=tuple(Row(values=tuple(_cells(finding)[place] for place in kept)) for finding in found),
    )


def has_course(released: Released) -> bool:
    """Whether anything is known of how the figures went month by month."""
    return any(finding.series for finding in released.findings)


def _cells(finding: Finding) -> tuple[str, ...]:
    return (
        name_of(finding),
        value_text(finding),
        extent_text(finding) or "–",
        goal_text(finding) or "–",
        variation(finding) or "–",
        judged_text(finding) or "–",
        count_text(finding) or "–",
    )


def _target(finding: Finding) -> tuple[str, ...]:
    return (target_text(finding),)


def _link(code: str, query: str, *, audience: Audience) -> str:
    page = texts("figures")[code].get("page", "")
    return f"/{page}{'?' if query else ''}{query}" if page and may_open(audience, page) else ""


def _present(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
