"""A theme as values: what `build` reads from its folder and hands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A word is one text, or one for each plural form (CLDR: one, other …).
Word = str | Mapping[str, str]
Catalogue = Mapping[str, Word]


@dataclass(frozen=True, slots=True)
class Theme:
    """`templates` and `assets` by path below their folder, `words` by language tag.

    `folder` is how messages name the theme's place, such as `themes/default`.
    """

    name: str
    folder: str
    templates: Mapping[str, str] = field(hash=False)
    words: Mapping[str, Catalogue] = field(hash=False)
    assets: Mapping[str, bytes] = field(hash=False)

    def catalogue(self, language: str) -> Catalogue:
        """The words for a language tag: its own before those of its base language before English."""
        base = language.partition("-")[0]
        return {**self.words.get("en", {}), **self.words.get(base, {}), **self.words.get(language, {})}
