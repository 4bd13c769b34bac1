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
from dashboard.shown import Released
from dashboard.words.catalogue import say
from pipelines.store.home import Home, resolve_home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Question

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ANSWERS_KEPT = 200  # in memory: thirteen periods times three parts times five pages


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One view of one page. `reader`: who looks, None without a role; `as_of`: the last day that counts."""

    home: Home
    reader: Reader | None
    today: date
    as_of: date
    freshness: Freshness

    @property
    def empty(self) -> bool:
        """Whether nothing has been loaded that a figure could count."""
        return self.freshness.snapshot is None or (self.freshness.jobs == 0 and self.freshness.visits == 0)

    @property
    def audience(self) -> Audience:
        """Whose figures these are; raises AccessRefused for somebody without a role."""
        access.check(self.reader, home=self.home)
        return self.reader.audience if self.reader else Audience.COMMISSIE

    @property
    def demo(self) -> bool:
        """Whether the people in the home are invented."""
        return self.home.is_demo

    def periods(self) -> tuple[Period, ...]:
        """Return the periods that can be chosen."""
        fresh = self.freshness
        return periods(pilot_start=fresh.pilot_start, pilot_end=fresh.pilot_end, as_of=self.as_of)

    def received(self) -> tuple[Delivered, ...]:
        """Return what was received per record; for readers inside the organisation."""
        access.check(self.reader, home=self.home)
        return ask.received(self.home)

    def answers(self, codes: Sequence[str], *, choices: Choices) -> Released:
        """Return the released answers to the reader's choices."""
        return self.answer(codes, question=choices.question(as_of=self.as_of))

    def answer(self, codes: Sequence[str], *, question: Question) -> Released:
        """Return the released answers to a question; remembered until new data arrive.

        Raises AccessRefused when the reader's role or log-in is gone.
        """
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
    fresh = ask.freshness(home, today=today) if reader else ask.no_freshness()
    return Visit(
        home=home,
        reader=reader,
        today=today,
        as_of=min(today, fresh.pilot_end),
        freshness=fresh,
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
