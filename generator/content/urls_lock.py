"""`content/urls.lock` read and written: a line for each address, its columns parted by tabs."""

import re
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from generator.content.documents import Parsed
from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.published import ALIAS, KEY_KINDS, MOVED, Published, UrlsLock

_HEAD = (
    "# Published addresses: address, id, title, category, first day, last open day. "
    "Written by `openings lock`.\n"
)
_NOTHING = "-"
_COLUMNS = 6
# What the pages of a site have for addresses: each part is a slug. File systems take names of 255 bytes.
_URL = re.compile(r"/(?:[a-z0-9-]{1,200}/){0,10}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KEY = re.compile(rf"(?:{'|'.join((*KEY_KINDS, ALIAS, MOVED))})\S+")
_HINT = "take the line from an earlier version of the file, or delete it and run `openings lock`"


def parse_lock(path: str, data: bytes) -> Parsed[UrlsLock]:
    """The lines that can be read, each address once; the others are told of and left out.

    A merge that keeps both sides' lines may leave two for one address: they are taken together.
    """
    entries: dict[str, Published] = {}
    problems: list[Diagnostic] = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line.rstrip("\r"), number)
        if isinstance(entry, str):
            problems.append(Diagnostic(codes.UNREADABLE_RECORD, entry, _HINT, Span(path, number)))
        else:
            known = entries.get(entry.url)
            entries[entry.url] = _together(known, entry) if known else entry
    return Parsed(UrlsLock(tuple(sorted(entries.values(), key=_url))), (), tuple(problems))


def lock_text(entries: Iterable[Published]) -> str:
    """The text of the file."""
    return _HEAD + "".join(map(_line, sorted(entries, key=_url)))


def _url(entry: Published) -> str:
    return entry.url


def _entry(line: str, number: int) -> Published | str:
    """What a line says, or why it can't be read."""
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) == 1 and "  " in line:
        return "the columns are parted by spaces, and tabs are needed"
    if len(columns) != _COLUMNS:
        return f"expected {_COLUMNS} parts with tabs between, found {len(columns)}"
    url, keys, title, category, first, last = ("" if c == _NOTHING else c for c in columns)
    if not _URL.fullmatch(url):
        return f"`{url}` isn't an address of a page"
    if unknown := next((key for key in keys.split() if not _KEY.fullmatch(key)), ""):
        return f"`{unknown}` is nothing that a posting is known by"
    opened, closed = _day(first), _day(last)
    if opened is None or (last and closed is None):
        return f"`{last if opened else first or _NOTHING}` isn't a day"
    return Published(url, opened, closed, tuple(keys.split()), title, category, number)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:  # the 31st of February
        return None


def _together(entry: Published, later: Published) -> Published:
    """Two lines for one address as one."""
    return replace(
        later,
        first=min(entry.first, later.first),
        last=max(filter(None, (entry.last, later.last)), default=None),
        keys=tuple(dict.fromkeys((*entry.keys, *later.keys))),
        title=later.title or entry.title,
        category=later.category or entry.category,
    )


def _line(entry: Published) -> str:
    last = entry.last.isoformat() if entry.last else ""
    texts = (" ".join(text.split()) for text in (entry.title, entry.category))
    columns = (entry.url, " ".join(entry.keys), *texts, entry.first.isoformat(), last)
    return "\t".join(column or _NOTHING for column in columns) + "\n"
