"""The exhibit of a waiting time: its curve, the middle, who still waits, and the table of every day."""

from dashboard.charts.curve import curve_chart, shown_until
from dashboard.exhibit import Exhibit
from dashboard.shown import Curve, Finding
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import counted, long_day
from dashboard.words.sentences import (
    TIME_UNITS,
    in_unit,
    interval_sentence,
    judgement,
    none_text,
    norm_text,
    nouns,
    remarks,
    source_text,
    within_text,
)

LEAST_OF_LINE = 4  # points of an edition's line: fewer are no line, the table has them
GLANCE_WORKDAYS, GLANCE_DAYS = (0, 1, 3, 5, 10, 20), (0, 7, 14, 28, 42)


def waiting_exhibit(finding: Finding, *, period: str, of_edition: bool = False) -> Exhibit:
    """Return how long people wait for this step; a panel where there is no curve to show.

    `of_edition`: an edition has few points of the line, and how many still wait is rounded down in it.
    """
    words = texts("figures")[finding.code]
    curve = finding.curve
    day = long_day(finding.as_of)
    said = headline(finding)
    known = curve is not None and bool(curve.points)
    drawn = curve is not None and len(curve.points) >= (LEAST_OF_LINE if of_edition else 1)
    return Exhibit(
        name=f"wachttijd-{finding.code}",
        headline=said,
        subtitle=say("charts.common.until", subject=words["subject"], period=period, day=day),
        alt=_alt(finding, said=said) if drawn else "",
        source=source_text(finding),
        chart=_chart(curve, finding=finding, said=said) if curve is not None and drawn else None,
        panel="" if drawn else say("charts.curve.no_line") if known else _panel(finding),
        meaning=_meaning(finding, curve) if curve is not None and known else _said_apart(finding),
        glance=_glance(finding, curve, of_edition=of_edition) if curve is not None and known else None,
        key=(say("charts.curve.key_band"), say("charts.curve.key_tick")) if drawn else (),
        table=_table(finding, curve, of_edition=of_edition),
    )


def headline(finding: Finding) -> str:
    """Return the finding of a waiting time in one sentence, without its full stop."""
    words, curve = texts("figures")[finding.code], finding.curve
    if curve is None or not curve.points:
        return str(words["step"])
    if curve.median is None and curve.cut:
        last = curve.points[-1]
        time, share = counted(last.time, *TIME_UNITS[curve.unit]), in_unit(100 * last.answered, "%")
        return str(words["reached"]).format(time=time, share=share)
    if curve.median is None:
        return str(words["less"])
    return str(words["half"]).format(within=within_text(curve.median, curve.unit))


def _said_apart(finding: Finding) -> tuple[str, ...]:
    return () if finding.hidden else remarks(finding)  # the panel says why it is hidden


def _panel(finding: Finding) -> str:
    hidden = finding.hidden or (finding.curve is not None and finding.curve.cut)
    return say("charts.common.hidden_panel") if hidden else none_text(finding.code)


def _chart(curve: Curve, *, finding: Finding, said: str) -> object:
    norm = norm_text(finding)
    return curve_chart(
        curve,
        axis_title=say("charts.curve.axis", unit=TIME_UNITS[curve.unit][1]),
        sentence=said,
        norm_label=say("charts.curve.norm", norm=norm) if norm else "",
        median_label=_middle(curve),
    )


def _middle(curve: Curve) -> str:
    if curve.median is None:
        return ""
    return say("charts.curve.middle", within=within_text(curve.median, curve.unit))


def _alt(finding: Finding, *, said: str) -> str:
    return say(
        "charts.curve.alt",
        done=texts("figures")[finding.code]["done"],
        headline=said,
        open_cases=_open_cases(finding, finding.curve),
    )


def _open_cases(finding: Finding, curve: Curve | None) -> str:
    if curve is None or curve.open_cases == 0:
        return say("charts.curve.no_open_cases")
    if curve.open_cases is None:  # the desk took it out
        return ""
    return say("charts.curve.open_cases", count=counted(curve.open_cases, *nouns(finding.code)))


def _meaning(finding: Finding, curve: Curve) -> tuple[str, ...]:
    lines = [*_norm_lines(finding), *_middle_range(curve), _open_cases(finding, curve)]
    if curve.withdrawn:
        lines.append(say("charts.curve.withdrawn", count=counted(curve.withdrawn, *nouns(finding.code))))
    if curve.points[-1].time > shown_until(curve):
        lines.append(say("charts.curve.longer", time=counted(shown_until(curve), *TIME_UNITS[curve.unit])))
    if curve.cut:
        lines.append(say("charts.curve.cut"))
    return tuple(line for line in (*lines, *remarks(finding)) if line)


def _norm_lines(finding: Finding) -> list[str]:
    """Return how many were in time and whether that is enough; for a plain waiting time the target of the middle."""
    norm = norm_text(finding)
    if finding.unit != "%" or finding.value is None or not norm:
        return [judgement(finding)]
    within = say("findings.within", time=norm)
    share = say(
        "charts.curve.share", within=within[0].upper() + within[1:], share=in_unit(finding.value, "%"),
        cases=counted(finding.n or 0, *nouns(finding.code)),
    )  # fmt: skip
    return [f"{share} {interval_sentence(finding)} {judgement(finding)}".strip()]


def _middle_range(curve: Curve) -> list[str]:
    if curve.median_low is None or curve.median_high is None or curve.median_low == curve.median_high:
        return []
    high = counted(curve.median_high, *TIME_UNITS[curve.unit])
    return [say("charts.curve.middle_range", low=f"{curve.median_low:.0f}", high=high)]


def _glance(finding: Finding, curve: Curve, *, of_edition: bool) -> Table:
    offered = GLANCE_DAYS if curve.unit == "days" else GLANCE_WORKDAYS
    times = [time for time in offered if time <= curve.points[-1].time]
    unit = TIME_UNITS[curve.unit][1]
    first = Heading(label=say("charts.curve.glance_after", unit=unit.capitalize()))
    waiting = tuple(float(_waiting_at(curve, time)) for time in times)
    caption = say("charts.curve.glance_caption", unit=unit)
    newest = say("charts.curve.glance_newest", cases=nouns(finding.code)[1])
    least = "_least" if of_edition else ""
    return Table(
        caption=f"{caption} {newest}" if norm_text(finding) and not of_edition else caption,
        headings=(first, *(Heading(label=str(time), kind="count") for time in times)),
        rows=(Row(values=(say(f"charts.curve.glance_waiting{least}"), *waiting)),),
    )


def _waiting_at(curve: Curve, time: float) -> int:
    return next(point.at_risk for point in curve.points if point.time >= time)


def _table(finding: Finding, curve: Curve | None, *, of_edition: bool) -> Table:
    done = str(texts("figures")[finding.code]["done"])
    shown = [point for point in curve.points if point.time <= shown_until(curve)] if curve else []
    unit = TIME_UNITS[curve.unit][1].capitalize() if curve else ""
    return Table(
        caption=say("charts.curve.table_caption", done=done),
        headings=(
            Heading(label=unit, kind="count"),
            Heading(label=say("charts.curve.column_share", done=done), kind="percent"),
            Heading(label=say("charts.common.range"), kind="range"),
            Heading(label=say(f"charts.curve.column_waiting{'_least' if of_edition else ''}"), kind="count"),
        ),
        rows=tuple(
            Row(values=(p.time, 100 * p.answered, (100 * p.low, 100 * p.high), float(p.at_risk)))
            for p in shown
        ),
    )
