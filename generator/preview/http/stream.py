"""Server-sent events: what changed, told at once to every tab that listens."""

import time
from threading import BoundedSemaphore
from typing import Protocol

from generator.preview.http.messages import NEVER_KEPT, Response
from generator.preview.http.needs import Desk, Studio
from generator.preview.site.wish import Wish

# So many tabs may listen at once; hidden ones let go by themselves.
_LISTENERS = 64
# Seconds: a word for those who would give up otherwise, and how soon a closed tab is noticed.
_HEARTBEAT, _LOOK = 15.0, 1.0
_HEADERS = (("Content-Type", "text/event-stream; charset=utf-8"), NEVER_KEPT)
# After a lost connection browsers come back in so many milliseconds.
_START = b"retry: 1000\n\n"
_COMMENT = b": still here\n\n"


class Listener(Protocol):
    """Somebody who listens; OSError where nobody does any longer."""

    def begin(self, response: Response) -> None:
        """Takes what goes before the events."""

    def send(self, data: bytes) -> None:
        """Takes bytes."""

    def is_gone(self) -> bool:
        """Whether nobody listens any longer."""


class Events:
    """The events of one server."""

    def __init__(
        self, studio: Studio, desk: Desk, listeners: int = _LISTENERS, heartbeat: float = _HEARTBEAT
    ) -> None:
        self._studio, self._desk, self._heartbeat = studio, desk, heartbeat
        self._places = BoundedSemaphore(listeners)

    def may_listen(self) -> bool:
        """Whether there is a place for one more, which `tell` gives back."""
        return self._places.acquire(blocking=False)

    def tell(self, listener: Listener, wish: Wish) -> None:
        """Tells the state now and after every change, until the tab is closed or the studio is."""
        try:
            listener.begin(Response(200, _HEADERS))
            listener.send(_START)
            self._tell(listener, wish)
        finally:
            self._places.release()

    def _tell(self, listener: Listener, wish: Wish) -> None:
        known = self._studio.version()
        listener.send(self._event(wish))
        spoken = time.monotonic()
        while not self._studio.is_closed and not listener.is_gone():
            version = self._studio.wait(known, min(_LOOK, self._heartbeat))
            if version != known:
                known = version
                listener.send(self._event(wish))
            elif time.monotonic() - spoken >= self._heartbeat:
                listener.send(_COMMENT)
            else:
                continue
            spoken = time.monotonic()

    def _event(self, wish: Wish) -> bytes:
        return b"data: %b\n\n" % self._desk.state(wish)
