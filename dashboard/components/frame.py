"""What every page has: its question, a short answer, how new the figures are, and the footer."""

import re
from datetime import date, timedelta
from importlib.metadata import version

import streamlit as st

from dashboard.ask import Freshness
from dashboard.choices import next_figures
from dashboard.components.markup import note, paragraph
from dashboard.session import Visit
from dashboard.words.catalogue import say, texts
from dashboard.words.numbers import agreeing, clock, counted, day_without_year, long_day
from pipelines.vocabulary.errors import WerkplaatsError

EXPLAINED = ("begrippen", "vertrouwen", "toegankelijkheid", "privacy")
WORDS = {"vertrouwen": "trust"}  # where a page's words stand when not with the explaining pages
FOR_EVERYONE = ("toegankelijkheid", "privacy")  # without a role too
STALE_AFTER = 1.5  # times the rhythm in which new files are loaded


def head(page: str) -> None:
    """Write the page's question as its one heading."""
    st.title(say(f"{page}.question"), anchor=False)


def answer(text: str) -> None:
    """Write the short answer, the first thing below the question."""
    st.html(paragraph(say("pages.answer", answer=text), style="wp-answer"))


def ribbon(visit: Visit) -> None:
    """Say on every page of the demo that the people are invented."""
    if visit.demo:
        st.html(note([say("pages.demo")], style="wp-demo"))


def banner(visit: Visit) -> None:
    """Say how new the figures are, below the ribbon of the demo."""
    ribbon(visit)
    st.html(note(freshness_lines(visit)))


def freshness_lines(visit: Visit) -> list[str]:
    """Return the sentences of the banner: until when, since when, and what still waits."""
    fresh = visit.freshness
    if visit.outside:
        return _edition_lines(visit)
    if fresh.snapshot is None or fresh.loaded_at is None:
        return [say("pages.not_loaded")]
    loaded = fresh.loaded_at
    first = say("pages.until", day=long_day(visit.as_of))
    update = say("pages.updated", day=day_without_year(loaded.date()), time=clock(loaded))
    lines = [f"{first} {update}", *_next_update(visit, loaded=loaded.date())]
    if fresh.last_event_on is not None and fresh.last_event_on < visit.as_of:
        lines.append(say("pages.last_fact", day=long_day(fresh.last_event_on)))
    return [*lines, *_put_aside(fresh)]


def _edition_lines(visit: Visit) -> list[str]:
    """Return what a reader outside has: which edition, until when, and when the next one comes."""
    if visit.edition is None:
        return [say("pages.no_edition")]
    fresh = visit.freshness
    lines = [say("pages.edition", day=long_day(visit.edition.as_of), id=visit.edition.id)]
    following = next_figures(pilot_start=fresh.pilot_start, pilot_end=fresh.pilot_end, as_of=visit.as_of)
    return [*lines, say("pages.next_edition", day=long_day(following))] if following else lines


def _next_update(visit: Visit, *, loaded: date) -> list[str]:
    """Return when new figures are expected, or that they are overdue; nothing once the whole pilot is in."""
    fresh = visit.freshness
    if loaded > fresh.pilot_end:
        return []
    expected = loaded + timedelta(days=fresh.update_days)
    if (visit.today - loaded).days > STALE_AFTER * fresh.update_days:
        return [say("pages.old", day=long_day(loaded), expected=long_day(expected))]
    return [say("pages.next_update", day=long_day(expected))] if visit.today <= expected else []


def _put_aside(fresh: Freshness) -> list[str]:
    if not fresh.quarantined:
        return []
    rows = counted(fresh.quarantined, say("pages.put_aside_one"), say("pages.put_aside_many"))
    key = agreeing(fresh.quarantined, "put_aside_single", "put_aside")
    return [say(f"pages.{key}", count=rows)]


def nothing_yet(visit: Visit) -> None:
    """Write the page when nothing has been delivered: what will stand here, and what is needed first."""
    answer(say("pages.no_edition_answer" if visit.outside else "pages.nothing_answer"))
    banner(visit)
    if not visit.outside:
        _first_steps(visit)
    footer(visit)


def _first_steps(visit: Visit) -> None:
    fresh = visit.freshness
    key = "nothing_start" if visit.today <= fresh.pilot_start else "nothing_running"
    st.html(paragraph(say(f"pages.{key}", day=long_day(fresh.pilot_start)), style="wp-lead"))
    st.header(say("pages.first_title"), anchor=False)
    steps = "".join(f"<li>{step}</li>" for step in texts("pages")["steps"])
    st.html(f'<ol class="wp-steps" data-wp="">{steps}</ol>')


def trouble(error: WerkplaatsError) -> None:
    """Say in Dutch why the figures cannot be read, and what to do; the choices are kept."""
    st.html(note([error.sentence, error.action], style="wp-trouble"))


def stamp(day: date) -> str:
    """Return for which date something was made; it travels with pictures."""
    return say("pages.stamp", day=long_day(day))


def footer(visit: Visit) -> None:
    """Write the links to the explaining pages and which version and data this is."""
    links(EXPLAINED if visit.reader else FOR_EVERYONE, data=_data_version(visit))


def links(pages: tuple[str, ...], *, data: list[str] | None = None) -> None:
    """Write the links to these explaining pages, and the version of the program."""
    named = [(page, say(f"{WORDS.get(page, 'explained.' + page)}.menu")) for page in pages]
    items = "".join(f'<li><a href="/{page}" target="_self">{menu}</a></li>' for page, menu in named)
    made = " ".join([say("pages.version", version=version("werkplaats-monitor")), *(data or [])])
    st.html(f'<div class="wp-foot" data-wp=""><ul>{items}</ul>{paragraph(made)}</div>')


def _data_version(visit: Visit) -> list[str]:
    if visit.edition is not None:
        return [say("pages.edition_version", id=visit.edition.id)]
    digits = re.findall(r"\d+", visit.freshness.snapshot or "")
    return [say("pages.data_version", number=int(digits[0]))] if digits else []
