"""A site to serve without one on disk, and a client that sends what no browser would."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Condition, Thread
from typing import BinaryIO, NamedTuple

from generator.pages.urls import file_of
from generator.preview.http.application import Application
from generator.preview.http.binding import bind, port_of
from generator.preview.http.guard import guard_for
from generator.preview.http.messages import Request, Response
from generator.preview.http.server import Server
from generator.preview.http.stream import Events
from generator.preview.site.files import File, PageError, file
from generator.preview.site.wish import Wish

PAGE = b'<!doctype html><html lang="en"><head><title>T</title></head><body><h1>Cook</h1></body></html>'
NOT_FOUND = b"<!doctype html><title>Not found</title><body>Nothing here.</body>"
# More than any test of ours takes.
PATIENCE = 20.0


FILES = {"/": PAGE, "/jobs/cook/": PAGE, "/404.html": NOT_FOUND, "/assets/site.css": b"h1{}"}


class SiteStandIn:
    """An edition: files by their URLs; what is in `broken` has a template that fails.

    Nobody reads the pages in `unread`: they lead on.
    """

    def __init__(
        self,
        files: Mapping[str, bytes] = FILES,
        header_rules: str = "",
        redirect_rules: str = "",
        base_path: str = "",
        broken: frozenset[str] = frozenset(),
        unread: frozenset[str] = frozenset(),
    ) -> None:
        self.base_path, self.header_rules, self.redirect_rules = base_path, header_rules, redirect_rules
        self._files = {url: _file(url, data, unread) for url, data in files.items()}
        self._broken = broken

    def file(self, url: str) -> File | None:
        if url in self._broken:
            raise PageError("`job.title` is undefined")
        return self._files.get(url)


def _file(url: str, data: bytes, unread: frozenset[str]) -> File:
    path = file_of(url)
    return file(path, data, path.endswith(".html") and url not in unread)


class StudioStandIn:
    """A studio that shows one site to whoever wishes nothing, and others by wish; `show` swaps it."""

    def __init__(
        self, site: SiteStandIn | None = None, others: Mapping[Wish, SiteStandIn] | None = None
    ) -> None:
        self.base = Wish()
        self.is_closed = False
        self._site, self._others = site, others or {}
        self._version = 1
        self._changed = Condition()

    def edition(self, wish: Wish) -> SiteStandIn | None:
        return self._others.get(wish, self._site)

    def version(self) -> int:
        return self._version

    def wait(self, known: int, timeout: float) -> int:
        with self._changed:
            self._changed.wait_for(lambda: self._version != known or self.is_closed, timeout)
            return self._version

    def show(self, site: SiteStandIn | None) -> None:
        with self._changed:
            self._site = site
            self._version += 1
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self.is_closed = True
            self._changed.notify_all()


# Tells the page that it ran, and what it heard.
_SCRIPT = b"""
const told = document.documentElement.dataset;
told.ran = "yes";
new EventSource("/__openings/events").onmessage = (event) => {
  told.version = JSON.parse(event.data).version;
};
"""


class DeskStandIn:
    """A desk that says what it was asked, and has a small script."""

    def __init__(self, studio: StudioStandIn) -> None:
        self._studio = studio

    def answer(self, request: Request, wish: Wish) -> Response | None:
        if request.target.startswith("/__openings/echo"):
            told = f"{request.method} {request.target} {wish.as_of} {wish.drafts} {request.body.decode()}"
            return Response(200, (("Content-Type", "text/plain"),), told.encode())
        if request.target.startswith("/__openings/live.js?of="):
            return Response(200, (("Content-Type", "text/javascript; charset=utf-8"),), _SCRIPT)
        if request.target == "/__openings/fault":
            raise KeyError("/home/ada/site/secret.py")
        return None

    def waiting(self) -> Response:
        return Response(503, (("Retry-After", "1"),), b"still reading")

    def failed(self, message: str) -> Response:
        return Response(500, (), message.encode())

    def state(self, wish: Wish) -> bytes:
        return b'{"version":%d,"drafts":%d}' % (self._studio.version(), wish.drafts)


def application(site: SiteStandIn | None, port: int = 8000) -> Application:
    """What answers for a site that nobody edits."""
    studio = StudioStandIn(site)
    return Application(studio, DeskStandIn(studio), guard_for("127.0.0.1", port))


def asking(target: str, method: str = "GET", body: str = "", **headers: str) -> Request:
    """A request that a browser of this machine would send; `sec_fetch_site` stands for Sec-Fetch-Site."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(method, target, {"host": "localhost:8000", **named}, body.encode())


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Client:
    """Sends bytes as they are, and reads answers one by one."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.file: BinaryIO = self.socket.makefile("rb")

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()
        self.socket.close()

    def ask(self, target: str, method: str = "GET", **headers: str) -> Reply:
        """The answer to a request of a browser."""
        self.send(f"{method} {target}", **headers)
        return self.reply(method)

    def send(self, start: str, **headers: str) -> None:
        """Sends a request without a body."""
        named = {"host": f"127.0.0.1:{self.port}", **{k.replace("_", "-"): v for k, v in headers.items()}}
        lines = (f"{start} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items()), "", "")
        self.socket.sendall("\r\n".join(lines).encode("latin-1"))

    def reply(self, method: str = "GET") -> Reply:
        """The next answer, which has to be whole."""
        first = self.file.readline().decode()
        assert first.startswith("HTTP/1.1 "), first
        headers: dict[str, str] = {}
        while line := self.file.readline().decode().rstrip("\r\n"):
            name, _, value = line.partition(": ")
            assert name.lower() not in headers
            headers[name.lower()] = value
        size = int(headers.get("content-length", "0")) if method != "HEAD" else 0
        body = self.file.read(size)
        assert len(body) == size
        return Reply(int(first.split()[1]), headers, body)

    def is_over(self) -> bool:
        """Whether the server has closed, and sent nothing more."""
        return self.file.read(1) == b""


@contextmanager
def serving(studio: StudioStandIn, listeners: int = 64, heartbeat: float = 15.0) -> Iterator[int]:
    """The port of a server for a studio."""
    listening = bind("127.0.0.1", 0)
    port, desk = port_of(listening), DeskStandIn(studio)
    answers = Application(studio, desk, guard_for("127.0.0.1", port))
    server = Server(listening, answers, Events(studio, desk, listeners, heartbeat))
    thread = Thread(target=server.run)
    thread.start()
    try:
        yield port
    finally:
        studio.close()
        server.stop()
        thread.join(PATIENCE)
