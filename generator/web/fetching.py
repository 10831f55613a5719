"""One request to an address of the web, within limits of time, size and redirects."""

from collections.abc import Mapping

from msgspec import Struct, field

from generator.web.address import Address, follow, parse_address
from generator.web.deadline import Deadline, deadline_in
from generator.web.exchange import Reply, Ways, ask
from generator.web.failure import Cause
from generator.web.failure import FetchError as FetchError

REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What a request says of itself to the host that it was written for, and to no other.
_SECRETS = {"authorization", "cookie", "proxy-authorization"}


class Limits(Struct, frozen=True):
    """How far a request may go: seconds and bytes in all, redirects, and which schemes, redirects too."""

    seconds: float = 30.0
    size: int = 50_000_000
    redirects: int = 5
    schemes: tuple[str, ...] = ("https",)


class Answer(Struct, frozen=True):
    """What was answered in the end: `url` is the last address, header names are in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Request(Struct, frozen=True):
    """What is asked."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)


def fetch(request: Request, limits: Limits, ways: Ways | None = None) -> Answer:
    """What is answered, whatever its status; FetchError where nothing is, or a limit is reached."""
    deadline = deadline_in(limits.seconds)
    address = parse_address(request.url, limits.schemes)
    reached = ways or Ways()
    for _ in range(limits.redirects + 1):
        found = _hop(request, address, limits, reached, deadline)
        if isinstance(found, Answer):
            return found
        if (found.host, found.port) != (address.host, address.port):
            request = _without_secrets(request)
        address = found
    raise FetchError(f"more than {limits.redirects} redirects", Cause.REDIRECTS)


def _hop(
    request: Request, address: Address, limits: Limits, ways: Ways, deadline: Deadline
) -> Answer | Address:
    """The answer, or where it leads on to."""
    with ask(address, request.method, request.headers, ways, deadline) as reply:
        if led_to := location(reply):
            return follow(address, led_to, limits.schemes)
        return Answer(address.url, reply.status, reply.headers, reply.body(limits.size))


def location(reply: Reply) -> str:
    """Where a reply sends whoever asked; empty where it is an answer."""
    return reply.headers.get("location", "") if reply.status in REDIRECTS else ""


def _without_secrets(request: Request) -> Request:
    kept = {name: value for name, value in request.headers.items() if name.lower() not in _SECRETS}
    return Request(request.url, request.method, kept)
