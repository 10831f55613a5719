"""What we know of an output folder from former builds, kept beside the site and never in the output."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.diagnostics.diagnostic import OpeningsError

_FOLDER = ".openings"


class Records:
    """The manifest of one output folder: the files that a former build of this site wrote there."""

    def __init__(self, site: Path, output: Path) -> None:
        self._folder = site / _FOLDER
        name = hashlib.sha256(os.fsencode(output)).hexdigest()[:16]
        self._manifest = self._folder / f"output-{name}.json"
        self._lock = self._folder / f"output-{name}.lock"

    def read(self) -> frozenset[str] | None:
        """The recorded files, or None where there is no record that can be read."""
        try:
            return frozenset(filter(_is_inside, json.loads(self._manifest.read_bytes())["files"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, files: list[str]) -> None:
        """Records the files; the old record stays whole until the new one is."""
        waiting = self._manifest.with_suffix(".part")
        waiting.write_text(json.dumps({"files": files}, indent=0), encoding="utf-8")
        waiting.replace(self._manifest)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Holds the output folder for one build at a time; OpeningsError while another has it."""
        if self._folder.is_symlink():
            raise OpeningsError(f"`{self._folder}` is a link", "remove it: build records are kept there")
        self._folder.mkdir(exist_ok=True)
        with self._lock.open("w") as lock:
            if not _take(lock.fileno()):
                raise OpeningsError("another build is writing to this output folder", "wait until it is done")
            yield


def _take(file: int) -> bool:
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
