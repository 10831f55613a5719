"""Which of a site's files travel compressed, and how large they are then."""

import gzip
from pathlib import PurePosixPath

_COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".webmanifest")
_LEVEL = 6


def is_compressed(name: str) -> bool:
    """Whether a good host compresses this kind of file; pictures and fonts are compressed in themselves."""
    return PurePosixPath(name).suffix in _COMPRESSED


def encoded(name: str, data: bytes) -> bytes:
    """The bytes as they travel; the time of day is left out, so that they are always the same."""
    return gzip.compress(data, _LEVEL, mtime=0) if is_compressed(name) else data
