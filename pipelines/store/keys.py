"""The key of a home: found where RULES say, made at the first load, refused when it is another home's."""

import hmac
from dataclasses import dataclass, field

from pipelines.store import key_places
from pipelines.store.home import Home
from pipelines.store.problem import problem_of_system, store_problem
from pipelines.store.publication import current
from pipelines.store.warehouse import Warehouse
from pipelines.vocabulary.words import store as words

_CHECK = b"werkplaats key check 1"


@dataclass(frozen=True)
class Key:
    """A key, the place it came from in Dutch, and what to tell when it was made just now."""

    value: bytes = field(repr=False)
    place: str
    note: str | None = None


def find_key(home: Home) -> bytes:
    """Return the home's key: the demo's own, WERKPLAATS_KEY, the system keyring, or the key file, in that order.

    Raises StoreProblem when there is none, or when one of these holds something else than a key.
    """
    return located_key(home).value


def located_key(home: Home) -> Key:
    """Return the home's key with the place it came from; as `find_key`."""
    found = known_key(home)
    if found is None:
        raise store_problem(words.NO_KEY, home=home.path, file=key_places.key_file())
    return found


def ensure_key(home: Home) -> Key:
    """Return the home's key; for a home without data, make one in the key file when there is none yet."""
    found = known_key(home)
    if found is not None:
        return found
    file = key_places.key_file()
    if has_begun(home):
        raise store_problem(words.NO_KEY, home=home.path, file=file)
    key_places.refuse_place(file, home=home)
    try:
        value = key_places.write_new(file)
    except OSError as error:
        raise problem_of_system(error, home=file.parent) from None
    return Key(value, words.KEY_FROM_FILE.format(file=file), note=words.KEY_MADE.format(file=file))


def make_demo_key(home: Home) -> bytes:
    """Return the demo's own key, made inside its home; refuse a home that holds real data."""
    if home.is_demo:
        return find_key(home)
    if has_begun(home):
        raise store_problem(words.NOT_A_DEMO, home=home.path)
    home.create()
    try:
        return key_places.write_new(home.demo_key)
    except OSError as error:
        raise problem_of_system(error, home=home.path) from None


def has_begun(home: Home) -> bool:
    """Whether the home holds data that belongs to a key."""
    return any(home.vaults.glob("vault-*.bin")) or current(home) is not None


def bind_key(warehouse: Warehouse, *, key: bytes) -> None:
    """Tie the store to this key at its first load, and refuse any other key afterwards.

    The store keeps a check value from which the key cannot be computed. Runs inside the load's transaction.
    """
    known = warehouse.value("SELECT value FROM log.store WHERE name = 'key_check'")
    if known is None:
        warehouse.execute("INSERT INTO log.store VALUES ('key_check', ?)", [_check_value(key)])
    elif not fits(key, check=known):
        raise store_problem(words.WRONG_KEY, home=warehouse.home.path)


def fits(key: bytes, *, check: str) -> bool:
    """Whether the key is the one a store was bound to; `check` is the value the store keeps of it."""
    return hmac.compare_digest(check, _check_value(key))


def _check_value(key: bytes) -> str:
    return hmac.digest(key, _CHECK, "sha256").hex()[:32]


def known_key(home: Home) -> Key | None:
    """Return the home's key with its place; None when there is none anywhere. Raises StoreProblem as `find_key`."""
    if home.is_demo:
        text = key_places.owner_only_text(home.demo_key)
        return Key(key_places.from_text(text, place=str(home.demo_key)), words.KEY_FROM_DEMO)
    found = key_places.from_variable(home) or key_places.from_keyring() or key_places.from_file(home)
    return Key(*found) if found else None
