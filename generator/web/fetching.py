"""One request to an address of the web, within limits of time, size and redirects."""

from collections.abc import Mapping

from msgspec import Struct, field


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


class FetchError(Exception):
    """Nothing usable was answered; the text is a reason in a few words, without the address's password."""


class Request(Struct, frozen=True):
    """What is asked."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)


def fetch(request: Request, limits: Limits) -> Answer:
    """What is answered, whatever its status; FetchError where nothing is, or a limit is reached."""
    raise FetchError("not written yet")
