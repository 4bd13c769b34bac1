"""The places a key may stand in: environment, system keyring, a file only its owner can read."""

import hashlib
import os
import re
import secrets
import stat
import sys
import threading
from pathlib import Path

from pipelines.store.atomic import write_atomically
from pipelines.store.home import Home, repository
from pipelines.store.problem import store_problem
from pipelines.vocabulary.words import store as words

VARIABLE = "WERKPLAATS_KEY"
FILE_VARIABLE = "WERKPLAATS_KEY_FILE"
KEYRING_SERVICE = "werkplaats"
KEYRING_NAME = "key"
KEYRING_SECONDS = 5.0  # a keyring that asks nobody-knows-whom is given up after this
SHORTEST_PASSPHRASE = 16  # characters
SCRYPT_COST = 2**17  # OWASP password storage: N = 2^17, r = 8, p = 1
SCRYPT_MEMORY = 2**28  # bytes
SALT_BYTES = 16
KEY_BYTES = 32

_HEX = re.compile(r"[0-9a-fA-F]{64}")
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def from_text(text: str, *, place: str) -> bytes:
    """Return the key written as 64 hexadecimal characters; raise StoreProblem for anything else."""
    if not _HEX.fullmatch(text.strip()):
        raise store_problem(words.BAD_KEY_STORED, place=place)
    return bytes.fromhex(text.strip())


def from_variable(home: Home) -> tuple[bytes, str] | None:
    """Return key and place from WERKPLAATS_KEY (64 hexadecimal characters or a passphrase); None when not set."""
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    if _HEX.fullmatch(text):
        return bytes.fromhex(text), words.KEY_FROM_VARIABLE
    if len(text) < SHORTEST_PASSPHRASE:
        raise store_problem(words.BAD_KEY_VARIABLE, least=SHORTEST_PASSPHRASE)
    return stretched(text, salt=_salt(home)), words.KEY_FROM_WORDS


def stretched(passphrase: str, *, salt: bytes) -> bytes:
    """Return the key a passphrase stands for; slow on purpose (scrypt)."""
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=SCRYPT_COST, r=8, p=1, maxmem=SCRYPT_MEMORY, dklen=KEY_BYTES
    )


def from_keyring() -> tuple[bytes, str] | None:
    """Return key and place from the system keyring; None when there is none, or nobody to unlock it."""
    if not keyring_is_usable():
        return None
    found: list[str | None] = []
    asking = threading.Thread(target=lambda: found.append(_ask_keyring()), daemon=True)
    asking.start()
    asking.join(KEYRING_SECONDS)
    if not found or found[0] is None:
        return None
    return from_text(found[0], place=words.KEY_FROM_KEYRING), words.KEY_FROM_KEYRING


def keyring_is_usable() -> bool:
    """Whether asking the keyring cannot hang or pop up before nobody: a desktop session, or a backend chosen by name."""
    if os.environ.get("PYTHON_KEYRING_BACKEND") or sys.platform in ("win32", "darwin"):
        return True
    has_screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return has_screen and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def key_file() -> Path:
    """Return where the key file stands or would be made: WERKPLAATS_KEY_FILE, else the user's configuration folder."""
    named = os.environ.get(FILE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    base = os.environ.get("APPDATA") if sys.platform == "win32" else os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "werkplaats" / "key"


def from_file(home: Home) -> tuple[bytes, str] | None:
    """Return key and place from the key file; None when there is none.

    Raises StoreProblem when others can read it, when it is another user's, or when it stands in the repository or
    in the data folder.
    """
    path = key_file()
    place = words.KEY_FROM_FILE.format(file=path)
    if not path.is_file():
        if os.environ.get(FILE_VARIABLE):
            raise store_problem(words.KEY_FILE_MISSING, file=path)
        return None
    refuse_place(path, home=home)
    return from_text(owner_only_text(path), place=place), place


def refuse_place(path: Path, *, home: Home) -> None:
    """Raise StoreProblem when the key file would stand in the repository or in the data folder."""
    real = path.resolve()
    if any(real.is_relative_to(folder.resolve()) for folder in (home.path, repository()) if folder):
        raise store_problem(words.KEY_IN_WRONG_PLACE, file=path)


def owner_only_text(path: Path) -> str:
    """Return the text of a file that belongs to this user and that nobody else can read; else raise StoreProblem."""
    try:
        with path.open(encoding="utf-8") as file:
            found = os.fstat(file.fileno())
            if sys.platform != "win32" and found.st_mode & _OTHERS:
                raise store_problem(words.KEY_OPEN_TO_OTHERS, file=path)
            if sys.platform != "win32" and found.st_uid != os.getuid():
                raise store_problem(words.KEY_NOT_YOURS, file=path)
            return file.read()
    except (OSError, UnicodeDecodeError):
        raise store_problem(words.KEY_FILE_UNREADABLE, file=path) from None


def write_new(path: Path) -> bytes:
    """Make a random key, write it to `path` for its owner only, and return it."""
    key = secrets.token_bytes(KEY_BYTES)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_atomically(path, key.hex().encode() + b"\n")
    return key


def _ask_keyring() -> str | None:
    import keyring
    from keyring.errors import KeyringError

    chosen = bool(os.environ.get("PYTHON_KEYRING_BACKEND"))
    if not chosen and type(keyring.get_keyring()).__module__.startswith("keyrings."):
        return None  # file keyrings of the keyrings.alt family ask for a password on the terminal
    try:
        return keyring.get_password(KEYRING_SERVICE, KEYRING_NAME)
    except KeyringError:
        return None


def _salt(home: Home) -> bytes:
    """Return the home's salt, made at first use; a home with a vault has lost it when it is not there."""
    try:
        return home.salt.read_bytes()
    except FileNotFoundError:
        if any(home.vaults.glob("vault-*.bin")):
            raise store_problem(words.SALT_MISSING, file=home.salt) from None
    home.create()
    salt = secrets.token_bytes(SALT_BYTES)
    write_atomically(home.salt, salt)
    return salt
