"""What a stored thing depends on, as one digest."""

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_SIZE = 16
_PACKAGE = Path(__file__).resolve().parents[2]
# What decides how pages and stored values read, by the names of the folders that say what is installed.
_LIBRARIES = (
    *("babel-", "fonttools-", "jinja2-", "markdown_it_py-", "markupsafe-", "msgspec-", "nh3-", "pyyaml-"),
    *("resvg_py-", "tzdata-"),
)


def digest(data: bytes) -> bytes:
    """The digest of some bytes, 16 bytes long."""
    return hashlib.sha256(data).digest()[:_SIZE]


def key(*ingredients: str | bytes | Iterable[str | bytes]) -> bytes:
    """One digest for several ingredients, told apart whatever they hold."""
    whole = hashlib.blake2b(digest_size=_SIZE)
    for ingredient in ingredients:
        for part in (ingredient,) if isinstance(ingredient, str | bytes) else (*ingredient, b""):
            data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            whole.update(b"%d:" % len(data))
            whole.update(data)
    return whole.digest()


def engine() -> bytes:
    """The digest of our own source code and of the versions of what it stands on."""
    sources = sorted(_PACKAGE.rglob("*.py"))
    ours = (part for path in sources for part in (path.name, path.read_bytes()))
    return key(ours, _releases(), sys.version)


def _releases() -> list[str]:
    """The releases that can be imported, by the names of their folders: reading metadata takes longer."""
    folders = [folder for folder in sys.path if os.path.isdir(folder)]
    names = {name.casefold() for folder in folders for name in os.listdir(folder)}
    return sorted(name for name in names if name.startswith(_LIBRARIES))


def parse_key(scope: bytes, path: str, content: bytes) -> bytes:
    """What a parsed file is kept under, by the digests of the settings and of its bytes."""
    return digest(b"".join((scope, content, path.encode("utf-8", "surrogatepass"))))


def page_key(view: bytes, bodies: Iterable[bytes], look: bytes) -> bytes:
    """What a page's bytes depend on, by digests: its view, the words it shows, its templates and our code."""
    return digest(b"".join((view, look, *bodies)))
