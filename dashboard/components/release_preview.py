"""One edition on the coordinator's or the committee's desk: what goes out, what is hidden, how the reader will see it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import ask, releasing
from dashboard.components.decision_topics import (
    Decision,
    all_open,
    pilot_calendar,
    show_open,
    show_topics,
)
from dashboard.components.markup import note, paragraph, table
from dashboard.components.release_tables import (
    audience_name,
    changes_table,
    counts_line,
    figures_table,
    held_table,
)
from dashboard.session import Visit
from dashboard.shown import Edition, HeldBack
from dashboard.words.catalogue import say
from dashboard.words.numbers import long_day
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import ReleaseRefused


def show_offer(visit: Visit, *, audience: Audience, as_of: date, decision: Decision) -> None:
    """Write what the coordinator could propose; or why nothing may go out, when it would tell too much."""
    title = say("release.preview_title", audience=audience_name(audience), day=long_day(as_of))
    st.header(title, anchor=False)
    bar = st.empty()
    try:
        edition, held = releasing.offer(visit, audience=audience, as_of=as_of, tell=partial(_progress, bar))
    except ReleaseRefused as refusal:
        st.html(note([refusal.sentence, refusal.action], style="wp-trouble"))
        return
    finally:
        bar.empty()
    show_edition(visit, edition, decision=decision, held=held)


def _progress(place: DeltaGenerator, done: int, total: int) -> None:
    """Say how many figures of the proposal have been weighed."""
    text = say("release.composing_at", done=done, total=total) if done else say("release.composing")
    place.progress(done / total, text=text)


def show_edition(
    visit: Visit, edition: Edition, *, decision: Decision, held: Sequence[HeldBack] | None = None
) -> None:
    """Write what goes out and how the reader will see it. `held`: what is hidden and why, for who may know."""
    name = audience_name(edition.audience)
    released = ask.whole_edition(edition)
    st.html(paragraph(counts_line(released), style="wp-read"))
    with st.expander(say("release.figures_caption", audience=name)):
        st.html(table(figures_table(released)))
    if held is not None:
        _show_held(held, edition)
    _show_changes(edition)
    if st.toggle(say("release.view_as", audience=name), key=f"wp-view-{edition.id}"):
        history = releasing.history(visit, edition, codes=decision.figures)
        show_topics(
            history, decision, pilot=pilot_calendar(visit, as_of=edition.as_of), within=f"-{edition.id}"
        )
        show_open(all_open(history[-1], decision, visit=visit))


def _show_held(held: Sequence[HeldBack], edition: Edition) -> None:
    st.subheader(say("release.held_title"), anchor=False)
    if not held:
        st.html(paragraph(say("release.held_none"), style="wp-read"))
        return
    st.html(paragraph(say("release.held_lead"), style="wp-read"))
    with st.expander(say("release.held_caption", audience=audience_name(edition.audience))):
        st.html(table(held_table(held, edition)))


def _show_changes(edition: Edition) -> None:
    st.subheader(say("release.changes_title"), anchor=False)
    changed = changes_table((edition,))
    if edition.previous is None:
        said = say("release.first_edition", audience=audience_name(edition.audience))
        st.html(paragraph(said, style="wp-read"))
    elif changed.rows:
        st.html(table(changed))
    else:
        st.html(paragraph(say("release.changes_none"), style="wp-read"))
