"""Exhibits of shares side by side, each with its range and target: promises, reach, outcomes, terms, rates."""

from dataclasses import replace

from dashboard import theme
from dashboard.charts.alternative_text import alternative
from dashboard.charts.shares import WHOLE, Share, shares_chart
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding
from dashboard.table import Heading, Kind, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day
from dashboard.words.sentences import (
    branch_text,
    count_text,
    extent_text,
    label,
    mark,
    none_text,
    remarks,
    says_text,
    value_text,
    words_of,
)
from dashboard.words.verdicts import verdict_count

HEADINGS = (
    Heading(label=say("charts.shares.column_name")),
    Heading(label=say("charts.shares.column_value"), kind="percent"),
    Heading(label=say("charts.common.range"), kind="range", wide=True),
    Heading(label=say("charts.shares.column_target"), kind="percent", wide=True),
    Heading(label=say("charts.shares.column_verdict"), kind="verdict"),
    Heading(label=say("charts.shares.column_count"), wide=True),
)
JUDGING = (3, 4)  # places of the columns of target and verdict
PLAIN: dict[Kind, Kind] = {"percent": "count", "range": "span"}


def promises_exhibit(findings: tuple[Finding, ...], *, period: str) -> Exhibit:
    """Return whether the promises about time are kept."""
    judged = tuple(finding for finding in findings if finding.verdict is not None)
    headline = say("charts.shares.promises_none")
    if judged:
        headline = say("charts.shares.promises_headline", count=len(judged), counts=verdict_count(judged))
    return beside_exhibit(findings, kind="promises", headline=headline, period=period)


def reach_exhibit(findings: tuple[Finding, ...], *, period: str) -> Exhibit:
    """Return which share of the hours went to members, and of the homes took part."""
    return outcomes_exhibit(findings, kind="reach", period=period)


def outcomes_exhibit(findings: tuple[Finding, ...], *, kind: str, period: str) -> Exhibit:
    """Return how several shares stand, with the first one that is known as the finding."""
    known = [finding for finding in findings if finding.value is not None and not finding.hidden]
    headline = unknown_headline(findings, kind=kind)
    if known:
        headline = f"{value_text(known[0])} {says_text(known[0])}"
    return beside_exhibit(findings, kind=kind, headline=headline, period=period)


def unknown_headline(findings: tuple[Finding, ...], *, kind: str) -> str:
    """Return the headline where no share can be said: its subject when any is hidden, else that it is too early."""
    hidden = any(finding.hidden for finding in findings)
    return say(f"charts.shares.{kind}_subject" if hidden else f"charts.shares.{kind}_none")


def rates_exhibit(findings: tuple[Finding, ...], *, period: str) -> Exhibit:
    """Return how many complaints there were per 100 services, for each branch, with the exact range."""
    known = [finding for finding in findings if finding.value is not None and not finding.hidden]
    subject, headline = say("charts.shares.rates_subject"), unknown_headline(findings, kind="rates")
    if known:
        words = str(words_of(known[0].code, known[0].branch)["says"])
        subject = words[0].upper() + words[1:]
        headline = say("charts.shares.rates_headline", subject=subject, value=value_text(known[0]))
    labels = {finding.branch: branch_text(finding.branch) for finding in findings}
    highest = max((finding.high or finding.value or 0 for finding in known), default=0)
    return beside_exhibit(
        findings, kind="rates", headline=headline, period=period, end=max(1.15 * highest, 1.0), subject=subject,
        named=tuple(labels[finding.branch] for finding in findings), with_count=True,
    )  # fmt: skip


def beside_exhibit(
    findings: tuple[Finding, ...], *, kind: str, headline: str, period: str,
    named: tuple[str, ...] = (), with_count: bool = False, end: float = WHOLE, subject: str = "",
) -> Exhibit:  # fmt: skip
    """Return shares side by side. `named`: what each is called here, else its own name; `end`: where the axis ends.

    `subject`: what they are about, where that depends on which are there.
    """
    names = named or tuple(label(finding.code) for finding in findings)
    pairs = tuple(zip(findings, names, strict=True))
    shown = [(finding, name) for finding, name in pairs if finding.value is not None and not finding.hidden]
    rows = tuple(row_of(finding, name=name, with_count=with_count) for finding, name in shown)
    subject = subject or say(f"charts.shares.{kind}_subject")
    day = long_day(findings[0].as_of)
    lost = _absent(tuple(pair for pair in pairs if pair not in shown))
    return Exhibit(
        name=f"delen-{kind}",
        headline=headline,
        subtitle=say("charts.common.until", subject=subject, period=period, day=day),
        alt=_alt(rows, subject=subject, headline=headline) if rows else "",
        source=say(f"charts.shares.{kind}_source"),
        chart=shares_chart(rows, end=end) if rows else None,
        panel="" if rows else " ".join(lost),
        meaning=lost if rows else (),
        key=_key(rows),
        table=_table(pairs, caption=say(f"charts.shares.{kind}_table"), in_shares=end == WHOLE),
    )


def _key(rows: tuple[Share, ...]) -> tuple[str, ...]:
    targets = (say("charts.shares.key_target"),) if any(row.target is not None for row in rows) else ()
    return (say("charts.shares.key"), *targets) if rows else ()


def row_of(finding: Finding, *, name: str, with_count: bool = False) -> Share:
    """Return one row of the drawing, with its words."""
    value, extent = value_text(finding), extent_text(finding)
    key = "row" if extent else "row_plain"
    return Share(
        label=name,
        value=finding.value or 0.0,
        low=finding.low,
        high=finding.high,
        target=finding.target,
        words=_words(finding),
        sentence=say(f"charts.shares.{key}", label=name, value=value, range=extent),
        colour=theme.BRANCH_COLOUR.get(finding.branch or "", theme.BRAND),
        count=count_text(finding) if with_count else "",
    )


def _words(finding: Finding) -> str:
    if finding.low is None or finding.high is None:
        return value_text(finding)
    low, high = extent_text(finding).split(" en ")
    return say("charts.shares.words", value=value_text(finding), low=low, high=high)


def _absent(pairs: tuple[tuple[Finding, str], ...]) -> tuple[str, ...]:
    """Return why some are not drawn: the hidden ones in one line, then each that has no cases yet."""
    hidden = [name for finding, name in pairs if finding.hidden]
    empty = [(finding, name) for finding, name in pairs if not finding.hidden]
    why = f"{say('findings.hidden')}. {say('findings.hidden_why')}"
    return (
        *([f"{', '.join(hidden)}: {why}"] if hidden else []),
        *(f"{name}: {' '.join((none_text(one.code), *remarks(one)))}" for one, name in empty),
    )


def _alt(rows: tuple[Share, ...], *, subject: str, headline: str) -> str:
    before = say("charts.shares.alt", subject=subject[0].lower() + subject[1:], headline=headline)
    return alternative(before, rows=[f"{row.label}: {row.words}." for row in rows])


def _table(pairs: tuple[tuple[Finding, str], ...], *, caption: str, in_shares: bool) -> Table:
    """Return the table below the drawing; without any target it has no columns for target and verdict."""
    plain = tuple(replace(heading, kind=PLAIN.get(heading.kind, heading.kind)) for heading in HEADINGS)
    has_targets = any(finding.target is not None for finding, _ in pairs)
    kept = [place for place in range(len(HEADINGS)) if has_targets or place not in JUDGING]
    rows = [_row(finding, name=name) for finding, name in pairs]
    return Table(
        caption=caption,
        headings=tuple((HEADINGS if in_shares else plain)[place] for place in kept),
        rows=tuple(replace(row, values=tuple(row.values[place] for place in kept)) for row in rows),
    )


def _row(finding: Finding, *, name: str) -> Row:
    verdict = mark(finding)
    extent = None if finding.low is None or finding.high is None else (finding.low, finding.high)
    absent = "" if finding.value is not None and not finding.hidden else value_text(finding)
    word = verdict.word if verdict else None
    cases = count_text(finding) or None
    return Row(values=(name, finding.value, extent, finding.target, word, cases), remark=absent)
