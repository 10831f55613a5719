"""The server: a thread for every connection, and an end within a second."""

import socket
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Lock
from typing import Any

from generator.preview.http.application import Application
from generator.preview.http.messages import Request, Response, sentence
from generator.preview.http.reading import RefusalError, read_request
from generator.preview.http.stream import Events
from generator.preview.http.wire import Wire
from generator.preview.http.writing import written

# Browsers open six each; beyond this something runs wild.
_CONNECTIONS = 512
# Seconds: how soon an end is noticed, and how long it may take.
_LOOK, _END = 0.2, 0.8


class Server(ThreadingTCPServer):
    """Answers what comes to a listening socket, which is its own from now on."""

    daemon_threads = True
    block_on_close = False
    timeout = _LOOK

    def __init__(self, listening: socket.socket, application: Application, events: Events) -> None:
        super().__init__(listening.getsockname()[:2], BaseRequestHandler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self._application, self._events = application, events
        self._stopped, self._ended, self._lock = Event(), Event(), Lock()
        self._open: set[socket.socket] = set()
        self._ended.set()

    def run(self) -> None:
        """Answers until it is stopped."""
        self._ended.clear()
        try:
            while not self._stopped.is_set():
                self.handle_request()
        finally:
            self._ended.set()

    def stop(self) -> None:
        """Ends it, whatever is on its way."""
        self._stopped.set()
        with self._lock:
            connections = tuple(self._open)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._ended.wait(_END)
        self.server_close()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Answers all that comes over one connection."""
        wire = Wire(request)
        with self._held(request) as has_place, suppress(OSError):
            if not has_place:
                full = sentence(503, "Too many connections are open.", ("Retry-After", "1"))
                wire.send(written(full, "GET", is_last=True))
            while has_place and self._exchange(wire):
                pass
            wire.finish()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tells of a mistake of ours where it was started; nobody else learns of it."""
        traceback.print_exc(file=sys.stderr)

    @contextmanager
    def _held(self, connection: socket.socket) -> Iterator[bool]:
        """Whether there is a place for a connection, which is kept meanwhile."""
        with self._lock:
            has_place = len(self._open) < _CONNECTIONS and not self._stopped.is_set()
            self._open.add(connection)
        try:
            yield has_place
        finally:
            with self._lock:
                self._open.discard(connection)

    def _exchange(self, wire: Wire) -> bool:
        """One request and its answer; whether another may come."""
        try:
            incoming = read_request(wire)
        except RefusalError as refusal:
            wire.send(written(refusal.response, "GET", is_last=True))
            return False
        if not incoming:
            return False
        wish = self._application.listener(incoming.request)
        if wish:
            self._events.tell(wire, wish)
            return False
        wire.send(self._answer(incoming.request, incoming.is_last))
        return not incoming.is_last

    def _answer(self, request: Request, is_last: bool) -> bytes:
        """The answer; a mistake of ours is told on the terminal and nowhere else."""
        try:
            return written(self._application.answer(request), request.method, is_last)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return written(_failure(), request.method, is_last)


def _failure() -> Response:
    return sentence(500, "Something went wrong in the preview itself; the terminal says what.")
