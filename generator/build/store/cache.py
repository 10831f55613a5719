"""What former builds found out, kept beside the site: a speed-up that may be thrown away at any moment."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from generator.build.store.keys import digest
from generator.build.store.sqlite import connect, open_store, throw_away

_FORMAT = 1
_TABLES = """
CREATE TABLE made_by (engine BLOB NOT NULL);
CREATE TABLE seen (path TEXT PRIMARY KEY, signature TEXT, moment INTEGER, digest BLOB);
CREATE TABLE parsed (
    key BLOB PRIMARY KEY, metadata_digest BLOB, body_digest BLOB, problems BLOB, metadata BLOB, body BLOB
);
CREATE TABLE memo (key BLOB PRIMARY KEY, value BLOB);
"""
# As much again as the last build used may stay, for branches and drafts that come and go.
_SPARE = 2
_SPARE_ROWS = 1000
# For more than a few, all rows are read in one go.
_FEW = 10


class CacheBrokenError(sqlite3.DatabaseError):
    """A stored value isn't what was stored."""


class Seen(Struct, frozen=True):
    """The digest of a file's bytes, and what it looked like from outside at the moment (ns) it was read."""

    signature: str
    moment: int
    digest: bytes


class Entry(Struct, frozen=True):
    """What is known of a parsed file without its metadata and body: their digests, its problems as JSON."""

    metadata: bytes
    body: bytes
    problems: bytes


class Memos(Protocol):
    """Values that were worked out before, by the digest of all they were made from."""

    def memo(self, key: bytes) -> bytes | None:
        """A memoised value, if it is known."""

    def remember(self, values: Mapping[bytes, bytes]) -> None:
        """Memoises values."""


class Cache:
    """Parsed files and memoised values, each under the digest of all it was made from.

    Any method may raise `sqlite3.DatabaseError` where the file is damaged; then `throw_away` it.
    """

    def __init__(self, path: Path, engine: bytes) -> None:
        self.path, self.engine = path, engine
        self._touched: set[bytes] = set()
        self.was_missing = not path.exists() or not path.stat().st_size
        self._store: sqlite3.Connection | None
        self._store, self.was_unusable = open_store(path, _FORMAT, _TABLES)
        maker = self._open().execute("SELECT engine FROM made_by").fetchone()
        if maker and maker[0] != engine:
            self.close()
            throw_away(path)
            self.was_unusable, maker = True, None
            self._store, _ = open_store(path, _FORMAT, _TABLES)
        if not maker:
            self._open().execute("INSERT INTO made_by VALUES (?)", (engine,))
            self.commit()

    def _open(self) -> sqlite3.Connection:
        if self._store is None:
            self._store = connect(self.path)
        return self._store

    def seen(self) -> dict[str, Seen]:
        """The files as they were when they were read last, by path."""
        rows = self._open().execute("SELECT path, signature, moment, digest FROM seen")
        return {path: Seen(*_sound(row, str, int, bytes)) for path, *row in rows}

    def see(self, files: Mapping[str, Seen]) -> None:
        """Notes what files look like now, by path."""
        rows = ((path, seen.signature, seen.moment, seen.digest) for path, seen in files.items())
        self._open().executemany("REPLACE INTO seen VALUES (?, ?, ?, ?)", rows)

    def forget(self, gone: Iterable[str]) -> None:
        """Forgets files that are there no longer."""
        self._open().executemany("DELETE FROM seen WHERE path = ?", ((path,) for path in gone))

    def entries(self) -> dict[bytes, Entry]:
        """All parsed files, by key."""
        rows = self._open().execute("SELECT key, metadata_digest, body_digest, problems FROM parsed")
        sound = (_sound(row, bytes, bytes, bytes, bytes) for row in rows)
        return {key: Entry(metadata, body, _opened(problems)) for key, metadata, body, problems in sound}

    def put(self, files: Mapping[bytes, tuple[Entry, bytes, bytes]]) -> None:
        """Keeps parsed files by their keys, each as its entry, metadata and body."""
        rows = (
            (key, entry.metadata, entry.body, _sealed(entry.problems), metadata, body)
            for key, (entry, metadata, body) in files.items()
        )
        self._open().executemany("REPLACE INTO parsed VALUES (?, ?, ?, ?, ?, ?)", rows)

    def metadata(self, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """The metadata of parsed files as JSON, each with its key, in any order."""
        return self._each("metadata", keys)

    def bodies(self, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """The bodies of parsed files as JSON, each with its key, in any order."""
        return self._each("body", keys)

    def _each(self, column: str, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        query = f"SELECT key, {column}_digest, {column} FROM parsed"
        if len(keys) <= _FEW:
            one = f"SELECT {column}_digest, {column} FROM parsed WHERE key = ?"
            yield from ((key, self._checked(one, key)) for key in keys)
            return
        wanted = set(keys)
        for row in self._open().execute(query):
            key, expected, value = _sound(row, bytes, bytes, bytes)
            if key in wanted and digest(value) == expected:
                wanted.remove(key)
                yield key, value
        if wanted:
            raise CacheBrokenError("a parsed file is damaged")

    def body(self, key: bytes) -> bytes:
        """The body of a parsed file, as JSON."""
        return self._checked("SELECT body_digest, body FROM parsed WHERE key = ?", key)

    def _checked(self, query: str, key: bytes) -> bytes:
        row = self._open().execute(query, (key,)).fetchone() or (b"", b"")
        expected, value = _sound(row, bytes, bytes)
        if digest(value) != expected:
            raise CacheBrokenError("a parsed file is damaged")
        return bytes(value)

    def memo(self, key: bytes) -> bytes | None:
        """A memoised value, if it is known."""
        self._touched.add(key)
        row = self._open().execute("SELECT value FROM memo WHERE key = ?", (key,)).fetchone()
        return _opened(*_sound(row, bytes)) if row else None

    def recall(self, key: bytes) -> bytes:
        """A memoised value that must be there."""
        value = self.memo(key)
        if value is None:
            raise CacheBrokenError("a stored value is missing")
        return value

    def memos(self) -> frozenset[bytes]:
        """The keys of all memoised values."""
        return frozenset(key for (key,) in self._open().execute("SELECT key FROM memo"))

    def remember(self, values: Mapping[bytes, bytes]) -> None:
        """Memoises values."""
        rows = ((key, _sealed(value)) for key, value in values.items())
        self._open().executemany("REPLACE INTO memo VALUES (?, ?)", rows)

    def trim(self, parsed: frozenset[bytes], memos: frozenset[bytes]) -> None:
        """Lets go of what was stored longest ago and isn't in use, if there is much of it."""
        for table, used in (("parsed", parsed), ("memo", memos | self._touched)):
            keys = [key for (key,) in self._open().execute(f"SELECT key FROM {table} ORDER BY rowid")]
            surplus = len(keys) - len(used) * _SPARE - _SPARE_ROWS
            if surplus > 0:
                unused = [(key,) for key in keys if key not in used][:surplus]
                self._open().executemany(f"DELETE FROM {table} WHERE key = ?", unused)

    def commit(self) -> None:
        """Makes what was stored visible to the workers and to later builds."""
        self._open().commit()

    def close(self) -> None:
        """Lets go of the file until it is needed again; what wasn't committed is forgotten.

        SQLite takes a connection that a forked process inherits for its own, locks and all: close before
        the fork wherever the new process opens the same file.
        """
        if self._store:
            self._store.close()
            self._store = None


class CacheReader(Cache):
    """The same store in another process, for reading only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._touched = set()
        self._store = None


def _sound(row: Sequence[Any], *kinds: type) -> Sequence[Any]:
    """The values of a row; a damaged file may give nothing or numbers for any of them."""
    if not all(map(isinstance, row, kinds)):
        raise CacheBrokenError("a stored value is damaged")
    return row


def _sealed(value: bytes) -> bytes:
    return digest(value) + value if value else b""


def _opened(sealed: bytes) -> bytes:
    seal, value = sealed[:16], sealed[16:]
    if sealed and digest(value) != seal:
        raise CacheBrokenError("a stored value is damaged")
    return value
