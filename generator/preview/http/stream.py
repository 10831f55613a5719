"""Server-sent events: what changed, told at once to every tab that listens."""

import time
from threading import BoundedSemaphore

from generator.preview.http.messages import NEVER_KEPT, Response, sentence
from generator.preview.http.needs import Desk, Studio
from generator.preview.http.wire import Wire
from generator.preview.http.writing import written, written_head
from generator.preview.site.wish import Wish

# So many tabs may listen at once; hidden ones let go by themselves.
_LISTENERS = 64
# Seconds: a word for those who would give up otherwise, and how soon a closed tab is noticed.
_HEARTBEAT, _LOOK = 15.0, 1.0
_HEADERS = (("Content-Type", "text/event-stream; charset=utf-8"), NEVER_KEPT)
# After a lost connection browsers come back in so many milliseconds.
_START = b"retry: 1000\n\n"
_COMMENT = b": still here\n\n"


class Events:
    """The events of one server."""

    def __init__(
        self, studio: Studio, desk: Desk, listeners: int = _LISTENERS, heartbeat: float = _HEARTBEAT
    ) -> None:
        self._studio, self._desk, self._heartbeat = studio, desk, heartbeat
        self._places = BoundedSemaphore(listeners)

    def tell(self, wire: Wire, wish: Wish) -> None:
        """Tells the state now and after every change, until the tab is closed or the studio is."""
        if not self._places.acquire(blocking=False):
            full = sentence(503, "Too many tabs are listening: close some.", ("Retry-After", "10"))
            return wire.send(written(full, "GET", is_last=True))
        try:
            wire.send(written_head(Response(200, _HEADERS), is_last=True) + _START)
            self._tell(wire, wish)
        finally:
            self._places.release()

    def _tell(self, wire: Wire, wish: Wish) -> None:
        known = self._studio.version()
        wire.send(self._event(wish))
        spoken = time.monotonic()
        while not self._studio.is_closed and not wire.is_gone():
            version = self._studio.wait(known, min(_LOOK, self._heartbeat))
            if version != known:
                known = version
                wire.send(self._event(wish))
            elif time.monotonic() - spoken >= self._heartbeat:
                wire.send(_COMMENT)
            else:
                continue
            spoken = time.monotonic()

    def _event(self, wish: Wish) -> bytes:
        return b"data: %b\n\n" % self._desk.state(wish)
