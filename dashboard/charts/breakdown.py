"""The exhibit of what a figure is split by: a row per kind, hidden ones as words, and the table of all of them."""

from typing import Any

from dashboard import theme
from dashboard.charts.alternative_text import alternative
from dashboard.charts.bars import Bar, bars_chart, dots_chart, fits_dots
from dashboard.exhibit import Exhibit
from dashboard.shown import Finding, Part
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import counted, long_day, short_number
from dashboard.words.sentences import answer_text, is_empty, none_text, nouns, remarks, source_text
from pipelines.vocabulary.words.records import CHOICE_LABELS
from pipelines.vocabulary.words.release import OTHER_PARTS

MOST = "most"


def parts_exhibit(finding: Finding, *, by: str, period: str, dots: bool = False) -> Exhibit:
    """Return how a figure divides over the kinds of `by`, in cases or persons; a panel where that is not shown.

    `dots`: a dot per person instead of a bar, where they are few.
    """
    words = texts("breakdowns")[finding.code][by]
    parts = _ordered(finding, by=by)
    known = [part for part in parts if not part.hidden]
    bars = tuple(_bar(part, finding=finding, by=by) for part in parts)
    as_dots = dots and fits_dots(bars)
    headline = _headline(finding, known, by=by)
    return Exhibit(
        name=f"verdeling-{finding.code}-{by}",
        headline=headline,
        subtitle=say(
            f"charts.common.{words.get('when', 'until')}",
            subject=words["subject"], period=period, day=long_day(finding.as_of),
        ),
        alt=_alt(bars, words, headline=headline, as_dots=as_dots) if known else "",
        source=source_text(finding),
        chart=_chart(finding, bars, as_dots=as_dots) if known else None,
        panel="" if known else _panel(finding),
        meaning=_meaning(finding, parts),
        key=_key(finding, as_dots=as_dots) if known else (),
        table=_table(finding, parts, words=words),
    )  # fmt: skip


def _ordered(finding: Finding, *, by: str) -> list[Part]:
    """Return the parts, small ones together and hidden ones last: most first, or in the order of the words."""
    words = texts("breakdowns")[finding.code][by]
    parts = [part for part in finding.parts if part.by == by]
    if words["order"] == MOST:
        return sorted(parts, key=lambda part: (part.hidden, part.key in OTHER_PARTS, -(part.k or 0)))
    listed = [key for key, _ in words["labels"]]
    return sorted(parts, key=lambda part: listed.index(part.key) if part.key in listed else len(listed))


def part_label(part: Part, *, code: str) -> str:
    """Return what a kind is called: its own words, else the label of the choice."""
    own = dict(texts("breakdowns")[code][part.by].get("labels", []))
    return str(own.get(part.key, CHOICE_LABELS.get(part.key, part.key.replace("_", " "))))


def _bar(part: Part, *, finding: Finding, by: str) -> Bar:
    label = part_label(part, code=finding.code)
    count = None if part.hidden else part.k
    words = say("breakdowns.hidden") if count is None else short_number(count)
    sentence = say("breakdowns.row", label=label, count=_counted(part, finding=finding))
    return Bar(label=label, count=count, words=words, sentence=sentence)


def _counted(part: Part, *, finding: Finding) -> str:
    if part.hidden or part.k is None:
        return say("breakdowns.hidden")
    return counted(part.k, *nouns_of_parts(finding))


def nouns_of_parts(finding: Finding) -> tuple[str, str]:
    """Return the word for what the parts count: persons where the figure itself counts hours."""
    words = texts("figures")[finding.code]
    return (str(words["part_one"]), str(words["part_many"])) if "part_one" in words else nouns(finding.code)


def _headline(finding: Finding, known: list[Part], *, by: str) -> str:
    words = texts("breakdowns")[finding.code][by]
    focus = words.get("focus")
    wanted = [part for part in known if focus is None or part.key == focus]
    if not known or (not wanted and any(part.by == by and part.hidden for part in finding.parts)):
        is_known = not finding.hidden and finding.value is not None and not is_empty(finding)
        return answer_text(finding).removesuffix(".") if is_known else str(words["plain"])
    none = Part(by=by, key=str(focus), value=0.0, k=0)
    named = [
        part for part in wanted if part.key not in OTHER_PARTS
    ] or wanted  # many small parts are no largest one
    first = max(named, key=lambda part: part.k or 0, default=none)
    total = counted(sum(part.k or 0 for part in known), *nouns_of_parts(finding))
    return str(words["headline"]).format(
        label=part_label(first, code=finding.code),
        count=_counted(first, finding=finding),
        k=short_number(first.k or 0),
        total=total,
    )


def largest_part(finding: Finding, *, by: str) -> str:
    """Return which part is the largest, as a sentence without its full stop; nothing where no part may be seen."""
    known = [part for part in finding.parts if part.by == by and not part.hidden]
    return _headline(finding, known, by=by) if known else ""


def _alt(bars: tuple[Bar, ...], words: dict[str, Any], *, headline: str, as_dots: bool) -> str:
    subject = words["subject"][0].lower() + words["subject"][1:]
    kind = "alt_dots" if as_dots else "alt_bars"
    before = say(f"breakdowns.{kind}", subject=subject, headline=headline)
    return alternative(before, rows=[f"{bar.sentence}." for bar in bars])


def _chart(finding: Finding, bars: tuple[Bar, ...], *, as_dots: bool) -> object:
    colour = theme.BRANCH_COLOUR.get(finding.branch or "", theme.BRAND)
    return dots_chart(bars, colour=colour) if as_dots else bars_chart(bars, colour=colour)


def _panel(finding: Finding) -> str:
    """Return why there is nothing to see: hidden for privacy, or no cases."""
    if finding.hidden:
        return say("charts.common.hidden_panel")
    nothing = is_empty(finding) or not finding.value
    return none_text(finding.code) if nothing else say("charts.common.left_out_panel")


def _meaning(finding: Finding, parts: list[Part]) -> tuple[str, ...]:
    hidden = (say("breakdowns.some_hidden"),) if any(part.hidden for part in parts) else ()
    return (*hidden, *remarks(finding)) if not finding.hidden else ()


def _key(finding: Finding, *, as_dots: bool) -> tuple[str, ...]:
    if as_dots:
        return (say("breakdowns.key_dots", one=nouns_of_parts(finding)[0]),)
    return (say("breakdowns.key_bars"),)


def _table(finding: Finding, parts: list[Part], *, words: dict[str, Any]) -> Table:
    shares = any(_is_share(part) for part in parts)
    count = Heading(label=nouns_of_parts(finding)[1].capitalize(), kind="count")
    extra = (
        Heading(label=say("breakdowns.column_share"), kind="percent"),
        Heading(label=say("charts.common.range"), kind="range"),
    )
    return Table(
        caption=str(words["subject"]),
        headings=(Heading(label=str(words["column"])), count, *(extra if shares else ())),
        rows=tuple(_row(part, code=finding.code, shares=shares) for part in parts),
    )


def _row(part: Part, *, code: str, shares: bool) -> Row:
    extent = None if part.low is None or part.high is None else (part.low, part.high)
    share = part.value if _is_share(part) else None
    return Row(
        values=(part_label(part, code=code), part.k, *((share, extent) if shares else ())),
        remark=say("breakdowns.hidden") if part.hidden else "",
    )


def _is_share(part: Part) -> bool:
    return part.low is not None and part.high is not None
