"""The exhibit of a figure month by month, or over cases in a row: whether its course is chance, and the table of every point."""

from collections import Counter
from typing import Literal

from dashboard.charts.monthly import (
    LEAST_MONTHS,
    Better,
    Course,
    cell_name,
    course,
    monthly_chart,
    sign_words,
)
from dashboard.exhibit import Exhibit
from dashboard.shown import Block, Finding
from dashboard.table import Heading, Kind, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import listed, long_day, percent
from dashboard.words.sentences import in_unit, label, norm_text, source_text, target_text
from pipelines.stats.control_power import chart_power

Grain = Literal["monthly", "blocks"]  # what a point is: a calendar month, or cases in a row
NAMES: dict[Grain, str] = {"monthly": "per-maand", "blocks": "verloop"}
MOST_TOLD = 3  # kinds of signals in the words for who does not see the drawing
WINDOW = "fixed_window"  # caveat of a figure that does not follow the period
LEFT_OUT = "uitsplitsing_weggelaten"  # the desk's word for a breakdown with too many small cells


def monthly_exhibit(finding: Finding, *, period: str) -> Exhibit:
    """Return the course of a figure over its blocks or months; a panel where there are too few to see one."""
    grain, found = _course(finding)
    known = [month for month, sign in zip(found.months, found.signs, strict=True) if sign is not None]
    drawn = len(known) >= LEAST_MONTHS
    subject = _subject(finding) if grain == "monthly" else _block_subject(finding)
    headline = _about(finding, _headline(found, grain, drawn=drawn))
    return Exhibit(
        name=f"{NAMES[grain]}-{finding.code}",
        headline=headline,
        subtitle=say(
            "charts.common.until",
            subject=subject,
            period=period_of_series(finding, period),
            day=long_day(finding.as_of),
        ),
        alt=_alt(finding, found, grain, headline=headline, subject=subject) if drawn else "",
        source=source_text(finding, drawn=known),
        chart=_chart(finding, found, grain) if drawn else None,
        panel="" if drawn else _panel(finding),
        meaning=_meaning(finding, found, grain) if drawn else (),
        key=_key(finding, found, grain) if drawn else (),
        table=_table(finding, found, grain, subject=subject),
    )


def period_of_series(finding: Finding, period: str) -> str:
    """Return over which days the months go: a figure of the last weeks keeps all of them, whatever the period."""
    return say("charts.common.since_start") if WINDOW in finding.caveats else period


def _course(finding: Finding) -> tuple[Grain, Course]:
    """Return the series of a figure that says most: blocks where they carry limits, else the months. Never both."""
    unit, better = finding.unit, _better(finding)
    found = course(finding.blocks, unit=unit, better=better, target=finding.target)
    if found.kind == "limits":
        return "blocks", found
    return "monthly", course(finding.series, unit=unit, better=better, target=finding.target)


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
    """Return in one word whether a figure changes over time by more than chance; nothing without months."""
    if not finding.series:
        return ""
    _, found = _course(finding)
    if found.signal:
        return say("charts.monthly.changes")
    return say("charts.monthly.too_early" if found.few else "charts.monthly.common")


def _block_subject(finding: Finding) -> str:
    words = texts("figures")[finding.code]
    subject = say("charts.blocks.subject", norm=norm_text(finding), cases=words["many"])
    return f"{words['step']}: {subject}"


def _headline(found: Course, grain: Grain, *, drawn: bool) -> str:
    if not drawn:
        return say("charts.monthly.few")
    if found.few and not found.signal:
        return say("charts.monthly.unclear")
    return say(f"charts.{grain}.signal" if found.signal else f"charts.{grain}.no_signal")


def _chart(finding: Finding, found: Course, grain: Grain) -> object:
    """Return the drawing; of many points the words of centre and target stand in the key, not over the points."""
    in_drawing = grain == "monthly"
    return monthly_chart(
        found,
        unit=finding.unit,
        target=finding.target,
        target_label=target_text(finding) if in_drawing else "",
        centre_label=_centre(finding, found) if in_drawing else "",
    )


def _centre(finding: Finding, found: Course) -> str:
    value = "" if found.centre is None else in_unit(found.centre, finding.unit)
    return say("charts.monthly.centre", value=value)


def _alt(finding: Finding, found: Course, grain: Grain, *, headline: str, subject: str) -> str:
    known = [month for month, sign in zip(found.months, found.signs, strict=True) if sign is not None]
    values = [month.value for month in known if month.value is not None]
    first, last = known[0], known[-1]
    signals = _signals(found, most=MOST_TOLD)
    return say(
        f"charts.{grain}.alt",
        subject=subject[0].lower() + subject[1:],
        first=long_day(first.start) if isinstance(first, Block) else cell_name(first),
        last=long_day(last.last) if isinstance(last, Block) else cell_name(last),
        headline=f"{headline}: {signals}" if signals else headline,
        low=in_unit(min(values), finding.unit),
        high=in_unit(max(values), finding.unit),
    )


def _signals(found: Course, *, most: int | None = None) -> str:
    """Return how many points break which rule, the most broken first; nothing where none is."""
    counts = Counter(rule for rule in found.rules if rule is not None)
    told = [say(f"charts.rules.{rule}_count", count=count) for rule, count in counts.most_common(most)]
    return listed(told)


def _meaning(finding: Finding, found: Course, grain: Grain) -> tuple[str, ...]:
    if grain == "blocks":
        return _block_meaning(finding, found)
    if found.few and not found.signal:
        return (say("charts.monthly.unclear_meaning"),)
    first = say("charts.monthly.signal_meaning" if found.signal else "charts.monthly.no_signal_meaning")
    return (first, say("charts.monthly.limits_meaning")) if found.kind == "limits" else (first,)


def _block_meaning(finding: Finding, found: Course) -> tuple[str, ...]:
    points = sum(sign not in {None, "tail"} for sign in found.signs)
    chance = percent(100 * chart_power(points).false_alarm)
    lines = [
        say("charts.blocks.signal_meaning", signals=_signals(found))
        if found.signal
        else say("charts.blocks.no_signal_meaning"),
        say("charts.blocks.limits_meaning", share=chance),
        say("charts.blocks.point_meaning", cases=texts("figures")[finding.code]["many"]),
    ]
    return (*lines, say(f"charts.blocks.{found.assurance}")) if found.assurance else tuple(lines)


def _key(finding: Finding, found: Course, grain: Grain) -> tuple[str, ...]:
    present = dict.fromkeys(sign for sign in found.signs if sign is not None)
    signs = tuple(say(f"charts.monthly.key_{sign}") for sign in present)
    if grain == "monthly":
        return signs
    lines = [say("charts.blocks.key_centre", words=_centre(finding, found))]
    if finding.target is not None:
        lines.append(say("charts.blocks.key_target", words=target_text(finding)))
    return (*signs, *lines)


def _table(finding: Finding, found: Course, grain: Grain, *, subject: str) -> Table:
    kinds: dict[str, Kind] = {"%": "percent", "1-10": "grade"}
    return Table(
        caption=say("charts.monthly.table_caption", subject=subject),
        headings=(
            Heading(label=say(f"charts.{grain}.column_month")),
            Heading(label=say("charts.monthly.column_value"), kind=kinds.get(finding.unit, "days")),
            Heading(label=say("charts.monthly.column_cases"), kind="count"),
            Heading(label=say("charts.monthly.column_sign")),
        ),
        rows=tuple(_row(found, place) for place in range(len(found.months))),
    )


def _row(found: Course, place: int) -> Row:
    month = found.months[place]
    name = cell_name(month)
    if month.hidden:
        return Row(values=(name, None, None, None), remark=say("findings.hidden"))
    remark = say("findings.nothing_yet") if month.value is None else ""
    word = sign_words(found, place) if found.signs[place] else None
    return Row(values=(name, month.value, month.n, word), remark=remark)
