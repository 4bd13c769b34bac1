"""Questions somebody decides on: per question what the figures say, the evidence as a table, and what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard.choices import next_figures
from dashboard.components.markup import definitions, paragraph, table
from dashboard.session import Visit
from dashboard.shown import Finding, Released
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.sentences import (
    count_text,
    extent_text,
    goal_text,
    is_empty,
    mark,
    verdict_count,
)
from dashboard.words.statements import Calendar, OpenPoint, name_of, open_points, statement, value_words

EVIDENCE = "wp-table wp-evidence"  # tables under each other have the same columns
SAID = 2  # sentences per question; the table has the rest


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One question: `key` names its words, `figures` are its evidence, most telling first.

    `together`: of both branches, where costs that belong to neither count too.
    """

    key: str
    figures: tuple[str, ...] = ()
    together: bool = False


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
    verdicts = (
        [say("overview.verdicts", count=len(judged), counts=verdict_count(judged))]
        if judged
        else [say("overview.no_verdicts")]
    )
    unknown = say("decisions.open_one" if open_count == 1 else "decisions.open", count=open_count)
    return " ".join([*first, *verdicts, unknown])


def show_topics(released: Released, decision: Decision) -> None:
    """Write the questions in their groups, each with what the figures say and the evidence."""
    for group, topics in decision.groups:
        st.header(say(f"{decision.words}.groups.{group}"), anchor=False)
        for topic in topics:
            _show_topic(released, topic, decision=decision)


def _show_topic(released: Released, topic: Topic, *, decision: Decision) -> None:
    words = texts(decision.words)["topics"][topic.key]
    found = evidence(released, (topic,), branch=decision.branch)
    said = said_of(found)
    st.subheader(words["question"], anchor=False)
    rows = table(evidence_table(found, caption=words["question"]), style=EVIDENCE) if found else ""
    apart = topic.together and any(finding.branch == decision.branch for finding in found)
    note = words.get("note_apart" if apart else "note", "")
    st.html(paragraph(said, style="wp-meaning") + paragraph(note, style="wp-line") + rows)


def said_of(found: Sequence[Finding]) -> str:
    """Return what the evidence says in a few sentences: what is known first; that all is hidden where it is."""
    known = [finding for finding in found if not finding.hidden and not is_empty(finding)]
    if not known and any(finding.hidden for finding in found):
        return say("decisions.hidden")
    sentences = dict.fromkeys(statement(finding) for finding in known or found)
    return " ".join(list(sentences)[:SAID]) or say("decisions.nothing")


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
    judged = mark(finding)
    return (
        name_of(finding),
        value_words(finding),
        extent_text(finding) or "–",
        goal_text(finding) or "–",
        judged.word if judged else "–",
        count_text(finding) if finding.n else "–",
    )


def all_open(released: Released, decision: Decision, *, visit: Visit) -> tuple[OpenPoint, ...]:
    """Return what is not known: from the figures, then what no figure of ours can tell."""
    fresh = visit.freshness
    following = next_figures(
        pilot_start=fresh.pilot_start, pilot_end=fresh.pilot_end, as_of=released.question.as_of
    )
    calendar = Calendar(start=fresh.pilot_start, end=fresh.pilot_end, following=following)
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
