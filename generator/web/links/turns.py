"""Who asks a host next: one request at a time goes to each, wherever the link that led there stands."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Event, Lock
from time import monotonic

# Waits until the host of that name may be asked, and gives the seconds that it took; the end frees the host.
Turn = Callable[[str], AbstractContextManager[float]]


@contextmanager
def at_once(_host: str) -> Iterator[float]:
    """A turn without a wait."""
    yield 0


class Turns:
    """Gives turns: to each host one at a time, with a pause of so many seconds before the next.

    Once `stop` is set, nobody pauses any more.
    """

    def __init__(self, pause: float, stop: Event) -> None:
        self._pause, self._stop = pause, stop
        self._lock = Lock()
        self._hosts: dict[str, Lock] = {}
        self._free: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[float]:
        """The turn at a host."""
        begun = monotonic()
        with self._lock:
            lock = self._hosts.setdefault(host, Lock())
        with lock:
            self._stop.wait(max(0, self._free.get(host, 0) - monotonic()))
            try:
                yield monotonic() - begun
            finally:
                self._free[host] = monotonic() + self._pause
