"""What one page view knows: the home, the clock, the reader's choices, and the released answers to them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import access, ask
from dashboard.access import Reader
from dashboard.ask import Delivered, Freshness
from dashboard.choices import Choices, Period, periods
from dashboard.login import current_reader
from dashboard.shown import Edition, Released
from dashboard.words.catalogue import say
from pipelines.store.home import Home, resolve_home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ANSWERS_KEPT = 200  # in memory: thirteen periods times three parts times five pages


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One view of one page. `reader`: who looks, None without a role; `as_of`: the last day that counts.

    `edition`: what a reader outside the organisation has; None inside, and while nothing was released.
    """

    home: Home
    reader: Reader | None
    today: date
    as_of: date
    freshness: Freshness
    edition: Edition | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to count: nothing loaded, or no edition for a reader outside."""
        if self.outside:
            return self.edition is None
        return self.freshness.snapshot is None or (self.freshness.jobs == 0 and self.freshness.visits == 0)

    @property
    def outside(self) -> bool:
        """Whether the reader stands outside the organisation and sees editions only."""
        return self.reader is not None and self.reader.audience.external

    @property
    def audience(self) -> Audience:
        """Whose figures these are; raises AccessRefused for somebody without a role."""
        access.check(self.reader, home=self.home)
        return self.reader.audience if self.reader else Audience.COMMISSIE

    @property
    def demo(self) -> bool:
        """Whether the people in the home are invented."""
        return self.home.is_demo if self.edition is None else self.edition.demo

    def periods(self) -> tuple[Period, ...]:
        """Return the periods that can be chosen; an edition is about the whole pilot up to its day."""
        fresh = self.freshness
        found = periods(pilot_start=fresh.pilot_start, pilot_end=fresh.pilot_end, as_of=self.as_of)
        return found[:1] if self.outside else found

    def received(self) -> tuple[Delivered, ...]:
        """Return what was received per record; nothing for readers outside the organisation."""
        if self.audience.external:
            return ()
        return ask.received(self.home)

    def answers(self, codes: Sequence[str], *, choices: Choices) -> Released:
        """Return the released answers to the reader's choices."""
        return self.answer(codes, question=choices.question(as_of=self.as_of))

    def answer(self, codes: Sequence[str], *, question: Question) -> Released:
        """Return the released answers to a question; remembered until new data arrive. Outside: those of the edition.

        Raises AccessRefused when the reader's role or log-in is gone.
        """
        if self.audience.external and self.edition is not None:
            return ask.from_edition(self.edition, codes=codes)
        return _answers(
            self.freshness.snapshot,
            str(self.home.path),
            _home=self.home,
            audience=self.audience,
            question=question,
            codes=tuple(codes),
        )


def open_visit() -> Visit:
    """Return what this page view knows; the only place in the pages that reads the clock."""
    home = resolve_home(None)
    asked = os.environ.get("WERKPLAATS_AS_OF")
    today = date.fromisoformat(asked) if asked else datetime.now(AMSTERDAM).date()
    reader = current_reader(home)
    if reader is not None and reader.audience.external:
        return _visit_outside(home, reader, today=today)
    fresh = ask.freshness(home, today=today) if reader else ask.no_freshness()
    return Visit(
        home=home,
        reader=reader,
        today=today,
        as_of=min(today, fresh.pilot_end),
        freshness=fresh,
    )


def _visit_outside(home: Home, reader: Reader, *, today: date) -> Visit:
    """Return what a reader outside knows: the newest edition and nothing else."""
    access.check(reader, home=home)
    edition = ask.edition_of(home, reader.audience)
    return Visit(
        home=home,
        reader=reader,
        today=today,
        as_of=today if edition is None else edition.as_of,
        freshness=ask.edition_freshness(edition),
        edition=edition,
    )


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=say("pages.computing"))
def _answers(
    snapshot: str | None,
    folder: str,
    *,
    _home: Home,
    audience: Audience,
    question: Question,
    codes: tuple[str, ...],
) -> Released:
    del snapshot, folder  # parts of the key only: new data, new answers
    return ask.released(_home, audience=audience, question=question, codes=codes)
