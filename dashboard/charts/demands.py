"""The exhibit of the demands on a match: how many matches meet each of them, and both."""

from dashboard import theme
from dashboard.charts.alternative_text import alternative
from dashboard.charts.shares import Share, shares_chart
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding, Part
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day, percent, share_extent, short_number
from dashboard.words.sentences import count_text, label, none_text, remarks, source_text, value_text

DEMANDS = ("skills_covered", "vog_seen")
WHOLE = 100.0


def fit_exhibit(finding: Finding, *, period: str) -> Exhibit:
    """Return the share of matches that meet each demand and both together; a panel where that is not shown."""
    known = finding.value is not None and not finding.hidden
    parts = [part for key in DEMANDS for part in finding.parts if part.key == key and part.n] if known else []
    rows = (_both(finding), *(_row(part) for part in parts)) if known else ()
    headline = say("charts.chain.fit_hidden" if finding.hidden else "charts.chain.fit_none")
    if known:
        headline = say("charts.chain.fit_headline", value=value_text(finding))
    subject = say("charts.chain.fit_subject")
    return Exhibit(
        name="eisen-aan-match",
        headline=headline,
        subtitle=say("charts.common.until", subject=subject, period=period, day=long_day(finding.as_of)),
        alt=_alt(rows, subject=subject, headline=headline) if known else "",
        source=source_text(finding),
        chart=shares_chart(rows) if known else None,
        panel="" if known else _panel(finding),
        meaning=remarks(finding),
        key=(say("charts.shares.key"),) if known else (),
        table=_table(rows, caption=subject),
    )


def _both(finding: Finding) -> Share:
    value = finding.value or 0.0
    return _share(
        label(finding.code), value=value, low=finding.low, high=finding.high, count=count_text(finding)
    )


def _row(part: Part) -> Share:
    """Return one demand; a demand all matches meet is counted, not shared, so its share is read from k of n."""
    value = WHOLE * (part.k or 0) / part.n if part.n else 0.0
    count = say("findings.k_of_n", k=short_number(part.k or 0), n=short_number(part.n or 0))
    has_range = part.low is not None and part.high is not None
    low, high = (part.low, part.high) if has_range else (None, None)
    return _share(say(f"charts.chain.{part.key}"), value=value, low=low, high=high, count=count)


def _share(name: str, *, value: float, low: float | None, high: float | None, count: str) -> Share:
    words = percent(value)
    sentence = say("charts.shares.row_plain", label=name, value=words)
    if low is not None and high is not None:
        extent = share_extent(low, high)
        ends = extent.split(" en ")
        sentence = say("charts.shares.row", label=name, value=words, range=extent)
        words = say("charts.shares.words", value=words, low=ends[0], high=ends[1])
    return Share(
        label=name, value=value, low=low, high=high, target=None, words=words, sentence=sentence,
        colour=theme.CARE, count=count,
    )  # fmt: skip


def _alt(rows: tuple[Share, ...], *, subject: str, headline: str) -> str:
    before = say("charts.shares.alt", subject=subject[0].lower() + subject[1:], headline=headline)
    return alternative(before, rows=[f"{row.label}: {row.words}." for row in rows])


def _panel(finding: Finding) -> str:
    return say("charts.common.hidden_panel") if finding.hidden else none_text(finding.code)


def _table(rows: tuple[Share, ...], *, caption: str) -> Table:
    return Table(
        caption=caption,
        headings=(
            Heading(label=say("charts.shares.column_name")),
            Heading(label=say("charts.shares.column_value"), kind="percent"),
            Heading(label=say("charts.common.range"), kind="range"),
            Heading(label=say("charts.shares.column_count"), wide=True),
        ),
        rows=tuple(
            Row(
                values=(
                    row.label,
                    row.value,
                    None if row.low is None or row.high is None else (row.low, row.high),
                    row.count,
                )
            )
            for row in rows
        ),
    )
