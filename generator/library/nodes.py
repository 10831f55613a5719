"""A category and a place: the nodes of the two trees that postings hang in."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics.diagnostic import Span
from generator.model.documents import CategoryPage, LocationPage, Spans

Slugs = tuple[str, ...]


class Mention(Struct, frozen=True):
    """A category or place as some file writes it: one of the `texts` of a field."""

    spans: Spans
    field: str
    texts: tuple[str, ...]
    number: int = 0

    @property
    def text(self) -> str:
        """What is written."""
        return self.texts[self.number]

    @property
    def at(self) -> Span:
        """Where it stands: looked up only when asked, since few of thousands are ever told about."""
        return self.spans.at(f"{self.field}.{self.number}.place")

    @property
    def following(self) -> "Mention | None":
        """The next one in the same field."""
        return replace(self, number=self.number + 1) if self.number + 1 < len(self.texts) else None


class Category(Struct, frozen=True):
    """A kind of work, named from the top down; `slugs` is its identity and its URL."""

    names: tuple[str, ...]
    slugs: Slugs
    page: CategoryPage | None = None

    @property
    def name(self) -> str:
        """Its own name without its parents'."""
        return self.names[-1]

    def __hash__(self) -> int:
        return hash(self.slugs)


class Place(Struct, frozen=True):
    """A country (ISO code, no city) or a city in it; `slugs` is its identity and its URL.

    `shares_name` says whether its country has another city of that name, in another region.
    """

    country: str
    region: str
    city: str
    slugs: Slugs
    page: LocationPage | None = None
    shares_name: bool = False

    def __hash__(self) -> int:
        return hash(self.slugs)


def by_text(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """The mentions of each text, in their order: thousands of postings write the same few."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.text].append(mention)
    return groups


def lineage(slugs: Slugs) -> tuple[Slugs, ...]:
    """The node's ancestors from the top, then itself."""
    return tuple(slugs[: depth + 1] for depth in range(len(slugs)))


def is_below(slugs: Slugs, ancestor: Slugs) -> bool:
    """Whether a node is the other one or lies in it."""
    return slugs[: len(ancestor)] == ancestor
