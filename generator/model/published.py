"""What is remembered of each address that was published once: the lines of `content/urls.lock`."""

import re
from datetime import date
from urllib.parse import quote

from generator.model.addresses import normalised
from generator.model.documents import Posting
from generator.model.values import Value

# What a key says of a posting, in the order in which it is trusted.
ID, REQUISITION, APPLY = KEY_KINDS = ("id:", "requisition:", "apply:")
# What else is written beside them: former addresses that lead to this one, and the address that it moved to.
ALIAS, MOVED = ("alias:", "moved:")


class Published(Value, frozen=True):
    """An address from its first day on; `last` is the last day it was open, None as long as it is.

    The first day of a posting is that of its `posted`. `keys` tell what a posting can be known by when its
    file is renamed, which `aliases` it has, and where it has `moved`. `line` is where the file says it.
    """

    url: str
    first: date
    last: date | None = None
    keys: tuple[str, ...] = ()
    title: str = ""
    category: str = ""
    line: int = 1

    @property
    def id(self) -> str:
        """The id that the posting's file spelled out; empty where it didn't."""
        return next(iter(self._said(ID)), "")

    @property
    def aliases(self) -> tuple[str, ...]:
        """The former addresses that led here."""
        return self._said(ALIAS)

    @property
    def moved(self) -> str:
        """The address under which the posting goes on; empty where it doesn't."""
        return next(iter(self._said(MOVED)), "")

    def _said(self, kind: str) -> tuple[str, ...]:
        return tuple(key.removeprefix(kind) for key in self.keys if key.startswith(kind))


class UrlsLock(Value, frozen=True):
    """The whole of `content/urls.lock`, each address once, in their order."""

    entries: tuple[Published, ...] = ()


def keys_of(posting: Posting) -> tuple[str, ...]:
    """What a posting can be known by: an id that its file spells out, its requisition, its link to apply.

    The id that stands in for a missing one is made of the file's name, so it says nothing that lasts. A
    mailbox takes applications for many postings.
    """
    known = {
        ID: posting.id if "id" in posting.spans else "",
        REQUISITION: posting.requisition,
        APPLY: posting.apply if "://" in posting.apply else "",
    }
    return tuple(f"{kind}{_unbroken(text)}" for kind, text in known.items() if text)


def alias_keys(aliases: tuple[str, ...]) -> tuple[str, ...]:
    """The same for former addresses that lead to a page."""
    return tuple(f"{ALIAS}{_unbroken(normalised(alias))}" for alias in aliases)


def _unbroken(text: str) -> str:
    """The text without what parts columns and keys."""
    return re.sub(r"\s", lambda found: quote(found[0]), text)
