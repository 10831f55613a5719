"""One question to a server and its answer, redirects not followed."""

import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from typing import Any, cast

from msgspec import Struct, field

from generator import __version__
from generator.web.address import Address
from generator.web.connecting import Resolve, Wire, connect, reason, resolve
from generator.web.deadline import Deadline, within
from generator.web.failure import Cause, FetchError
from generator.web.proxy import authorization, proxy_for

_AGENT = f"openings/{__version__}"


def no_proxy(_address: Address) -> None:
    """No proxy, whatever the environment names."""


class Ways(Struct, frozen=True):
    """How the web is reached: who finds a host, who is asked in its place, and whom TLS trusts.

    The trusted certificates are the machine's, or those of SSL_CERT_FILE.
    """

    resolve: Resolve = resolve
    proxy: Callable[[Address], Address | None] = proxy_for
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)


class Reply(Struct, frozen=True):
    """The head of an answer, and the answer itself to read on from; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    response: HTTPResponse

    def body(self, size: int) -> bytes:
        """The whole body; FetchError where it is longer, cut, or written in a way that wasn't asked for."""
        self._check_plain()
        data = self.response.read(size + 1)
        if len(data) > size:
            raise FetchError(f"more than {_megabytes(size)}", Cause.SIZE)
        # `read` says nothing of bytes that were promised and didn't come.
        if self.response.length:
            raise FetchError("ended early", Cause.ANSWER)
        return data

    def _check_plain(self) -> None:
        """FetchError where the bytes aren't the thing itself: `http.client` hands them over as they come."""
        for name, plain in (("content-encoding", "identity"), ("transfer-encoding", "chunked")):
            found = self.headers.get(name, plain).lower()
            if found not in {plain, ""}:
                raise FetchError(f"encoded as `{found}`, which wasn't asked for", Cause.ANSWER)


@contextmanager
def ask(
    address: Address, method: str, headers: Mapping[str, str], ways: Ways, deadline: Deadline
) -> Iterator[Reply]:
    """The server's reply, while the connection is open; FetchError where none comes."""
    with _told(deadline), _opened(address, ways, deadline) as (wire, target, own):
        sent = {"Host": address.authority, "User-Agent": _AGENT, "Connection": "close"} | own
        response = _response(wire, method, target, sent | {"Accept-Encoding": "identity"} | dict(headers))
        yield Reply(response.status, _headers(response), response)


def _response(wire: Wire, method: str, target: str, headers: Mapping[str, str]) -> HTTPResponse:
    """The head of the answer to a question, both in the words of `http.client`."""
    connection = HTTPConnection("")
    connection.sock = cast("Any", wire)
    connection.request(method, target, headers=headers)
    response = HTTPResponse(cast("Any", wire), method=method)
    response.begin()
    return response


def _headers(response: HTTPResponse) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, value in response.getheaders():
        before = found.get(name.lower())
        found[name.lower()] = value if before is None else f"{before}, {value}"
    return found


@contextmanager
def _opened(address: Address, ways: Ways, deadline: Deadline) -> Iterator[tuple[Wire, str, dict[str, str]]]:
    """A connection, what is asked for over it, and the headers that it takes."""
    proxy = ways.proxy(address)
    own = {"Authorization": authorization(address.login)} if address.login else {}
    there = proxy or address
    with connect(_addresses(there, ways, deadline), there.port, deadline) as wire:
        if address.scheme == "http":
            if proxy and proxy.login:
                own["Proxy-Authorization"] = authorization(proxy.login)
            yield wire, address.url if proxy else address.target, own
            return
        if proxy:
            _tunnel(wire, address, proxy)
        with wire.secured(ways.context, address.host) as secured:
            yield secured, address.target, own


def _addresses(address: Address, ways: Ways, deadline: Deadline) -> Sequence[str]:
    found = within(deadline, lambda: ways.resolve(address.host, address.port))
    if not found:
        raise FetchError("no such host", Cause.NO_HOST)
    return found


def _tunnel(wire: Wire, address: Address, proxy: Address) -> None:
    """Has a proxy pass on everything from here, so that it reads nothing."""
    to = f"{f'[{address.host}]' if ':' in address.host else address.host}:{address.port}"
    login = {"Proxy-Authorization": authorization(proxy.login)} if proxy.login else {}
    response = _response(wire, "CONNECT", to, {"Host": to, "User-Agent": _AGENT} | login)
    if response.status != 200:
        raise FetchError(f"the proxy refused: {response.status}")


@contextmanager
def _told(deadline: Deadline) -> Iterator[None]:
    """Whatever a connection, TLS or HTTP comes to grief of, as a FetchError in a few words."""
    try:
        yield
    except TimeoutError:
        raise deadline.passed() from None
    except ssl.SSLCertVerificationError as error:
        raise FetchError(f"the certificate isn't valid: {error.verify_message}", Cause.CERTIFICATE) from None
    except IncompleteRead:
        raise FetchError("ended early", Cause.ANSWER) from None
    except OSError as error:
        raise FetchError(reason(error)) from None
    except (HTTPException, ValueError):
        # ValueError: `http.client` lets figures through that are none.
        raise FetchError("the answer isn't HTTP", Cause.ANSWER) from None


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB" if size >= 1_000_000 else f"{size:,} bytes"
