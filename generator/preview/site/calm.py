"""Files are read once nobody writes them: many editors empty a file before they fill it."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

# A file that was changed so short a time ago (ns) may be half written; how often (s) and how long one waits.
_MOMENT = 20_000_000
_PAUSE, _PATIENCE = 0.01, 0.15


def wait_for_calm(paths: Iterable[Path]) -> None:
    """Waits until none of the files was changed a moment ago, but not for ever."""
    known, end = tuple(paths), time.monotonic() + _PATIENCE
    while time.time_ns() - max(map(_changed, known), default=0) < _MOMENT and time.monotonic() < end:
        time.sleep(_PAUSE)


def _changed(path: Path) -> int:
    """When a file was last changed, in ns; 0 where there is none."""
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
