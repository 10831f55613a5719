"""A preview as `openings serve` puts it together, and somebody who asks it."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from generator.build.options import Options
from generator.preview.desk.editor import Editor
from generator.preview.preview import Preview, Wishes

PATIENCE = 60.0  # seconds, for a machine that has much to do


@contextmanager
def previewing(root: Path, options: Options) -> Iterator[Preview]:
    """The preview of a site while it runs, once there is something to show."""
    preview = Preview(root, options, Wishes("127.0.0.1", 0, 1, is_polling=False, editor=Editor()))
    running = Thread(target=preview.run)
    running.start()
    version = -1
    try:
        while preview.studio.edition(preview.studio.base) is None:
            version = preview.studio.wait(version, PATIENCE)
        yield preview
    finally:
        preview.stop()
        running.join(PATIENCE)
        assert not running.is_alive()


class Browser:
    """Asks one address after another over one connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def get(self, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Status, headers and body of the answer."""
        self._connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = self._connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def close(self) -> None:
        """Hangs up."""
        self._connection.close()
