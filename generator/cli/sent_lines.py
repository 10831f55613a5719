"""A line for each file of a deploy: all of them in a pipe, the first few on a terminal."""

from collections.abc import Callable
from functools import partial
from typing import IO

from generator.cli.progress import Meter
from generator.cli.saying import say

# Nobody reads the names of 12,000 files as they rush by.
_MOST = 20


class SentLines:
    """Takes lines as files are done, prints them to `out`, and on a terminal counts the rest on `err`.

    Where nobody takes them any more, as behind `| head`, the deploy goes on all the same: it would stop
    half-way, and its target would be blamed. Whoever prints next hears of it.
    """

    def __init__(self, out: IO[str], err: IO[str], total: int) -> None:
        self._most = _MOST if out.isatty() else None
        self._total, self._told = total, 0
        self._meter = Meter("sending file", err)
        self._is_heard = True

    def __enter__(self) -> "SentLines":
        return self

    def __exit__(self, *_: object) -> None:
        self._try(self._meter.__exit__)
        if self._most is not None and self._told > self._most:
            more = f"… and {self._told - self._most:,} more; in a pipe all of them are named"
            self._try(partial(say, more))

    def __call__(self, line: str) -> None:
        """Told of a file."""
        self._told += 1
        if self._most is None or self._told <= self._most:
            self._try(partial(say, line))
        else:
            self._try(partial(self._meter, self._told, self._total))

    def _try(self, tell: Callable[[], None]) -> None:
        """Tells something, unless that failed before."""
        try:
            if self._is_heard:
                tell()
        except OSError:
            self._is_heard = False
