"""Questions somebody decides on: per question what the figures say, the evidence as a table, and what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.choices import next_figures
from dashboard.components import exhibit_view, frame
from dashboard.components.decision_drawings import Draw, Evidence
from dashboard.components.markup import definitions, paragraph, table
from dashboard.exhibit import Exhibit
from dashboard.session import Visit
from dashboard.shown import Finding, Released
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.sentences import (
    count_text,
    extent_text,
    goal_text,
    is_empty,
)
from dashboard.words.statements import Calendar, OpenPoint, name_apart, open_points, statement, value_words
from dashboard.words.verdicts import judged_text, verdicts_text

EVIDENCE = "wp-table wp-evidence"  # tables under each other have the same columns
SAID = 2  # sentences per question; the table has the rest


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One question: `key` names its words, `figures` are its evidence, most telling first.

    `together`: of both branches, where costs that belong to neither count too. `draws`: drawings that answer it;
    `beside`: a drawing of the evidence itself, whose table is that of the evidence.
    """

    key: str
    figures: tuple[str, ...] = ()
    together: bool = False
    draws: tuple[Draw, ...] = ()
    beside: Draw | None = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What an audience decides: `words` is where its texts stand, `branch` the branch it is about, groups of topics."""

    words: str
    branch: str | None
    groups: tuple[tuple[str, tuple[Topic, ...]], ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures asked for, each once."""
        return tuple(dict.fromkeys(code for topic in self.topics for code in topic.figures))

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All questions, in order."""
        return tuple(topic for _, topics in self.groups for topic in topics)


def evidence(released: Released, topics: Sequence[Topic], *, branch: str | None) -> tuple[Finding, ...]:
    """Return one finding per figure: of the branch the reader decides on where it is there, else of all."""
    found: dict[str, Finding] = {}
    for topic in topics:
        wanted = None if topic.together else branch
        for code in topic.figures:
            of_code = [finding for finding in released.findings if finding.code == code]
            for finding in [one for one in of_code if one.branch == wanted] or of_code[:1]:
                found.setdefault(code, finding)
    return tuple(found.values())


def short_answer(released: Released, decision: Decision, *, open_count: int) -> str:
    """Return who takes part, how the targets stand, and how much is open."""
    found = evidence(released, decision.topics, branch=decision.branch)
    judged = tuple(finding for finding in found if finding.verdict is not None and not finding.hidden)
    first = [statement(found[0])] if found else []
    verdicts = [verdicts_text(judged, on_page=True)] if judged else [say("overview.no_verdicts")]
    unknown = say("decisions.open_one" if open_count == 1 else "decisions.open", count=open_count)
    return " ".join([*first, *verdicts, unknown])


def show_topics(
    history: Sequence[Released], decision: Decision, *, pilot: Calendar, within: str = ""
) -> None:
    """Write the questions in their groups, each with what the figures say, drawn and as a table.

    `history`: all editions so far as they may be shown, oldest first; the newest one answers. `within`: where the page
    shows more than one edition, the one this is.
    """
    for group, topics in decision.groups:
        st.header(say(f"{decision.words}.groups.{group}"), anchor=False)
        for topic in topics:
            _show_topic(history, topic, decision=decision, pilot=pilot, within=within)


def _show_topic(
    history: Sequence[Released], topic: Topic, *, decision: Decision, pilot: Calendar, within: str
) -> None:
    released = history[-1]
    words = texts(decision.words)["topics"][topic.key]
    found = evidence(released, (topic,), branch=decision.branch)
    material = material_of(found, history=history, pilot=pilot)
    drawn = drawings(topic.draws, material)
    beside = drawings((topic.beside,) if topic.beside else (), material)
    st.subheader(words["question"], anchor=False)
    apart = topic.together and any(finding.branch == decision.branch for finding in found)
    note = words.get("note_apart" if apart else "note", "")
    said = said_beside(found, (*drawn, *beside)) if drawn or beside else said_of(found)
    lines = paragraph(said, style="wp-meaning") + paragraph(note, style="wp-line")
    if lines:
        st.html(lines)
    rows = table(evidence_table(found, caption=words["question"]), style=EVIDENCE) if found else ""
    stamp = frame.stamp(released.question.as_of)
    for _, exhibit in drawn:
        exhibit_view.show_under(exhibit, stamp=stamp, within=within)
    for _, exhibit in beside:
        exhibit_view.show_under(exhibit, stamp=stamp, twin=rows, within=within)
    if rows and not beside:
        st.html(rows)


def material_of(found: Sequence[Finding], *, history: Sequence[Released], pilot: Calendar) -> Evidence:
    """Return what the drawings of a question are made of."""
    by_code = {finding.code: finding for finding in found}
    period = say("pages.whole_pilot").lower()
    return Evidence(found=by_code, history=history, start=pilot.start, end=pilot.end, period=period)


def drawings(draws: Sequence[Draw], material: Evidence) -> tuple[tuple[Draw, Exhibit], ...]:
    """Return the drawings that there is enough for."""
    made = ((draw, draw.make(material)) for draw in draws)
    return tuple((draw, one) for draw, one in made if one is not None and one.chart is not None)


def said_of(found: Sequence[Finding]) -> str:
    """Return what the evidence says in a few sentences: what is known first; that all is hidden where it is."""
    known = [finding for finding in found if not finding.hidden and not is_empty(finding)]
    if not known and any(finding.hidden for finding in found):
        return say("decisions.hidden")
    sentences = dict.fromkeys(statement(finding) for finding in known or found)
    return " ".join(list(sentences)[:SAID]) or say("decisions.nothing")


def said_beside(found: Sequence[Finding], drawn: Sequence[tuple[Draw, Exhibit]]) -> str:
    """Return what is known and no drawing has as its headline; nothing where that is all."""
    codes, headlines = {draw.code for draw, _ in drawn}, {f"{exhibit.headline}." for _, exhibit in drawn}
    left = [
        finding
        for finding in found
        if not finding.hidden and not is_empty(finding) and finding.code not in codes
    ]
    sentences = dict.fromkeys(text for finding in left if (text := statement(finding)) not in headlines)
    return " ".join(list(sentences)[:SAID])


def evidence_table(found: Sequence[Finding], *, caption: str) -> Table:
    """Return one row per figure: value, interval, target, verdict and cases; on a phone value and verdict."""
    keys = ("figure", "value", "range", "target", "verdict", "count")
    wide = {"range", "target", "count"}
    return Table(
        caption=say("decisions.caption", question=caption),
        headings=tuple(
            Heading(
                label=say(f"decisions.columns.{key}"),
                kind="verdict" if key == "verdict" else "text",
                wide=key in wide,
            )
            for key in keys
        ),
        rows=tuple(Row(values=_cells(finding)) for finding in found),
    )


def _cells(finding: Finding) -> tuple[str, ...]:
    return (
        name_apart(finding),
        value_words(finding),
        extent_text(finding) or "–",
        goal_text(finding) or "–",
        judged_text(finding) or "–",
        count_text(finding) if finding.n else "–",
    )


def pilot_calendar(visit: Visit, *, as_of: date) -> Calendar:
    """Return the days of the pilot, and of the figures after those of a day."""
    fresh = visit.freshness
    following = next_figures(pilot_start=fresh.pilot_start, pilot_end=fresh.pilot_end, as_of=as_of)
    return Calendar(start=fresh.pilot_start, end=fresh.pilot_end, following=following)


def all_open(released: Released, decision: Decision, *, visit: Visit) -> tuple[OpenPoint, ...]:
    """Return what is not known: from the figures, then what no figure of ours can tell."""
    calendar = pilot_calendar(visit, as_of=released.question.as_of)
    found = evidence(released, decision.topics, branch=decision.branch)
    beyond = (OpenPoint(what=what, why=why, when=when) for what, why, when in texts(decision.words)["beyond"])
    return (*open_points(found, calendar=calendar), *beyond)


def show_open(points: Sequence[OpenPoint]) -> None:
    """Write what is not known yet, why not, and when it will be."""
    st.header(say("decisions.open_title"), anchor=False)
    st.html(
        paragraph(say("decisions.open_lead"), style="wp-lead")
        + definitions([(point.what, (point.why, say("decisions.when", when=point.when))) for point in points])
    )
