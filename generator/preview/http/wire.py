"""A connection's bytes, with a limit and a time for everything: whoever dawdles is let go."""

import socket
import time

# So many seconds the other side has to take a piece of an answer.
_SENDING, _PIECE = 30.0, 1 << 20
# So much of what nobody wants to hear is read at the end, and for so long: closing at once would throw away
# the answer on its way, too.
_DRAINED, _DRAINING = 1 << 20, 1.0
_CHUNK = 1 << 16


class TooLongError(Exception):
    """More came than was agreed."""


class TooSlowError(Exception):
    """The time was over before all had come."""


class Wire:
    """What comes and goes over one connection. OSError where the other side has gone."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._waiting = bytearray()

    def has_more(self, seconds: float) -> bool:
        """Whether anything comes within a time."""
        if self._waiting:
            return True
        try:
            return self._fill(time.monotonic() + seconds)
        except TooSlowError:
            return False

    def until(self, end: bytes, limit: int, seconds: float) -> bytes | None:
        """All up to `end`, which is taken too; None where the other side has nothing more to say."""
        deadline = time.monotonic() + seconds
        while (at := self._waiting.find(end)) < 0:
            if len(self._waiting) > limit:
                raise TooLongError
            if not self._fill(deadline):
                return None
        if at > limit:
            raise TooLongError
        return self._take(at + len(end))[:at]

    def exactly(self, size: int, seconds: float) -> bytes | None:
        """So many bytes; None where fewer come."""
        deadline = time.monotonic() + seconds
        while len(self._waiting) < size:
            if not self._fill(deadline):
                return None
        return self._take(size)

    def send(self, data: bytes) -> None:
        """Hands bytes over."""
        self._socket.settimeout(_SENDING)
        view = memoryview(data)
        for start in range(0, len(view), _PIECE):
            self._socket.sendall(view[start : start + _PIECE])

    def is_gone(self) -> bool:
        """Whether the other side has closed; asked without waiting."""
        self._socket.settimeout(0)
        try:
            return not self._socket.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def finish(self) -> None:
        """Says that nothing more comes, and lets the other side read what has."""
        deadline, drained = time.monotonic() + _DRAINING, 0
        try:
            self._socket.shutdown(socket.SHUT_WR)
            while drained < _DRAINED and self._fill(deadline):
                drained += len(self._take(len(self._waiting)))
        except (OSError, TooSlowError):
            return

    def _fill(self, deadline: float) -> bool:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TooSlowError
        self._socket.settimeout(left)
        try:
            data = self._socket.recv(_CHUNK)
        except TimeoutError:
            raise TooSlowError from None
        self._waiting += data
        return bool(data)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._waiting[:size])
        del self._waiting[:size]
        return taken
