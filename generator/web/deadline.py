"""One limit of time over everything that a request does."""

from time import monotonic

from msgspec import Struct

from generator.web.failure import Cause, FetchError


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

    def passed(self) -> FetchError:
        """What is said of whoever took longer."""
        return FetchError(f"too slow: {self.seconds:g} s", Cause.SLOW)


def deadline_in(seconds: float) -> Deadline:
    """The deadline so many seconds from now."""
    return Deadline(seconds, monotonic() + seconds)
