"""What a change does to a site: values that say all of it, which each format tells in its own way."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from generator.diagnostics.diagnostic import Severity
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import Passage


class Event(StrEnum):
    """What happens to a posting, or to another file."""

    OPENED = "opened"
    REOPENED = "reopened"
    CLOSED = "closed"
    ON_HOLD = "on-hold"
    WITHDRAWN = "withdrawn"  # it was public, and is a draft or waits for its day
    WAITING = "waiting"  # it never was public, and isn't yet
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    FORMATTED = "formatted"  # nothing changes that anybody reads


class What(StrEnum):
    """What became of an address."""

    ADDED = "added"
    REDIRECTED = "redirected"
    GONE = "gone"


class Change(Struct, frozen=True):
    """What a change does to one file.

    `kind` is that of the file: posting, category, location, article, page, snippet, settings, addresses,
    asset, theme or file. `reason` says why a posting opened, closed or waits: new, draft, upcoming, on-hold,
    filled, closed, date or removed. `url` is a path from the site's root, empty where there is no page;
    `former_url` and `former_path` are what they were, if they were others. `words_gone` and `words_new` count
    all words of a file that is new or gone. `has_errors` is true where a side of it couldn't be read in full,
    and only what both say is compared. `lacks_updated` is true where words or pay of a posting that is open
    changed, and its `updated` is missing or no later than before.
    """

    event: Event
    kind: str
    title: str
    path: str
    url: str = ""
    reason: str = ""
    former_path: str = ""
    former_url: str = ""
    fields: tuple[FieldChange, ...] = ()
    passages: tuple[Passage, ...] = ()
    words_gone: int = 0
    words_new: int = 0
    links_gone: tuple[str, ...] = ()
    links_new: tuple[str, ...] = ()
    has_errors: bool = False
    lacks_updated: bool = False


class Address(Struct, frozen=True):
    """What became of an address; `target` is where a redirected one leads."""

    what: What
    url: str
    title: str = ""
    target: str = ""


class Problem(Struct, frozen=True):
    """A problem that wasn't there before; `path` is empty, and `line` 0, where it belongs to no file."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    path: str = ""
    line: int = 0


class Changes(Struct, frozen=True):
    """All that a change does to a site, as of `day`.

    `base` names what the site is compared with, `commit` is its number. `notes` are sentences on what could
    not be compared. `open_before` and `open_after` count open postings. `mended` counts the problems that
    are there no longer.
    """

    base: str
    commit: str
    day: date
    notes: tuple[str, ...]
    open_before: int
    open_after: int
    changes: tuple[Change, ...]
    addresses: tuple[Address, ...]
    problems: tuple[Problem, ...]
    mended: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return not (self.changes or self.addresses or self.problems or self.mended)
