"""One file of the site as the cache keeps it."""

from collections.abc import Callable, Container, Sequence
from pathlib import Path

from msgspec import Struct

from generator.build.source.pictures import picture_size
from generator.build.source.workspace import read_file
from generator.build.store.cache import Entry, Seen
from generator.build.store.codec import encode, told
from generator.build.store.keys import digest, parse_key
from generator.build.store.signatures import now
from generator.content.documents import open_document, parse_words
from generator.content.settings import ParseSettings
from generator.content.site_config import parse_config
from generator.content.urls_lock import parse_lock
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.files import LOCK_FILE, SITE_FILE, kind_of
from generator.pages.assets import Asset


class Fresh(Struct, frozen=True):
    """A file that had to be read; `stored` is what to keep: None where its bytes were known already."""

    seen: Seen
    key: bytes
    stored: tuple[Entry, bytes, bytes] | None


class Parsing(Struct, frozen=True):
    """The work of reading files, each under its signature, with the parse settings' digest `scope`."""

    root: Path
    files: tuple[tuple[str, str], ...]
    settings: ParseSettings
    scope: bytes
    known: Container[bytes]

    def begin(self) -> Callable[[Sequence[int]], list[Fresh]]:
        """Reads some of the files."""
        return self._read

    def _read(self, numbers: Sequence[int]) -> list[Fresh]:
        paths = [self.files[number][0] for number in numbers]
        moments = [now() for _ in paths]
        files = [read_file(self.root, path) for path in paths]
        seen = [Seen(self.files[n][1], m, digest(f)) for n, m, f in zip(numbers, moments, files, strict=True)]
        keys = [parse_key(self.scope, path, s.digest) for path, s in zip(paths, seen, strict=True)]
        unknown = {path: f for path, f, key in zip(paths, files, keys, strict=True) if key not in self.known}
        opened = {p: open_document(p, f, self.settings) for p, f in unknown.items() if kind_of(p)}
        parsed = {path: parse_words(document) for path, document in opened.items()}
        stored = {path: _stored(p.document, p.diagnostics, p.html) for path, p in parsed.items()}
        stored |= {path: _other(path, data) for path, data in unknown.items() if path not in stored}
        return [Fresh(s, key, stored.get(path)) for s, key, path in zip(seen, keys, paths, strict=True)]


def parsed_file(path: str, data: bytes, settings: ParseSettings) -> tuple[Entry, bytes, bytes]:
    """What one file says, as it is kept: its entry, its metadata and its body."""
    if not kind_of(path):
        return _other(path, data)
    parsed = parse_words(open_document(path, data, settings))
    return _stored(parsed.document, parsed.diagnostics, parsed.html)


def _other(path: str, data: bytes) -> tuple[Entry, bytes, bytes]:
    """The site's settings, what it remembers, or a file that is published as it is."""
    if path == SITE_FILE:
        config = parse_config(path, data)
        return _stored(config.document, config.diagnostics, ())
    if path == LOCK_FILE:
        lock = parse_lock(path, data)
        return _stored(lock.document, lock.diagnostics, ())
    return _stored(Asset(digest(data).hex(), *picture_size(path, data)), (), ())


def _stored(
    value: object, problems: tuple[Diagnostic, ...], html: tuple[str, ...]
) -> tuple[Entry, bytes, bytes]:
    """A file's entry, its metadata and its body."""
    metadata, body = encode(value), encode(html)
    return Entry(digest(metadata), digest(body), encode(told(problems)) if problems else b""), metadata, body
