"""The sections of the page on trust: what was received, what changed afterwards, how we count."""

import streamlit as st

from dashboard import drill_down, releasing
from dashboard.components.looks_at_rows import MOST, openings_table
from dashboard.components.markup import definitions, paragraph, table
from dashboard.components.policy_tables import rules_table, seen_table
from dashboard.components.received_records import sources_table
from dashboard.session import Visit
from dashboard.shown import Released
from dashboard.table import Table
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import long_day


def show_received(visit: Visit, released: Released) -> None:
    """Write what was received when; outside, that the figures were frozen."""
    st.header(say("trust.received_title"), anchor=False)
    if visit.outside:
        st.html(paragraph(say("trust.received_elsewhere", day=long_day(visit.as_of)), style="wp-read"))
        return
    rows = table(sources_table(visit.received(), released))
    st.html(paragraph(say("trust.received_lead"), style="wp-lead") + rows)


def show_corrections(corrections: Table, *, earlier: bool) -> None:
    """Write which figures changed afterwards and why. `earlier`: there is an edition to compare with."""
    st.header(say("trust.corrections.title"), anchor=False)
    if corrections.rows:
        st.html(paragraph(say("trust.corrections.lead"), style="wp-lead") + table(corrections))
        return
    st.html(paragraph(say(f"trust.corrections.{'nothing' if earlier else 'none_yet'}"), style="wp-read"))


def show_policy(visit: Visit) -> None:
    """Write the rules of what goes out, who decided them and when; for readers inside."""
    if visit.outside:
        return
    rules, seen = releasing.rules(visit)
    st.header(say("trust.policy.title"), anchor=False)
    st.html(paragraph(say("trust.policy.lead"), style="wp-read") + table(rules_table(rules)))
    with st.expander(say("trust.policy.seen_caption")):
        st.html(table(seen_table(seen)))


def show_openings(visit: Visit) -> None:
    """Write who opened rows with names; for readers inside."""
    if visit.outside:
        return
    noted = drill_down.openings(visit)
    st.header(say("trust.openings.title"), anchor=False)
    more = [say("trust.openings.more", count=MOST)] if len(noted) > MOST else []
    lines = [say("trust.openings.lead"), *more] if noted else [say("trust.openings.none")]
    rows = table(openings_table(noted)) if noted else ""
    st.html("".join(paragraph(line, style="wp-read") for line in lines) + rows)


def show_methods() -> None:
    """Write how we count: in plain words, and by name for who reckons along."""
    words = texts("trust")["methods"]
    st.header(words["title"], anchor=False)
    st.html(definitions([(term, (text,)) for term, text in words["plain"]]))
    with st.expander(words["experts"]):
        st.html(
            paragraph(words["experts_lead"]) + definitions([(term, (text,)) for term, text in words["named"]])
        )
