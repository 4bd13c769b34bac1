"""The pages as a web server on this computer: Streamlit inside a Dutch shell with security headers."""

import base64
import hashlib
import logging
import re
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard import theme
from dashboard.access import served_home
from dashboard.discreet import Discreet
from dashboard.guard import Asgi, Guard, Message, Receive, Send
from dashboard.provider import HERE as LOOPBACK_NAMES
from dashboard.provider import Provider, provider_of
from dashboard.way_back import WayBack
from dashboard.words.catalogue import say

HERE = Path(__file__).parent
SCRIPT = HERE / "entry" / "start.py"
STATIC_ADDRESS = "/eigen"
LOOPBACK = "127.0.0.1"
HTML_LANGUAGE = b'<html lang="en">'
HTML_TITLE = b"<title>Streamlit</title>"

SERVER: dict[str, Any] = {
    "server.address": LOOPBACK,
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.baseUrlPath": "",
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.trustedUserHeaders": "{}",
    "server.maxUploadSize": 20,
    "server.runOnSave": False,
    "browser.serverAddress": LOOPBACK,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.disableDataExport": True,
    "client.showSidebarNavigation": True,
    "logger.hideWelcomeMessage": True,
}


def settings(port: int, *, debug: bool = False, host: str = LOOPBACK) -> dict[str, Any]:
    """Return every setting the server runs with; a stack trace goes to the terminal only where asked for."""
    level = {"logger.level": "error" if debug else "critical"}
    place = {"server.address": host, "server.port": port, "browser.serverPort": port}
    return {**SERVER, **theme.STREAMLIT, **level, **place}


def pages() -> st.App:
    """Return the pages as one ASGI application: for this computer only, unless people log in."""
    provider = provider_of(served_home())
    return st.App(
        SCRIPT,
        routes=_routes(),
        middleware=_middleware(provider),
        on_script_error=show_fault,
        secrets=provider.secrets() if provider else None,
    )


def _middleware(provider: Provider | None) -> list[Middleware]:
    names = [*LOOPBACK_NAMES, *([provider.name] if provider else [])]
    return [
        Middleware(TrustedHostMiddleware, allowed_hosts=names, www_redirect=False),
        Middleware(Guard, here_only=provider is None, secure=provider is not None and provider.secure),
        Middleware(WayBack),
        Middleware(DutchShell),
        Middleware(Discreet, script=SCRIPT),
    ]


def _routes() -> list[BaseRoute]:
    return [
        Route("/gezond", _healthy),
        Mount(STATIC_ADDRESS, StaticFiles(directory=HERE / "static")),
    ]


async def _healthy(_request: Request) -> Response:
    return JSONResponse({"gezond": True})


def show_fault(error: Exception) -> bool:
    """Show a page that broke as one Dutch sentence with a code; the code stands in the log, the data does not."""
    code = fault_code(error)
    logging.getLogger("werkplaats").error("page fault %s: %s", code, type(error).__name__)
    st.error(say("pages.fault", code=code))
    return True


def fault_code(error: Exception) -> str:
    """Return four signs that are the same for the same kind of fault at the same place."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return hashlib.sha256(f"{type(error).__name__}{place}".encode()).hexdigest()[:4].upper()


class DutchShell:
    """Middleware: the page's first byte is Dutch, carries our style and script, and sends security headers."""

    def __init__(self, app: Asgi) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass everything on; rewrite documents."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        else:
            await self.app(_uncompressed(scope), receive, _Rewriter(send))


class _Rewriter:
    """Holds back an HTML answer until it is complete, then sends it translated; passes all else on."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if not _is_html(message):
                await self.send({**message, "headers": [*message["headers"], *_plain_headers()]})
                return
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = dutch_document(self.body)
        dropped = (b"content-length", b"etag", b"content-encoding", b"last-modified")
        kept = [pair for pair in start["headers"] if pair[0].lower() not in dropped]
        headers = [*kept, (b"content-length", str(len(body)).encode()), *document_headers(body)]
        await self.send({**start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


def dutch_document(body: bytes) -> bytes:
    """Return Streamlit's page with Dutch as its language, our title, style, script and icon."""
    head = (
        f"<title>{say('pages.site')}</title>"
        f'<link rel="stylesheet" href="{STATIC_ADDRESS}/werkplaats.css">'
        f'<script src="{STATIC_ADDRESS}/shell.js"></script>'
        f'<script src="{STATIC_ADDRESS}/nl.js" defer></script>'
    ).encode()
    dutch = body.replace(HTML_LANGUAGE, b'<html lang="nl">').replace(HTML_TITLE, head)
    dutch = dutch.replace(b'href="./favicon.png"', f'href="{STATIC_ADDRESS}/icon.svg"'.encode())
    dutch = re.sub(rb'<link\s+rel="(?:preload|service-desc)".*?/>', b"", dutch, flags=re.S)
    noscript = f"<noscript><p>{say('pages.needs_javascript')}</p></noscript>".encode()
    return re.sub(rb"<noscript>.*?</noscript>", lambda _found: noscript, dutch, flags=re.S)


def document_headers(body: bytes) -> list[tuple[bytes, bytes]]:
    """Return the headers of a document: only this server may be asked for anything."""
    inline = re.findall(rb"<script>(.*?)</script>", body, flags=re.S)
    allowed = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in inline
    )
    policy = (
        f"default-src 'self'; script-src 'self' {allowed}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: blob: data:; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )
    return [(b"content-security-policy", policy.encode()), (b"x-frame-options", b"DENY"), *_plain_headers()]


def _plain_headers() -> list[tuple[bytes, bytes]]:
    return [
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=()"),
    ]


def _is_html(message: Message) -> bool:
    return any(
        name.lower() == b"content-type" and value.startswith(b"text/html")
        for name, value in message["headers"]
    )


def _uncompressed(scope: Message) -> Message:
    """Ask for documents uncompressed, because they are rewritten on the way out."""
    headers = scope["headers"]
    if not any(name == b"accept" and b"text/html" in value for name, value in headers):
        return scope
    return {**scope, "headers": [pair for pair in headers if pair[0] != b"accept-encoding"]}
