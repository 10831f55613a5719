"""The kinds of source, by the names that the command line has for them."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from generator.importers.boards.ashby import read_ashby
from generator.importers.boards.greenhouse import read_greenhouse
from generator.importers.boards.lever import read_lever
from generator.importers.imported import Delivery
from generator.importers.reading import Reading

_BOARD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%-]{0,99}")


class Kind(Struct, frozen=True):
    """A job board: how its answer is read, and where that is by the name that the board has there.

    `pages` are the hosts of the pages that people see, each with the address that says the same in JSON.
    """

    name: str
    title: str
    read: Callable[[bytes, Reading], Delivery]
    address: str
    pages: Mapping[str, str]


_GREENHOUSE = "https://boards-api.greenhouse.io/v1/boards/{}/jobs?content=true&pay_transparency=true"
_LEVER = "https://api.lever.co/v0/postings/{}?mode=json"
_LEVER_EU = "https://api.eu.lever.co/v0/postings/{}?mode=json"
_ASHBY = "https://api.ashbyhq.com/posting-api/job-board/{}?includeCompensation=true"

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "greenhouse",
            "Greenhouse",
            read_greenhouse,
            _GREENHOUSE,
            {"boards.greenhouse.io": _GREENHOUSE, "job-boards.greenhouse.io": _GREENHOUSE},
        ),
        Kind("lever", "Lever", read_lever, _LEVER, {"jobs.lever.co": _LEVER, "jobs.eu.lever.co": _LEVER_EU}),
        Kind("ashby", "Ashby", read_ashby, _ASHBY, {"jobs.ashbyhq.com": _ASHBY}),
    )
}


def address_of(kind: Kind, source: str) -> str:
    """The address to ask for a board's name, the address of its page, or an address; empty for a file."""
    if "://" not in source:
        return kind.address.format(source) if _BOARD.fullmatch(source) else ""
    try:
        parts = urlsplit(source)
        pattern = kind.pages.get(parts.hostname or "")
    except ValueError:
        return source
    board = parts.path.strip("/").partition("/")[0]
    return pattern.format(board) if pattern and _BOARD.fullmatch(board) else source
