"""The preview put together: the site, the watch over it, and the server that shows it."""

from pathlib import Path

from msgspec import Struct

from generator.build.options import Options
from generator.preview.desk.desk import Desk
from generator.preview.desk.editor import Editor
from generator.preview.http.application import Application
from generator.preview.http.binding import address_of, bare, bind, own_names, port_of
from generator.preview.http.guard import guard_for, is_loopback, url_of
from generator.preview.http.server import Server
from generator.preview.http.stream import Events
from generator.preview.kit.kit import Kit
from generator.preview.site.studio import Studio
from generator.preview.watch.watcher import Watcher


class Wishes(Struct, frozen=True):
    """Where to listen, at `port` or at one of the `tries` from there on; whether to look at the files now and
    then instead of being told; which editor opens them.
    """

    host: str
    port: int
    tries: int
    is_polling: bool
    editor: Editor


class Preview:
    """The server of one site; OpeningsError where it can't listen.

    `url` is the address to open in a browser of this machine; `is_private` says that no other reaches it.
    """

    def __init__(self, root: Path, options: Options, wishes: Wishes) -> None:
        listening = bind(wishes.host, wishes.port, wishes.tries)
        address, self.port = address_of(listening), port_of(listening)
        self.is_private, self.url = is_loopback(address), url_of(address, self.port)
        self.studio = Studio(root, options)
        editor = wishes.editor if self.is_private else None  # others have no use for paths of this machine
        desk = Desk(self.studio, self.port, editor, Kit(self.studio))
        names = (bare(wishes.host), *(() if self.is_private else own_names()))
        guard = guard_for(address, self.port, names)
        self._server = Server(listening, Application(self.studio, desk, guard), Events(self.studio, desk))
        self._watcher = Watcher(self.studio, root, wishes.is_polling)

    def run(self) -> None:
        """Answers from the first moment on, until it is stopped or Ctrl-C comes."""
        self._watcher.start()
        self._server.run()

    def stop(self) -> bool:
        """Ends everything, whatever is under way; whether nothing goes on for itself."""
        self.studio.close()
        self._server.stop()
        return self._watcher.stop()
