"""What became of a link: as much as can be told from outside."""

from enum import StrEnum

from msgspec import Struct


class State(StrEnum):
    """Where a link stands; the values are kept in files."""

    FINE = "fine"
    MOVED = "moved"  # for good, and there is a page at the new address
    GONE = "gone"
    NO_HOST = "no-host"
    UNTRUSTED = "untrusted"  # its certificate isn't valid
    WRONG = "wrong"  # no address that anybody could ask
    REFUSED = "refused"  # not asked: it leads where nobody may go
    UNKNOWN = "unknown"  # an answer that only a browser or a person would get behind
    SLOW = "slow"  # no answer in time, or not asked since the host gave none to others
    OFFLINE = "offline"
    LATE = "late"  # not asked: the time was over


class Verdict(Struct, frozen=True):
    """A link's state; `detail` is a status or a reason in a few words, `to` where it has moved."""

    state: State
    detail: str = ""
    to: str = ""
