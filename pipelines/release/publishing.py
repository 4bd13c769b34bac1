"""From data to an edition in a reader's hands: previewed, proposed by one, approved by another, sometimes withdrawn."""

from dataclasses import replace
from datetime import date, datetime

from pipelines.release.canonical import as_bytes
from pipelines.release.composing import Tell, Wanted, compose, silence
from pipelines.release.drafts import keep, kept_edition, kept_held_back
from pipelines.release.edition import Edition, HeldBack, Standing, State
from pipelines.release.handover import hand_over, handed_over, refuse_short
from pipelines.release.ledger import Act, Entry, append, read_ledger, sha256, standings_of, writing
from pipelines.release.signing import signing_key
from pipelines.store.home import Home
from pipelines.store.keys import find_key
from pipelines.store.problem import store_problem
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import ReleaseRefused, WrongUse
from pipelines.vocabulary.words import publishing as words
from pipelines.vocabulary.words.store import Problem

Entries = tuple[Entry, ...]


def preview(
    home: Home, *, audience: Audience, as_of: date, tell: Tell = silence
) -> tuple[Edition, tuple[HeldBack, ...]]:
    """Return the edition that would be proposed now, and what it holds back. Nothing is written; `tell` as `compose`.

    Made again from the same data and ledger it is byte for byte the same. Raises WrongUse for an audience without
    editions, ReleaseRefused when it would tell too much together with what readers already have, StoreProblem.
    """
    return _composed(home, _whole_ledger(home), audience=audience, as_of=as_of, tell=tell)


def propose(home: Home, *, audience: Audience, as_of: date, by: str, now: datetime) -> Standing:
    """Freeze an edition and put it in the ledger as proposed; raises as `preview`.

    An edition that is there already, proposed or released, made of the same data for the same date, stays as it is.
    """
    with writing(home):
        entries = _completed(home)
        edition, held = _composed(home, entries, audience=audience, as_of=as_of)
        known = _same(home, entries, edition)
        if known is not None:
            return known
        digest = keep(home, edition, held)
        entry = _entry(Act.PROPOSED, edition, digest=digest, by=by, now=now)
        return _standing(append(home, entries, entry), edition.id)


def approve(home: Home, edition_id: str, *, by: str, now: datetime, looked_at: str | None = None) -> Standing:
    """Release a proposed edition and write the file to hand over. `looked_at`: digest of what the approver saw.

    Raises ReleaseRefused for who proposed it, and when it is not proposed any more, is proposed anew since it was looked
    at, or would come out differently now: other data, or other editions released since. The attack is run again.
    """
    with writing(home):
        entries = _completed(home)
        standing = _standing(entries, edition_id)
        if standing.state is not State.PROPOSED:
            raise _refused(words.NOT_PROPOSED, id=edition_id, state=standing.state.value)
        if _person(by) == _person(standing.proposed_by):
            raise _refused(words.OWN_PROPOSAL, id=edition_id)
        if looked_at not in {None, standing.digest}:
            raise _refused(words.CHANGED_SINCE_SEEN, id=edition_id)
        edition = kept_edition(home, identity=edition_id, digest=standing.digest)
        again, _ = _composed(home, entries, audience=edition.audience, as_of=edition.as_of)
        if sha256(as_bytes(again)) != standing.digest:
            raise _refused(words.STALE, id=edition_id)
        entry = _entry(Act.APPROVED, edition, digest=standing.digest, by=by, now=now)
        entries = append(home, entries, entry)
        _hand_over(home, entries)
        return _standing(entries, edition_id)


def withdraw(home: Home, edition_id: str, *, reason: str, by: str, now: datetime) -> Standing:
    """Withdraw a released edition and write the file that makes readers drop it.

    Raises ReleaseRefused without a reason or for an edition that is not released.
    """
    with writing(home):
        entries = _completed(home)
        standing = _standing(entries, edition_id)
        if not reason.strip():
            raise _refused(words.NO_REASON)
        if standing.state is not State.RELEASED:
            raise _refused(words.NOT_RELEASED, id=edition_id, state=standing.state.value)
        edition = kept_edition(home, identity=edition_id, digest=standing.digest)
        entry = _entry(Act.WITHDRAWN, edition, digest=standing.digest, by=by, now=now)
        entries = append(home, entries, replace(entry, reason=reason.strip()))
        _hand_over(home, entries)
        return _standing(entries, edition_id)


def standings(home: Home) -> tuple[Standing, ...]:
    """Return where every edition stands, oldest first."""
    return standings_of(_whole_ledger(home))


def edition(home: Home, edition_id: str) -> Edition:
    """Return an edition as it was proposed; raises ReleaseRefused when there is none with that id."""
    standing = _standing(_whole_ledger(home), edition_id)
    return kept_edition(home, identity=edition_id, digest=standing.digest)


def held_back(home: Home, edition_id: str) -> tuple[HeldBack, ...]:
    """Return what an edition holds back and why: for the coordinator's eyes only."""
    standing = _standing(_whole_ledger(home), edition_id)
    return kept_held_back(home, identity=edition_id, digest=standing.digest)


def latest(home: Home, audience: Audience) -> Edition | None:
    """Return the newest edition an audience has: released and not withdrawn."""
    found = [one for one in standings(home) if one.audience is audience and one.state is State.RELEASED]
    return kept_edition(home, identity=found[-1].id, digest=found[-1].digest) if found else None


def required(home: Home, audience: Audience) -> Edition:
    """Return the newest edition an audience has; raises StoreProblem when it has none."""
    found = latest(home, audience)
    if found is None:
        raise store_problem(words.NONE_RELEASED, audience=audience.value)
    return found


def _composed(
    home: Home, entries: Entries, *, audience: Audience, as_of: date, tell: Tell = silence
) -> tuple[Edition, tuple[HeldBack, ...]]:
    if not audience.external:
        problem = words.NOT_OUTSIDE
        raise WrongUse(problem.sentence.format(audience=audience.value), action=problem.action)
    had = [
        kept_edition(home, identity=entry.edition, digest=entry.digest)
        for entry in entries
        if entry.act is Act.APPROVED
    ]
    gone = frozenset(entry.edition for entry in entries if entry.act is Act.WITHDRAWN)
    wanted = Wanted(audience=audience, as_of=as_of, had=tuple(had), withdrawn=gone, demo=home.is_demo)
    with open_snapshot(home) as snapshot:
        return compose(snapshot, wanted, cache=home.cache, tell=tell)


def _same(home: Home, entries: Entries, made: Edition) -> Standing | None:
    """Return the standing edition that says the same: an open proposal of these bytes, or the last one released."""
    for standing in reversed(standings_of(entries)):
        if standing.audience is made.audience and standing.state is not State.WITHDRAWN:
            if standing.digest == sha256(as_bytes(made)):
                return standing
            if standing.state is State.RELEASED:
                kept = kept_edition(home, identity=standing.id, digest=standing.digest)
                return standing if _made_of(kept) == _made_of(made) else None
    return None


def _made_of(edition: Edition) -> tuple[object, ...]:
    return (edition.as_of, edition.data, edition.definitions)


def _completed(home: Home) -> Entries:
    """Return the ledger, after writing what a killed command left unwritten."""
    entries = _whole_ledger(home)
    _hand_over(home, entries)
    return entries


def _whole_ledger(home: Home) -> Entries:
    """Return the ledger; raises StoreProblem when its end was cut off after files were handed over."""
    there = handed_over(home)  # first: a file is written after its line
    entries = read_ledger(home)
    refuse_short(entries, there=there)
    return entries


def _hand_over(home: Home, entries: Entries) -> None:
    told = [entry for entry in entries if entry.act is Act.APPROVED]
    editions = {one.digest: kept_edition(home, identity=one.edition, digest=one.digest) for one in told}
    hand_over(home, entries, editions=editions, key=signing_key(find_key(home)))


def _standing(entries: Entries, edition_id: str) -> Standing:
    for standing in standings_of(entries):
        if standing.id == edition_id:
            return standing
    raise _refused(words.NO_EDITION, id=edition_id)


def _entry(act: Act, edition: Edition, *, digest: str, by: str, now: datetime) -> Entry:
    return Entry(
        act=act,
        edition=edition.id,
        audience=edition.audience,
        as_of=edition.as_of,
        digest=digest,
        by=by.strip(),
        at=now.replace(microsecond=0),
    )


def _person(email: str) -> str:
    """Return whose mailbox an address is: capitals, and a tag behind a plus, make no other person of somebody."""
    name, at, domain = email.strip().casefold().rpartition("@")
    return name.partition("+")[0] + at + domain


def _refused(problem: Problem, **fields: object) -> ReleaseRefused:
    return ReleaseRefused(problem.sentence.format(**fields), action=problem.action.format(**fields))
