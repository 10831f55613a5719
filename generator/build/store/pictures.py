"""Pictures drawn in former builds, each in a file beside the site: any may be missing or damaged.

Workers write them as they draw, so they don't lie in the cache, which has one writer; and a cache that is
made anew with another release finds them still there.
"""

import os
import re
from pathlib import Path

from msgspec import Struct

from generator.build.store.keys import digest

FOLDER = "pictures"
_NAME = re.compile(r"[0-9a-f]{32}\.png")
_SEAL = 16
# As many as a site shows may stay, and so many more for titles that come and go.
_SPARE = 500


class Pictures(Struct, frozen=True):
    """Pictures by the digest of all they were drawn from; it can be sent to other processes."""

    folder: Path

    def get(self, key: bytes) -> bytes | None:
        """A picture, if it is there and sound."""
        path = self._path(key)
        try:
            sealed = path.read_bytes()
            os.utime(path)  # those used last stay longest
        except OSError:
            return None
        return sealed[_SEAL:] if digest(sealed[_SEAL:]) == sealed[:_SEAL] else None

    def put(self, key: bytes, data: bytes) -> None:
        """Keeps a picture; where it can't be written, it is drawn again another time."""
        path = self._path(key)
        beside = path.with_suffix(f".{os.getpid()}")
        try:
            beside.write_bytes(digest(data) + data)
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)

    def trim(self, used: int) -> None:
        """Lets go of those that were used longest ago, if there are many more than so many."""
        found = [entry for entry in os.scandir(self.folder) if _NAME.fullmatch(entry.name)]
        surplus = len(found) - used - _SPARE
        if surplus > 0:
            oldest = sorted(found, key=lambda entry: entry.stat(follow_symlinks=False).st_mtime_ns)
            for entry in oldest[:surplus]:
                Path(entry.path).unlink(missing_ok=True)

    def _path(self, key: bytes) -> Path:
        return self.folder / f"{key.hex()}.png"


def open_pictures(beside: Path) -> Pictures | None:
    """The pictures kept in a folder of build records; None where they can't be."""
    folder = beside / FOLDER
    if folder.is_symlink():
        return None
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return Pictures(folder)
