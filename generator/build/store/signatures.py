"""Telling from the outside of a file whether it can have changed since it was read."""

import os
import time

# Two changes within one tick of a file system's clock leave the same times behind.
_FINE_TICK = 20_000_000  # ns: Linux's slowest kernel clock is 10 ms
_COARSE_TICK = 2_000_000_000  # ns: FAT counts in steps of two seconds


def signature(status: os.stat_result) -> str:
    """Size, times of the last change (ns) and inode: another if the file was written or replaced."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def now() -> int:
    """The time that `is_settled` compares with, in ns; take it before reading the file."""
    return time.time_ns()


def is_settled(mark: str, seen: int) -> bool:
    """Whether a change after the moment `seen` must have led to another signature."""
    _, modified, changed, _ = map(int, mark.split())
    is_coarse = modified % 1_000_000_000 == 0 and changed % 1_000_000_000 == 0
    return max(modified, changed) + (_COARSE_TICK if is_coarse else _FINE_TICK) < seen
