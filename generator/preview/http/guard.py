"""Who is answered: a page of another site, or a name that somebody pointed at this machine, is not."""

import re
from collections.abc import Iterable
from ipaddress import ip_address

from msgspec import Struct

from generator.preview.http.messages import PREVIEW, Request, Response, sentence
from generator.preview.http.targets import Target

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_READING = ("GET", "HEAD")
_AUTHORITY = re.compile(r"(\[[0-9a-f:.]+\]|[0-9a-z_.-]+)(?::(\d{1,5}))?", re.ASCII)
_HTTP = "http://"
_DEFAULT_PORT = 80


class Guard(Struct, frozen=True):
    """The names that the server answers under; with `any_address`, addresses in figures too.

    Those can't be pointed elsewhere, as names can (DNS rebinding). Any port will do: a container's is another
    one outside. `port` is our own, and `url` where a browser of this machine finds us.
    """

    port: int
    url: str
    names: frozenset[str] = _LOOPBACK
    any_address: bool = False

    def refusal(self, request: Request, target: Target | None) -> Response | None:
        """The answer to a request that isn't let in; None for all others."""
        host = target and (target.authority or request.headers.get("host", ""))
        if not target or not host:
            return sentence(400, "This is no request that a browser would send.")
        if not all(map(self._is_ours, {host, request.headers.get("host", host)})):
            return sentence(421, f"This server answers to its own address alone: {self.url}")
        origin = request.headers.get("origin")
        if origin is not None and not _is_same(origin, host):
            return sentence(403, "Pages of other sites may ask for nothing here.")
        return _refusal_of_use(request, target)

    def _is_ours(self, authority: str) -> bool:
        name, _ = _divided(authority)
        return name in self.names or (self.any_address and _is_address(name))


def guard_for(address: str, port: int, names: Iterable[str] = ()) -> Guard:
    """The guard of a server that listens at an address in figures, and may be asked by other names too."""
    known = _LOOPBACK | {_bracketed(name.lower()) for name in (address, *names)}
    return Guard(port, url_of(address, port), known, any_address=not is_loopback(address))


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches an address."""
    return ip_address(address).is_loopback


def url_of(address: str, port: int) -> str:
    """Where a browser of this machine finds what listens at an address in figures."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)
    return f"http://{_bracketed(host)}:{port}/"


def is_preview(target: Target) -> bool:
    """Whether a target belongs to the preview and not to the site."""
    return target.path.startswith(PREVIEW)


def _refusal_of_use(request: Request, target: Target) -> Response | None:
    allowed = (*_READING, "POST") if is_preview(target) else _READING
    if request.method not in allowed:
        return sentence(405, "This can only be read.", ("Allow", ", ".join(allowed)))
    if request.method == "POST" and "origin" not in request.headers:
        return sentence(403, "Only the preview's own pages may ask for changes.")
    comes_from = request.headers.get("sec-fetch-site", "none")
    if comes_from not in ("none", "same-origin") and not _is_visit(request):
        return sentence(403, "Pages of other sites may ask for nothing here.")
    return None


def _is_visit(request: Request) -> bool:
    """Whether somebody followed a link, which shows the answer to nobody else."""
    mode, use = request.headers.get("sec-fetch-mode"), request.headers.get("sec-fetch-dest")
    return (request.method, mode, use) == ("GET", "navigate", "document")


def _is_same(origin: str, host: str) -> bool:
    is_http = origin.lower().startswith(_HTTP)
    return is_http and _divided(origin[len(_HTTP) :]) == _divided(host) != ("", 0)


def _divided(authority: str) -> tuple[str, int]:
    """Name and port of a host as addresses write it; nothing for what is none."""
    found = _AUTHORITY.fullmatch(authority.lower())
    return (found[1], int(found[2] or _DEFAULT_PORT)) if found else ("", 0)


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
