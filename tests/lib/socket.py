"""The web socket of the pages without a browser: asks for pages as a browser does, and keeps every byte it is sent."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

ANSWERED_WITHIN = 120  # seconds; a busy machine computes slowly


@dataclass(frozen=True)
class Sent:
    """What the server sent for one page, as bytes."""

    frames: tuple[bytes, ...]

    @property
    def messages(self) -> tuple[ForwardMsg, ...]:
        """The same, decoded."""
        return tuple(map(ForwardMsg.FromString, self.frames))

    @property
    def exists(self) -> bool:
        """Whether there is such a page for this reader."""
        return not any(message.WhichOneof("type") == "page_not_found" for message in self.messages)

    @property
    def bytes(self) -> bytes:
        """All of it."""
        return b"\n".join(self.frames)

    @property
    def pages(self) -> dict[str, str]:
        """Address and hash of every page in the menu."""
        menus = [one.navigation for one in self.messages if one.WhichOneof("type") == "navigation"]
        return {page.url_pathname: page.page_script_hash for menu in menus for page in menu.app_pages}

    @property
    def files(self) -> dict[str, str]:
        """Return the buttons of files, with the name by which each asks for its file."""
        elements = [message.delta.new_element for message in self.messages]
        buttons = [one.download_button for one in elements if one.WhichOneof("type") == "download_button"]
        return {button.id: button.deferred_file_id for button in buttons}


class Window:
    """One window of somebody's browser: its cookies, and its web socket."""

    def __init__(self, address: str, socket: ClientConnection, cookies: Mapping[str, str]) -> None:
        self.address = address
        self.socket = socket
        self.cookies = cookies
        self.session = ""

    def ask(self, page: str = "", *, query: str = "", page_hash: str = "") -> Sent:
        """Open a page by its name in the address, or by its hash, and return what is sent until it is whole."""
        request = BackMsg()
        request.rerun_script.query_string = query
        request.rerun_script.page_name = page
        request.rerun_script.page_script_hash = page_hash
        self.socket.send(request.SerializeToString())
        sent = Sent(tuple(self._until("script_finished")))
        started = [one.new_session for one in sent.messages if one.WhichOneof("type") == "new_session"]
        self.session = started[-1].initialize.session_id
        return sent

    def hand_out(self, file: str) -> str:
        """Press the button of a file, and return the address where it can be fetched; empty when refused."""
        request = BackMsg()
        request.backend_operation_request.deferred_file.file_id = file
        return self.operate(request).backend_operation_response.deferred_file.url

    def operate(self, request: BackMsg) -> ForwardMsg:
        """Ask for something that is no page, and return the answer."""
        request.backend_operation_request.request_id = "1"
        request.backend_operation_request.session_id = self.session
        self.socket.send(request.SerializeToString())
        *_, last = self._until("backend_operation_response")
        return ForwardMsg.FromString(last)

    def fetch(self, path: str) -> httpx.Response:
        """Fetch an address with this window's cookies."""
        return httpx.get(self.address + path, cookies=dict(self.cookies), timeout=ANSWERED_WITHIN)

    def _until(self, kind: str) -> Iterator[bytes]:
        while True:
            frame = self.socket.recv(timeout=ANSWERED_WITHIN)
            assert isinstance(frame, bytes)
            yield frame
            if ForwardMsg.FromString(frame).WhichOneof("type") == kind:
                return


@contextmanager
def window(address: str) -> Iterator[Window]:
    """Open a window on the pages, as a browser does that was never here; closed afterwards."""
    greeting = httpx.get(f"{address}/_stcore/health", timeout=ANSWERED_WITHIN)
    cookies = dict(greeting.cookies)
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
    socket = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    with connect(
        socket, origin=Origin(address), subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": sent}, max_size=None, open_timeout=ANSWERED_WITHIN,
    ) as opened:  # fmt: skip
        yield Window(address, opened, cookies)
