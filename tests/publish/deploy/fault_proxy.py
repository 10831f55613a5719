"""A proxy before a store that fails at each request once, or from one on, in every way that stores fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread


class Fault(Enum):
    """How a request fails; the first five pass when it is sent again."""

    BUSY = "answers 503"
    TOO_MANY = "answers 429"
    DROPPED_BEFORE = "hangs up and does nothing"
    DROPPED_AFTER = "does it and hangs up"
    CUT = "does it and answers half"
    FORBIDDEN = "answers 403"


PASSING = tuple(fault for fault in Fault if fault is not Fault.FORBIDDEN)
_STATUS = {Fault.BUSY: 503, Fault.TOO_MANY: 429, Fault.FORBIDDEN: 403}


@dataclass(slots=True)
class Plan:
    """Which requests fail, and how; what was asked, line by line, and which of these failed last time.

    `since` fails from that request on, counted from 1; `once` fails each the first time. `answer`, a status
    and a body, takes the place of the fault.
    """

    fault: Fault = Fault.BUSY
    since: int = 0
    once: bool = False
    answer: tuple[int, bytes] | None = None
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    _failed: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def fails(self, line: str, headers: dict[str, str], body: bytes) -> bool:
        """Whether the request fails that is counted by this."""
        with self._lock:
            self.asked.append(line)
            self.headers.append(headers)
            self.bodies.append(body)
            if self.once:
                self._failed ^= {line}
                return line in self._failed
            return 0 < self.since <= len(self.asked)


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where the proxy answers; its plan may be changed between deploys."""

    endpoint: str
    server: "_Server"

    def follow(self, plan: Plan) -> Plan:
        """The plan, which the proxy follows from now on."""
        self.server.plan = plan
        return plan


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # a deploy sends eight files at a time, over connections of their own
    plan = Plan()
    store = ""

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing: a client that is hung up on may do the same."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    # Headers and body go in several writes; with Nagle's algorithm each answer would wait 40 ms.
    disable_nagle_algorithm = True

    def _pass_on(self) -> None:
        plan = self.server.plan
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        if not plan.fails(f"{self.command} {self.path}", headers, body):
            self._answer(*self._of_store(body))
        elif plan.answer:
            self._answer(plan.answer[0], {"Content-Type": "application/xml"}, plan.answer[1])
        else:
            self._fail(plan.fault, body)

    do_GET = do_PUT = do_POST = _pass_on  # noqa: N815  # http.server asks for these names

    def _of_store(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection(self.server.store, timeout=30)
        try:
            connection.request(self.command, self.path, body, dict(self.headers))
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def _answer(self, status: int, headers: dict[str, str], body: bytes, sent: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("content-length", "connection", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:sent])

    def _fail(self, fault: Fault, body: bytes) -> None:
        self.close_connection = True
        if fault in _STATUS:
            # What a machine before the store says: no XML, and none of the store's words.
            self._answer(_STATUS[fault], {"Content-Type": "text/html"}, b"<html>No.<p></html>")
        elif fault is not Fault.DROPPED_BEFORE:
            status, headers, data = self._of_store(body)
            if fault is Fault.CUT:
                self._answer(status, headers, data or b"never sent", len(data) // 2)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def before(store: str) -> Iterator[Proxy]:
    """A proxy before the store at an address."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.store = store.removeprefix("http://")
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Proxy(f"http://127.0.0.1:{server.server_port}", server)
        server.shutdown()
        thread.join()
