"""What the server answers at all: no door nobody needs, no file of somebody else, no page from elsewhere."""

import pytest

from dashboard import handed_out
from dashboard.guard import Guard
from tests.lib.asynchronous import waited_for

TOKEN = "a" * handed_out.TOKEN_SIGNS
HERE = ("127.0.0.1", 50000)


def asked(path, *, kind="http", client=HERE, here_only=True, secure=False, sent=(), **headers):
    """Return the answer to one request, as status (or `socket`) with its headers; None where nothing was let in."""

    async def inside(scope, receive, send):
        answers = [(name, value) for name, value in sent]
        if kind == "websocket":
            await send({"type": "websocket.accept"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": answers})
        await send({"type": "http.response.body", "body": b"inside"})

    async def send(message):
        said.append(message)

    async def receive():
        return {"type": f"{kind}.connect"}

    said = []
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "path": path, "method": "GET", "headers": pairs, "client": client}
    waited_for(Guard(inside, here_only=here_only, secure=secure)(scope, receive, send))
    return said[0]


def status(path, **options):
    return asked(path, **options).get("status")


def cookies(answer):
    return [value.decode() for name, value in answer["headers"] if name == b"set-cookie"]


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/upload_file/een/twee",
        "/_stcore/script-health-check",
        "/component/x/index.html",
        "/app/static/x.txt",
        "/media/",
        "/media/0123456789abcdef.csv",
        "/media/../media/0123456789abcdef.csv",
    ],
)
def test_doors_nobody_here_needs_are_closed(path):
    assert status(path) == 404
    assert status(path, cookie=f"{handed_out.COOKIE}={TOKEN}") == 404


@pytest.mark.parametrize("path", ["/", "/deelname", "/_stcore/health", "/_stcore/host-config", "/gezond"])
def test_doors_the_pages_need_are_open(path):
    assert status(path) == 200


@pytest.mark.parametrize("client", [("10.0.0.7", 1), ("::ffff:10.0.0.7", 1), ("fe80::1", 1), None, ("x", 1)])
def test_only_this_computer_is_answered_where_nobody_logs_in(client):
    assert status("/", client=client) == 404
    assert status("/", client=client, here_only=False) == 200
    assert asked("/_stcore/stream", kind="websocket", client=client)["type"] == "websocket.close"


@pytest.mark.parametrize("name", ["x_forwarded_for", "forwarded", "x_real_ip", "x_forwarded_host"])
def test_nobody_comes_in_through_a_proxy_where_nobody_logs_in(name):
    assert status("/", **{name: "127.0.0.1"}) == 404
    assert status("/", here_only=False, **{name: "127.0.0.1"}) == 200


def test_this_computer_may_have_an_address_of_the_newer_kind():
    assert status("/", client=("::1", 1)) == 200


@pytest.mark.parametrize(
    ("path", "origin"),
    [
        ("/_stcore/stream", "http://elders.example"),
        ("/_stcore/stream", "http://127.0.0.1:9999"),
        ("/_stcore/stream", "null"),
        ("/_stcore/stream", ""),
        ("/_stcore/agent", "http://127.0.0.1:8501"),
    ],
)
def test_web_socket_opens_for_our_own_pages_only(path, origin):
    answer = asked(path, kind="websocket", host="127.0.0.1:8501", origin=origin)
    assert answer == {"type": "websocket.close", "code": 1008}


def test_web_socket_opens_for_our_own_pages():
    answer = asked("/_stcore/stream", kind="websocket", host="127.0.0.1:8501", origin="http://127.0.0.1:8501")
    assert answer["type"] == "websocket.accept"


def test_browser_gets_a_token_of_its_own_once():
    first, second = (cookies(asked("/_stcore/health"))[0] for _ in range(2))
    assert first != second
    assert "HttpOnly; SameSite=Strict" in first
    kept = first.split(";")[0]
    assert cookies(asked("/_stcore/health", cookie=kept)) == []
    assert cookies(asked("/_stcore/health", cookie=f"{handed_out.COOKIE}=kort")) != []
    assert cookies(asked("/deelname")) == []


def test_cookie_of_a_log_in_ends_with_the_browser_and_travels_over_https_only():
    sent = [(b"set-cookie", b"_streamlit_user=x; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax")]
    assert cookies(asked("/", sent=sent)) == ["_streamlit_user=x; HttpOnly; Path=/; SameSite=lax"]
    over_https = cookies(asked("/", sent=sent, secure=True, here_only=False))
    assert over_https == ["_streamlit_user=x; HttpOnly; Path=/; SameSite=lax; Secure"]


def test_cookie_that_is_taken_back_stays_taken_back():
    sent = [(b"set-cookie", b"_streamlit_user=; HttpOnly; Max-Age=0; Path=/")]
    assert cookies(asked("/", sent=sent)) == ["_streamlit_user=; HttpOnly; Max-Age=0; Path=/"]
