"""A server on this machine that does what a good static host does: compresses, says what may be kept."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from tests.audit.encoding import encoded, is_compressed

_HASHED = re.compile(r"^/assets/.+\.[0-9a-f]{8,}\.\w+$")
_KEPT = "public, max-age=31536000, immutable"
_PICTURES = "public, max-age=3600"


class SiteServer(ThreadingHTTPServer):
    """Serves a folder; its address is known before the folder has anything in it."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder.resolve()
        # A host compresses a file once: at each request it would weigh on what is measured.
        self.compressed = lru_cache(maxsize=None)(_compressed)

    @property
    def address(self) -> str:
        """Its URL without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    @contextmanager
    def running(self) -> Iterator[str]:
        """Answers until the end of the block; gives the address."""
        Thread(target=self.serve_forever, daemon=True).start()
        try:
            yield self.address
        finally:
            self.shutdown()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a running server for a folder that is complete."""
    with SiteServer(folder) as server, server.running() as address:
        yield address


def caching(path: str) -> str:
    """How long a file may be kept: one whose name holds its digest for a year, a page not unasked."""
    if _HASHED.match(path):
        return _KEPT
    return "no-cache" if path.endswith((".html", "/")) else _PICTURES


def _compressed(path: Path) -> bytes:
    return encoded(path.name, path.read_bytes())


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection, which may stay open for several requests."""

    protocol_version = "HTTP/1.1"
    server: SiteServer

    def do_HEAD(self) -> None:
        """Sends what a GET would be answered, without the bytes."""
        self.do_GET()

    def do_GET(self) -> None:
        """Sends the file with its bytes."""
        path = unquote(urlsplit(self.path).path)
        file = self._file(path)
        if file and file.is_dir():
            self._redirect(f"{path}/")
        elif file:
            self._send(200, file, path)
        else:
            self._send(404, self.server.folder / "404.html", path)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def _file(self, path: str) -> Path | None:
        """The file for a path, a folder where only the last slash is missing, None for what isn't there."""
        name = f"{path}index.html" if path.endswith("/") else path
        found = (self.server.folder / name.lstrip("/")).resolve()
        return found if found.exists() and found.is_relative_to(self.server.folder) else None

    def _redirect(self, address: str) -> None:
        self.send_response(301)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, file: Path, path: str) -> None:
        data = file.read_bytes() if file.exists() else b""
        tag = f'"{sha256(data).hexdigest()[:20]}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, data = 304, b""
        zipped = bool(data) and is_compressed(file.name) and "gzip" in self.headers.get("Accept-Encoding", "")
        if zipped:
            data = self.server.compressed(file)
        self.send_response(status)
        self.send_header("Content-Type", _type(file.name))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", caching(path if status != 404 else "/"))
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def _type(name: str) -> str:
    kind = guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("javascript") else kind
