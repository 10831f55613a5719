"""One limit of time over everything that a request does."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from time import monotonic
from typing import TypeVar

from msgspec import Struct

from generator.web.failure import Cause, FetchError

T = TypeVar("T")


class Deadline(Struct, frozen=True):
    """A moment of the machine's steady clock, and the seconds that there were until then."""

    seconds: float
    end: float

    def left(self) -> float:
        """The seconds that are left, never none: a socket takes 0 for `don't wait`."""
        left = self.end - monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def later(self, seconds: float) -> "Deadline":
        """The same, put off by so many seconds."""
        return Deadline(self.seconds, self.end + seconds)

    def passed(self) -> FetchError:
        """What is said of whoever took longer."""
        return FetchError(f"too slow: {self.seconds:g} s", Cause.SLOW)


def deadline_in(seconds: float) -> Deadline:
    """The deadline so many seconds from now."""
    return Deadline(seconds, monotonic() + seconds)


def within(deadline: Deadline, work: Callable[[], T]) -> T:
    """What the work returns; it is left to itself where it takes longer, as looking up a name may."""
    future: Future[T] = Future()
    Thread(target=_settle, args=(future, work), daemon=True).start()
    try:
        return future.result(deadline.left())
    except TimeoutError:
        raise deadline.passed() from None


def _settle(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:
        future.set_exception(error)
