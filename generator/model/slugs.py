"""Names as parts of URLs, and names without what doesn't tell them apart."""

import hashlib
import re
import unicodedata

# Letters that Unicode doesn't take apart into a base letter and an accent.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)


# File systems take names of 255 bytes; an address longer than this serves nobody.
_LONGEST = 100
_DIGEST = 8


def fold(text: str) -> str:
    """The text without case, accents and surplus spaces: equal for names that are one and the same."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return " ".join(bare.translate(_LATIN).split())


def slugify(text: str) -> str:
    """The text as lower-case ASCII words joined by hyphens, for a URL.

    A name without any Latin letter or digit becomes a short digest of itself, so that it still has
    one lasting address. A very long name is cut between two words and ends in such a digest, so that no
    two of them meet.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", fold(text.replace("’", "'")).replace("'", "")).strip("-")
    if not slug:
        return f"x{_digest(text)}"
    return slug if len(slug) <= _LONGEST else f"{_cut(slug, _LONGEST - _DIGEST - 1)}-{_digest(slug)}"


def _cut(slug: str, most: int) -> str:
    """The whole words that fit, or the beginning of the first where that one doesn't."""
    return slug[: most + 1].rpartition("-")[0] or slug[:most]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
