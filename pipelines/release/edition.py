"""An edition: what one audience got on one date, frozen; and where it stands between proposal and withdrawal."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from pipelines.evaluate.finding import Finding
from pipelines.vocabulary.audiences import Audience


class State(Enum):
    """Where an edition stands; the value is the Dutch word on screen."""

    PROPOSED = "voorgesteld"
    RELEASED = "vrijgegeven"
    WITHDRAWN = "ingetrokken"


class Kind(Enum):
    """Why a published value differs from the edition before; the value is the word in files."""

    NEW = "new"  # cases dated after the earlier edition
    LATE = "late"  # cases dated before it that were typed in afterwards
    CORRECTED = "corrected"  # rows that were changed afterwards
    REDEFINED = "redefined"  # the rule of the figure itself is another one


@dataclass(frozen=True, kw_only=True)
class Change:
    """A published value that differs from the edition before. `before`, `after`: as printed, None where not shown."""

    code: str
    branch: str | None
    kind: Kind
    before: float | None
    after: float | None


@dataclass(frozen=True, kw_only=True)
class Definition:
    """Which version of a figure's rule was used."""

    code: str
    version: str


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What one audience gets: findings as hidden for it. Holds no person, no time of day and no name of who released it.

    `id`: audience, year of `as_of`, running number. `definitions`: version of each figure's rule; `data`: hash of all
    records it was made from; `previous`: id of the edition before it. `withheld`: codes this audience does not get. `demo`: the people are invented.
    """

    id: str
    audience: Audience
    as_of: date
    definitions: tuple[Definition, ...]
    data: str
    previous: str | None
    findings: tuple[Finding, ...]
    withheld: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    pilot_start: date
    pilot_end: date
    demo: bool = False


@dataclass(frozen=True, kw_only=True)
class HeldBack:
    """Something the audience does not see and why, in a sentence: for the coordinator's eyes only.

    `by` and `key` name a part of a breakdown; both empty for the figure itself, `key` empty for a whole breakdown.
    """

    code: str
    branch: str | None
    by: str
    key: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where an edition stands, as the ledger tells it; None for what has not happened. `digest`: of its bytes."""

    id: str
    audience: Audience
    as_of: date
    state: State
    proposed_by: str
    proposed_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    withdrawn_by: str | None
    withdrawn_at: datetime | None
    reason: str | None
    digest: str
