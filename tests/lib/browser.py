"""Drives the real pages: the real server on a free port of this computer, and a real browser that watches them."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, WebSocket, sync_playwright

COMMAND = Path(sys.executable).parent / "werkplaats"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
STARTED_WITHIN = 60  # seconds; a busy machine imports slowly
SHOWN_WITHIN = 60_000  # milliseconds until a page has its footer; the first view compiles the figures
DONE = ".wp-foot, .wp-trouble, [data-testid=stAlert]"  # the end of a page, or that it broke
READY = "document.fonts.status === 'loaded' && !document.querySelector('[data-testid=stStatusWidget]')"


def free_port() -> int:
    """Return a port nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    home: Path | None,
    *,
    as_of: date | None = None,
    first: str = "",
    options: Sequence[str] = (),
    **environment: str,
) -> Iterator[str]:
    """Serve the pages of a home, or of what the options name, and give their address; stopped afterwards.

    `first`: Python to run before that; `environment`: variables the server gets besides.
    """
    program = f"{first}\nfrom dashboard.cli import main\nmain()"
    command = [sys.executable, "-c", program] if first else [str(COMMAND)]
    given = ["--no-browser", "--json", "--port", str(free_port())]
    given += [] if home is None else ["--home", str(home)]
    day = [] if as_of is None else ["--as-of", as_of.isoformat()]
    others = {name: value for name, value in os.environ.items() if not name.startswith("WERKPLAATS_AS_OF")}
    with subprocess.Popen(
        [*command, "app", *given, *day, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**others, **environment},
    ) as server:
        try:
            address = str(json.loads(server.stdout.readline())["address"])  # type: ignore[union-attr]
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.communicate(timeout=20)


def _wait_for(address: str, server: subprocess.Popen[str]) -> None:
    last = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < last:
        if server.poll() is not None:
            raise RuntimeError(f"the server stopped with exit code {server.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/gezond", timeout=2):  # noqa: S310 - our own loopback address
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"the server did not answer within {STARTED_WITHIN} seconds")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium without a window; closed afterwards."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        raise RuntimeError("no Chromium found: make test installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Watched:
    """A page with everything noted that must not happen: errors on its console, failed or foreign requests.

    `frames` holds the bytes of every message the server sent over the web socket.
    """

    def __init__(self, page: Page, *, address: str) -> None:
        self.page = page
        self.address = address
        self.trouble: list[str] = []
        self.frames: list[bytes] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("websocket", self._socket)

    def open(self, path: str) -> Page:
        """Go to an address of the server and wait until the page is whole."""
        self.page.goto(self.address + path)
        return self.wait()

    def wait(self) -> Page:
        """Wait until the page has its footer and nothing is being computed."""
        self.page.locator(DONE).first.wait_for(timeout=SHOWN_WITHIN)
        self.until(READY)
        return self.page

    def until(self, expression: str) -> None:
        """Wait until a JavaScript expression is true; asked from outside, as our pages allow no evaluated script."""
        last = time.monotonic() + SHOWN_WITHIN / 1000
        while not self.page.evaluate(expression):
            if time.monotonic() > last:
                raise TimeoutError(f"never true: {expression}")
            self.page.wait_for_timeout(50)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.trouble.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.trouble.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.trouble.append(f"status {response.status}: {response.url}")

    def _socket(self, socket: WebSocket) -> None:
        if not socket.url.startswith(self.address.replace("http", "ws", 1)):
            self.trouble.append(f"socket to another host: {socket.url}")
        socket.on("framereceived", self._frame)

    def _frame(self, payload: bytes | str) -> None:
        self.frames.append(payload if isinstance(payload, bytes) else payload.encode())
