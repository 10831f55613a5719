"""Requests to real servers, by TLS, that answer well, badly, slowly and not at all."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator import __version__
from generator.web.exchange import Ways
from generator.web.failure import Cause
from generator.web.fetching import Answer, FetchError, Limits, Request, fetch
from tests.web.servers import CUT, TRICKLE, Server, answer, led_to, secured, serving

_LIMITS = Limits(seconds=20, size=1000, redirects=3)
_CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwhole\r\n"
_UNTIL_CLOSED = b"HTTP/1.1 200 OK\r\n\r\nwhole"

_ANSWERS = {
    "/jobs": answer(b'{"jobs": []}', content_type="application/json"),
    "/none": answer(status="204 No Content"),
    "/gone": answer(b"gone", status="410 Gone"),
    "/failing": answer(b"later", status="503 Service Unavailable", retry_after="7"),
    "/twice": answer(b"", link="a").replace(b"link: a", b"Link: a\r\nlink: b"),
    "/chunked": _CHUNKED + b"0\r\n\r\n",
    "/chunked-cut": _CHUNKED,
    "/chunk-cut": _CHUNKED + b"ff\r\nmore",
    "/chunk-wild": _CHUNKED + b"-5\r\nmore",
    "/closed": _UNTIL_CLOSED,
    "/closed-cut": _UNTIL_CLOSED + CUT,
    "/early": answer(b"half", length=9),
    "/large": answer(b"x" * 1001),
    "/promised-large": answer(b"x" * 2000, length=10**18),
    "/two-megabytes": answer(b"x" * 2_000_000),
    "/full": answer(b"x" * 1000),
    "/gzip": answer(b"\x1f\x8b", content_encoding="gzip"),
    "/packed": _CHUNKED.replace(b"chunked", b"gzip, chunked") + b"0\r\n\r\n",
    "/identity": answer(b"plain", content_encoding="identity"),
    "/garbage": b"SSH-2.0-OpenSSH_9.2\r\n",
    "/silent": b"",
    "/no-figure": b"HTTP/1.1 2x0 OK\r\n\r\n",
    "/long-line": b"HTTP/1.1 200 OK\r\nx: " + b"y" * 70_000 + b"\r\n\r\n",
    "/many-headers": b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 200 + b"\r\n",
    "/trickle": TRICKLE,
    "/moved": led_to("/jobs"),
    "/moved-nowhere": answer(b"no address", status="302 Found"),
    "/down": led_to("http://localhost:1/"),
    "/file": led_to("file:///etc/passwd"),
    "/odd": led_to("https://exa mple.example/a\\b"),
    "/umlaut": led_to("/f\u00fcr?q=\u00fc"),
    "/f%C3%BCr?q=%C3%BC": answer(b"found"),
    "/a?b=c&d=%20": answer(b"as written"),
}


def _script(_method: str, target: str) -> bytes:
    if target.startswith("/endless-slow"):
        sleep(0.05)
    if target.startswith("/endless"):
        return led_to(f"{target}x")
    return _ANSWERS[target]


@pytest.fixture(scope="module")
def server(authority: trustme.CA) -> Iterator[Server]:
    with serving(_script, secured(authority, "localhost", "127.0.0.1")) as running:
        yield running


def _get(server: Server, path: str, ways: Ways, limits: Limits = _LIMITS) -> Answer:
    return fetch(Request(server.url(path)), limits, ways)


def _failure(server: Server, path: str, ways: Ways, limits: Limits = _LIMITS) -> FetchError:
    with pytest.raises(FetchError) as raised:
        _get(server, path, ways, limits)
    return raised.value


def test_answer_has_all_that_came(server: Server, ways: Ways) -> None:
    found = _get(server, "/jobs", ways)
    assert (found.status, found.body, found.url) == (200, b'{"jobs": []}', server.url("/jobs"))
    assert found.headers["content-type"] == "application/json"


def test_request_says_who_asks_and_wants_plain_bytes(server: Server, ways: Ways) -> None:
    fetch(Request(server.url("/jobs"), headers={"If-None-Match": '"a"'}), _LIMITS, ways)
    lines = server.heads[-1].split("\r\n")
    assert lines[0] == "GET /jobs HTTP/1.1"
    assert {f"User-Agent: openings/{__version__}", "Accept-Encoding: identity"} <= set(lines)
    assert {f"Host: localhost:{server.port}", 'If-None-Match: "a"'} <= set(lines)


@pytest.mark.parametrize(("path", "status"), [("/gone", 410), ("/failing", 503), ("/none", 204)])
def test_any_status_is_an_answer(server: Server, ways: Ways, path: str, status: int) -> None:
    assert _get(server, path, ways).status == status


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/chunked", b"whole"),
        ("/closed", b"whole"),
        ("/identity", b"plain"),
        ("/full", b"x" * 1000),
        ("/moved", b'{"jobs": []}'),
        ("/moved-nowhere", b"no address"),
        ("/umlaut", b"found"),
        ("/a?b=c&d=%20", b"as written"),
        ("/f\u00fcr?q=\u00fc", b"found"),
    ],
)
def test_whole_body_arrives(server: Server, ways: Ways, path: str, body: bytes) -> None:
    assert _get(server, path, ways).body == body


def test_repeated_header_is_one(server: Server, ways: Ways) -> None:
    assert _get(server, "/twice", ways).headers["link"] == "a, b"


def test_head_has_no_body(server: Server, ways: Ways) -> None:
    found = fetch(Request(server.url("/promised-large"), "HEAD"), _LIMITS, ways)
    assert (found.status, found.body) == (200, b"")


@pytest.mark.parametrize(
    ("path", "reason", "cause"),
    [
        ("/early", "ended early", Cause.ANSWER),
        ("/chunked-cut", "ended early", Cause.ANSWER),
        ("/chunk-cut", "ended early", Cause.ANSWER),
        ("/closed-cut", "the connection was cut", Cause.CONNECTION),
        ("/large", "more than 1,000 bytes", Cause.SIZE),
        ("/promised-large", "more than 1,000 bytes", Cause.SIZE),
        ("/gzip", "encoded as `gzip`, which wasn't asked for", Cause.ANSWER),
        ("/packed", "encoded as `gzip, chunked`, which wasn't asked for", Cause.ANSWER),
        ("/garbage", "the answer isn't HTTP", Cause.ANSWER),
        ("/no-figure", "the answer isn't HTTP", Cause.ANSWER),
        ("/long-line", "the answer isn't HTTP", Cause.ANSWER),
        ("/many-headers", "the answer isn't HTTP", Cause.ANSWER),
        ("/silent", "the connection was cut", Cause.CONNECTION),
        ("/endless", "more than 3 redirects", Cause.REDIRECTS),
        ("/down", "its scheme is `http`, and only `https` is asked", Cause.ADDRESS),
        ("/file", "its scheme is `file`, and only `https` is asked", Cause.ADDRESS),
        ("/odd", "not an address of the web", Cause.ADDRESS),
    ],
)
def test_answer_that_is_no_good_is_told(
    server: Server, ways: Ways, path: str, reason: str, cause: Cause
) -> None:
    failure = _failure(server, path, ways)
    assert (str(failure), failure.cause) == (reason, cause)


def test_negative_chunk_is_no_answer(server: Server, ways: Ways) -> None:
    assert _failure(server, "/chunk-wild", ways).cause is Cause.ANSWER


def test_server_that_sends_a_byte_now_and_then_is_cut(server: Server, ways: Ways) -> None:
    failure = _failure(server, "/trickle", ways, Limits(seconds=0.3))
    assert (str(failure), failure.cause) == ("too slow: 0.3 s", Cause.SLOW)


def test_server_that_never_answers_is_cut(ways: Ways) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://localhost:{silent.getsockname()[1]}/"
        with pytest.raises(FetchError, match=r"^too slow: 0\.2 s$"):
            fetch(Request(url), Limits(seconds=0.2), ways)


def test_redirects_share_the_time(server: Server, ways: Ways) -> None:
    failure = _failure(server, "/endless-slow", ways, Limits(seconds=0.3, redirects=1000))
    assert failure.cause is Cause.SLOW


def test_look_up_of_a_name_has_no_more_time(ways: Ways) -> None:
    stopped = Event()

    def resolve(host: str, port: int) -> list[str]:
        stopped.wait(20)
        return []

    with pytest.raises(FetchError, match=r"^too slow: 0\.1 s$"):
        fetch(Request("https://example.com/"), Limits(seconds=0.1), replace(ways, resolve=resolve))
    stopped.set()


def test_next_address_is_tried_where_one_refuses(server: Server, ways: Ways) -> None:
    several = replace(ways, resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"])
    assert _get(server, "/jobs", several).status == 200


def test_limit_of_size_is_told_in_megabytes(server: Server, ways: Ways) -> None:
    failure = _failure(server, "/two-megabytes", ways, Limits(size=1_500_000))
    assert str(failure) == "more than 1.5 MB"


def test_no_server_is_refused(ways: Ways) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match=r"^refused$"):
        fetch(Request(f"https://localhost:{port}/"), _LIMITS, ways)


def test_unknown_host_is_told(ways: Ways) -> None:
    with pytest.raises(FetchError) as raised:
        fetch(Request(f"https://{'a' * 64}.example/"), _LIMITS, ways)
    assert raised.value.cause in {Cause.NO_HOST, Cause.ADDRESS}


def test_certificate_of_an_unknown_authority_is_refused(server: Server) -> None:
    failure = _failure(server, "/jobs", Ways(context=ssl.create_default_context()))
    assert str(failure) == "the certificate isn't valid: unable to get local issuer certificate"
    assert failure.cause is Cause.CERTIFICATE


def test_certificate_of_another_host_is_refused(authority: trustme.CA, ways: Ways) -> None:
    with serving(_script, secured(authority, "other.example")) as other:
        failure = _failure(other, "/jobs", ways)
    assert "Hostname mismatch" in str(failure)
    assert other.heads == []


def test_certificate_that_has_expired_is_refused(authority: trustme.CA, ways: Ways) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    old = authority.issue_cert("localhost", not_after=datetime(2020, 1, 1, tzinfo=UTC))
    old.configure_cert(context)
    with serving(_script, context) as server:
        assert str(_failure(server, "/jobs", ways)) == "the certificate isn't valid: certificate has expired"


def _answer_plainly(listening: socket.socket) -> None:
    connection, _ = listening.accept()
    with connection:
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        connection.recv(4096)


def test_server_without_tls_is_told(ways: Ways) -> None:
    with socket.create_server(("127.0.0.1", 0)) as plain:
        answering = Thread(target=_answer_plainly, args=(plain,))
        answering.start()
        with pytest.raises(FetchError, match=r"^no secure connection: "):
            fetch(Request(f"https://localhost:{plain.getsockname()[1]}/"), _LIMITS, ways)
        answering.join()


def test_file_of_certificates_is_trusted(
    server: Server, certificates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates))
    assert fetch(Request(server.url("/jobs")), _LIMITS).status == 200


def test_plain_http_is_asked_where_it_is_allowed(ways: Ways) -> None:
    with serving(_script) as plain:
        assert _get(plain, "/jobs", ways, Limits(schemes=("http", "https"))).status == 200


def test_redirect_never_leaves_tls(server: Server, ways: Ways) -> None:
    failure = _failure(server, "/down", ways, Limits(schemes=("http", "https")))
    assert str(failure) == "redirects from `https` to `http`"


def test_password_is_sent_and_never_told(server: Server, ways: Ways) -> None:
    url = server.url("/jobs").replace("//", "//anna:s%20cret@")
    assert fetch(Request(url), _LIMITS, ways).url == server.url("/jobs")
    assert "Authorization: Basic YW5uYTpzIGNyZXQ=" in server.heads[-1]
    with pytest.raises(FetchError) as raised:
        fetch(Request(url.replace("/jobs", "/early")), _LIMITS, ways)
    assert "cret" not in str(raised.value)


def test_secrets_stay_with_the_host_that_they_were_written_for(authority: trustme.CA, ways: Ways) -> None:
    with serving(_script, secured(authority, "localhost")) as other:
        there = other.url("/jobs")
        with serving(lambda *_: led_to(there), secured(authority, "localhost")) as first:
            url = first.url().replace("//", "//anna:secret@")
            headers = {"Authorization": "Bearer secret", "Cookie": "secret", "Accept": "text/html"}
            fetch(Request(url), _LIMITS, ways)
            fetch(Request(first.url(), headers=headers), _LIMITS, ways)
    assert ["secret" in head for head in first.heads[1:]] == [True]
    assert "Authorization" in first.heads[0]
    assert all("secret" not in head and "Authorization" not in head for head in other.heads)
    assert "Accept: text/html" in other.heads[-1]


_HEAD_LINES = st.sampled_from(
    [
        *(
            "HTTP/1.1 200 OK",
            "HTTP/1.0 301 Moved",
            "HTTP/9.9 999 x",
            "HTTP/1.1",
            "ICY 200 OK",
            "Location: //[",
        ),
        *("Content-Length: 3", "Content-Length: -1", "Content-Length: x", "Content-Length: 1e9"),
        *("Transfer-Encoding: chunked", "Location: https://x:y/", "Location: //[", ": :", "\x00", " folded"),
    ]
)


@given(lines=st.lists(_HEAD_LINES, max_size=5), body=st.binary(max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_is_answered_is_an_answer_or_a_reason(
    wild: tuple[Server, list[bytes]], lines: list[str], body: bytes
) -> None:
    server, answers = wild
    answers[:] = ["\r\n".join((*lines, "", "")).encode() + body]
    try:
        found = fetch(Request(server.url()), Limits(20, 1000, 2, ("http",))).body.decode("latin-1")
    except FetchError as error:
        found = str(error) or "x" * 1001
    assert len(found) <= 1000


@pytest.fixture(scope="module")
def wild() -> Iterator[tuple[Server, list[bytes]]]:
    """A server, and the one answer that it gives."""
    answers = [b""]
    with serving(lambda *_: answers[0]) as server:
        yield server, answers
