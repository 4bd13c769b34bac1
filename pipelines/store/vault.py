"""Who is who: one small encrypted file per load, read whole into memory, bound to its number."""

import hmac
import json
import re
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.store.atomic import write_atomically
from pipelines.store.home import Home
from pipelines.store.problem import problem_of_system, store_problem
from pipelines.vocabulary.words import store as words

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"WPVAULT"
VERSION = 1
NONCE_BYTES = 12  # AES-GCM, random: one per file, far below 2^32 files per key

_PURPOSE = b"werkplaats vault 1"
_NAME = re.compile(r"vault-(\d{6,})\.bin")


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What names one person. Never in a log, an exception or the warehouse."""

    member_id: str
    first_name: str | None = field(default=None, repr=False)
    infix: str | None = field(default=None, repr=False)
    last_name: str | None = field(default=None, repr=False)
    street_house: str | None = field(default=None, repr=False)
    postcode: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True)
class Vault:
    """The identities behind the pseudonyms, and what intake rows hold that names people.

    `number`: 0 for a vault never written; it goes up with every writing and stands in `log.loads.vault`.
    """

    number: int = 0
    people: Mapping[str, Identity] = field(default_factory=dict, repr=False)  # by pseudonym
    intake: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict, repr=False
    )  # by intake id: heading → answer

    def having(
        self,
        *,
        people: Mapping[str, Identity] | None = None,
        intake: Mapping[str, Mapping[str, str]] | None = None,
    ) -> "Vault":
        """Return the vault with these people and intake rows added or replaced."""
        return replace(
            self, people={**self.people, **(people or {})}, intake={**self.intake, **(intake or {})}
        )

    def without(
        self, *, people: frozenset[str] = frozenset(), intake: frozenset[str] = frozenset()
    ) -> "Vault":
        """Return the vault without these pseudonyms and intake ids."""
        return replace(
            self,
            people={code: person for code, person in self.people.items() if code not in people},
            intake={code: answers for code, answers in self.intake.items() if code not in intake},
        )


def vault_file(home: Home, *, number: int) -> Path:
    """Return the file of the vault with this number."""
    return home.vaults / f"vault-{number:06d}.bin"


def read_vault(home: Home, *, key: bytes, number: int) -> Vault:
    """Return the vault with this number; number 0 is the empty one.

    Raises StoreProblem when the file is missing, tampered with, another number's, or written with another key.
    """
    if number == 0:
        return Vault()
    from cryptography.exceptions import InvalidTag

    file = vault_file(home, number=number)
    header = _header(number)
    content = _content(file, home=home)
    if content.startswith(MAGIC) and content[len(MAGIC)] > VERSION:
        raise store_problem(words.VAULT_NEWER, file=file)
    nonce = content[len(header) : len(header) + NONCE_BYTES]
    try:
        if not content.startswith(header):
            raise InvalidTag
        text = _cipher(key).decrypt(nonce, content[len(header) + NONCE_BYTES :], header)
    except (InvalidTag, ValueError):
        raise store_problem(words.VAULT_DAMAGED, file=file) from None
    return _vault(json.loads(zlib.decompress(text)), number=number)


def write_vault(home: Home, vault: Vault, *, key: bytes) -> Vault:
    """Write the vault under the next number, readable by its owner only, and return it with that number.

    The files of earlier numbers stay until `forget_others`, so that a load that is killed leaves them as they were.
    """
    written = replace(vault, number=vault.number + 1)
    people = {code: asdict(person) for code, person in written.people.items()}
    text = json.dumps({"people": people, "intake": dict(written.intake)}, ensure_ascii=False).encode()
    header, nonce = _header(written.number), secrets.token_bytes(NONCE_BYTES)
    sealed = _cipher(key).encrypt(nonce, zlib.compress(text), header)
    try:
        write_atomically(vault_file(home, number=written.number), header + nonce + sealed)
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None
    return written


def forget_others(home: Home, *, number: int) -> None:
    """Remove the vault files of other numbers; when the one of this number is not there, remove nothing."""
    if number == 0 or not vault_file(home, number=number).is_file():
        return
    for file in home.vaults.iterdir():
        match = _NAME.fullmatch(file.name)
        if (match and int(match.group(1)) != number) or file.suffix == ".part":
            file.unlink(missing_ok=True)


def _header(number: int) -> bytes:
    """Bytes before the sealed part; they are sealed along, so that a file cannot stand in for another number's."""
    return MAGIC + bytes([VERSION]) + number.to_bytes(8, "big")


def _cipher(key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(hmac.digest(key, _PURPOSE, "sha256"))


def _content(file: Path, *, home: Home) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise store_problem(words.VAULT_MISSING, file=file, home=home.path) from None
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None


def _vault(content: dict[str, dict[str, dict[str, str]]], *, number: int) -> Vault:
    known = {each.name for each in fields(Identity)}
    people = {
        code: Identity(**{name: value for name, value in person.items() if name in known})
        for code, person in content["people"].items()
    }
    return Vault(number=number, people=people, intake=content["intake"])
