"""The exhibit of a figure month by month: whether its course is chance, and the table of every month."""

from dashboard.charts.monthly import LEAST_MONTHS, Better, Course, course, monthly_chart
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding, Month
from dashboard.table import Heading, Kind, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import long_day, long_month
from dashboard.words.sentences import in_unit, label, norm_text, source_text, target_text

LEFT_OUT = "uitsplitsing_weggelaten"  # the desk's word for a breakdown with too many small cells


def monthly_exhibit(finding: Finding, *, period: str) -> Exhibit:
    """Return the course of a figure over the months; a panel where there are too few to see one."""
    found = course(finding.series, unit=finding.unit, better=_better(finding))
    known = [month for month, sign in zip(found.months, found.signs, strict=True) if sign is not None]
    drawn = len(known) >= LEAST_MONTHS
    subject = _subject(finding)
    headline = _about(finding, _headline(found, drawn=drawn))
    return Exhibit(
        name=f"per-maand-{finding.code}",
        headline=headline,
        subtitle=say("charts.common.until", subject=subject, period=period, day=long_day(finding.as_of)),
        alt=_alt(finding, known, headline=headline, subject=subject) if drawn else "",
        source=source_text(finding),
        chart=_chart(finding, found) if drawn else None,
        panel="" if drawn else _panel(finding),
        meaning=_meaning(found) if drawn else (),
        key=_key(found) if drawn else (),
        table=_table(finding, found, subject=subject),
    )


def _better(finding: Finding) -> Better:
    """Return which way is better: as the figure's words have it, else more for a share and less for a time."""
    said: Better = texts("figures")[finding.code].get("better", "up" if finding.unit == "%" else "down")
    return said


def _about(finding: Finding, said: str) -> str:
    """Return the finding with its subject, where a page has more than one course."""
    if "per_month" not in texts("figures")[finding.code]:
        return said
    return say("charts.monthly.about", subject=label(finding.code), finding=said[0].lower() + said[1:])


def _panel(finding: Finding) -> str:
    """Return why there is no course to see: hidden for privacy, or too few months."""
    months = finding.series
    left_out = not months and LEFT_OUT in finding.caveats
    hidden = finding.hidden or left_out or any(month.hidden for month in months)
    return (
        say("charts.common.hidden_panel") if hidden else say("charts.monthly.few_meaning", count=LEAST_MONTHS)
    )


def _subject(finding: Finding) -> str:
    words = texts("figures")[finding.code]
    if "per_month" in words:
        return str(words["per_month"])
    step = str(words["step"])
    norm = norm_text(finding)
    if finding.unit == "%" and norm:
        return f"{step}: {say('charts.monthly.share_subject', norm=norm).lower()}"
    if finding.unit == "%":
        return say("charts.monthly.subject", subject=step)
    return f"{step}: {say('charts.monthly.wait_subject').lower()}"


def variation(finding: Finding) -> str:
    """Return in one word whether a figure changes from month to month by more than chance; nothing without months."""
    if not finding.series:
        return ""
    found = course(finding.series, unit=finding.unit, better=_better(finding))
    if found.signal:
        return say("charts.monthly.changes")
    return say("charts.monthly.too_early" if found.few else "charts.monthly.common")


def _headline(found: Course, *, drawn: bool) -> str:
    if not drawn:
        return say("charts.monthly.few")
    if found.few and not found.signal:
        return say("charts.monthly.unclear")
    return say("charts.monthly.signal" if found.signal else "charts.monthly.no_signal")


def _chart(finding: Finding, found: Course) -> object:
    centre = "" if found.centre is None else in_unit(found.centre, finding.unit)
    target = finding.target if finding.target is not None else None
    return monthly_chart(
        found,
        unit=finding.unit,
        target=target,
        target_label=target_text(finding),
        centre_label=say("charts.monthly.centre", value=centre),
    )


def _alt(finding: Finding, known: list[Month], *, headline: str, subject: str) -> str:
    values = [month.value for month in known if month.value is not None]
    return say(
        "charts.monthly.alt",
        subject=subject[0].lower() + subject[1:],
        first=long_month(known[0].start),
        last=long_month(known[-1].start),
        headline=headline,
        low=in_unit(min(values), finding.unit),
        high=in_unit(max(values), finding.unit),
    )


def _meaning(found: Course) -> tuple[str, ...]:
    if found.few and not found.signal:
        return (say("charts.monthly.unclear_meaning"),)
    first = say("charts.monthly.signal_meaning" if found.signal else "charts.monthly.no_signal_meaning")
    return (first, say("charts.monthly.limits_meaning")) if found.kind == "limits" else (first,)


def _key(found: Course) -> tuple[str, ...]:
    present = dict.fromkeys(sign for sign in found.signs if sign is not None)
    return tuple(say(f"charts.monthly.key_{sign}") for sign in present)


def _table(finding: Finding, found: Course, *, subject: str) -> Table:
    kinds: dict[str, Kind] = {"%": "percent", "1-10": "grade"}
    return Table(
        caption=say("charts.monthly.table_caption", subject=subject),
        headings=(
            Heading(label=say("charts.monthly.column_month")),
            Heading(label=say("charts.monthly.column_value"), kind=kinds.get(finding.unit, "days")),
            Heading(label=say("charts.monthly.column_cases"), kind="count"),
            Heading(label=say("charts.monthly.column_sign")),
        ),
        rows=tuple(_row(month, sign) for month, sign in zip(found.months, found.signs, strict=True)),
    )


def _row(month: Month, sign: str | None) -> Row:
    name = long_month(month.start)
    if month.hidden:
        return Row(values=(name, None, None, None), remark=say("findings.hidden"))
    remark = say("findings.nothing_yet") if month.value is None else ""
    word = say(f"charts.sign_{sign}") if sign else None
    return Row(values=(name, month.value, month.n, word), remark=remark)
