"""The partner's side: a folder with the files De Werkplaats sent, checked before anything of it is shown.

The key that signed the first file is remembered in the partner's own state folder, as are the number and hash of the
newest file seen: another signer, a changed file, a gap and an older folder are refused, each with one sentence.
"""

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from pipelines.release.canonical import NotCanonical, as_bytes, from_bytes
from pipelines.release.edition import Edition
from pipelines.release.handover import SUFFIX, Message, opened_file
from pipelines.release.ledger import sha256
from pipelines.store.atomic import write_atomically
from pipelines.store.problem import problem_of_system
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import FileRefused
from pipelines.vocabulary.words import publishing as words
from pipelines.vocabulary.words.store import Problem

VARIABLE = "WERKPLAATS_STATE"


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Editions a partner may look at, oldest first; withdrawn ones are not among them."""

    audience: Audience
    editions: tuple[Edition, ...]

    @property
    def latest(self) -> Edition | None:
        """Return the newest edition; None when all were withdrawn."""
        return self.editions[-1] if self.editions else None


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a partner remembers of a folder: who signs, and number and hash of the newest file."""

    key: str
    number: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class _Sent:
    file: Path
    message: Message
    key: str
    digest: str


def open_shelf(folder: Path) -> Shelf:
    """Return the editions in a folder and remember its signer and newest file; raises FileRefused with one sentence."""
    sent = _read(folder)
    _refuse_disorder(sent, folder=folder)
    _refuse_strangers(sent, folder=folder)
    withdrawn = set(sent[-1].message.withdrawn)
    editions = (one.message.edition for one in sent)
    return Shelf(
        audience=sent[0].message.audience,
        editions=tuple(
            edition for edition in editions if edition is not None and edition.id not in withdrawn
        ),
    )


def state_folder() -> Path:
    """Return where a partner's installation remembers things: WERKPLAATS_STATE, else the user's own state folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "werkplaats"


def _read(folder: Path) -> list[_Sent]:
    if not folder.is_dir():
        raise _refused(words.SHELF_NO_FOLDER, folder=folder)
    found = []
    for file in _files(folder):
        content = _content(file)
        opened = opened_file(content)
        if opened is None:
            raise _refused(words.FILE_CHANGED, file=file.name)
        found.append(_Sent(file=file, message=opened[0], key=opened[1], digest=sha256(content)))
    if not found:
        raise _refused(words.SHELF_EMPTY, folder=folder)
    return sorted(found, key=lambda one: one.message.number)


def _files(folder: Path) -> list[Path]:
    """Return the files that were sent, in order; not what a computer itself lays beside them, hidden, in such a folder."""
    try:
        there = sorted(folder.iterdir())
    except OSError as error:
        raise problem_of_system(error, home=folder) from None
    return [
        file
        for file in there
        if file.suffix.casefold() == SUFFIX and not file.name.startswith(".") and file.is_file()
    ]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise problem_of_system(error, home=file.parent) from None


def _refuse_disorder(sent: list[_Sent], *, folder: Path) -> None:
    """Refuse editions for several readers, a gap, two files with one number, and a file that follows on another."""
    if len({one.message.audience for one in sent}) > 1:
        raise _refused(words.MIXED_READERS, folder=folder)
    for before, after in zip(sent, sent[1:], strict=False):
        number = before.message.number + 1
        if after.message.number != number or after.message.before != before.digest:
            raise _refused(words.OUT_OF_ORDER, folder=folder, number=number)


def _refuse_strangers(sent: list[_Sent], *, folder: Path) -> None:
    """Compare with what was seen here before, and remember the newest."""
    place = state_folder() / f"{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}.json"
    seen = _remembered(place)
    key = sent[0].key if seen is None else seen.key
    for one in sent:
        if one.key != key:
            raise _refused(words.OTHER_SIGNER, file=one.file.name)
    newest = sent[-1]
    if seen is not None and not _follows(sent, seen=seen):
        raise _refused(words.OLDER_THAN_SEEN, folder=folder)
    now = Seen(key=key, number=newest.message.number, digest=newest.digest)
    if now != seen:
        _remember(place, now)


def _follows(sent: list[_Sent], *, seen: Seen) -> bool:
    """Whether the newest file seen before is still there, unchanged, or newer ones follow on it."""
    digests = {one.message.number: one.digest for one in sent}
    if seen.number in digests:
        return digests[seen.number] == seen.digest
    return sent[0].message.number == seen.number + 1 and sent[0].message.before == seen.digest


def _remembered(place: Path) -> Seen | None:
    try:
        return from_bytes(place.read_bytes(), Seen)
    except FileNotFoundError:
        return None
    except (OSError, NotCanonical):
        raise _refused(words.STATE_BROKEN, file=place) from None


def _remember(place: Path, seen: Seen) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(place, as_bytes(seen))
    except OSError as error:
        raise problem_of_system(error, home=place.parent) from None


def _refused(problem: Problem, **fields: object) -> FileRefused:
    return FileRefused(problem.sentence.format(**fields), action=problem.action.format(**fields))
