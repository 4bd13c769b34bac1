"""The file with who may see what, `toegang.toml`: read whole, or refused with what is wrong in it."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from dashboard.words.catalogue import say
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.errors import WerkplaatsError

FILE: Final = "toegang.toml"
PEOPLE, LOG_IN = "personen", "inloggen"
MINUTES = ("minuten_stil", "minuten_stil_coordinator")
KNOWN = {LOG_IN: frozenset({"adres", "provider", "client_id", "client_secret", *MINUTES})}
LONGEST_MINUTES = 24 * 60


@lru_cache(maxsize=8)
def read_rules(path: Path, *, changed: tuple[int, int, int]) -> Mapping[str, Any]:
    """Return what the file says. `changed`: tells one version of the file from the next, so that it is read again.

    Raises WerkplaatsError when it is no TOML, and for a word it does not know, an address twice, minutes that are none.
    """
    del changed
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise unreadable(path) from error
    for name, table in found.items():
        if name not in {PEOPLE, LOG_IN} or not isinstance(table, dict):
            raise _wrong("unknown_table", name=name)
        for key in table:
            if key not in KNOWN.get(name, table):
                raise _wrong("unknown_key", name=key)
    _refuse_minutes(found.get(LOG_IN, {}))
    _refuse_twice(found.get(PEOPLE, {}))
    return found


def address_of(email: str) -> str:
    """Return an e-mail address as it is compared: capitals make no difference."""
    return email.strip().casefold()


def role_named(word: str) -> Audience:
    """Return the role of that name; raises WerkplaatsError with those there are."""
    try:
        return Audience(word.strip().casefold().replace(" ", "_"))
    except ValueError:
        allowed = ", ".join(audience.value for audience in Audience)
        raise WerkplaatsError(
            say("access.unknown_role", word=word), action=say("access.unknown_role_action", allowed=allowed)
        ) from None


def unreadable(path: Path) -> WerkplaatsError:
    """Return the error for a file that cannot be read."""
    return WerkplaatsError(say("access.unreadable", file=path.name), action=say("access.unreadable_action"))


def _refuse_minutes(table: Mapping[str, Any]) -> None:
    for name in MINUTES:
        minutes = table.get(name, 1)
        number = isinstance(minutes, int | float) and not isinstance(minutes, bool)
        if not number or not 0 < minutes <= LONGEST_MINUTES:
            raise _wrong("bad_minutes", name=name, most=LONGEST_MINUTES)


def _refuse_twice(people: Mapping[str, Any]) -> None:
    """Refuse an address that stands there in two ways of writing: which of its roles counts, nobody said."""
    seen: set[str] = set()
    for email in people:
        if address_of(email) in seen:
            raise _wrong("address_twice", name=address_of(email))
        seen.add(address_of(email))


def _wrong(key: str, **fields: object) -> WerkplaatsError:
    return WerkplaatsError(say(f"access.{key}", file=FILE, **fields), action=say("access.unreadable_action"))
