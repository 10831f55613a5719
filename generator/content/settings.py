"""What a parse depends on besides the file's bytes."""

from msgspec import Struct

from generator.content.claims import spoken
from generator.model.site_config import SiteConfig


class ParseSettings(Struct, frozen=True):
    """The site's main language and all its languages: they decide how numbers, months and names read.

    `phrases` are those that the site's policies look for, as `content.claims` compares them.
    """

    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    phrases: tuple[str, ...] = ()


def settings_of(config: SiteConfig | None) -> ParseSettings:
    """How a site's files are read; the defaults where its site.yaml can't be."""
    if config is None:
        return ParseSettings()
    phrases = (spoken(phrase) for group in config.policies.words for phrase in group)
    return ParseSettings(config.language, config.languages, tuple(dict.fromkeys(phrases)))
