"""The server: a thread for every connection, and an end within a second."""

import socket
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock
from typing import Any

from generator.preview.http.application import Application
from generator.preview.http.connection import Connection
from generator.preview.http.stream import Events

# Browsers open six each; beyond this something runs wild.
_CONNECTIONS = 512
# Seconds: how soon an end is noticed, and how long it may take.
_LOOK, _END = 0.2, 0.8


class Server(ThreadingHTTPServer):
    """Answers what comes to a listening socket, which is its own from now on."""

    block_on_close = False
    timeout = _LOOK

    def __init__(self, listening: socket.socket, application: Application, events: Events) -> None:
        super().__init__(listening.getsockname()[:2], BaseHTTPRequestHandler, bind_and_activate=False)
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
        with self._held(request) as has_place, suppress(OSError):
            Connection(self._application, self._events, has_place, request, client_address, self)

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
