"""What the web socket says of the server: the name of the script, and not where it stands."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.asgi import SCRIPT
from dashboard.discreet import Discreet
from tests.lib.asynchronous import waited_for


def passed_on(message, *, kind="websocket"):
    """Return what a browser gets of a message the app inside sends."""

    async def inside(scope, receive, send):
        await send(message)

    async def send(given):
        got.append(given)

    async def receive():
        return {"type": f"{kind}.connect"}

    got = []
    waited_for(Discreet(inside, script=SCRIPT)({"type": kind}, receive, send))
    return got[0]


def test_new_session_names_the_script_without_its_place():
    told = ForwardMsg()
    told.new_session.main_script_path = str(SCRIPT)
    told.new_session.main_script_hash = "abc"
    got = passed_on({"type": "websocket.send", "bytes": told.SerializeToString()})
    assert str(SCRIPT.parent).encode() not in got["bytes"]
    again = ForwardMsg.FromString(got["bytes"])
    assert again.new_session.main_script_path == "start.py"
    assert again.new_session.main_script_hash == "abc"


def test_everything_else_is_passed_on_as_it_is():
    told = ForwardMsg()
    told.delta.new_element.markdown.body = "51 huurders doen mee"
    for message in (
        {"type": "websocket.send", "bytes": told.SerializeToString()},
        {"type": "websocket.send", "text": str(SCRIPT)},
        {"type": "websocket.accept"},
    ):
        assert passed_on(message) is message
    assert passed_on({"type": "http.response.body", "body": b"x"}, kind="http")["body"] == b"x"
