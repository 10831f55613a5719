"""What is asked, and what is answered."""

from collections.abc import Mapping

from msgspec import Struct

# Below it lies what belongs to the preview and not to the site.
PREVIEW = "/__openings/"
NEVER_KEPT = ("Cache-Control", "no-store")


class Request(Struct, frozen=True):
    """One request: the target as it was sent, header names in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""


class Response(Struct, frozen=True):
    """One answer; whoever sends it adds what tells where it ends."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


def sentence(status: int, text: str, *headers: tuple[str, str]) -> Response:
    """An answer that is a plain sentence."""
    always = (("Content-Type", "text/plain; charset=utf-8"), NEVER_KEPT)
    return Response(status, (*always, *headers), f"{text}\n".encode())
