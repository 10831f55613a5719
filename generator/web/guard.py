"""Keeps requests out of inner networks: what is asked for stands in content, which may be a stranger's.

The host is looked up once, all its addresses are judged, and the connection goes to one of the judged. So
neither odd spellings (`0x7f.1`) nor a name server that changes its mind lead anywhere else.
"""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from msgspec import Struct

from generator.web.address import parse_address
from generator.web.connecting import Resolve, resolve
from generator.web.failure import Cause, FetchError

_PORTS = frozenset({80, 443})
# Public by their numbers, and yet each network's own: 192.0.0.192 is Oracle's service of credentials,
# 168.63.129.16 Azure's, and 192.88.99.0/24 once led into IPv6.
_OWN = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32")))
# RFC 4291: what is routed through the internet.
_GLOBAL = ip_network("2000::/3")
# Tunnels, documentation and other special blocks, and 6to4, which holds an IPv4 address.
_SPECIAL = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
# RFC 6052: an IPv4 address for machines that have IPv6 alone.
_TRANSLATED = ip_network("64:ff9b::/96")


class Guard(Struct, frozen=True):
    """Finds addresses as `resolve` does, and refuses those that aren't of the internet.

    `allowed` are hosts as `allowed_host` gives them, which may be inner ones; only the command line
    may say them, never content.
    """

    allowed: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolve = resolve

    def __call__(self, host: str, port: int) -> Sequence[str]:
        """The addresses to connect to."""
        if (host, port) in self.allowed:
            return self.resolve(host, port)
        if port not in _PORTS:
            raise FetchError(f"port {port} isn't one of the web's", Cause.REFUSED)
        found = self.resolve(host, port)
        # Not which address it is: a report may be public, and names of inner hosts are no one's business.
        if not all(map(is_public, found)):
            raise FetchError("it leads into an inner network", Cause.REFUSED)
        return found


def allowed_host(written: str) -> frozenset[tuple[str, int]]:
    """The host and its ports: the one that stands behind a colon, else both of the web.

    FetchError where it is no host.
    """
    if any(mark in written for mark in "/?#@"):
        raise FetchError("no host, with a port or without", Cause.ADDRESS)
    address = parse_address(f"http://{written}", ("http",))
    has_port = written.rpartition("]")[2].rpartition(":")[1]
    return frozenset((address.host, port) for port in ((address.port,) if has_port else _PORTS))


def is_public(address: str) -> bool:
    """Whether an address in figures is one of the internet's."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv4Address):
        return _is_public_4(found)
    if found.ipv4_mapped:
        return _is_public_4(found.ipv4_mapped)
    if found in _TRANSLATED:
        return _is_public_4(IPv4Address(int(found) & 0xFFFF_FFFF))
    return _is_public_6(found)


def _is_public_4(address: IPv4Address) -> bool:
    is_own = any(address in network for network in _OWN)
    return address.is_global and not address.is_multicast and not is_own


def _is_public_6(address: IPv6Address) -> bool:
    is_special = any(address in network for network in _SPECIAL)
    return address in _GLOBAL and address.is_global and not is_special
