"""Which files were made for whom: an address of a file is worth nothing to anybody else.

Streamlit serves a download at `/media/…` to whoever asks while it lives. Here it is served to the browser that asked
for it, while that browser's page is open and its reader still has the role.
"""

import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

import streamlit as st
from streamlit.runtime import exists, get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import access
from dashboard.access import Reader
from pipelines.store.home import Home

COOKIE = "wp_venster"  # tells one browser from the next; holds nothing else
TOKEN_SIGNS = 43  # of 32 random bytes in base64


@dataclass(frozen=True)
class _Holder:
    """Who a file was made for: a browser, one page of it, and its reader."""

    token: str
    session: str
    reader: Reader
    home: Home

    def allows(self, token: str) -> bool:
        same = secrets.compare_digest(self.token.encode(), token.encode())
        open_page = exists() and get_instance().is_active_session(self.session)
        return same and open_page and access.may_see(self.reader, home=self.home)


_holders: dict[str, set[_Holder]] = {}
_lock = threading.Lock()


def guarded(make: Callable[[], bytes], *, reader: Reader | None, home: Home) -> Callable[[], bytes]:
    """Return a maker of a file that asks again whether the reader may have it, and notes whose file it is.

    Called while the page is written; the result is called when its button is pressed. Raises AccessRefused then, when
    the role or the log-in is gone.
    """
    token, context = st.context.cookies.get(COOKIE, ""), get_script_run_ctx()
    session = context.session_id if context else ""

    def made() -> bytes:
        access.check(reader, home=home)
        content = make()
        if reader is not None and token:
            _note(content, _Holder(token, session, reader, home))
        return content

    return made


def may_fetch(file_id: str, *, token: str) -> bool:
    """Return whether the browser with this token may have the file; not for a file that was never handed out."""
    if not token or not exists():
        return False
    file = get_instance().media_file_mgr.read_file(file_id)
    if file is None:
        return False
    with _lock:
        holders = tuple(_holders.get(_digest(file.content), ()))
    return any(holder.allows(token) for holder in holders)


def new_token() -> str:
    """Return a token for a browser that has none."""
    return secrets.token_urlsafe(32)


def token_of(headers: list[tuple[bytes, bytes]]) -> str:
    """Return the token a request carries; nothing when it carries none, or nonsense."""
    sent = b"; ".join(value for name, value in headers if name == b"cookie")
    try:
        found = SimpleCookie(sent.decode("latin-1")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None and len(found.value) == TOKEN_SIGNS else ""


def _note(content: bytes, holder: _Holder) -> None:
    """Remember whose file this is; forget files of pages that were closed."""
    with _lock:
        for digest, holders in list(_holders.items()):
            kept = {one for one in holders if not exists() or get_instance().is_active_session(one.session)}
            if kept:
                _holders[digest] = kept
            else:
                del _holders[digest]
        _holders.setdefault(_digest(content), set()).add(holder)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
