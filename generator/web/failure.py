"""Why nothing usable was answered."""

from enum import Enum, auto


class Cause(Enum):
    """What kept an answer away, as far as somebody would do something else about it."""

    ADDRESS = auto()  # it says nothing that can be asked, or leads where nobody may go
    REFUSED = auto()  # a host that we don't ask
    NO_HOST = auto()
    OFFLINE = auto()  # nobody could say whether there is such a host
    SLOW = auto()
    CERTIFICATE = auto()
    REDIRECTS = auto()
    SIZE = auto()
    ANSWER = auto()  # one came, and is broken or cut
    CONNECTION = auto()


class FetchError(Exception):
    """Nothing usable was answered; the text is a reason in a few words, without the address's password."""

    def __init__(self, reason: str, cause: Cause = Cause.CONNECTION) -> None:
        super().__init__(reason)
        self.cause = cause
