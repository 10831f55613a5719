"""`content/imports/<name>.lock`: what was last taken over from a source, a line for each field."""

import re
from collections.abc import Container, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.cleaning.spaces import line
from generator.model.files import IMPORTS_FOLDER

_HEAD = (
    "# Written by `openings import`: id, field, and the digest of what was last taken over, "
    "to tell what changed where.\n"
)
_FILE, _GONE, _MARK = "file", "gone", "source"
_CLOSED = "closed"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_HINT = "take the line from an earlier version of the file; after a merge, keep the lines of one side"


class Record(Struct, frozen=True):
    """A posting as it was last imported: its file, and the digest of each of its fields and of its body.

    `gone` is the day on which the source had it no more; `is_closed` says whether that closed the file.
    `mark` is the digest of all that the source said; empty where it has to be read again.
    """

    path: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    gone: str = ""
    is_closed: bool = False
    mark: str = ""


Lock = Mapping[str, Record]


def lock_path(name: str) -> str:
    """Where the lock of a source lies; an OpeningsError for a name that no file should have."""
    if _NAME.fullmatch(name):
        return f"{IMPORTS_FOLDER}/{name}.lock"
    rule = "small letters, digits, hyphens and underscores"
    raise OpeningsError(f"`{name}` can't be the name of a source", f"write {rule}, such as `--name acme`")


def lock_text(lock: Lock) -> str:
    """The text of the file; the same records make the same text."""
    return _HEAD + "".join(
        f"{key}\t{name}\t{value}\n" for key in sorted(lock) for name, value in _rows(lock[key])
    )


def _rows(record: Record) -> list[tuple[str, str]]:
    gone = f"{record.gone} {_CLOSED}" if record.is_closed else record.gone
    own = ((_FILE, record.path), (_GONE, gone), (_MARK, record.mark))
    return [*(row for row in own if row[1]), *sorted(record.digests.items())]


def read_lock(path: str, data: bytes) -> dict[str, Record]:
    """The records by the source's ids; an OpeningsError where a line can't be read: it would be lost."""
    lock: dict[str, Record] = {}
    for number, text in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        if not text.strip() or text.startswith("#"):
            continue
        columns = text.rstrip("\r").split("\t")
        if len(columns) != 3 or not all(columns):
            raise OpeningsError(f"line {number} of `{path}` can't be read", _HINT, 1)
        key, name, value = columns
        lock[key] = _with(lock.get(key, Record()), name, value)
    if lost := next((key for key, record in lock.items() if not record.path), ""):
        raise OpeningsError(f"`{path}` doesn't say which file `{lost}` became", _HINT, 1)
    return lock


def _with(record: Record, name: str, value: str) -> Record:
    if name == _FILE:
        return replace(record, path=value)
    if name == _MARK:
        return replace(record, mark=value)
    if name == _GONE:
        day, _, closed = value.partition(" ")
        return replace(record, gone=day, is_closed=closed == _CLOSED)
    return replace(record, digests={**record.digests, name: value})


def known_marks(lock: Lock, paths: Container[str]) -> dict[str, str]:
    """The marks of postings whose files are where they were, by the source's ids."""
    return {key: record.mark for key, record in lock.items() if record.path in paths and not record.gone}


def lock_key(identifier: str) -> str:
    """A source's id as the lock has it: on one line, without tabs."""
    key = line(identifier)
    return f"_{key}" if key.startswith("#") else key
