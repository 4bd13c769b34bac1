"""Which log-ins are still good: not expired, not idle too long, not ended. Kept by the server, not by a cookie."""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

IDENTITY = ("iss", "sub", "iat", "nonce", "at_hash")  # claims that tell one log-in from the next
KEPT_SECONDS = 31 * 24 * 3600  # longer than the browser keeps the cookie of a log-in


@dataclass(frozen=True, kw_only=True)
class Login:
    """One log-in. `expires`: until when the provider vouches for it, in seconds since 1970; `idle`: seconds allowed."""

    key: str
    expires: float
    idle: float

    @classmethod
    def of(cls, claims: Mapping[str, Any], *, idle: float) -> "Login":
        """Return the log-in that these claims of an identity token tell of; without an end it has ended."""
        told = json.dumps([str(claims.get(name)) for name in IDENTITY])
        expires = claims.get("exp")
        return cls(
            key=hashlib.sha256(told.encode()).hexdigest(),
            expires=float(expires) if isinstance(expires, int | float) else 0.0,
            idle=idle,
        )


@dataclass
class Logins:
    """What the server remembers of log-ins. One that ended stays ended, whoever kept a copy of its cookie."""

    clock: Callable[[], float] = time.time
    _used: dict[str, float] = field(default_factory=dict)
    _ended: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def good(self, login: Login) -> bool:
        """Return whether the log-in still counts; asking does not count as using it."""
        return self.left(login) > 0

    def left(self, login: Login) -> float:
        """Return how many seconds the log-in still counts when nothing more is done with it."""
        now = self.clock()
        with self._lock:
            if login.key in self._ended:
                return 0.0
            return min(login.expires - now, self._used.get(login.key, now) + login.idle - now)

    def can_stay(self, login: Login) -> bool:
        """Return whether doing something keeps the log-in longer; not when the provider's word runs out first."""
        return login.expires - self.clock() > self.left(login)

    def use(self, login: Login) -> bool:
        """Note that somebody does something with a log-in, and return whether it still counts."""
        if not self.good(login):
            self.end(login)
            return False
        with self._lock:
            self._used[login.key] = self.clock()
        return True

    def end(self, login: Login) -> None:
        """End a log-in for good."""
        now = self.clock()
        with self._lock:
            self._used.pop(login.key, None)
            self._ended[login.key] = now
            for key in [key for key, at in self._ended.items() if now - at > KEPT_SECONDS]:
                del self._ended[key]


LOGINS = Logins()
