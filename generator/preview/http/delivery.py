"""A file on its way: whole, in part, or not again (RFC 9110)."""

import re

from generator.build.store.keys import digest
from generator.model.content_types import content_type
from generator.pages.urls import ASSETS
from generator.preview.http.host_rules.headers import Headers
from generator.preview.http.injecting import injected
from generator.preview.http.messages import Request, Response
from generator.preview.http.policies import ours_at
from generator.preview.site.files import File

# A theme's file has another name when it changes; everything else keeps its own.
_NAMED_ANEW = re.compile(rf"{ASSETS[1:]}.+\.[0-9a-f]{{10}}(\.[^./]+)?")
_CACHE, _TYPE, _POLICY = "cache-control", "content-type", "content-security-policy"
_NO_CACHE = ("Cache-Control", "no-cache")
_ASKS_AGAIN = re.compile(r"(?!.*\bstale-).*\b(no-cache|no-store|max-age=0)\b", re.IGNORECASE)
_TAG = re.compile(r'"[^"]*"')
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


def delivered(file: File, status: int, rules: Headers, request: Request) -> Response:
    """The answer that hands out a file with the headers that the host's rules give it."""
    if file.is_page:
        return _page(file, status, rules, request)
    return _answer(file.data, file.digest, status, _headers(file, rules), request)


def _page(file: File, status: int, rules: Headers, request: Request) -> Response:
    """The answer with a page in which the preview's script works.

    The nonce is the page's digest: nothing in the page can know it, and the same page is the same answer.
    """
    ours = ours_at(request.headers.get("host", ""), file.digest)
    headers = tuple(
        (name, ours.allowed(value) if name.lower() == _POLICY else value)
        for name, value in _headers(file, rules)
    )
    policy = next((value for name, value in headers if name.lower() == _POLICY), "")
    body = injected(file, ours, policy)
    return _answer(body, digest(body).hex(), status, headers, request)


def _answer(body: bytes, known_by: str, status: int, headers: Headers, request: Request) -> Response:
    if status != 200:
        return Response(status, headers, body)
    tag = f'"{known_by}"'
    headers = (*headers, ("ETag", tag), ("Accept-Ranges", "bytes"))
    if _is_known(tag, request.headers.get("if-none-match")):
        return Response(304, tuple(header for header in headers if header[0].lower() != _TYPE))
    if request.method == "GET" and request.headers.get("if-range", tag) == tag:
        return _part(headers, body, request.headers.get("range", ""))
    return Response(status, headers, body)


def _headers(file: File, rules: Headers) -> Headers:
    """The rules' headers and those that are missing. A rule's type counts, as it does on hosts.

    What changes under its name may not be kept without asking: it would outlive the preview.
    """
    found = {name.lower(): (name, value) for name, value in rules}
    found.setdefault(_TYPE, ("Content-Type", content_type(file.path)))
    found.setdefault(_CACHE, _NO_CACHE)
    if not _NAMED_ANEW.fullmatch(file.path) and not _ASKS_AGAIN.match(found[_CACHE][1]):
        found[_CACHE] = _NO_CACHE
    return tuple(found.values())


def _is_known(tag: str, known: str | None) -> bool:
    return known is not None and (known.strip() == "*" or tag in _TAG.findall(known))


def _part(headers: Headers, body: bytes, wanted: str) -> Response:
    """The part that is wanted; the whole where that can't be told, or it is several."""
    found, size = _RANGE.fullmatch(wanted.strip()), len(body)
    bounds = _bounds(found[1], found[2], size) if found else None
    if not bounds:
        return Response(200, headers, body)
    first, last = bounds
    if first > last:
        return Response(416, (*headers, ("Content-Range", f"bytes */{size}")))
    where = ("Content-Range", f"bytes {first}-{last}/{size}")
    return Response(206, (*headers, where), body[first : last + 1])


def _bounds(first: str, last: str, size: int) -> tuple[int, int] | None:
    """The first and last byte, in the wrong order where there is nothing; None where it makes no sense."""
    if not first:
        return (max(size - int(last), 0), size - 1 if int(last) else -1) if last else None
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last or size), size - 1)
