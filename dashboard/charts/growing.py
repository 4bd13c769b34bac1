"""The exhibit of a count on its way to a target, with where it may end."""

from datetime import date

from dashboard import theme
from dashboard.charts.growth import Count, GrowthWords, growth_chart
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import agreeing, counted, long_day, percent, short_number
from dashboard.words.sentences import (
    WHOLE_PILOT,
    is_empty,
    judgement,
    none_text,
    nouns,
    remarks,
    source_text,
)


def growth_exhibit(
    finding: Finding,
    counts: tuple[Count, ...],
    *,
    start: date,
    end: date,
    period: str,
    of_editions: bool = False,
) -> Exhibit:
    """Return how a count grew, one released count per month end; a panel when nobody takes part yet.

    `of_editions`: the counts are those of editions, months apart; what lies between them is not known.
    """
    noun = nouns(finding.code)[1]
    drawn = not finding.hidden and not is_empty(finding) and any(count.value is not None for count in counts)
    headline = _headline(finding, noun)
    subject = say(f"charts.growth.subject{_of_period(finding)}", noun=noun)
    return Exhibit(
        name=f"groei-{finding.code}",
        headline=headline,
        subtitle=say("charts.common.until", subject=subject, period=period, day=long_day(finding.as_of)),
        alt=_alt(finding, noun=noun, headline=headline, of_editions=of_editions) if drawn else "",
        source=source_text(finding),
        chart=_chart(finding, counts, start=start, end=end, of_editions=of_editions) if drawn else None,
        panel="" if drawn else _panel(finding),
        meaning=_meaning(finding, is_over=finding.as_of >= end),
        key=_key(finding, of_editions=of_editions) if drawn else (),
        table=_table(counts, noun=noun, of_editions=of_editions),
    )


def _meaning(finding: Finding, *, is_over: bool) -> tuple[str, ...]:
    expected = () if is_over else outlook(finding)
    return tuple(line for line in (*expected, judgement(finding), *remarks(finding)) if line)


def outlook(finding: Finding) -> tuple[str, ...]:
    """Return where the count will probably end and how likely the target is; that nothing can be said otherwise."""
    found = finding.projection
    if found is None:
        return (say("charts.growth.no_outlook"),) if finding.target is not None else ()
    low, high = short_number(found.total_low), short_number(found.total_high)
    noun = nouns(finding.code)[1]
    end = say("charts.growth.outlook", low=low, high=high, noun=noun, day=long_day(found.horizon))
    chance = say(
        "charts.growth.chance", target=short_number(found.target), chance=percent(100 * found.p_reach)
    )
    return (end, chance)


def _of_period(finding: Finding) -> str:
    """Return the end of the key of words about a part of the pilot only; nothing where it is about all of it."""
    return "_period" if WHOLE_PILOT in finding.caveats else ""


def _headline(finding: Finding, noun: str) -> str:
    if finding.hidden or finding.value is None:
        return say("charts.growth.subject", noun=noun)
    count, join = (
        counted(finding.value, *nouns(finding.code)),
        agreeing(finding.value, *texts("overview")["join"]),
    )
    if finding.target is None:
        return say(f"charts.growth.headline{_of_period(finding)}", count=count, join=join)
    if finding.value >= finding.target:
        return say(
            "charts.growth.headline_reached", count=count, join=join, target=short_number(finding.target)
        )
    target = counted(finding.target, *nouns(finding.code))
    return say("charts.growth.headline_target", value=short_number(finding.value), target=target, join=join)


def _panel(finding: Finding) -> str:
    return say("charts.common.hidden_panel") if finding.hidden else none_text(finding.code)


def _chart(
    finding: Finding, counts: tuple[Count, ...], *, start: date, end: date, of_editions: bool
) -> object:
    found = finding.projection if finding.projection and finding.projection.horizon > finding.as_of else None
    target = (
        "" if finding.target is None else say("charts.growth.target", target=short_number(finding.target))
    )
    expected = ""
    if found is not None:
        low, high = short_number(found.total_low), short_number(found.total_high)
        expected = say("charts.growth.expected", low=low, high=high)
    return growth_chart(
        counts,
        start=start,
        end=end,
        target=finding.target,
        projection=found,
        colour=theme.BRANCH_COLOUR.get(finding.branch or "", theme.BRAND),
        words=GrowthWords(noun=nouns(finding.code)[1], target=target, expected=expected),
        stepped=not of_editions,
    )


def _alt(finding: Finding, *, noun: str, headline: str, of_editions: bool) -> str:
    expected = " ".join(outlook(finding)[:1]) if finding.projection else ""
    key = "alt_editions" if of_editions else "alt"
    return say(f"charts.growth.{key}", noun=noun, headline=headline, outlook=expected)


def _key(finding: Finding, *, of_editions: bool) -> tuple[str, ...]:
    steps = f"charts.growth.key_steps{_of_period(finding)}"
    lines = (say("charts.growth.key_editions" if of_editions else steps),)
    return (*lines, say("charts.growth.key_expected")) if finding.projection else lines


def _table(counts: tuple[Count, ...], *, noun: str, of_editions: bool) -> Table:
    key = "table_editions" if of_editions else "table_caption"
    return Table(
        caption=say(f"charts.growth.{key}", noun=noun),
        headings=(
            Heading(label=say("charts.growth.column_day")),
            Heading(label=say("charts.growth.column_count"), kind="count"),
        ),
        rows=tuple(
            Row(
                values=(long_day(count.day), count.value),
                remark="" if count.value is not None else say("findings.hidden"),
            )
            for count in counts
        ),
    )
