"""How long browsers and hosts may keep a file without asking again."""

import re

from generator.pages.urls import ASSETS

CACHE = "Cache-Control"
FOR_EVER = "public, max-age=31536000, immutable"
ASKED_AGAIN = "public, max-age=0, must-revalidate"

# What build/assets.py makes of a name. The site's own files may lie below /assets/, too, and keep theirs.
_NAMED_BY_DIGEST = re.compile(re.escape(ASSETS.lstrip("/")) + r".*\.[0-9a-f]{10}(\.[^./]+)?")


def cache_control(path: str) -> str:
    """The header for a file of the output: for ever where its name changes with it, else asked each time."""
    return FOR_EVER if is_named_by_digest(path) else ASKED_AGAIN


def is_named_by_digest(path: str) -> bool:
    """Whether a file of the output has another name as soon as it is another file."""
    return bool(_NAMED_BY_DIGEST.fullmatch(path))
