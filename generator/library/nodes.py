"""A category and a place: the nodes of the two trees that postings hang in."""

from dataclasses import dataclass

from generator.diagnostics.diagnostic import Span
from generator.model.documents import CategoryPage, LocationPage

Slugs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A category or place as some file writes it in a field, and where; `count` of them stand there."""

    text: str
    at: Span
    field: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of work, named from the top down; `slugs` is its identity and its URL."""

    names: tuple[str, ...]
    slugs: Slugs
    page: CategoryPage | None = None

    @property
    def name(self) -> str:
        """Its own name without its parents'."""
        return self.names[-1]


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO code, no city) or a city in it; `slugs` is its identity and its URL.

    `shares_name` says whether its country has another city of that name, in another region.
    """

    country: str
    region: str
    city: str
    slugs: Slugs
    page: LocationPage | None = None
    shares_name: bool = False


def lineage(slugs: Slugs) -> tuple[Slugs, ...]:
    """The node's ancestors from the top, then itself."""
    return tuple(slugs[: depth + 1] for depth in range(len(slugs)))


def is_below(slugs: Slugs, ancestor: Slugs) -> bool:
    """Whether a node is the other one or lies in it."""
    return slugs[: len(ancestor)] == ancestor
