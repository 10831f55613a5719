"""Real sockets, and bytes that no browser would send."""

import socket
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.preview.http import server as module
from generator.preview.http.application import Application
from generator.preview.http.binding import bind, port_of
from generator.preview.http.connection import Connection
from generator.preview.http.guard import guard_for
from generator.preview.http.server import Server
from generator.preview.http.stream import Events
from generator.preview.site.files import File
from tests.preview.http.stand_ins import (
    FILES,
    PAGE,
    PATIENCE,
    Client,
    DeskStandIn,
    SiteStandIn,
    StudioStandIn,
    serving,
)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serving(StudioStandIn(SiteStandIn())) as number:
        yield number


def test_connection_serves_one_request_after_another(port: int) -> None:
    with Client(port) as client:
        page = client.ask("/jobs/cook/")
        assert page.status == 200
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "date" in page.headers
        assert "server" not in page.headers
        head = client.ask("/jobs/cook/", "HEAD")
        assert (head.status, head.body) == (200, b"")
        assert {**head.headers, "date": ""} == {**page.headers, "date": ""}
        same = client.ask("/jobs/cook/", if_none_match=page.headers["etag"])
        assert (same.status, same.body) == (304, b"")
        assert "content-length" not in same.headers
        assert client.ask("/jobs/cook").headers["location"] == "/jobs/cook/"
        assert client.ask("/nowhere/", "HEAD").status == 404
        assert client.ask("/assets/site.css", range="bytes=0-1").body == b"h1"


def test_requests_sent_at_once_are_answered_in_turn(port: int) -> None:
    with Client(port) as client:
        one = f"GET /{{}} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"
        client.socket.sendall(
            "".join(one.format(p) for p in ("", "assets/site.css", "nowhere/", "")).encode()
        )
        assert [client.reply().status for _ in range(4)] == [200, 200, 404, 200]


def test_request_may_come_byte_by_byte(port: int) -> None:
    with Client(port) as client:
        for byte in f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode():
            client.socket.sendall(bytes([byte]))
        assert client.reply().status == 200


def test_body_of_a_request_is_not_taken_for_the_next_one(port: int) -> None:
    hidden = "GET /__openings/echo HTTP/1.1\r\nHost: x\r\n\r\n"
    with Client(port) as client:
        client.send("GET /assets/site.css", content_length=str(len(hidden)))
        client.socket.sendall(hidden.encode())
        assert client.reply().body == FILES["/assets/site.css"]
        assert client.ask("/").status == 200


def test_posted_body_reaches_the_desk(port: int) -> None:
    with Client(port) as client:
        origin = f"http://127.0.0.1:{port}"
        client.send("POST /__openings/echo", origin=origin, content_length="8", expect="100-continue")
        assert client.file.readline() + client.file.readline() == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.socket.sendall(b"drafts=1")
        assert client.reply().body == b"POST /__openings/echo None False drafts=1"


_START = "GET / HTTP/1.1\r\nHost: localhost:{port}\r\n"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("hello\r\n\r\n", 400),
        ("GET / HTTP/2.0\r\n\r\n", 505),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ("CONNECT localhost:{port} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 501),
        ("BREW / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 501),
        (_START + "Host: localhost:{port}\r\n\r\n", 400),
        (_START + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n", 400),
        (_START + "Content-Length: -1\r\n\r\n", 400),
        (_START + "Content-Length: +1\r\n\r\n", 400),
        (_START + "Content-Length: 0x1\r\n\r\n", 400),
        (_START + "Content-Length:\r\n\r\n", 400),
        (_START + "Content-Length: 65537\r\n\r\n", 413),
        (_START + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501),
        (_START + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501),
        (_START + "Origin: http://localhost:{port}\r\nOrigin: http://evil.example\r\n\r\n", 400),
        (_START + "X: 1\r\n" * 101 + "\r\n", 431),
        (_START + "X: " + "a" * 70_000 + "\r\n\r\n", 431),
        ("GET /" + "a" * 70_000 + " HTTP/1.1\r\n\r\n", 414),
    ],
)  # fmt: skip
def test_what_cannot_be_read_in_one_way_ends_the_connection(port: int, sent: str, status: int) -> None:
    with Client(port) as client:
        client.socket.sendall(sent.replace("{port}", str(port)).encode("latin-1"))
        reply = client.reply()
        assert reply.status == status
        assert reply.headers["connection"] == "close"
        assert client.is_over()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET * HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 421),
        ("OPTIONS / HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: https://evil.example\r\n\r\n", 403),
        ("OPTIONS / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 405),
        ("GET http://localhost:{port}/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", 200),
    ],
)  # fmt: skip
def test_request_that_is_refused_leaves_the_connection(port: int, sent: str, status: int) -> None:
    with Client(port) as client:
        client.socket.sendall(sent.replace("{port}", str(port)).encode("latin-1"))
        reply = client.reply()
        assert reply.status == status
        assert not [name for name in reply.headers if name.startswith("access-control")]
        assert client.ask("/").status == 200


@pytest.mark.parametrize("more", ["Connection: close\r\n", "Connection: CLOSE\r\n"])
def test_connection_ends_when_the_browser_wants(port: int, more: str) -> None:
    with Client(port) as client:
        client.socket.sendall(f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\n{more}\r\n".encode())
        assert client.reply().headers["connection"] == "close"
        assert client.is_over()


def test_older_browsers_get_one_answer(port: int) -> None:
    with Client(port) as client:
        client.socket.sendall(f"GET / HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n".encode())
        assert client.reply().headers["connection"] == "close"
        assert client.is_over()


@pytest.mark.parametrize(
    "half",
    ["G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: localhost:8000\r\nContent-Length: 9\r\n\r\nabc"],
)
def test_half_a_request_is_none(port: int, half: str) -> None:
    with Client(port) as client:
        client.socket.sendall(half.encode())
        client.socket.shutdown(socket.SHUT_WR)
        assert client.reply().status == 400
        assert client.is_over()


def test_who_dawdles_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connection, "timeout", 0.1)
    for half in ("", "GET / HT", "GET / HTTP/1.1\r\nX: 1\r\n", "GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n"):
        with serving(StudioStandIn(SiteStandIn())) as port, Client(port) as client:
            client.socket.sendall(half.encode())
            assert client.is_over()


def test_browser_that_goes_away_is_no_news(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(20):
        with Client(port) as client:
            client.socket.sendall(f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode() * 50)
    with Client(port) as client:
        assert client.ask("/").status == 200
    assert capsys.readouterr().err == ""


def test_mistake_of_ours_tells_the_browser_nothing(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    with Client(port) as client:
        reply = client.ask("/__openings/fault")
        assert reply.status == 500
        assert not any(word in reply.body for word in (b"Traceback", b"KeyError", b"/", b"secret"))
        assert client.ask("/").status == 200
    assert "KeyError: '/home/ada/site/secret.py'" in capsys.readouterr().err


def test_rules_cannot_break_the_framing() -> None:
    rules = (
        "/*\n  Content-Length: 1\n  Transfer-Encoding: chunked\n  Connection: close\n  Date: never\n"
        "  X-Path: :splat\n  X-Split: a\rSet-Cookie: b\n  X-Word: Größe\n"
    )
    site = SiteStandIn({"/a%0d%0aX: 1": PAGE, "/jobs/": PAGE}, header_rules=rules)
    with serving(StudioStandIn(site)) as port, Client(port) as client:
        reply = client.ask("/jobs/")
        assert PAGE.partition(b"</body>")[0] in reply.body
        assert reply.headers["date"] != "never"
        assert reply.headers["x-word"] == "Größe"
        assert reply.headers["x-path"] == "jobs/"
        assert {"transfer-encoding", "connection", "x-split", "set-cookie"}.isdisjoint(reply.headers)
        for split in ("/a%0d%0aX: 1".replace(" ", "%20"), "/%0d%0aSet-Cookie:a=b/", "/jobs%0aX:1"):
            assert "x" not in client.ask(split).headers


def test_too_many_connections_are_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CONNECTIONS", 2)
    with serving(StudioStandIn(SiteStandIn())) as port, Client(port) as first, Client(port) as second:
        assert first.ask("/").status == second.ask("/").status == 200
        with Client(port) as third:
            reply = third.ask("/")
            assert reply.status == 503
            assert reply.headers["retry-after"] == "1"
            assert third.is_over()
        assert first.ask("/").status == 200


class _SlowSite(SiteStandIn):
    """A page that is still being made when the server stops."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.released = Event(), Event()

    def file(self, url: str) -> File | None:
        self.asked.set()
        self.released.wait(PATIENCE)
        return super().file(url)


def test_stop_ends_it_whatever_is_on_its_way() -> None:
    site = _SlowSite()
    studio = StudioStandIn(site)
    desk, listening = DeskStandIn(studio), bind("127.0.0.1", 0)
    port = port_of(listening)
    server = Server(listening, Application(studio, desk, guard_for("127.0.0.1", port)), Events(studio, desk))
    running = Thread(target=server.run)
    running.start()
    with Client(port) as idle, Client(port) as half, Client(port) as waiting, Client(port) as hearing:
        half.socket.sendall(b"GET / HT")
        hearing.send("GET /__openings/events")
        assert hearing.file.readline().startswith(b"HTTP/1.1 200")
        waiting.send("GET /")
        assert site.asked.wait(PATIENCE)
        server.stop()
        running.join(PATIENCE)
        assert not running.is_alive()
        assert idle.is_over()
        assert half.is_over()
        hearing.file.read()
        site.released.set()
        assert waiting.is_over()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_server_that_never_ran_can_be_stopped() -> None:
    studio = StudioStandIn()
    desk = DeskStandIn(studio)
    server = Server(
        bind("127.0.0.1", 0), Application(studio, desk, guard_for("::1", 1)), Events(studio, desk)
    )
    server.stop()
    server.stop()
    server.run()


def test_answers_of_this_machines_newer_address() -> None:
    """IPv6, where the machine has it."""
    try:
        listening = bind("::1", 0)
    except OpeningsError:
        pytest.skip("this machine has no IPv6")
    port = port_of(listening)
    studio = StudioStandIn(SiteStandIn())
    desk = DeskStandIn(studio)
    server = Server(listening, Application(studio, desk, guard_for("::1", port)), Events(studio, desk))
    running = Thread(target=server.run)
    running.start()
    with socket.create_connection(("::1", port), timeout=PATIENCE) as connection:
        connection.sendall(f"GET / HTTP/1.0\r\nHost: [::1]:{port}\r\n\r\n".encode())
        assert connection.makefile("rb").read().startswith(b"HTTP/1.1 200 OK\r\n")
    server.stop()
    running.join(PATIENCE)
