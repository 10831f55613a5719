"""What is remembered of each address that was published once: the lines of `content/urls.lock`."""

import re
from datetime import date
from urllib.parse import quote

from generator.model.documents import Posting
from generator.model.values import Value

# What a key says of a posting, in the order in which it is trusted.
ID, REQUISITION, APPLY = KEY_KINDS = ("id:", "requisition:", "apply:")


class Published(Value, frozen=True):
    """An address from its first day on; `last` is the last day it was open, None as long as it is.

    `keys` tell what a posting can be known by when its file is renamed. `line` is where the file says it.
    """

    url: str
    first: date
    last: date | None = None
    keys: tuple[str, ...] = ()
    title: str = ""
    category: str = ""
    line: int = 1


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


def _unbroken(text: str) -> str:
    """The text without what parts columns and keys."""
    return re.sub(r"\s", lambda found: quote(found[0]), text)
