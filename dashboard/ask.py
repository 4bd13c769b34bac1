"""The one way from a question to what may be shown: home, audience and question in, `Released` out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.release.released import Released
from pipelines.store.home import Home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.question import Branch, Question

if TYPE_CHECKING:
    from pipelines.release.edition import Edition, HeldBack, Standing
    from pipelines.release.named_rows import NamedRows
    from pipelines.release.readable_policy import Decided, Seen
    from pipelines.release.shelf import Shelf
    from pipelines.store.openings import Opening
    from pipelines.store.snapshot import Snapshot
    from pipelines.store.spark_engine import SparkEngine

WORKERS = 4  # statements at the same time: planning many small ones takes longer than running them


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """How new the figures are. `snapshot` None: nothing has been loaded yet.

    `last_event_on`: the latest dated fact up to today; `jobs`, `visits`: rows stored; `quarantined`: rows put aside;
    `update_days`: the rhythm in which new files are loaded.
    """

    snapshot: str | None
    loaded_at: datetime | None
    last_event_on: date | None
    pilot_start: date
    pilot_end: date
    jobs: int
    visits: int
    quarantined: int
    update_days: int


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """One record: `received` is when rows of it last came in (None: never), `waiting` the rows put aside."""

    record: str
    received: datetime | None
    waiting: int


def released(
    home: Home,
    *,
    audience: Audience,
    question: Question,
    codes: Sequence[str] | None = None,
    on_spark: bool = False,
    in_blocks: bool = False,
) -> Released:
    """Return the figures asked for as that audience may see them; without codes the 13 headline figures.

    Readers outside the organisation get those of their latest edition, never the live ones. `on_spark`: computed by Spark over an export of the same snapshot; `in_blocks`: to be drawn,
    with the blocks of the figures that have them. Raises StoreProblem when nothing was loaded yet
    or Spark is missing, WrongUse for a figure that does not exist.
    """
    from pipelines.release.desk import answer_for
    from pipelines.store.snapshot import open_snapshot

    if audience.external:
        return from_edition(latest_edition(home, audience), codes=codes)
    with open_snapshot(home) as snapshot, _engine(snapshot, home=home, on_spark=on_spark) as engine:
        return answer_for(
            snapshot,
            audience=audience,
            question=question,
            codes=codes,
            cache=home.cache,
            workers=WORKERS,
            engine=engine,
            in_blocks=in_blocks,
        )


def from_edition(
    edition: "Edition", *, codes: Sequence[str] | None = None, branch: Branch | None = None
) -> Released:
    """Return figures of a frozen edition, of one branch if asked for; without codes the headline figures."""
    from pipelines.release.desk import opened

    return opened(edition, codes=codes, question=Question(as_of=edition.as_of, branch=branch))


def whole_edition(edition: "Edition") -> Released:
    """Return all figures of a frozen edition, and the codes its readers do not get."""
    codes = dict.fromkeys((*(finding.code for finding in edition.findings), *edition.withheld))
    return from_edition(edition, codes=tuple(codes))


def released_editions(home: Home, audience: Audience) -> "tuple[Edition, ...]":
    """Return the editions an audience has, oldest first; withdrawn ones are not among them."""
    from pipelines.release import publishing
    from pipelines.release.edition import State

    own = [each for each in publishing.standings(home) if each.audience is audience]
    return tuple(publishing.edition(home, each.id) for each in own if each.state is State.RELEASED)


def latest_edition(home: Home, audience: Audience) -> "Edition":
    """Return the newest edition an audience has; raises StoreProblem with one sentence when it has none."""
    from pipelines.release import publishing

    return publishing.required(home, audience)


def preview(
    home: Home, *, audience: Audience, as_of: date, tell: Callable[[int, int], None]
) -> "tuple[Edition, tuple[HeldBack, ...]]":
    """Return the edition that would be proposed now, and what it holds back; as `publishing.preview`."""
    from pipelines.release import publishing

    return publishing.preview(home, audience=audience, as_of=as_of, tell=tell)


def propose(home: Home, *, audience: Audience, as_of: date, by: str, now: datetime) -> "Standing":
    """Freeze an edition and put it in the ledger as proposed; as `publishing.propose`."""
    from pipelines.release import publishing

    return publishing.propose(home, audience=audience, as_of=as_of, by=by, now=now)


def approve(
    home: Home, edition_id: str, *, by: str, now: datetime, looked_at: str | None = None
) -> "Standing":
    """Release a proposed edition; as `publishing.approve`."""
    from pipelines.release import publishing

    return publishing.approve(home, edition_id, by=by, now=now, looked_at=looked_at)


def withdraw(home: Home, edition_id: str, *, reason: str, by: str, now: datetime) -> "Standing":
    """Withdraw a released edition; as `publishing.withdraw`."""
    from pipelines.release import publishing

    return publishing.withdraw(home, edition_id, reason=reason, by=by, now=now)


def standings(home: Home) -> "tuple[Standing, ...]":
    """Return where every edition stands, oldest first."""
    from pipelines.release import publishing

    return publishing.standings(home)


def edition(home: Home, edition_id: str) -> "Edition":
    """Return an edition as it was proposed; raises ReleaseRefused when there is none with that id."""
    from pipelines.release import publishing

    return publishing.edition(home, edition_id)


def held_back(home: Home, edition_id: str) -> "tuple[HeldBack, ...]":
    """Return what an edition holds back and why: for the coordinator's eyes only."""
    from pipelines.release import publishing

    return publishing.held_back(home, edition_id)


def policy(home: Home, *, day: date) -> "tuple[tuple[Decided, ...], tuple[Seen, ...]]":
    """Return the rules of what goes out as they hold on a day, and what each audience sees of each figure."""
    from pipelines.release import readable_policy
    from pipelines.store.snapshot import open_snapshot

    with open_snapshot(home) as snapshot:
        return readable_policy.decided(snapshot, day=day), readable_policy.seen()


def open_shelf(folder: Path) -> "Shelf":
    """Return the editions a partner was handed; raises FileRefused with one sentence."""
    from pipelines.release import shelf

    return shelf.open_shelf(folder)


@contextmanager
def _engine(snapshot: "Snapshot", *, home: Home, on_spark: bool) -> "Iterator[SparkEngine | None]":
    if not on_spark:
        yield None
        return
    from pipelines.store.spark_engine import open_engine

    with open_engine(snapshot, scratch=home.scratch) as engine:
        yield engine


def question_for(
    home: Home,
    *,
    today: date,
    as_of: date | None = None,
    period_from: date | None = None,
    branch: Branch | None = None,
) -> Question:
    """Return the question with its date filled in: the day asked for, else today, at most the end of the pilot."""
    from pipelines.evaluate.frame import pilot_end
    from pipelines.store.snapshot import open_snapshot

    if as_of is None:
        with open_snapshot(home) as snapshot:
            as_of = min(today, pilot_end(snapshot, today=today))
    return Question(as_of=as_of, period_from=period_from, branch=branch)


def freshness(home: Home, *, today: date) -> Freshness:
    """Return how new the figures are; with `snapshot` None when nothing was loaded yet."""
    from pipelines.evaluate.freshness import measure

    return Freshness(**measure(home, today=today))


def received(home: Home) -> tuple[Delivered, ...]:
    """Return what was received per record, in the order of the sheets; none before the first load."""
    from pipelines.evaluate.deliveries import received_per_record

    return tuple(Delivered(**each) for each in received_per_record(home))


def rows_behind(home: Home, *, code: str, as_of: date) -> "NamedRows":
    """Return the rows of a figure with names, for the coordinator alone; as `named_rows.rows_behind`."""
    from pipelines.release import named_rows

    return named_rows.rows_behind(home, code=code, as_of=as_of)


def note_opening(home: Home, *, who: str, at: datetime, what: str, rows: int, reason: str) -> None:
    """Write down who opened named rows, when and why, before they are shown."""
    from pipelines.store import openings

    openings.note_opening(home, openings.Opening(who=who, at=at, what=what, rows=rows, reason=reason))


def openings(home: Home) -> "tuple[Opening, ...]":
    """Return who opened named rows, when and why, oldest first; as `openings.all_openings`."""
    from pipelines.store.openings import all_openings

    return all_openings(home)


def no_freshness() -> Freshness:
    """Return what somebody without a role may know about the data: nothing."""
    from pipelines.evaluate.freshness import unmeasured

    return Freshness(**unmeasured())


def edition_freshness(edition: "Edition | None") -> Freshness:
    """Return what a reader outside may know about the data: the pilot's dates, from the edition; nothing without one."""
    found = no_freshness()
    if edition is None:
        return found
    return replace(found, pilot_start=edition.pilot_start, pilot_end=edition.pilot_end)
