"""The kit on a real socket, as the preview hands it out."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote

from generator.preview.kit.kit import Kit
from generator.preview.kit.stage import BASE


class _Server(ThreadingHTTPServer):
    """Says nothing of browsers that go away in the middle of an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def served(kit: Kit) -> Iterator[str]:
    """The address of the kit, below which it is served."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            answer = kit.answer(unquote(path.removeprefix(BASE)), query) if path.startswith(BASE) else None
            self.send_response(answer.status if answer else 404)
            for name, value in answer.headers if answer else ():
                self.send_header(name, value)
            body = answer.body if answer else b""
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with _Server(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
