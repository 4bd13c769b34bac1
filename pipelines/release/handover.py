"""The files that are handed over: one for each release and each withdrawal, signed, numbered, each tied to the one before.

A file has two lines: the message, and the signature of that line. They follow from the ledger, so they are made again
after a crash, byte for byte the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pipelines.release.canonical import NotCanonical, as_bytes, from_bytes
from pipelines.release.edition import Edition
from pipelines.release.ledger import Act, Entry, sha256
from pipelines.release.signing import is_signed, public_text, signed
from pipelines.store.atomic import write_atomically
from pipelines.store.home import Home
from pipelines.store.problem import problem_of_system, store_problem
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.words import publishing as words

SUFFIX = ".editie"
LINES = 2


@dataclass(frozen=True, kw_only=True)
class Message:
    """What a file says. `number`: 1, 2, ... per audience; `before`: sha256 of the file before it.

    `edition`: what was released, None where one was withdrawn; `withdrawn`: ids of all withdrawn so far.
    """

    audience: Audience
    number: int
    before: str | None
    edition: Edition | None
    withdrawn: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Signature:
    """The second line: the public key and what it signed the first line with."""

    key: str
    signature: str


def hand_over(
    home: Home, entries: tuple[Entry, ...], *, editions: Mapping[str, Edition], key: Ed25519PrivateKey
) -> None:
    """Write the files that follow from the ledger and are not there yet. `editions`: by digest.

    Raises StoreProblem for a file that is there and tells something else than the ledger: the next one would follow on it.
    """
    for audience in Audience:
        folder = home.editions / audience.value
        there = {file.name: file.read_bytes() for file in folder.glob(f"*{SUFFIX}")}
        made = dict(_files(entries, audience=audience, editions=editions, key=key, there=there))
        for name in sorted(set(made) - set(there)):
            _write(folder / name, made[name], home=home)


def handed_over(home: Home) -> dict[Audience, frozenset[str]]:
    """Return the names of the files that are there, per audience."""
    return {
        audience: frozenset(file.name for file in (home.editions / audience.value).glob(f"*{SUFFIX}"))
        for audience in Audience
    }


def refuse_short(entries: tuple[Entry, ...], *, there: Mapping[Audience, frozenset[str]]) -> None:
    """Raise StoreProblem when more was handed over than the ledger tells: then the ledger is not the whole one."""
    for audience, names in there.items():
        if names - {_name(number, entry) for number, entry in _told(entries, audience=audience)}:
            raise store_problem(words.LEDGER_SHORT, audience=audience.value)


def opened_file(content: bytes) -> tuple[Message, str] | None:
    """Return the message of a file and the key that signed it; None when it is not what that key signed."""
    lines = content.splitlines(keepends=True)
    if len(lines) != LINES:
        return None
    try:
        message, seal = from_bytes(lines[0], Message), from_bytes(lines[1], Signature)
    except NotCanonical:
        return None
    right = is_signed(lines[0], public=seal.key, signature=seal.signature)
    return (message, seal.key) if right else None


def _files(
    entries: tuple[Entry, ...],
    *,
    audience: Audience,
    editions: Mapping[str, Edition],
    key: Ed25519PrivateKey,
    there: Mapping[str, bytes],
) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file for an audience, oldest first; one that is `there` stays as it was sent."""
    before: str | None = None
    withdrawn: tuple[str, ...] = ()
    for number, entry in _told(entries, audience=audience):
        released = entry.act is Act.APPROVED
        withdrawn = withdrawn if released else (*withdrawn, entry.edition)
        message = Message(
            audience=audience,
            number=number,
            before=before,
            edition=editions[entry.digest] if released else None,
            withdrawn=withdrawn,
        )
        name = _name(number, entry)
        content = there[name] if name in there else _file(message, key=key)
        opened = opened_file(content)
        if opened is None or opened[0] != message:
            raise store_problem(words.HANDED_CHANGED, audience=audience.value, file=name)
        yield name, content
        before = sha256(content)


def _told(entries: tuple[Entry, ...], *, audience: Audience) -> Iterator[tuple[int, Entry]]:
    """Yield what readers are told of, numbered from 1."""
    told = (entry for entry in entries if entry.audience is audience and entry.act is not Act.PROPOSED)
    return enumerate(told, start=1)


def _name(number: int, entry: Entry) -> str:
    return f"{number:03d}-{entry.edition}{'' if entry.act is Act.APPROVED else '-ingetrokken'}{SUFFIX}"


def _file(message: Message, *, key: Ed25519PrivateKey) -> bytes:
    line = as_bytes(message)
    return line + as_bytes(Signature(key=public_text(key), signature=signed(line, key=key)))


def _write(file: Path, content: bytes, *, home: Home) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(file, content)
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
