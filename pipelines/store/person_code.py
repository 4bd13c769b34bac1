"""How the warehouse knows people: a keyed code of the Relatienr that nobody without the key can make or undo."""

import hmac
from collections.abc import Iterable

LENGTH = 20  # hexadecimal characters: 80 bits, no two of a million people alike

_PURPOSE = b"werkplaats pseudonym 1"


def pseudonym(key: bytes, relatienr: str) -> str:
    """Return the pseudonym of one Relatienr in its canonical form (`R0042`): `p` and 20 hexadecimal characters."""
    return _code(_own_key(key), relatienr)


def pseudonyms(key: bytes, relatienrs: Iterable[str]) -> dict[str, str]:
    """Return Relatienr → pseudonym for many at once."""
    own = _own_key(key)
    return {relatienr: _code(own, relatienr) for relatienr in relatienrs}


def _own_key(key: bytes) -> bytes:
    return hmac.digest(key, _PURPOSE, "sha256")


def _code(own: bytes, relatienr: str) -> str:
    return "p" + hmac.digest(own, relatienr.encode(), "sha256").hex()[:LENGTH]
