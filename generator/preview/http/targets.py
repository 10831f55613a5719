"""What a request asks for, read once and strictly (RFC 9112, RFC 3986)."""

import re
from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct

# Bytes above 7F come from clients that encode nothing; they are read as UTF-8 like encoded ones.
_SENT = re.compile(r"[!-~\x80-\xff]+")
_WHOLE = re.compile(r"http://([^/?#]+)(.*)", re.IGNORECASE)
_BAD_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})|%2[Ff]|%5[Cc]")
_NEVER = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
_QUERY_SAFE = "/?:@!$&'()*+,;=-._~%[]{}|^`"


class Target(Struct, frozen=True):
    """A target in its parts: the authority where it names one, path and query (with its `?`) as sent.

    `path` is the decoded one, empty where no file can have such a name.
    """

    authority: str
    sent_path: str
    query: str
    path: str


def target_of(text: str) -> Target | None:
    """The target that a request names by a path or a whole address; None for anything else."""
    whole = _WHOLE.fullmatch(text)
    authority, rest = whole.groups() if whole else ("", text)
    if whole and not rest.startswith("/"):
        rest = f"/{rest}"
    if not _SENT.fullmatch(text) or not rest.startswith("/") or "#" in rest:
        return None
    path, mark, query = rest.partition("?")
    escaped = quote(query.encode("latin-1"), safe=_QUERY_SAFE)
    return Target(authority, path, mark + escaped, _decoded(path) or "")


def plain(data: bytes) -> str | None:
    """Percent-encoded bytes as people write them, decoded once.

    None for what isn't UTF-8, and for encoded slashes, backslashes and control characters.
    """
    if _BAD_ESCAPE.search(data):
        return None
    try:
        text = unquote_to_bytes(data).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _NEVER.search(text) else text


def _decoded(path: str) -> str | None:
    """A path as people write it; None with a segment that is empty, `.` or `..`: no address has such."""
    text = plain(path.encode("latin-1"))
    if text is None:
        return None
    segments = text.split("/")
    return None if "" in segments[1:-1] or {".", ".."} & set(segments) else text
