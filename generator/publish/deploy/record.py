"""What lies at a target by our doing: written there by each deploy, and read by the next one."""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

# Beside the site's own files, where each target keeps it.
RECORD = ".openings-deploy.json"
_FORMAT = 1
# In place of a digest: a deploy began to send the file and never said that it had ended.
UNKNOWN = ""


class Record(Struct, frozen=True):
    """The address that the site was built for, and the digest of each file by its path below the target.

    `leaving` are those files that the site no longer has, and that the next deploy takes away. While a
    deploy is under way, `was` keeps the former digests of what has none and was there, and `mark` tells
    this deploy from any other.
    """

    site: str
    files: Mapping[str, str]
    leaving: tuple[str, ...] = ()
    was: Mapping[str, str] = {}
    mark: str = ""
    format: int = _FORMAT

    def known(self) -> dict[str, str]:
        """The digests that the last deploy which ended left there."""
        before = {path: self.was.get(path, digest) for path, digest in self.files.items()}
        return {path: digest for path, digest in before.items() if digest != UNKNOWN}


def read_record(data: bytes) -> Record | None:
    """The record that the bytes hold; None where they hold none that we understand.

    Files are deleted by it, so a path that could mean anything but a file of the site makes it none.
    """
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return record if record.format == _FORMAT and all(map(_is_inside, record.files)) else None


def record_text(record: Record) -> bytes:
    """The record as the file that lies at the target: the same record makes the same bytes."""
    return msgspec.json.encode(record, order="deterministic") + b"\n"


def unsure(record: Record, paths: Iterable[str]) -> Record:
    """The record while a deploy touches these files, which are ours from now on."""
    known = record.known()
    files = {**record.files, **dict.fromkeys(paths, UNKNOWN)}
    was = {path: digest for path, digest in known.items() if files[path] == UNKNOWN}
    return Record(record.site, files, record.leaving, was)


def _is_inside(path: str) -> bool:
    """Whether the path can only mean a file below the target, and not the record itself."""
    return path != RECORD and "\0" not in path and {"", ".", ".."}.isdisjoint(path.split("/"))
