"""Where the server listens."""

import errno
import socket

from generator.diagnostics.diagnostic import OpeningsError

_TRIES = 20
_LAST_PORT = 65_535
_WAITING = 128
_EVERYWHERE = "::"


def bind(host: str, port: int, tries: int = _TRIES) -> socket.socket:
    """A socket that listens at a host's port, else at one of the next ones; OpeningsError where none can."""
    family, address = _resolved(host)
    last = min(port + tries - 1, _LAST_PORT) if port else 0
    for candidate in range(port, last + 1):
        try:
            return socket.create_server(
                (address, candidate),
                family=family,
                backlog=_WAITING,
                dualstack_ipv6=address == _EVERYWHERE and socket.has_dualstack_ipv6(),
            )
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise _unreachable(host, candidate, error) from None
    what = f"port {port} is taken" if port == last else f"all ports from {port} to {last} are taken"
    raise OpeningsError(what, "end what uses them, or name a free one: `--port 9000`")


def port_of(listening: socket.socket) -> int:
    """The port that a socket listens at."""
    port: int = listening.getsockname()[1]
    return port


def address_of(listening: socket.socket) -> str:
    """The address that a socket listens at, in figures, whatever name it was bound by."""
    address: str = listening.getsockname()[0]
    return address


def own_names() -> frozenset[str]:
    """The names that other machines know this one by."""
    name = socket.gethostname()
    return frozenset({name, f"{name.partition('.')[0]}.local"})


def bare(host: str) -> str:
    """A host without the brackets that addresses put around IPv6."""
    return host.removeprefix("[").removesuffix("]")


def _resolved(host: str) -> tuple[socket.AddressFamily, str]:
    """The address of a host, in the older of the two families where it has both."""
    try:
        found = socket.getaddrinfo(bare(host), None, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise OpeningsError(f"there is no host `{host}`", _hint()) from None
    family, _, _, _, address = min(found, key=lambda info: info[0] != socket.AF_INET)
    return family, str(address[0])


def _unreachable(host: str, port: int, error: OSError) -> OpeningsError:
    if error.errno == errno.EACCES:
        return OpeningsError(f"port {port} is reserved", "name one from 1024 on: `--port 8000`")
    return OpeningsError(f"nothing can listen at `{host}` on this machine", _hint())


def _hint() -> str:
    return "leave `--host` out to be seen on this machine alone, or write `--host 0.0.0.0` for all others"
