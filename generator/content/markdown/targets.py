"""Where a link leads: out of the site, into it, or to nothing we let through."""

import re
from urllib.parse import unquote

from msgspec import Struct

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
PICTURE_SCHEMES = frozenset({"http", "https"})

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Browsers drop these from an address before they read its scheme.
_UNREAD = re.compile(r"[\x00-\x20\x7f]+")


class Target(Struct, frozen=True):
    """One of three: `url` out of the site, `refused` by its scheme, or `path` and `fragment` of the site."""

    url: str = ""
    refused: str = ""
    path: str = ""
    fragment: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        return not (self.url or self.refused or self.path or self.fragment)


def read_target(written: str, *, is_picture: bool = False) -> Target:
    """What a link's or picture's address means.

    `//host` is taken as https. A path of the site is percent-decoded; a `?query` stays behind it as written.
    """
    scheme = _scheme(written)
    if scheme in (PICTURE_SCHEMES if is_picture else LINK_SCHEMES):
        return Target(url=written.strip())
    hidden = _scheme(unquote(written))  # `java%09script:` would come out of the decoding below
    if scheme or hidden:
        return Target(refused=scheme or hidden)
    if _UNREAD.sub("", written).replace("\\", "/").startswith("//"):
        return Target(url="https:" + written.strip().replace("\\", "/"))
    path, _, fragment = written.strip().partition("#")
    path, mark, query = path.partition("?")
    return Target(path=unquote(path) + mark + query, fragment=unquote(fragment))


def _scheme(address: str) -> str:
    found = _SCHEME.match(_UNREAD.sub("", address))
    return found[1].lower() if found else ""
