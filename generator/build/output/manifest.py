"""What we know of an output folder from former builds, kept beside the site and never in the output."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from generator.build.store.sqlite import open_store, throw_away
from generator.diagnostics.diagnostic import OpeningsError

FOLDER = ".openings"
_FORMAT = 1
_TABLES = """
CREATE TABLE file (path TEXT PRIMARY KEY, key BLOB, digest BLOB, signature TEXT, moment INTEGER);
CREATE TABLE build (key BLOB, report BLOB);
"""


class File(Struct, frozen=True):
    """A file of the output as it was written: the key it was made for, its digest, its look from outside.

    `key` is empty where a build began to replace the file and never said that it ended.
    """

    key: bytes = b""
    digest: bytes = b""
    signature: str = ""
    moment: int = 0


class Recorded(Struct, frozen=True):
    """The files a former build wrote, and what it was made from and said; `build` is empty if it failed."""

    files: Mapping[str, File]
    build: bytes = b""
    report: bytes = b""


class Manifest:
    """The record of one output folder."""

    def __init__(self, site: Path, output: Path) -> None:
        self._folder = site / FOLDER
        name = hashlib.sha256(os.fsencode(output)).hexdigest()[:16]
        self._path = self._folder / f"output-{name}.sqlite3"
        self._lock = self._folder / f"output-{name}.lock"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Holds the output folder for one build at a time; OpeningsError while another has it."""
        if self._folder.is_symlink():
            raise OpeningsError(f"`{self._folder}` is a link", "remove it: build records are kept there")
        self._folder.mkdir(exist_ok=True)
        with self._lock.open("w") as lock:
            if not take(lock.fileno()):
                raise OpeningsError("another build is writing to this output folder", "wait until it is done")
            yield

    def read(self) -> Recorded | None:
        """What is recorded, or None where there is no record that can be read."""
        if not self._path.exists():
            return None
        try:
            return self._read()
        except (sqlite3.DatabaseError, TypeError, ValueError):
            throw_away(self._path)
            return None

    def _read(self) -> Recorded | None:
        store, was_unusable = open_store(self._path, _FORMAT, _TABLES)
        try:
            rows = store.execute("SELECT path, key, digest, signature, moment FROM file")
            files = {path: File(*row) for path, *row in rows if _is_inside(path)}
            build = store.execute("SELECT key, report FROM build").fetchone()
        finally:
            store.close()
        return None if was_unusable else Recorded(files, *(build or ()))

    def claim(self, paths: Iterable[str]) -> None:
        """Records, before anything is touched, that these files are ours and in no known state."""
        with self._changing() as store:
            store.execute("DELETE FROM build")
            rows = ((path,) for path in paths)
            store.executemany("REPLACE INTO file VALUES (?, x'', x'', '', 0)", rows)

    def update(self, files: Mapping[str, File]) -> None:
        """Records how files look now whose bytes are what they were."""
        with self._changing() as store:
            _replace(store, files)

    def record(self, files: Mapping[str, File], gone: Iterable[str], build: bytes, report: bytes) -> None:
        """Records how files were left, and what the build was made from."""
        with self._changing() as store:
            _replace(store, files)
            store.executemany("DELETE FROM file WHERE path = ?", ((path,) for path in gone))
            store.execute("DELETE FROM build")
            store.execute("INSERT INTO build VALUES (?, ?)", (build, report))

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        store, _ = open_store(self._path, _FORMAT, _TABLES)
        try:
            with store:
                yield store
        finally:
            store.close()


def _replace(store: sqlite3.Connection, files: Mapping[str, File]) -> None:
    rows = ((path, f.key, f.digest, f.signature, f.moment) for path, f in files.items())
    store.executemany("REPLACE INTO file VALUES (?, ?, ?, ?, ?)", rows)


def take(file: int) -> bool:
    """Whether we got the lock; it is let go when the file is closed, however the process ends."""
    try:
        import fcntl  # not on Windows, where two builds at once aren't kept apart
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_inside(path: object) -> bool:
    """Whether a recorded path can only mean a file below the output."""
    return isinstance(path, str) and bool(path) and not path.startswith("/") and ".." not in path.split("/")
