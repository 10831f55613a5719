"""A line for each file of a deploy: all of them in a pipe, the first few on a terminal."""

from typing import IO

from generator.cli.progress import Meter
from generator.cli.saying import say

# Nobody reads the names of 12,000 files as they rush by.
_MOST = 20


class SentLines:
    """Takes lines as files are done, prints them to `out`, and on a terminal counts the rest on `err`."""

    def __init__(self, out: IO[str], err: IO[str], total: int) -> None:
        self._most = _MOST if out.isatty() else None
        self._total, self._told = total, 0
        self._meter = Meter("sending file", err)

    def __enter__(self) -> "SentLines":
        return self

    def __exit__(self, *_: object) -> None:
        self._meter.__exit__()
        if self._most is not None and self._told > self._most:
            say(f"… and {self._told - self._most:,} more; in a pipe all of them are named")

    def __call__(self, line: str) -> None:
        """Told of a file."""
        self._told += 1
        if self._most is None or self._told <= self._most:
            say(line)
        else:
            self._meter(self._told, self._total)
