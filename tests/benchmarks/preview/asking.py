"""Asking a preview for pages, over one connection that is kept."""

from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from time import perf_counter, sleep
from types import TracebackType
from typing import Self

# So long (s) we wait between two questions: a page may be there for so long before we know. While a preview
# starts we ask less often, as each answer takes time from the work that we wait for.
PAUSE, PAUSE_AT_START = 0.005, 0.02
_PATIENCE = 120
_ONE_ANSWER = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whole."""

    status: int
    body: bytes

    def shows(self, text: str) -> bool:
        """Whether it is a page that holds the text."""
        return self.status == 200 and text.encode() in self.body


class Connection:
    """A connection to a port of this machine, made anew where the other side let go of it."""

    def __init__(self, port: int) -> None:
        self._http = HTTPConnection("127.0.0.1", port, timeout=_ONE_ANSWER)

    def get(self, url: str) -> Answer | None:
        """The answer for a path, None where there is none or half of one."""
        try:
            self._http.request("GET", url)
            response = self._http.getresponse()
            return Answer(response.status, response.read())
        except (OSError, HTTPException):
            self._http.close()
            return None

    def until_any(self) -> float:
        """The time at which anything was answered for the first time."""
        return self._until("/", "", PAUSE)

    def until_shown(self, url: str, text: str, pause: float = PAUSE) -> float:
        """The time at which a page held a text for the first time, asked for after each `pause`."""
        return self._until(url, text, pause)

    def _until(self, url: str, text: str, pause: float) -> float:
        end = perf_counter() + _PATIENCE
        while perf_counter() < end:
            answer = self.get(url)
            if answer and (not text or answer.shows(text)):
                return perf_counter()
            sleep(pause)
        raise AssertionError(f"{url} doesn't show {text!r} after {_PATIENCE} s")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._http.close()
