"""From a host's name to a connection: to the very address that was looked at, and by no second look-up."""

import errno
import io
import os
import socket
import ssl
from collections.abc import Callable, Sequence
from typing import Any, Self

from generator.web.deadline import Deadline
from generator.web.failure import Cause, FetchError

# Finds the addresses of a host and port, in figures and the best first.
Resolve = Callable[[str, int], Sequence[str]]
_NO_NETWORK = {errno.ENETUNREACH, errno.ENETDOWN}


class Wire:
    """A connection of which every read and write keeps to one deadline, in the shape of a socket."""

    def __init__(self, connected: socket.socket, deadline: Deadline) -> None:
        self._socket = connected
        self._deadline = deadline

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def sendall(self, data: bytes) -> None:
        """Sends all of it."""
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What arrives, as a file."""
        return io.BufferedReader(_Arriving(self._socket, self._deadline))

    def secured(self, context: ssl.SSLContext, host: str) -> "Wire":
        """The same connection under TLS; a cut one isn't taken for one that was ended."""
        self._socket.settimeout(self._deadline.left())
        wrapped = context.wrap_socket(self._socket, server_hostname=host, suppress_ragged_eofs=False)
        return Wire(wrapped, self._deadline)

    def close(self) -> None:
        """Ends the connection."""
        self._socket.close()


class _Arriving(io.RawIOBase):
    """The bytes that arrive: a server that sends one now and then doesn't get more time by that."""

    def __init__(self, connected: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._socket = connected
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._socket.settimeout(self._deadline.left())
        return self._socket.recv_into(buffer)


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses that the machine finds for a host."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in {socket.EAI_AGAIN, socket.EAI_FAIL}:
            raise FetchError("no name server answered", Cause.OFFLINE) from None
        raise FetchError("no such host", Cause.NO_HOST) from None
    except UnicodeError:
        raise FetchError("no such host", Cause.NO_HOST) from None
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def connect(addresses: Sequence[str], port: int, deadline: Deadline) -> Wire:
    """A connection to the first of the addresses that takes one; each gets its share of the time."""
    for position, address in enumerate(addresses):
        try:
            return Wire(_connected(address, port, deadline.left() / (len(addresses) - position)), deadline)
        except OSError as error:
            failed = error
    if isinstance(failed, TimeoutError):
        raise deadline.passed()
    cause = Cause.OFFLINE if failed.errno in _NO_NETWORK else Cause.CONNECTION
    raise FetchError(reason(failed), cause) from None


def _connected(address: str, port: int, seconds: float) -> socket.socket:
    connecting = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        connecting.settimeout(seconds)
        connecting.connect((address, port))
    except BaseException:
        connecting.close()
        raise
    return connecting


def reason(error: OSError) -> str:
    """What the machine says about a connection, in a few words."""
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    if isinstance(error, ConnectionError | ssl.SSLEOFError):
        return "the connection was cut"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {(error.reason or 'broken').lower().replace('_', ' ')}"
    return os.strerror(error.errno).lower() if error.errno else "no connection"
