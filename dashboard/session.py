"""What one page view knows: the home, the clock, the reader's choices, and the released answers to them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from dashboard import access, ask
from dashboard.access import EDITIONS, Reader, served_home
from dashboard.ask import Delivered, Freshness
from dashboard.choices import Choices, Period, month_ends, periods
from dashboard.login import current_reader
from dashboard.shown import Edition, Released
from dashboard.words.catalogue import say
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.calendar import AMSTERDAM
from pipelines.vocabulary.errors import WerkplaatsError
from pipelines.vocabulary.question import Question

ANSWERS_KEPT = 200  # in memory: thirteen periods times three parts times five pages


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One view of one page. `reader`: who looks, None without a role; `as_of`: the last day that counts.

    `editions`: for readers outside the organisation all they ever get, oldest first; their answers come from these.
    """

    home: Home
    reader: Reader | None
    today: date
    as_of: date
    freshness: Freshness
    editions: tuple[Edition, ...] = ()

    @property
    def edition(self) -> Edition | None:
        """The newest edition of a reader outside; None inside, and while nothing was released."""
        return self.editions[-1] if self.editions else None

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
        """Whose figures these are; raises AccessRefused for somebody whose role or log-in is gone."""
        access.check(self.reader, home=self.home)
        return self.reader.audience if self.reader else Audience.COMMISSIE

    @property
    def demo(self) -> bool:
        """Whether the people behind the figures are invented."""
        return self.home.is_demo or any(edition.demo for edition in self.editions)

    def periods(self) -> tuple[Period, ...]:
        """Return the periods that can be chosen; an edition is about the whole pilot."""
        fresh = self.freshness
        offered = periods(pilot_start=fresh.pilot_start, pilot_end=fresh.pilot_end, as_of=self.as_of)
        return offered[:1] if self.outside else offered

    def growth_days(self, *, first: date, last: date) -> tuple[date, ...]:
        """Return the days on which a growing count can be shown: month ends, or the days of the editions."""
        if self.outside:
            return tuple(dict.fromkeys(edition.as_of for edition in self.editions))
        return month_ends(first=first, last=last)

    def received(self) -> tuple[Delivered, ...]:
        """Return what was received per record; nothing for readers outside the organisation."""
        if self.audience.external:
            return ()
        return ask.received(self.home)

    def history(self, codes: Sequence[str]) -> tuple[Released, ...]:
        """Return what each edition of a reader outside says of figures, oldest first; raises as `answer`."""
        days = dict.fromkeys(edition.as_of for edition in self.editions)
        return tuple(self.answer(codes, question=Question(as_of=day)) for day in days)

    def answers(self, codes: Sequence[str], *, choices: Choices) -> Released:
        """Return the released answers to the reader's choices."""
        return self.answer(codes, question=choices.question(as_of=self.as_of))

    def answer(self, codes: Sequence[str], *, question: Question) -> Released:
        """Return the released answers to a question; remembered until new data arrive. Outside: those of the edition.

        From an edition, the one of the day asked for, else the newest. Raises AccessRefused when the reader's role or
        log-in is gone.
        """
        audience = self.audience
        if audience.external:
            of_day = [edition for edition in self.editions if edition.as_of == question.as_of]
            for edition in (of_day or self.editions)[-1:]:
                return ask.from_edition(edition, codes=codes, branch=question.branch)
            raise WerkplaatsError(say("pages.no_edition_answer"))
        return _answers(
            self.freshness.snapshot,
            str(self.home.path),
            _home=self.home,
            audience=audience,
            question=question,
            codes=tuple(codes),
        )


def open_visit() -> Visit:
    """Return what this page view knows; the only place in the pages that reads the clock."""
    home = served_home()
    asked = os.environ.get("WERKPLAATS_AS_OF")
    today = date.fromisoformat(asked) if asked else datetime.now(AMSTERDAM).date()
    reader = current_reader(home)
    if reader is not None and reader.audience.external:
        return _outside(home, reader=reader, today=today)
    fresh = ask.freshness(home, today=today) if reader else ask.no_freshness()
    as_of = min(today, fresh.pilot_end)
    return Visit(home=home, reader=reader, today=today, as_of=as_of, freshness=fresh)


def _outside(home: Home, *, reader: Reader, today: date) -> Visit:
    """Return what somebody outside the organisation knows: the editions, and nothing of the data."""
    if EDITIONS in os.environ:
        editions = ask.open_shelf(home.path).editions
    else:
        editions = ask.released_editions(home, reader.audience)
    own = tuple(edition for edition in editions if edition.audience is reader.audience)
    newest = own[-1] if own else None
    return Visit(
        home=home,
        reader=reader,
        today=today,
        as_of=newest.as_of if newest else today,
        freshness=ask.edition_freshness(newest),
        editions=own,
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
    return ask.released(_home, audience=audience, question=question, codes=codes, in_blocks=True)
