"""Regels: the rows behind one figure, with names, for the coordinator; every look is written down with its reason."""

import streamlit as st

from dashboard.components import frame
from dashboard.components.markup import note, paragraph, table
from dashboard.drill_down import open_rows
from dashboard.session import Visit, open_visit
from dashboard.shown import NamedRows
from dashboard.table import Heading, Row, Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import agreeing, counted, long_day
from dashboard.words.sentences import branch_text, label

COLUMNS = ("number", "name", "branch", "day", "counts")


def show() -> None:
    """Write the page."""
    visit = open_visit()
    frame.head("rows")
    code = st.query_params.get("cijfer", "")
    if visit.empty or code not in texts("figures"):
        frame.answer(say("rows.answer_none"))
        frame.footer(visit)
        return
    frame.ribbon(visit)
    means = texts("figures")[code]["means"]
    st.html(paragraph(say("rows.about", figure=label(code), means=means), style="wp-lead"))
    reasons = texts("rows")["reasons"]
    reason = st.radio(say("rows.why"), list(reasons), format_func=reasons.get, index=None, horizontal=True)
    st.html(paragraph(say("rows.noted"), style="wp-lead"))
    if st.button(say("rows.show"), type="primary"):
        _opened(visit, code=code, reason=reason)
    frame.footer(visit)


def _opened(visit: Visit, *, code: str, reason: str | None) -> None:
    if reason is None:
        st.html(note([say("rows.why_first")], style="wp-trouble", role="alert"))
        return
    found = open_rows(visit, code=code, reason=reason)
    rows = counted(len(found.cases), say("rows.row"), say("rows.rows"))
    key = agreeing(len(found.cases), "rows.answer_one", "rows.answer")
    key = "rows.answer_sum" if found.counted is None else key
    frame.answer(say(key, figure=label(code), count=rows, day=long_day(visit.as_of)))
    st.html(table(_table(found, code=code)))


def _table(found: NamedRows, *, code: str) -> Table:
    rows = [
        (case.number or "–", case.name or "–", branch_text(case.branch or None),
         long_day(case.day) if case.day else "–", say("rows.yes" if case.counts else "rows.no"))
        for case in found.cases
    ]  # fmt: skip
    return Table(
        caption=say("rows.caption", figure=label(code)),
        headings=tuple(Heading(label=say(f"rows.column_{name}")) for name in COLUMNS),
        rows=tuple(Row(values=values) for values in rows),
    )
