"""A server on loopback that answers what a test wrote, to the byte, over TLS or without."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

import trustme

# The answer to a method and a target.
Script = Callable[[str, str], bytes]


class Server:
    """Answers by `script`, which is given the method and target of each request; `heads` are what came."""

    def __init__(self, script: Script, context: ssl.SSLContext | None = None) -> None:
        self.script = script
        self.heads: list[str] = []
        self.stopped = Event()
        self._lock = Lock()
        self._context = context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self.port: int = self._listening.getsockname()[1]

    def url(self, path: str = "/") -> str:
        return f"{'https' if self._context else 'http'}://localhost:{self.port}{path}"

    def run(self) -> None:
        threads = []
        while not self.stopped.is_set():
            with suppress(TimeoutError):
                connection, _ = self._listening.accept()
                threads.append(Thread(target=self._serve, args=(connection,)))
                threads[-1].start()
        self._listening.close()
        for thread in threads:
            thread.join()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        with suppress(OSError), connection:
            if self._context is None:
                return self._answer(connection)
            with self._context.wrap_socket(connection, server_side=True) as secured:
                self._answer(secured)
        return None

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (more := connection.recv(4096)):
                return
            head += more
        text = head.decode("latin-1")
        with self._lock:
            self.heads.append(text)
        answer = self.script(*text.split(" ")[:2])
        if answer != TRICKLE:
            connection.sendall(answer)
            if isinstance(connection, ssl.SSLSocket) and not answer.endswith(CUT):
                connection.unwrap()
            return
        while not self.stopped.is_set():
            connection.sendall(b"x")
            time.sleep(0.02)


TRICKLE = b"(one byte now and then)"
# Ends an answer whose connection is then cut without TLS being told so.
CUT = b"(cut)"


@contextmanager
def serving(script: Script, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """The server, while it answers."""
    server = Server(script, context)
    thread = Thread(target=server.run)
    thread.start()
    try:
        yield server
    finally:
        server.stopped.set()
        thread.join()


def answer(body: bytes = b"", status: str = "200 OK", length: int | None = None, **headers: str) -> bytes:
    """An answer as bytes; `content_type` becomes `content-type`."""
    size = len(body) if length is None else length
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {size}", *lines, "", "")).encode() + body


def led_to(location: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return answer(status=status, location=location)


def secured(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    """The TLS of a server with a certificate for the names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context
