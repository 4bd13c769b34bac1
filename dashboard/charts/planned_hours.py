"""The exhibit of planned and delivered hours per month, with the gap of the last whole month."""

from dashboard.charts.hours import MonthHours, hours_chart
from dashboard.charts.month_by_month import LEFT_OUT, period_of_series
from dashboard.charts.monthly import LEAST_MONTHS
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding, Month
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day, long_month, short_number
from dashboard.words.sentences import none_text, remarks, source_text

WHOLE_HOUR = 0.5  # a smaller gap is none


def hours_exhibit(finding: Finding, *, period: str) -> Exhibit:
    """Return planned beside delivered hours per month; a panel where too few months can be shown."""
    months = tuple(_month(month) for month in finding.series if month.k is not None and month.n is not None)
    drawn = len(months) >= LEAST_MONTHS
    headline = _headline(finding) if drawn else say("charts.hours.plain")
    subject = say("charts.hours.subject")
    return Exhibit(
        name="uren-per-maand",
        headline=headline,
        subtitle=say(
            "charts.common.until",
            subject=subject,
            period=period_of_series(finding, period),
            day=long_day(finding.as_of),
        ),
        alt=say("charts.hours.alt", headline=headline) if drawn else "",
        source=source_text(finding, drawn=[month for month in finding.series if not month.hidden]),
        chart=_chart(months) if drawn else None,
        panel="" if drawn else _panel(finding),
        meaning=_meaning(finding) if drawn else (),
        key=(say("charts.hours.key"),) if drawn else (),
        table=_table(finding.series),
    )


def _month(month: Month) -> MonthHours:
    planned, delivered = month.n or 0.0, month.k or 0.0
    sentence = say(
        "charts.hours.sentence", month=long_month(month.start), planned=short_number(planned),
        delivered=short_number(delivered),
    )  # fmt: skip
    return MonthHours(start=month.start, planned=planned, delivered=delivered, sentence=sentence)


def _headline(finding: Finding) -> str:
    """Return the gap in the last whole month that is shown."""
    whole = [month for month in finding.series if month.complete and month.k is not None]
    if not whole:
        return say("charts.hours.plain")
    month = whole[-1]
    gap = (month.n or 0.0) - (month.k or 0.0)
    key = "equal" if abs(gap) < WHOLE_HOUR else "short" if gap > 0 else "more"
    return say(f"charts.hours.headline_{key}", month=long_month(month.start), gap=short_number(abs(gap)))


def _chart(months: tuple[MonthHours, ...]) -> object:
    return hours_chart(
        months, axis=say("charts.hours.axis"), planned=say("charts.hours.planned"),
        delivered=say("charts.hours.delivered"),
    )  # fmt: skip


def _meaning(finding: Finding) -> tuple[str, ...]:
    tail = () if finding.series[-1].complete else (say("charts.hours.tail"),)
    return (*tail, *remarks(finding))


def _panel(finding: Finding) -> str:
    months = finding.series
    if finding.hidden or LEFT_OUT in finding.caveats or any(month.hidden for month in months):
        return say("charts.common.hidden_panel")
    return say("charts.monthly.few_meaning", count=LEAST_MONTHS) if months else none_text(finding.code)


def _table(months: tuple[Month, ...]) -> Table:
    return Table(
        caption=say("charts.hours.table_caption"),
        headings=(
            Heading(label=say("charts.hours.column_month")),
            Heading(label=say("charts.hours.column_planned"), kind="count"),
            Heading(label=say("charts.hours.column_delivered"), kind="count"),
        ),
        rows=tuple(
            Row(
                values=(long_month(month.start), month.n, month.k),
                remark=say("findings.hidden") if month.hidden else "",
            )
            for month in months
        ),
    )
