"""What the server answers at all: whose files, from which pages, to which computers; all else does not exist."""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse

from dashboard.handed_out import COOKIE, may_fetch, new_token, token_of
from dashboard.words.catalogue import say

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Message, Receive, Send], Awaitable[None]]

CLOSED = re.compile(
    r"^/(?:_stcore/(?:metrics|agent|upload_file|script-health-check)|component|app/static)(?:/|$)"
)
FILES = "/media/"
GREETING = (
    "/_stcore/health"  # asked by every page of ours before it opens its web socket, with strict cookies
)
STREAM = "/_stcore/stream"
FORWARDED = {b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip"}
POLICY_VIOLATION = 1008


class Guard:
    """Middleware. `here_only`: nobody is asked to log in, so only this computer is answered; `secure`: over https."""

    def __init__(self, app: Asgi, *, here_only: bool, secure: bool) -> None:
        self.app = app
        self.here_only = here_only
        self.secure = secure

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass on what may be answered."""
        if scope["type"] == "websocket":
            if self._foreign(scope) or not _same_page(scope):
                await receive()
                await send({"type": "websocket.close", "code": POLICY_VIOLATION})
                return
        elif scope["type"] == "http":
            if self._foreign(scope) or self._closed(scope):
                await _not_there(scope, receive, send)
                return
            send = _Cookies(send, greet=_greets(scope), secure=self.secure)
        await self.app(scope, receive, send)

    def _foreign(self, scope: Message) -> bool:
        """Return whether somebody from elsewhere asks, where only this computer may."""
        if not self.here_only:
            return False
        through = any(name in FORWARDED for name, _ in scope["headers"])
        return through or not _is_here(scope.get("client"))

    def _closed(self, scope: Message) -> bool:
        path = scope["path"]
        if not path.startswith(FILES):
            return CLOSED.match(path) is not None
        file_id = path.removeprefix(FILES)
        return not may_fetch(file_id, token=token_of(scope["headers"]))


class _Cookies:
    """Passes an answer on with its cookies tightened, and gives a browser without a token one."""

    def __init__(self, send: Send, *, greet: bool, secure: bool) -> None:
        self.send = send
        self.greet = greet
        self.secure = secure

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [self._tightened(*pair) for pair in message["headers"]]
            if self.greet:
                token = f"{COOKIE}={new_token()}; Path=/; HttpOnly; SameSite=Strict"
                headers.append(self._tightened(b"set-cookie", token.encode()))
            message = {**message, "headers": headers}
        await self.send(message)

    def _tightened(self, name: bytes, value: bytes) -> tuple[bytes, bytes]:
        """Return a header; a cookie goes over https only where there is https, and not longer than the browser lives."""
        if name.lower() != b"set-cookie":
            return name, value
        if value.startswith(b"_streamlit_user"):
            value = re.sub(rb"; Max-Age=[1-9]\d*", b"", value, flags=re.I)
        if self.secure and b"; secure" not in value.lower():
            value += b"; Secure"
        return name, value


def _greets(scope: Message) -> bool:
    return scope["path"] == GREETING and not token_of(scope["headers"])


def _same_page(scope: Message) -> bool:
    """Return whether a web socket is asked for by a page of this server itself."""
    headers = dict(scope["headers"])
    origin, host = headers.get(b"origin", b"").decode("latin-1"), headers.get(b"host", b"").decode("latin-1")
    return scope["path"] == STREAM and bool(host) and urlsplit(origin).netloc == host


def _is_here(client: tuple[str, int] | None) -> bool:
    try:
        return client is not None and ip_address(client[0]).is_loopback
    except ValueError:
        return False


async def _not_there(scope: Message, receive: Receive, send: Send) -> None:
    answer = PlainTextResponse(
        say("access.not_there"), status_code=404, headers={"cache-control": "no-store"}
    )
    await answer(scope, receive, send)
