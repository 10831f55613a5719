"""A theme as values: what `build` reads from its folder and hands in."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.model.faces import Face

# A word is one text, or one for each plural form (CLDR: one, other …).
Word = str | Mapping[str, str]
Catalogue = Mapping[str, Word]

# What sets an asset, and what pictures for sharing are made with, apart among the names of templates.
_ASSETS = "assets/"
_CARDS = "cards/"


class Theme(Struct, frozen=True):
    """`templates` and `assets` by path below their folder, `words` by language tag.

    `folder` is how messages name the theme's place, such as `themes/default`. `cards` holds the templates
    of pictures for sharing, and `faces` their fonts by the names of the files without ending.
    """

    name: str
    folder: str
    templates: Mapping[str, str]
    words: Mapping[str, Catalogue]
    assets: Mapping[str, bytes]
    cards: Mapping[str, str] = field(default_factory=dict)
    faces: Mapping[str, Face] = field(default_factory=dict)

    def source(self, name: str) -> str | None:
        """The text of a template, or of an asset that is one, by the name that templates use."""
        if name.startswith(_CARDS):
            return self.cards.get(name.removeprefix(_CARDS))
        asset = self.assets.get(name.removeprefix(_ASSETS)) if name.startswith(_ASSETS) else None
        return self.templates.get(name) if asset is None else asset.decode("utf-8", "replace")

    def names(self) -> Iterator[str]:
        """The names of all that a template can use."""
        yield from self.templates
        yield from (f"{_ASSETS}{name}" for name in self.assets)
        yield from (f"{_CARDS}{name}" for name in self.cards)

    def path(self, name: str) -> str:
        """The file of a template, as messages name it."""
        return f"{self.folder}/{name if name.startswith((_ASSETS, _CARDS)) else f'templates/{name}'}"

    def catalogue(self, language: str) -> Catalogue:
        """The words for a language tag: its own before those of its base language before English."""
        base = language.partition("-")[0]
        return {**self.words.get("en", {}), **self.words.get(base, {}), **self.words.get(language, {})}
