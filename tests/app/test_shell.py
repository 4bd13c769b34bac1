"""The Dutch shell around Streamlit: what every document holds, and what is closed."""

from pathlib import Path

import pytest
import streamlit

from dashboard import asgi
from tests.lib.asynchronous import waited_for

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()


def served(path, body=b"", content_type=b"text/html; charset=utf-8", headers=()):
    """Return what a browser gets for a path when the app inside answers with this body, in two pieces."""

    async def inside(scope, receive, send):
        seen.append(scope)
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-type", content_type), (b"etag", b"x")],
            }
        )
        await send({"type": "http.response.body", "body": body[:100], "more_body": True})
        await send({"type": "http.response.body", "body": body[100:]})

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "http.request"}

    seen, sent = [], []
    scope = {"type": "http", "path": path, "method": "GET", "headers": list(headers)}
    waited_for(asgi.DutchShell(inside)(scope, receive, send))
    head = dict(sent[0]["headers"])
    return sent[0]["status"], head, b"".join(message.get("body", b"") for message in sent[1:]), seen


def test_markers_that_the_shell_replaces_are_still_in_streamlits_page():
    assert INDEX.count(asgi.HTML_LANGUAGE) == 1
    assert INDEX.count(asgi.HTML_TITLE) == 1
    assert INDEX.count(b'href="./favicon.png"') == 1


def test_document_is_dutch_from_its_first_byte():
    page = asgi.dutch_document(INDEX).decode()
    assert '<html lang="nl">' in page
    assert "<title>De Werkplaats</title>" in page
    assert page.index("/eigen/shell.js") < page.index('type="module"')
    assert "You need to enable JavaScript" not in page
    assert "Zet JavaScript aan" in page
    assert "service-desc" not in page
    assert "https://" not in page.replace("http://www.apache.org", "")


def test_document_is_sent_whole_with_its_new_length():
    _, head, body, _ = served("/deelname", INDEX)
    assert b'lang="nl"' in body
    assert int(head[b"content-length"]) == len(body)
    assert b"etag" not in head


def test_document_says_that_only_this_server_may_be_asked():
    _, head, _, _ = served("/", INDEX)
    policy = head[b"content-security-policy"].decode()
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert head[b"x-frame-options"] == b"DENY"


def test_other_answers_pass_unchanged_but_for_their_headers():
    _, head, body, _ = served("/x.js", b"let a = 1; " * 20, content_type=b"text/javascript")
    assert body == b"let a = 1; " * 20
    assert head[b"etag"] == b"x"
    assert head[b"x-content-type-options"] == b"nosniff"


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/host-config", "/deelname"])
def test_doors_the_pages_need_are_open(path):
    assert served(path, INDEX)[0] == 200


def test_documents_are_asked_for_uncompressed_and_other_files_are_not():
    wants = [(b"accept", b"text/html,*/*"), (b"accept-encoding", b"gzip")]
    assert (b"accept-encoding", b"gzip") not in served("/", INDEX, headers=wants)[3][0]["headers"]
    script = [(b"accept", b"*/*"), (b"accept-encoding", b"gzip")]
    assert (b"accept-encoding", b"gzip") in served("/x.js", b"x", headers=script)[3][0]["headers"]


def test_settings_leave_nothing_to_the_outside():
    settings = asgi.settings(8501)
    assert settings["server.address"] == "127.0.0.1"
    assert settings["browser.gatherUsageStats"] is False
    assert settings["client.showErrorDetails"] == "none"
    assert settings["server.enableAgentApi"] is False
    assert asgi.settings(8501, debug=True)["logger.level"] == "error"
    assert settings["logger.level"] == "critical"


def fails(message):
    raise ValueError(message)


def test_fault_code_depends_on_the_place_and_never_on_the_data():
    codes = []
    for data in ("Jansen", "De Vries"):
        try:
            fails(data)
        except ValueError as error:
            codes.append(asgi.fault_code(error))
    assert codes[0] == codes[1]
    assert len(codes[0]) == 4
