"""A preview on a real socket, and a folder in which somebody saves files."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread

from generator.preview.desk.desk import Desk
from generator.preview.desk.editor import Editor
from generator.preview.http.application import Application
from generator.preview.http.binding import bind, port_of
from generator.preview.http.guard import guard_for
from generator.preview.http.server import Server
from generator.preview.http.stream import Events
from generator.preview.kit.kit import Kit
from generator.preview.site.studio import Studio
from tests.preview.desk.asking import open_studio

_HOST = "127.0.0.1"


class Preview:
    """A site that is served; `save` and `remove` are what an editor does, seen at once."""

    def __init__(self, root: Path, studio: Studio) -> None:
        self.root, self.studio = root, studio
        self.port = 0
        self._server: Server | None = None

    @property
    def url(self) -> str:
        """The address of its home page without the slash."""
        return f"http://{_HOST}:{self.port}"

    def start(self) -> None:
        """Serves at the port it had before, if it had one."""
        listening = bind(_HOST, self.port, 1)
        self.port = port_of(listening)
        desk = Desk(self.studio, self.port, Editor(), Kit(self.studio))
        application = Application(self.studio, desk, guard_for(_HOST, self.port))
        self._server = Server(listening, application, Events(self.studio, desk))
        Thread(target=self._server.run, daemon=True).start()

    def stop(self) -> None:
        """Ends the server, as if somebody pressed Ctrl-C."""
        assert self._server
        self._server.stop()

    def write(self, path: str, text: str) -> None:
        """Writes a file of the site that nobody has looked at yet."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def save(self, path: str, text: str) -> None:
        """Writes a file of the site."""
        self.write(path, text)
        self.studio.look()

    def remove(self, path: str) -> None:
        """Takes a file away."""
        (self.root / path).unlink()
        self.studio.look()


@contextmanager
def served(
    root: Path, files: Mapping[str, str], config: str = "", as_of: date | None = None
) -> Iterator[Preview]:
    """A site of these files, served until the end."""
    preview = Preview(root, open_studio(root, files, config, as_of=as_of))
    preview.start()
    try:
        yield preview
    finally:
        preview.studio.close()
        preview.stop()
