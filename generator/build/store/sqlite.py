"""SQLite files that may be lost at any time: opened if they can be trusted, else made anew."""

import sqlite3
from pathlib import Path

# Seconds: far longer than a build writes in one go.
_PATIENCE = 20


def open_store(path: Path, version: int, tables: str) -> tuple[sqlite3.Connection, bool]:
    """The store with its tables, and whether one that was there had to be thrown away."""
    try:
        return _opened(path, version, tables), False
    except sqlite3.DatabaseError as error:
        if is_busy(error):
            raise
        throw_away(path)
        return _opened(path, version, tables), True


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Whether another process kept the store for itself, so that nothing is wrong with it."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def throw_away(path: Path) -> None:
    """Deletes a store with what SQLite keeps beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _opened(path: Path, version: int, tables: str) -> sqlite3.Connection:
    connection = connect(path)
    try:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            connection.executescript(f"{tables}; PRAGMA user_version = {version};")
        elif found != version:
            raise sqlite3.DatabaseError(f"made by another release: {found}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """A connection that waits for others, and doesn't wait for the disk: what is lost is made again."""
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level="DEFERRED")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cache_size = -16000")  # KB: what one batch writes stays in memory
    return connection
