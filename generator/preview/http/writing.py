"""Answers as HTTP/1.1 frames them."""

import re
from email.utils import formatdate
from http import HTTPStatus

from generator.preview.http.messages import Response

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*")
# What tells where an answer ends, and when it was sent, is said here alone.
_FRAMING = frozenset({"connection", "content-length", "date", "transfer-encoding"})
_BODILESS = (204, 304)


def written(response: Response, method: str, is_last: bool) -> bytes:
    """The bytes of an answer to a request with a method."""
    size = () if response.status in _BODILESS else (("Content-Length", str(len(response.body))),)
    head = written_head(response, is_last, *size)
    return head if method == "HEAD" or response.status in _BODILESS else head + response.body


def written_head(response: Response, is_last: bool, *more: tuple[str, str]) -> bytes:
    """The bytes before the body; ValueError for headers that would say something else."""
    own = tuple(header for header in response.headers if header[0].lower() not in _FRAMING)
    last = (("Connection", "close"),) if is_last else ()
    fields = (("Date", formatdate(usegmt=True)), *own, *more, *last)
    if not all(_NAME.fullmatch(name) and _VALUE.fullmatch(value) for name, value in fields):
        raise ValueError("a header would break out of its line")
    lines = (f"HTTP/1.1 {response.status} {_phrase(response.status)}", *(f"{n}: {v}" for n, v in fields))
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase
