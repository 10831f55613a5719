"""How the addresses of a large site are shared among sitemaps."""

from collections.abc import Iterable
from html import escape

from msgspec import Struct

# What stands round one address in a sitemap, and round all of them, in bytes: the most there can be.
_ROUND_ONE = 64
_ROUND_ALL = 256


class Limits(Struct, frozen=True):
    """How much one sitemap may hold (sitemaps.org 0.9)."""

    addresses: int = 50_000
    size: int = 50 * 1024 * 1024


LIMITS = Limits()


def divided(addresses: Iterable[str], limits: Limits) -> tuple[tuple[str, ...], ...]:
    """The addresses in as few parts as the limits allow, in their order; one part at the least."""
    parts: list[list[str]] = [[]]
    size = _ROUND_ALL
    for address in addresses:
        own = len(escape(address, quote=False)) + _ROUND_ONE
        if parts[-1] and (len(parts[-1]) == limits.addresses or size + own > limits.size):
            parts.append([])
            size = _ROUND_ALL
        parts[-1].append(address)
        size += own
    return tuple(map(tuple, parts))
