"""What the files of a side say, fetched from the cache."""

from collections.abc import Mapping
from typing import Any

from generator.build.reading import File
from generator.build.store.cache import Cache
from generator.build.store.codec import decode
from generator.build.store.kinds import DOCUMENT
from generator.model.documents import Document
from generator.model.files import LOCK_FILE, STATIC_FOLDER
from generator.model.published import UrlsLock
from generator.pages.assets import Asset
from generator.publish.compare.halves import Half

STATIC = f"{STATIC_FOLDER}/"


def documents_of(files: Mapping[str, File], cache: Cache) -> dict[str, Document]:
    """The documents of files that have one, by path."""
    return {path: document for path, document in _values(files, DOCUMENT, cache).items() if document}


def bodies_of(files: Mapping[str, File], cache: Cache) -> dict[str, tuple[str, ...]]:
    """The HTML of files' words in pieces, by path."""
    found = dict(cache.bodies({file.key for file in files.values()}))
    return {path: decode(found[file.key], tuple[str, ...]) for path, file in files.items()}


def static_of(half: Half, cache: Cache) -> dict[str, Asset]:
    """The files that are copied, by their paths below content/static/."""
    files = {p.removeprefix(STATIC): file for p, file in half.files.items() if p.startswith(STATIC)}
    return _values(files, Asset, cache)


def lock_of(half: Half, cache: Cache) -> UrlsLock | None:
    """What content/urls.lock says, None where there is none."""
    files = {LOCK_FILE: half.files[LOCK_FILE]} if LOCK_FILE in half.files else {}
    return _values(files, UrlsLock, cache).get(LOCK_FILE)


def _values(files: Mapping[str, File], kind: Any, cache: Cache) -> dict[str, Any]:
    values = {own: decode(data, kind) for own, data in cache.metadata({f.key for f in files.values()})}
    return {path: values[file.key] for path, file in files.items()}
