"""What the pages of a kind look like, as a digest: templates, words, and the code that puts them together."""

from collections.abc import Mapping

from generator.build.store.cache import Cache
from generator.build.store.codec import decode, encode
from generator.build.store.keys import key
from generator.pages.kinds import DATA, Kind
from generator.render.atom import WORDS as FEED_WORDS
from generator.render.closure import Closures
from generator.render.theme import Theme


def looks_of(theme: Theme, language: str, cache: Cache, fonts: bytes = b"") -> dict[Kind, bytes]:
    """The digest of all that a kind of page depends on besides its view and the words of its files."""
    catalogue = theme.catalogue(language)
    words = repr(sorted((code, _forms(word)) for code, word in catalogue.items()))
    templates = _templates(theme, cache)
    looks = {
        kind: key(*look_ingredients(used, words, cache.engine, fonts if kind is Kind.CARD else b"").values())
        for kind, used in templates.items()
    }
    titles = repr(sorted((code, word) for code, word in catalogue.items() if code.startswith(FEED_WORDS)))
    return looks | dict.fromkeys(DATA, cache.engine) | {Kind.FEED: key(cache.engine, titles)}


def look_ingredients(
    templates: str, words: str, engine: bytes, fonts: bytes = b""
) -> Mapping[str, bytes | str]:
    """Everything that the look of a kind of page depends on."""
    return {"templates": templates, "words": words, "engine": engine, "fonts": fonts}


def _templates(theme: Theme, cache: Cache) -> dict[Kind, str]:
    """The digest of the templates that each kind of page can use; finding them out takes reading them all."""
    sources = (sorted(theme.templates.items()), sorted(theme.cards.items()))
    own = key("templates", *((part for name, text in each for part in (name, text)) for each in sources))
    known = cache.memo(own)
    kinds = [kind for kind in Kind if kind not in DATA]
    if known is None:
        closures = Closures(theme)
        known = encode([closures.digest(kind) for kind in kinds])
        cache.remember({own: known})
    return dict(zip(kinds, decode(known, list[str]), strict=True))


def _forms(word: str | Mapping[str, str]) -> str | list[tuple[str, str]]:
    return word if isinstance(word, str) else sorted(word.items())
