"""What a parse depends on besides the file's bytes."""

from msgspec import Struct

from generator.model.site_config import SiteConfig


class ParseSettings(Struct, frozen=True):
    """The site's main language and all its languages: they decide how numbers, months and names read."""

    language: str = "en"
    languages: tuple[str, ...] = ("en",)


def settings_of(config: SiteConfig | None) -> ParseSettings:
    """How a site's files are read; the defaults where its site.yaml can't be."""
    return ParseSettings(config.language, config.languages) if config else ParseSettings()
