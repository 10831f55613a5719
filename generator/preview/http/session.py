"""The cookie that holds how one browser wants to see the site, for as long as it is open."""

import re
from collections.abc import Mapping
from datetime import date

from generator.preview.site.wish import Wish

_VALUE = re.compile(r"(-|\d{4}-\d\d-\d\d)\.([01])", re.ASCII)
# No script reads it, and no other site's page makes a browser send it.
_ATTRIBUTES = "Path=/; HttpOnly; SameSite=Strict"


def wish_of(headers: Mapping[str, str], port: int, base: Wish) -> Wish:
    """What a browser wishes; `base` where it hasn't said, or nobody can tell what."""
    for part in headers.get("cookie", "").split(";"):
        name, _, value = part.strip().partition("=")
        if name == _name(port) and (wish := _read(value)):
            return wish
    return base


def cookie_of(wish: Wish, port: int) -> str:
    """The `Set-Cookie` that keeps a wish."""
    day = wish.as_of.isoformat() if wish.as_of else "-"
    return f"{_name(port)}={day}.{int(wish.drafts)}; {_ATTRIBUTES}"


def no_cookie(port: int) -> str:
    """The `Set-Cookie` that forgets a wish."""
    return f"{_name(port)}=; Max-Age=0; {_ATTRIBUTES}"


def _name(port: int) -> str:
    """Browsers send a cookie to all ports of a machine, so its name tells them apart."""
    return f"openings_{port}"


def _read(value: str) -> Wish | None:
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    try:
        day = None if found[1] == "-" else date.fromisoformat(found[1])
    except ValueError:
        return None
    return Wish(day, found[2] == "1")
