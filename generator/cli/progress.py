"""One line on a terminal that says how far long work has come; nothing in a pipe."""

import time
from collections.abc import Callable
from typing import IO

_PATIENCE = 0.5  # seconds of work before anything is shown
_PAUSE = 0.05  # seconds between two updates
_CLEAR = "\r\x1b[2K"


class Meter:
    """Shows `doing 120 of 400` and wipes it away at the end."""

    def __init__(self, doing: str, stream: IO[str], clock: Callable[[], float] = time.monotonic) -> None:
        self._doing, self._stream, self._clock = doing, stream, clock
        self._next = clock() + _PATIENCE
        self._is_shown = False

    def __enter__(self) -> "Meter":
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def __call__(self, done: int, total: int) -> None:
        """Told of each step."""
        now = self._clock()
        if now < self._next or not self._stream.isatty():
            return
        self._next, self._is_shown = now + _PAUSE, True
        self._stream.write(f"{_CLEAR}{self._doing} {done} of {total}")
        self._stream.flush()
