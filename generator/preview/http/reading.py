"""Requests as HTTP/1.1 frames them (RFC 9112), and nothing that could be read in two ways."""

import re

from msgspec import Struct
from msgspec.structs import replace

from generator.preview.http.messages import Request, Response, sentence
from generator.preview.http.wire import TooLongError, TooSlowError, Wire

# Seconds: between two requests, for a head, for a body.
_IDLE, _HEAD, _BODY = 60.0, 10.0, 10.0
_HEAD_SIZE, _LINE_SIZE, _FIELDS, _BODY_SIZE = 32_768, 8_192, 100, 65_536

_TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_FIRST_LINE = re.compile(rb"(%b) ([!-~\x80-\xff]+) HTTP/(\d)\.(\d)" % _TOKEN)
_FIELD = re.compile(rb"(%b):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)" % _TOKEN)
_ONCE = frozenset({"host", "content-length", "transfer-encoding", "origin"})
_SIZE = re.compile(r"\d{1,15}", re.ASCII)
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class RefusalError(Exception):
    """A request that can't be read; where the next one begins isn't known."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response


class Incoming(Struct, frozen=True):
    """A request, and whether it is the connection's last."""

    request: Request
    is_last: bool


def read_request(wire: Wire) -> Incoming | None:
    """The next request; None where none comes, or only half of it. RefusalError where it is none."""
    if not wire.has_more(_IDLE):
        return None
    try:
        head = wire.until(b"\r\n\r\n", _HEAD_SIZE, _HEAD)
        return _with_body(wire, *_parsed(head)) if head is not None else None
    except TooLongError:
        raise _refused(431, "The head of the request is too long.") from None
    except TooSlowError:
        raise _refused(408, "The request took too long.") from None


def _parsed(head: bytes) -> tuple[Request, bool]:
    first_line, *lines = head.removeprefix(b"\r\n").split(b"\r\n")
    if len(first_line) > _LINE_SIZE:
        raise _refused(414, "The address is too long.")
    found = _FIRST_LINE.fullmatch(first_line)
    if not found:
        raise _refused(400, "This is no request.")
    if found[3] != b"1":
        raise _refused(505, "Only HTTP/1.1 is spoken here.")
    headers = _headers(lines)
    options = [option.strip() for option in headers.get("connection", "").lower().split(",")]
    request = Request(found[1].decode(), found[2].decode("latin-1"), headers)
    return request, found[4] == b"0" or "close" in options


def _headers(lines: list[bytes]) -> dict[str, str]:
    if len(lines) > _FIELDS:
        raise _refused(431, "There are too many headers.")
    headers: dict[str, str] = {}
    for line in lines:
        found = _FIELD.fullmatch(line)
        if not found:
            raise _refused(400, "A header can't be read.")
        name, value = found[1].decode().lower(), found[2].decode("latin-1").strip(" \t")
        if name in headers and name in _ONCE:
            raise _refused(400, f"The header {name} is given twice.")
        joint = "; " if name == "cookie" else ", "
        headers[name] = f"{headers[name]}{joint}{value}" if name in headers else value
    return headers


def _with_body(wire: Wire, request: Request, is_last: bool) -> Incoming | None:
    size = _size(request)
    if size and request.headers.get("expect", "").lower() == "100-continue":
        wire.send(_CONTINUE)
    body = wire.exactly(size, _BODY)
    if body is None:
        return None
    return Incoming(replace(request, body=body), is_last)


def _size(request: Request) -> int:
    """How long the body is; chunks aren't taken, since no page of ours sends them."""
    if "transfer-encoding" in request.headers:
        raise _refused(501, "A body has to come in one piece.")
    length = request.headers.get("content-length", "0")
    if not _SIZE.fullmatch(length):
        raise _refused(400, "The length of the body can't be read.")
    if int(length) > _BODY_SIZE:
        raise _refused(413, "The body is too large.")
    return int(length)


def _refused(status: int, text: str) -> RefusalError:
    return RefusalError(sentence(status, text))
