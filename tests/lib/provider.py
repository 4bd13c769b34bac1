"""An OpenID provider on this computer, with people to log in as, and the file that gives them their roles."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.lib.browser import free_port

STARTED_WITHIN = 30  # seconds
ROLES = {
    "coordinator@example.org": "coordinator",
    "commissie@example.org": "commissie",
    "weg@example.org": "commissie",
    "portaal@example.org": "portaal",
    "alliantie@example.org": "de_alliantie",
    "gemeente@example.org": "gemeente",
    "onbevestigd@example.org": "commissie",
}
UNVERIFIED = "onbevestigd@example.org"
WITHOUT_ROLE = "niemand@example.org"


@dataclass(frozen=True)
class LogIn:
    """Where the provider is, where the pages will be, and the file with the roles."""

    provider: str
    address: str
    rules: Path

    def write(self, *, roles: dict[str, str], idle_minutes: float = 30) -> None:
        """Write who has which role; whoever is left out has none from now on."""
        people = "\n".join(f'"{email}" = "{role}"' for email, role in roles.items())
        self.rules.write_text(
            f'[inloggen]\nadres = "{self.address}"\n'
            f'provider = "{self.provider}/.well-known/openid-configuration"\n'
            f'client_id = "werkplaats"\nclient_secret = "geheim"\n'
            f"minuten_stil = {idle_minutes}\nminuten_stil_coordinator = {idle_minutes}\n"
            f"[personen]\n{people}\n",
            encoding="utf-8",
        )

    def expires(self, email: str, *, seconds: float) -> None:
        """Let the provider vouch for somebody this long only, from now on."""
        self._claims(email, exp=int(time.time() + seconds))

    def _claims(self, email: str, **claims: object) -> None:
        told = {
            "email": email,
            "email_verified": email != UNVERIFIED,
            "name": email.split("@", maxsplit=1)[0],
            **claims,
        }
        request = urllib.request.Request(  # noqa: S310 - our own loopback address
            f"{self.provider}/users/{email}",
            data=json.dumps(told).encode(),
            headers={"content-type": "application/json"},
            method="PUT",
        )
        with urllib.request.urlopen(request, timeout=10):  # noqa: S310
            return


@contextmanager
def provided(folder: Path) -> Iterator[LogIn]:
    """Start the provider and write the roles of everyone; stopped afterwards."""
    port = free_port()
    made = LogIn(f"http://localhost:{port}", f"http://127.0.0.1:{free_port()}", folder / "toegang.toml")
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(made)
            for email in (*ROLES, WITHOUT_ROLE):
                made._claims(email)
            made.write(roles=ROLES)
            yield made
        finally:
            server.terminate()
            server.communicate(timeout=20)


def log_in(page: Page, email: str) -> None:
    """Press the button, and be this person at the provider."""
    page.get_by_role("button", name="nloggen").click()
    page.get_by_placeholder("sub").fill(email)
    page.get_by_role("button", name="Authorize").click()


def _wait_for(made: LogIn) -> None:
    last = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < last:
        try:
            with urllib.request.urlopen(made.provider, timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"the provider did not answer within {STARTED_WITHIN} seconds")
