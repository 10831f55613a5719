"""One connection: the standard library reads its requests and frames the answers."""

import re
import select
import socket
import sys
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any

from generator.preview.http.application import Application
from generator.preview.http.messages import Request, Response, sentence
from generator.preview.http.stream import Events

# Seconds: for a request to come, go on or be taken; whoever dawdles is let go.
_PATIENCE = 30.0
_LARGEST_BODY = 65_536
_SIZE = re.compile(r"\d{1,15}", re.ASCII)
# Said twice, these could be read in two ways.
_ONCE = ("host", "origin", "content-length")
# What tells where an answer ends, and when it was sent, is said here alone.
_FRAMING = frozenset({"connection", "content-length", "date", "transfer-encoding"})
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_BODILESS = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


class Connection(BaseHTTPRequestHandler):
    """Answers all that comes over one connection; where it is one too many, that there is no place."""

    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE
    default_request_version = "HTTP/1.1"  # older than 1.0 means: no head
    wbufsize = -1  # an answer goes out in one piece
    disable_nagle_algorithm = True

    def __init__(self, application: Application, events: Events, has_place: bool, *accepted: Any) -> None:
        self.application, self.events, self.has_place = application, events, has_place
        super().__init__(*accepted)

    def respond(self) -> None:
        """Answers one request."""
        request = self._request() if self.has_place else _full()
        if isinstance(request, Response):
            self._end(request)
        elif (wish := self.application.listener(request)) is None:
            self._send(self._answer(request))
        elif not self.events.may_listen():
            self._end(sentence(503, "Too many tabs are listening: close some.", ("Retry-After", "10")))
        else:
            self.close_connection = True
            self.events.tell(self, wish)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = respond  # noqa: N815 - theirs

    def begin(self, response: Response) -> None:
        """Sends what goes before a body that has no end yet."""
        self._send_head(response)
        self.end_headers()

    def send(self, data: bytes) -> None:
        """Sends a part of such a body; OSError where nobody takes it."""
        self.wfile.write(data)
        self.wfile.flush()

    def is_gone(self) -> bool:
        """Whether the other side has closed; asked without waiting."""
        has_news = select.select([self.connection], [], [], 0)[0]
        return bool(has_news) and not self.connection.recv(1, socket.MSG_PEEK)

    def handle_expect_100(self) -> bool:
        """Lets a body come."""
        goes_on = super().handle_expect_100()
        self.wfile.flush()
        return goes_on

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers what is no request, by the library's own judgement."""
        self._end(sentence(code, "No browser would send such a request."))

    def log_message(self, *_: object) -> None:
        """Says nothing: what people want to know stands in the page."""

    def _request(self) -> Request | Response:
        """The request, or why it can't be taken; where the next one would begin isn't known then."""
        if "transfer-encoding" in self.headers:
            return sentence(501, "A body has to come in one piece.")
        if any(len(self.headers.get_all(name, ())) > 1 for name in _ONCE):
            return sentence(400, "A header is given twice.")
        size = self.headers.get("content-length", "0")
        if not _SIZE.fullmatch(size):
            return sentence(400, "The length of the body can't be read.")
        if int(size) > _LARGEST_BODY:
            return sentence(413, "The body is too large.")
        headers = {name.lower(): "; ".join(self.headers.get_all(name, ())) for name in self.headers}
        body = self.rfile.read(int(size))
        if len(body) < int(size):
            return sentence(400, "The body isn't whole.")
        return Request(self.command, self.path, headers, body)

    def _answer(self, request: Request) -> Response:
        """The answer; a mistake of ours is told on the terminal and nowhere else."""
        try:
            return self.application.answer(request)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return sentence(500, "Something went wrong in the preview itself; the terminal says what.")

    def _end(self, response: Response) -> None:
        """Sends the last answer of a connection."""
        self.close_connection = True
        self._send(response)

    def _send(self, response: Response) -> None:
        self._send_head(response)
        has_body = response.status not in _BODILESS
        if has_body:
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if has_body and self.command != "HEAD":
            self.wfile.write(response.body)

    def _send_head(self, response: Response) -> None:
        self.send_response_only(response.status)
        self.send_header("Date", self.date_time_string())
        for name, value in response.headers:
            if name.lower() not in _FRAMING and not _CONTROL.search(value):
                self.send_header(name, value.encode().decode("latin-1"))  # the library knows no UTF-8
        if self.close_connection:
            self.send_header("Connection", "close")


def _full() -> Response:
    return sentence(503, "Too many connections are open.", ("Retry-After", "1"))
