"""`content/imports/<name>.lock`: what was last taken over from a source, a line for each field."""

import re
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.cleaning.spaces import line
from generator.model.files import IMPORTS_FOLDER

_HEAD = (
    "# Written by `openings import`: id, field, and the digest of what was last taken over, "
    "to tell what changed where.\n"
)
_FILE, _ID, _GONE = "file", "id", "gone"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_HINT = "take the line from an earlier version of the file; after a merge, keep the lines of one side"


class Closing(StrEnum):
    """Whether an import has closed a posting's file; `changing` while it is written, closed or opened."""

    NONE = ""
    CHANGING = "changing"
    CLOSED = "closed"


class Record(Struct, frozen=True):
    """A posting as it was last imported: its file and id, and the digest of each of its fields and its body.

    `gone` is the day on which the source had it no more, `status` what the file said before that closed it.
    """

    path: str = ""
    id: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    gone: str = ""
    closing: Closing = Closing.NONE
    status: str = ""


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
    gone = " ".join(filter(None, (record.gone, record.closing, record.status)))
    own = ((_FILE, record.path), (_ID, record.id), (_GONE, gone))
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
        try:
            lock[key] = _with(lock.get(key, Record()), name, value)
        except ValueError:
            raise OpeningsError(f"line {number} of `{path}` can't be read", _HINT, 1) from None
    if lost := next((key for key, record in lock.items() if not (record.path and record.id)), ""):
        raise OpeningsError(f"`{path}` doesn't say which file and id `{lost}` became", _HINT, 1)
    return lock


def _with(record: Record, name: str, value: str) -> Record:
    if name == _FILE:
        return replace(record, path=value)
    if name == _ID:
        return replace(record, id=value)
    if name == _GONE:
        day, closing, status, *_ = *value.split(" ", 2), "", ""
        return replace(record, gone=day, closing=Closing(closing), status=status)
    return replace(record, digests={**record.digests, name: value})


def lock_key(identifier: str) -> str:
    """A source's id as the lock has it: on one line, without tabs."""
    key = line(identifier)
    return f"_{key}" if key.startswith("#") else key
