"""Back, after logging in, to the page somebody asked for: the provider sends everybody to the first page."""

import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, unquote, urlsplit

from dashboard.guard import Asgi, Message, Receive, Send

COOKIE = "wp_terug"
LEAVES, RETURNS = "/auth/login", "/oauth2callback"
OURS = re.compile(
    r"/[a-z]{0,40}(?:\?[a-z0-9=&_-]{0,200})?"
)  # an address of a page with its choices, nothing else
SECONDS = 600


class WayBack:
    """Middleware: notes the page on the way out to the provider, and goes there on the way in."""

    def __init__(self, app: Asgi) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass everything on; add to the two answers of a log-in."""
        path = scope.get("path") if scope["type"] == "http" else None
        if path == LEAVES:
            send = _Answer(send, cookie=_noted(_page_before(scope)))
        elif path == RETURNS and (page := _page_noted(scope)):
            send = _Answer(send, cookie=_noted("", seconds=0), location=page)
        await self.app(scope, receive, send)


class _Answer:
    """Passes an answer on with a cookie more, and a redirect to the first page as one to another page."""

    def __init__(self, send: Send, *, cookie: str, location: str = "/") -> None:
        self.send = send
        self.cookie = cookie.encode()
        self.location = location.encode()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [
                (name, self.location if (name.lower(), value) == (b"location", b"/") else value)
                for name, value in message["headers"]
            ]
            message = {**message, "headers": [*headers, (b"set-cookie", self.cookie)]}
        await self.send(message)


def _page_before(scope: Message) -> str:
    """Return the page of ours that asked for the log-in; the first page when there is none."""
    headers = dict(scope["headers"])
    before = urlsplit(headers.get(b"referer", b"").decode("latin-1"))
    page = f"{before.path}?{before.query}" if before.query else before.path
    ours = before.netloc == headers.get(b"host", b"").decode("latin-1")
    return page if ours and OURS.fullmatch(page) else "/"


def _page_noted(scope: Message) -> str:
    sent = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
    try:
        found = SimpleCookie(sent.decode("latin-1")).get(COOKIE)
    except CookieError:
        return ""
    page = unquote(found.value) if found is not None else ""
    return page if OURS.fullmatch(page) else ""


def _noted(page: str, *, seconds: int = SECONDS) -> str:
    return f"{COOKIE}={quote(page, safe='')}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"
