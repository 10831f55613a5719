"""What thousands of postings say alike, kept in memory once."""

from collections.abc import Hashable
from typing import TypeVar

from msgspec.structs import replace

from generator.model.documents import Document, Posting

T = TypeVar("T", bound=Hashable)


class Sharing:
    """Gives equal values of postings as one object: half of what they hold is said by others too."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Hashable] = {}

    def shared(self, document: Document | None) -> Document | None:
        """The same document, its common values those of the documents before it."""
        if not isinstance(document, Posting):
            return document
        body = document.body
        return replace(
            document,
            category=self._once(document.category),
            location=self._once(document.location),
            remote=self._once(document.remote),
            employment=self._once(document.employment),
            status=self._once(document.status),
            team=self._once(document.team),
            level=self._once(document.level),
            skills=tuple(map(self._once, document.skills)),
            contact=self._once(document.contact),
            body=replace(body, anchors=self._once(body.anchors), references=self._once(body.references)),
        )

    def _once(self, value: T) -> T:
        return self._kept.setdefault(value, value)  # type: ignore[return-value]  # the key's own equal
