"""What links were found to be, kept beside the site so that nobody is asked every time."""

import os
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkstemp

from msgspec import DecodeError, Struct

from generator.build.store.codec import decode, encode
from generator.build.store.keys import digest
from generator.web.links.verdict import State, Verdict

NAME = "links.json"
_WEEK = timedelta(days=7)
_GOOD = (State.FINE, State.MOVED)
# The others say something of this run or this machine, and nothing of the link.
_LASTING = (*_GOOD, State.GONE, State.NO_HOST, State.UNTRUSTED, State.UNKNOWN)


class Kept(Struct, frozen=True):
    """A verdict, the day on which it was found, and the hosts that the run was allowed, in order."""

    verdict: Verdict
    day: date
    allowed: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether there was something at the link's end."""
        return self.verdict.state in _GOOD

    def holds(self, today: date, allowed: frozenset[str]) -> bool:
        """Whether it may be said again, in a run that is allowed these hosts.

        One that was reached by more is no answer: the link may lead through what isn't asked now.
        """
        return self.is_fresh(today) and allowed.issuperset(self.allowed)

    def is_fresh(self, today: date) -> bool:
        """Whether it is recent enough: for a week if all was well, else on the same day."""
        if self.is_good:
            return timedelta(0) <= today - self.day < _WEEK
        return today == self.day


def read_kept(path: Path) -> Mapping[str, Kept]:
    """What is kept, by address; nothing where there is no such file, or a damaged one."""
    try:
        seal, _, data = path.read_bytes().partition(b"\n")
        return decode(data, dict[str, Kept]) if seal == _seal(data) else {}
    except (OSError, DecodeError, UnicodeDecodeError):
        return {}


def write_kept(path: Path, kept: Mapping[str, Kept], today: date) -> None:
    """Keeps what lasts and still holds; where it can't be written, links are asked again another time."""
    lasting = {
        url: one for url, one in sorted(kept.items()) if one.is_fresh(today) and one.verdict.state in _LASTING
    }
    data = encode(lasting)
    try:
        # A name that nobody can have put a link at.
        number, beside = mkstemp(dir=path.parent, prefix=NAME)
        with os.fdopen(number, "wb") as file:
            file.write(_seal(data) + b"\n" + data)
        Path(beside).replace(path)
    except OSError:
        return


def _seal(data: bytes) -> bytes:
    return digest(data).hex().encode()
