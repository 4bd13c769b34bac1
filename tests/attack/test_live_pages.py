"""The server asked wrongly, without a browser: other roles, other windows' files, guessed addresses, foreign pages."""

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from tests.lib.socket import window

pytestmark = pytest.mark.xdist_group("socket")


def test_page_of_another_role_does_not_exist_by_name_or_by_number(address):
    with window(address) as committee, window(address) as partner:
        pages = committee.ask(query="publiek=commissie").pages
        own = partner.ask(query="publiek=portaal").pages
        others = pages.keys() - own.keys()
        assert {"belasting", "match", "vrijgeven"} <= others
        for page in others:
            for sent in (partner.ask(page), partner.ask("", page_hash=pages[page])):
                assert not sent.exists or sent.pages.keys() == own.keys()
                assert b"helpers_at_risk" not in sent.bytes
            assert not partner.ask(page).exists


def test_words_in_the_address_change_no_role_and_open_no_edition(address):
    with window(address) as opened:
        own = opened.ask(query="publiek=de_alliantie")
        for query in (
            "publiek=coordinator", "audience=coordinator", "editie=portaal-2026-2", "edition=gemeente-2026-2",
            "periode=maand-2026-01&onderdeel=zorg", "publiek=%00&periode=../../..&stap=<script>alert(1)</script>",
        ):  # fmt: skip
            sent = opened.ask(query=query)
            assert sent.pages == own.pages
            assert b"portaal-2026" not in sent.bytes
            assert b"gemeente-2026" not in sent.bytes
            assert b"alert(1)" not in sent.bytes.replace(query.encode(), b"")


def test_file_is_given_to_the_window_that_asked_only(address):
    with window(address) as committee, window(address) as partner:
        file = next(iter(committee.ask("deelname", query="publiek=commissie").files.values()))
        partner.ask(query="publiek=portaal")
        taken = partner.hand_out(file)  # made, as Streamlit does not ask whose it is, but not for this window
        handed = committee.hand_out(file)
        assert committee.fetch(handed).content.startswith("\ufeff".encode())
        for path in {handed, taken} - {""}:
            assert partner.fetch(path).status_code == 404
            assert httpx.get(address + path).status_code == 404
            assert httpx.get(address + path, cookies={"wp_venster": "a" * 43}).status_code == 404
    assert httpx.get(address + handed, cookies=committee.cookies).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elders.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
        {"Host": "elders.example", "Origin": "http://elders.example"},
        {"X-Forwarded-For": "10.0.0.1"},
    ],
)
def test_web_socket_of_another_page_is_refused(address, headers):
    socket = address.replace("http", "ws", 1) + "/_stcore/stream"
    given = {"Origin": address} | headers
    with pytest.raises(WebSocketException), connect(socket, additional_headers=given) as opened:
        opened.recv(timeout=5)


PATHS = (
    "/media/", "/media/0123456789abcdef0123456789abcdef.csv", "/media/..%2f..%2fprivate%2fdemo.key",
    "/eigen/../../pipelines/store/keys.py", "/eigen/..%2f..%2fpyproject.toml", "/eigen/%2e%2e/asgi.py",
    "/eigen//etc/passwd", "/eigen/fonts/..%5c..%5casgi.py", "/static/..%2f..%2f..%2fproto%2f__init__.py",
    "/app/static/toegang.toml", "/component/x/../../asgi.py", "/_stcore/metrics", "/_stcore/agent",
    "/_stcore/upload_file/een/twee", "/_stcore/script-health-check", "/_stcore/message?hash=1",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_guessed_address_gives_no_file(address, path):
    target = httpx.URL(address).copy_with(raw_path=path.encode())
    answer = httpx.get(target, headers={"Accept": "text/html"})
    assert answer.status_code >= 400 or b'<html lang="nl">' in answer.content
    for word in (b"import ", b"root:", b"[project]", b"[personen]", b"process_cpu"):
        assert word not in answer.content


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_nothing_can_be_sent_to_the_server(address, method):
    answer = httpx.request(method, f"{address}/_stcore/upload_file/een/twee", content=b"x")
    assert answer.status_code == 404


def test_streamlit_installs_nothing_for_whoever_asks(address):
    request = BackMsg()
    request.backend_operation_request.install_skills.SetInParent()
    with window(address) as opened:
        opened.ask("privacy")
        assert opened.operate(request).backend_operation_response.error_msg
