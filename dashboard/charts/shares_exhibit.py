"""Exhibits of shares side by side: the promises about time, and the reach among members and tenants."""

from dashboard import theme
from dashboard.charts.shares import Share, shares_chart
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day, share_extent
from dashboard.words.sentences import (
    count_text,
    extent_text,
    in_unit,
    label,
    mark,
    none_text,
    remarks,
    value_text,
    verdict_count,
)

HEADINGS = (
    Heading(label=say("charts.shares.column_name")),
    Heading(label=say("charts.shares.column_value"), kind="percent"),
    Heading(label=say("charts.common.range"), kind="range"),
    Heading(label=say("charts.shares.column_target"), kind="percent", wide=True),
    Heading(label=say("charts.shares.column_verdict"), kind="verdict"),
    Heading(label=say("charts.shares.column_count"), wide=True),
)


def promises_exhibit(findings: tuple[Finding, ...], *, period: str) -> Exhibit:
    """Return whether the promises about time are kept."""
    judged = tuple(finding for finding in findings if finding.verdict is not None)
    headline = say("charts.shares.promises_none")
    if judged:
        headline = say("charts.shares.promises_headline", count=len(judged), counts=verdict_count(judged))
    return _exhibit(findings, kind="promises", headline=headline, period=period)


def reach_exhibit(findings: tuple[Finding, ...], *, period: str) -> Exhibit:
    """Return which share of the hours went to members, and of the homes took part."""
    first = next(
        (
            finding
            for finding in findings
            if finding.code == "member_share_services" and finding.value is not None
        ),
        None,
    )
    headline = say("charts.shares.reach_none")
    if first is not None:
        headline = say("charts.shares.reach_headline", member_share=value_text(first))
    return _exhibit(findings, kind="reach", headline=headline, period=period)


def _exhibit(findings: tuple[Finding, ...], *, kind: str, headline: str, period: str) -> Exhibit:
    rows = tuple(row_of(finding) for finding in findings if finding.value is not None and not finding.hidden)
    subject = say(f"charts.shares.{kind}_subject")
    day = long_day(findings[0].as_of)
    lost = tuple(_absent(finding) for finding in findings if finding.value is None or finding.hidden)
    return Exhibit(
        name=f"delen-{kind}",
        headline=headline,
        subtitle=say("charts.common.until", subject=subject, period=period, day=day),
        alt=_alt(rows, subject=subject, headline=headline) if rows else "",
        source=say(f"charts.shares.{kind}_source"),
        chart=shares_chart(rows) if rows else None,
        panel="" if rows else " ".join(lost),
        meaning=lost if rows else (),
        key=_key(rows),
        table=_table(findings, caption=say(f"charts.shares.{kind}_table")),
    )


def _key(rows: tuple[Share, ...]) -> tuple[str, ...]:
    targets = (say("charts.shares.key_target"),) if any(row.target is not None for row in rows) else ()
    return (say("charts.shares.key"), *targets) if rows else ()


def row_of(finding: Finding) -> Share:
    """Return one row of the drawing, with its words."""
    value, extent = value_text(finding), extent_text(finding)
    key = "row" if extent else "row_plain"
    name = label(finding.code)
    return Share(
        label=name,
        value=finding.value or 0.0,
        low=finding.low,
        high=finding.high,
        target=finding.target,
        words=_words(finding),
        sentence=say(f"charts.shares.{key}", label=name, value=value, range=extent),
        colour=theme.BRANCH_COLOUR.get(finding.branch or "", theme.BRAND),
    )


def _words(finding: Finding) -> str:
    if finding.low is None or finding.high is None:
        return value_text(finding)
    low, high = share_extent(finding.low, finding.high).split(" en ")
    return say("charts.shares.words", value=value_text(finding), low=low, high=high)


def _absent(finding: Finding) -> str:
    why = f"{say('findings.hidden')}." if finding.hidden else none_text(finding.code)
    return f"{label(finding.code)}: {' '.join((why, *remarks(finding)))}"


def _alt(rows: tuple[Share, ...], *, subject: str, headline: str) -> str:
    said = " ".join(f"{row.label} {in_unit(row.value, '%')}." for row in rows)
    return say("charts.shares.alt", subject=subject[0].lower() + subject[1:], headline=headline, rows=said)


def _table(findings: tuple[Finding, ...], *, caption: str) -> Table:
    return Table(
        caption=caption,
        headings=HEADINGS,
        rows=tuple(_row(finding) for finding in findings),
    )


def _row(finding: Finding) -> Row:
    verdict = mark(finding)
    extent = None if finding.low is None or finding.high is None else (finding.low, finding.high)
    absent = "" if finding.value is not None and not finding.hidden else value_text(finding)
    word = verdict.word if verdict else None
    return Row(
        values=(
            label(finding.code),
            finding.value,
            extent,
            finding.target,
            word,
            count_text(finding) or None,
        ),
        remark=absent,
    )
