"""Names as parts of URLs, and names without what doesn't tell them apart."""

import hashlib
import re
import unicodedata

# Letters that Unicode doesn't take apart into a base letter and an accent.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)


def fold(text: str) -> str:
    """The text without case, accents and surplus spaces: equal for names that are one and the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return " ".join(bare.translate(_LATIN).split())


def slugify(text: str) -> str:
    """The text as lower-case ASCII words joined by hyphens, for a URL.

    A name without any Latin letter or digit becomes a short digest of itself, so that it still has
    one lasting address.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "").replace("’", "")).strip("-")
    return slug or "x" + hashlib.sha256(text.encode()).hexdigest()[:8]
