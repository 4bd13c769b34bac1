"""The ledger: who proposed, approved and withdrew which edition, and when. Lines are added, never changed.

Each line holds the hash of the line before it and a seal made with the home's key, so a changed, removed or swapped
line is found when it is read.
"""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from pipelines.release.canonical import NotCanonical, as_bytes, from_bytes
from pipelines.release.edition import Standing, State
from pipelines.store.atomic import write_atomically
from pipelines.store.home import Home
from pipelines.store.keys import find_key
from pipelines.store.lock import held
from pipelines.store.problem import problem_of_system, store_problem
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.words import publishing as words


class Act(Enum):
    """What somebody did to an edition."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line. `digest`: sha256 of the edition's bytes; `before`: sha256 of the line before, None for the first.

    `seal`: of all the rest.
    """

    act: Act
    edition: str
    audience: Audience
    as_of: date
    digest: str
    by: str
    at: datetime
    reason: str | None = None
    before: str | None = None
    seal: str = ""


@contextmanager
def writing(home: Home) -> Iterator[None]:
    """Hold the ledger for one change; raises StoreProblem when somebody else keeps it."""
    try:
        home.create()
        home.drafts.mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    with held(home.release_lock) as mine:
        if not mine:
            raise store_problem(words.BUSY)
        yield


def read_ledger(home: Home) -> tuple[Entry, ...]:
    """Return every line, oldest first; raises StoreProblem when one was changed, removed or swapped."""
    try:
        lines = home.release_ledger.read_bytes().splitlines(keepends=True)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    found: list[Entry] = []
    before = None
    key = find_key(home)
    for number, line in enumerate(lines, start=1):
        entry = _entry(line)
        if entry is None or entry.before != before or not _is_sealed(line, entry, key=key):
            raise store_problem(words.LEDGER_BROKEN, file=home.release_ledger, line=number)
        found.append(entry)
        before = sha256(line)
    return tuple(found)


def append(home: Home, entries: tuple[Entry, ...], entry: Entry) -> tuple[Entry, ...]:
    """Add a line after those read, in one rename, and return all of them; the caller holds `writing`."""
    told = home.release_ledger.read_bytes() if entries else b""
    last = told.splitlines(keepends=True)[-1:]
    tied = replace(entry, before=sha256(last[0]) if last else None)
    added = replace(tied, seal=_seal(as_bytes(tied), key=find_key(home)))
    try:
        write_atomically(home.release_ledger, told + as_bytes(added))
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    return (*entries, added)


def standings_of(entries: tuple[Entry, ...]) -> tuple[Standing, ...]:
    """Return where each edition stands, oldest first; a newer proposal with the same id takes the older one's place."""
    found: dict[str, Standing] = {}
    for entry in entries:
        found[entry.edition] = _after(found.get(entry.edition), entry)
    return tuple(found.values())


def sha256(content: bytes) -> str:
    """Return the hash of bytes as it stands in the ledger."""
    return hashlib.sha256(content).hexdigest()


def _seal(content: bytes, *, key: bytes) -> str:
    return hmac.digest(key, b"werkplaats ledger 1 " + content, "sha256").hex()


def _is_sealed(line: bytes, entry: Entry, *, key: bytes) -> bool:
    """Whether who holds the key wrote this line: the seal is of the line as it was without it."""
    written = entry.seal.encode()
    without = line.replace(b'"seal":"' + written + b'"', b'"seal":""')
    return hmac.compare_digest(written, _seal(without, key=key).encode())


def _entry(line: bytes) -> Entry | None:
    try:
        return from_bytes(line, Entry)
    except NotCanonical:
        return None


def _after(standing: Standing | None, entry: Entry) -> Standing:
    if standing is None or entry.act is Act.PROPOSED:
        return Standing(
            id=entry.edition,
            audience=entry.audience,
            as_of=entry.as_of,
            state=State.PROPOSED,
            proposed_by=entry.by,
            proposed_at=entry.at,
            approved_by=None,
            approved_at=None,
            withdrawn_by=None,
            withdrawn_at=None,
            reason=None,
            digest=entry.digest,
        )
    if entry.act is Act.APPROVED:
        return Standing(
            **{**vars(standing), "state": State.RELEASED, "approved_by": entry.by, "approved_at": entry.at}
        )
    return Standing(
        **{
            **vars(standing),
            "state": State.WITHDRAWN,
            "withdrawn_by": entry.by,
            "withdrawn_at": entry.at,
            "reason": entry.reason,
        }
    )
