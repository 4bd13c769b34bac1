"""What the web socket says of the server itself: not where on its disk the program stands."""

from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.guard import Asgi, Message, Receive, Send


class Discreet:
    """Middleware: Streamlit's first message of every view names its script by its full path; a browser gets its name."""

    def __init__(self, app: Asgi, *, script: Path) -> None:
        self.app = app
        self.script = script

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass everything on; look at what a web socket sends."""
        await self.app(scope, receive, self._discreetly(send) if scope["type"] == "websocket" else send)

    def _discreetly(self, send: Send) -> Send:
        place = str(self.script).encode()

        async def sending(message: Message) -> None:
            content = message.get("bytes")
            if content is not None and place in content:
                message = {**message, "bytes": self._without_place(content)}
            await send(message)

        return sending

    def _without_place(self, content: bytes) -> bytes:
        told = ForwardMsg.FromString(content)
        if told.WhichOneof("type") == "new_session":
            told.new_session.main_script_path = self.script.name
        made: bytes = told.SerializeToString()
        return made
