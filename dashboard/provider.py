"""How people log in: our own public address, and the OpenID provider that says who somebody is.

Read from the table `inloggen` of `toegang.toml`: `adres`, `provider` (address of its discovery document), `client_id`,
`client_secret` (or WERKPLAATS_CLIENT_SECRET); `minuten_stil` and `minuten_stil_coordinator` until an idle reader is out.
"""

import os
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from dashboard import access
from dashboard.rules_file import FILE, LOG_IN
from dashboard.words.catalogue import say
from pipelines.store.home import Home
from pipelines.vocabulary.errors import WerkplaatsError

SECRET = "WERKPLAATS_CLIENT_SECRET"  # noqa: S105 - the name of a variable
HERE = ("127.0.0.1", "localhost", "::1")
CALLBACK = "/oauth2callback"
COOKIE_KEY_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class Provider:
    """How people log in. `address`: where the pages are for them, without a path."""

    address: str
    discovery: str
    client_id: str
    client_secret: str = field(repr=False)

    @property
    def name(self) -> str:
        """Name of the host in our address."""
        return urlsplit(self.address).hostname or ""

    @property
    def port(self) -> int | None:
        """Port in our address; only of use where the address is on this computer."""
        return urlsplit(self.address).port

    @property
    def here(self) -> bool:
        """Whether our address is on this computer only."""
        return self.name in HERE

    @property
    def secure(self) -> bool:
        """Whether the pages are asked for over https."""
        return self.address.startswith("https://")

    def secrets(self) -> dict[str, Any]:
        """Return what Streamlit needs to log people in; its cookies are signed with a key that no restart survives."""
        return {
            "auth": {
                "redirect_uri": self.address + CALLBACK,
                "cookie_secret": secrets.token_hex(COOKIE_KEY_BYTES),
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "server_metadata_url": self.discovery,
            }
        }


def provider_of(home: Home) -> Provider | None:
    """Return how people log in; None where nothing about it was arranged.

    Raises WerkplaatsError for a table that misses something, or that would send anything over plain http.
    """
    if LOG_IN not in (settings := access.settings(home)):
        return None
    table = settings[LOG_IN]
    secret = os.environ.get(SECRET) or str(table.get("client_secret", ""))
    found = {name: str(table.get(name, "")).strip() for name in ("adres", "provider", "client_id")}
    for name, value in {**found, "client_secret": secret}.items():
        if not value:
            raise _refused("access.log_in_lacks", name=name)
    for name in ("adres", "provider"):
        if not _safe(found[name]):
            raise _refused("access.log_in_over_http", name=name)
    address = found["adres"].rstrip("/")
    if urlsplit(address).path:
        raise _refused("access.log_in_with_path", name="adres")
    return Provider(
        address=address, discovery=found["provider"], client_id=found["client_id"], client_secret=secret
    )


def _safe(address: str) -> bool:
    parts = urlsplit(address)
    here = parts.scheme == "http" and parts.hostname in HERE
    return bool(parts.hostname) and (here or parts.scheme == "https")


def _refused(key: str, *, name: str) -> WerkplaatsError:
    return WerkplaatsError(say(key, name=name, file=FILE), action=say("access.log_in_action"))
