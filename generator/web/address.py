"""Addresses of the web, taken apart with care: what stands in them may come from anywhere."""

import re
from ipaddress import IPv6Address
from urllib.parse import quote, unquote, urljoin, urlsplit

from msgspec import Struct

from generator.web.failure import Cause, FetchError

_PORTS = {"http": 80, "https": 443}
# Browsers drop or mend these, each in its own way.
_UNWRITABLE = re.compile(r"[\x00-\x20\x7f\\]")
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")
# What may stand in a path or query as it is; `%` since most addresses are encoded already.
_PLAIN = "/?:@!$&'()*+,;=-._~%[]"


class Address(Struct, frozen=True):
    """Where to ask and what for: `host` is ASCII, `target` the encoded path with its query.

    `login` is `user:password`, where the address holds one.
    """

    scheme: str
    host: str
    port: int
    target: str
    login: str = ""

    @property
    def url(self) -> str:
        """The address without its password."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def authority(self) -> str:
        """The host as a request names it: with the port, where that isn't the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def parse_address(url: str, schemes: tuple[str, ...]) -> Address:
    """The address in parts; FetchError where nobody can be asked by it, or none of the schemes is its own."""
    if _UNWRITABLE.search(url):
        raise FetchError("a space, backslash or control character in the address", Cause.ADDRESS)
    try:
        parts = urlsplit(url)
        port, host = parts.port, _ascii_host(parts.hostname or "")
    except ValueError:
        raise FetchError("not an address of the web", Cause.ADDRESS) from None
    if parts.scheme not in _PORTS or parts.scheme not in schemes:
        allowed = " or ".join(f"`{scheme}`" for scheme in schemes)
        raise FetchError(f"its scheme is `{parts.scheme}`, and only {allowed} is asked", Cause.ADDRESS)
    if not host or port == 0:
        raise FetchError("no host in the address", Cause.ADDRESS)
    target = quote(parts.path or "/", _PLAIN) + (f"?{quote(parts.query, _PLAIN)}" if parts.query else "")
    login = parts.netloc.rpartition("@")[0]
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], target, unquote(login))


def follow(address: Address, location: str, schemes: tuple[str, ...]) -> Address:
    """Where a redirect leads: the password goes along to the same host alone."""
    # A header arrives as Latin-1, whatever its bytes say; many servers write UTF-8.
    written = quote(location.strip().encode("latin-1"), f"{_PLAIN}#")
    there = parse_address(urljoin(address.url, written), schemes)
    if address.scheme == "https" and there.scheme != "https":
        raise FetchError(f"redirects from `https` to `{there.scheme}`", Cause.ADDRESS)
    same = (there.scheme, there.host, there.port) == (address.scheme, address.host, address.port)
    return Address(there.scheme, there.host, there.port, there.target, address.login if same else "")


def _ascii_host(host: str) -> str:
    """The host as name servers know it: `bücher.example` is `xn--bcher-kva.example`."""
    if ":" in host:
        return IPv6Address(host.partition("%")[0]).compressed
    name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    if host and not _NAME.fullmatch(name):
        raise ValueError(host)
    return name
