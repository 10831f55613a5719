"""What an adapter knows besides the source's bytes."""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct, field

from generator import __version__

_LONG = 16


class Reading(Struct, frozen=True):
    """The site's main language and time zone, and the folded names of its own offices.

    `known` are the marks of postings, by their ids, that need not be read again.
    """

    language: str = "en"
    time_zone: str = "UTC"
    offices: frozenset[str] = frozenset()
    known: Mapping[str, str] = field(default_factory=dict)

    def mark(self, raw: Any) -> str:
        """The digest of what a source says of a posting, and of all that decides what we make of it."""
        scope = (__version__, self.language, self.time_zone, sorted(self.offices), raw)
        return hashlib.sha256(msgspec.json.encode(scope, order="sorted")).hexdigest()[:_LONG]
