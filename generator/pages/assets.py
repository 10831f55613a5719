"""The catalogue of files that pages may point to, gathered before anything is planned."""

from collections.abc import Mapping

from msgspec import Struct, field

from generator.pages.views import Mark


class Asset(Struct, frozen=True):
    """A file by its digest (hex); width and height in pixels, 0 where it isn't a picture."""

    digest: str
    width: int = 0
    height: int = 0


class CardAssets(Struct, frozen=True):
    """What pictures for sharing can show: the code points that the theme's fonts have, and the logo."""

    characters: frozenset[int]
    mark: Mark | None = None


class Assets(Struct, frozen=True):
    """`static`: the site's own files by their path below `content/static/`.

    `theme`: the theme's published files by their name, and the URL path each gets. `cards` is None where
    no pictures for sharing are drawn.
    """

    static: Mapping[str, Asset] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    cards: CardAssets | None = None

    def of_every_page(self, ending: str) -> tuple[str, ...]:
        """The URL paths of the theme's files of one kind that every page loads, in the order of their names.

        Those in folders are for the pages that ask for them.
        """
        return tuple(
            url for name, url in sorted(self.theme.items()) if name.endswith(ending) and "/" not in name
        )
