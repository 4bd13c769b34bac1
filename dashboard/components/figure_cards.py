"""Findings as cards, and as rows of the table of targets."""

from collections.abc import Sequence

from dashboard.components.markup import Card
from dashboard.exhibit import Heading, Row, Table
from dashboard.shown import Finding, Released
from dashboard.words.catalogue import say, texts
from dashboard.words.sentences import (
    branch_text,
    count_text,
    interval_text,
    is_empty,
    label,
    leaning_text,
    mark,
    none_text,
    remarks,
    says_text,
    target_text,
    value_text,
)


def main_finding(released: Released, identity: str) -> Finding | None:
    """Return the finding that stands for a figure: both branches together, or the one branch it is about."""
    found = [finding for finding in released.findings if finding.id == identity]
    together = [finding for finding in found if finding.branch is None]
    return next(iter([*together, *found]), None)


def branches_apart(released: Released, identity: str) -> list[Finding]:
    """Return the findings per branch of a figure that has both; none for a figure of one branch."""
    found = [
        finding for finding in released.findings if finding.id == identity and finding.branch is not None
    ]
    return found if len(found) > 1 else []


def figure_card(released: Released, identity: str, *, query: str = "", links: bool = True) -> Card | None:
    """Return the card of a figure; None when it was not asked or may not be seen."""
    finding = main_finding(released, identity)
    if finding is None:
        return None
    link = _link(identity, query) if links else ""
    if is_empty(finding):
        return Card(
            label=label(identity), value=say("findings.nothing_yet"), lines=(none_text(identity),),
            after=_target(finding), link=link, figure=finding.code,
        )  # fmt: skip
    return Card(
        label=label(identity),
        value=value_text(finding),
        lines=_present(says_text(finding), interval_text(finding), count_text(finding)),
        parts=tuple(
            (branch_text(part.branch), value_text(part)) for part in branches_apart(released, identity)
        ),
        verdict=mark(finding),
        after=_present(*_target(finding), leaning_text(finding), *remarks(finding)),
        link=link,
        figure=finding.code,
    )


def figure_cards(
    released: Released, identities: Sequence[str], *, query: str = "", links: bool = True
) -> list[Card]:
    """Return the cards of several figures, in this order."""
    made = [figure_card(released, identity, query=query, links=links) for identity in identities]
    return [card for card in made if card is not None]


def targets_table(released: Released, identities: Sequence[str]) -> Table:
    """Return one row per figure: value, interval, target, verdict, and what it rests on.

    On a phone only value and verdict stay: the cards say the rest.
    """
    found = [finding for identity in identities if (finding := main_finding(released, identity)) is not None]
    return Table(
        caption=say("overview.table_caption"),
        headings=(
            Heading(label=say("overview.column_figure")),
            Heading(label=say("overview.column_now")),
            Heading(label=say("overview.column_range"), wide=True),
            Heading(label=say("overview.column_target"), wide=True),
            Heading(label=say("overview.column_verdict"), kind="verdict"),
            Heading(label=say("overview.column_count"), wide=True),
        ),
        rows=tuple(Row(values=_cells(finding)) for finding in found),
    )


def _cells(finding: Finding) -> tuple[str, ...]:
    verdict = mark(finding)
    return (
        label(finding.id),
        value_text(finding),
        interval_text(finding).removeprefix(say("findings.interval_start")) or "–",
        target_text(finding).removeprefix(say("findings.target_start")),
        verdict.word if verdict else "–",
        count_text(finding) or "–",
    )


def _target(finding: Finding) -> tuple[str, ...]:
    return (target_text(finding),)


def _link(identity: str, query: str) -> str:
    page = texts("figures")[identity].get("page", "")
    return f"/{page}{'?' if query else ''}{query}" if page else ""


def _present(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
