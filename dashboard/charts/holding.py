"""The exhibit of how long matches hold: the share that still runs, day by day, open ones included."""

from dashboard import theme
from dashboard.charts.curve import curve_chart, shown_until
from dashboard.exhibit import Exhibit
from dashboard.shown import Curve, Finding
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import counted, long_day, short_number
from dashboard.words.sentences import (
    NOT_FOLLOWED,
    in_unit,
    interval_sentence,
    judgement,
    none_text,
    nouns,
    remarks,
    source_text,
    within_text,
)


def holding_exhibit(finding: Finding, *, period: str) -> Exhibit:
    """Return how long matches hold; a panel where there is no curve to show."""
    curve = finding.curve
    drawn = curve is not None and bool(curve.points)
    headline = _headline(finding)
    return Exhibit(
        name=f"standhouden-{finding.code}",
        headline=headline,
        subtitle=say(
            "charts.common.until", subject=say("charts.holding.subject"), period=period,
            day=long_day(finding.as_of),
        ),
        alt=say("charts.holding.alt", headline=headline, open_cases=_open_cases(finding)) if drawn else "",
        source=source_text(finding),
        chart=_chart(curve, headline=headline) if curve is not None and drawn else None,
        panel="" if drawn else _panel(finding),
        meaning=_meaning(finding, curve) if curve is not None and drawn else remarks(finding),
        key=(say("charts.curve.key_band"), say("charts.curve.key_tick")) if drawn else (),
        table=_table(curve),
    )  # fmt: skip


def _headline(finding: Finding) -> str:
    curve = finding.curve
    if finding.value is None or curve is None or curve.norm is None or NOT_FOLLOWED in finding.caveats:
        return say("charts.holding.plain")
    return say(
        "charts.holding.headline", days=short_number(curve.norm), share=in_unit(finding.value, finding.unit)
    )


def _chart(curve: Curve, *, headline: str) -> object:
    point = "" if curve.norm is None else say("charts.holding.point", days=short_number(curve.norm))
    middle = ""
    if curve.median is not None:
        middle = say("charts.holding.middle", within=within_text(curve.median, curve.unit))
    return curve_chart(
        curve, axis_title=say("charts.holding.axis"), sentence=headline, norm_label=point,
        median_label=middle, falling=True, colour=theme.CARE,
    )  # fmt: skip


def _open_cases(finding: Finding) -> str:
    count = finding.curve.open_cases if finding.curve else 0
    if count is None:  # the desk took it out
        return ""
    return say("charts.holding.open_cases", count=counted(count, *nouns(finding.code)))


def _meaning(finding: Finding, curve: Curve) -> tuple[str, ...]:
    lines = [
        f"{interval_sentence(finding)} {judgement(finding)}".strip(),
        _open_cases(finding),
        *_ended(finding, curve),
        say("charts.holding.censored"),
    ]
    return tuple(line for line in (*lines, *remarks(finding)) if line)


def _ended(finding: Finding, curve: Curve) -> list[str]:
    if curve.events is None:  # the desk took it out
        return []
    return [say("charts.holding.ended", count=counted(curve.events, *nouns(finding.code)))]


def _panel(finding: Finding) -> str:
    hidden = finding.hidden or bool(finding.n)
    return say("charts.common.hidden_panel") if hidden else none_text(finding.code)


def _table(curve: Curve | None) -> Table:
    shown = [point for point in curve.points if point.time <= shown_until(curve)] if curve else []
    return Table(
        caption=say("charts.holding.table_caption"),
        headings=(
            Heading(label=say("charts.holding.column_day"), kind="count"),
            Heading(label=say("charts.holding.column_share"), kind="percent"),
            Heading(label=say("charts.common.range"), kind="range"),
            Heading(label=say("charts.holding.column_running"), kind="count"),
        ),
        rows=tuple(
            Row(
                values=(
                    p.time, 100 - 100 * p.answered, (100 - 100 * p.high, 100 - 100 * p.low), float(p.at_risk),
                )
            )
            for p in shown
        ),
    )  # fmt: skip
