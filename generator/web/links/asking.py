"""One link asked: is there still something at its end?"""

from generator.web.address import Address, follow, parse_address
from generator.web.deadline import Deadline, deadline_in
from generator.web.exchange import Ways, ask
from generator.web.failure import Cause, FetchError
from generator.web.fetching import Limits, location
from generator.web.links.turns import Turn, at_once
from generator.web.links.verdict import State, Verdict

# Nobody's secret is sent to a server, and each reader of the page could use it.
LOGIN = "there is a name or password in it"
_PERMANENT = (301, 308)
_GONE = (404, 410)
# Servers that know `HEAD` badly refuse it or say that nothing is there; these mean what they say.
_SURE = (401, 407, 429)
_STATES = {
    Cause.NO_HOST: State.NO_HOST,
    Cause.CERTIFICATE: State.UNTRUSTED,
    Cause.REFUSED: State.REFUSED,
    Cause.OFFLINE: State.OFFLINE,
    Cause.SLOW: State.SLOW,
}
# What these say is of the link's own host, which is there where it leads on.
_OF_HOST = {State.NO_HOST: State.GONE, State.SLOW: State.UNKNOWN}


def ask_link(url: str, ways: Ways, limits: Limits, turn: Turn = at_once) -> Verdict:
    """What is at the end of a link; only the head of an answer is read.

    Waiting for a turn at a host isn't that host's slowness.
    """
    try:
        address = parse_address(url, limits.schemes)
    except FetchError as error:
        return Verdict(State.WRONG, str(error))
    if address.login:
        return Verdict(State.REFUSED, LOGIN)
    deadline = deadline_in(limits.seconds)
    moved, is_permanent = "", True
    for passed in range(limits.redirects + 1):
        try:
            with turn(address.host) as waited:
                deadline = deadline.later(waited)
                status, there = _hop(address, ways, limits, deadline)
        except FetchError as error:
            return _failed(error, address.url if passed else "")
        if there is None:
            return _judged(status, moved)
        address = there
        # Behind a redirect for now, nothing is for good.
        is_permanent = is_permanent and status in _PERMANENT
        moved = address.url if is_permanent else moved
    return Verdict(State.UNKNOWN, f"more than {limits.redirects} redirects")


def _failed(error: FetchError, behind: str) -> Verdict:
    """What an error says of a link, `behind` the last redirect that was followed, if any was."""
    state = _STATES.get(error.cause, State.UNKNOWN)
    if not behind:
        return Verdict(state, str(error))
    return Verdict(_OF_HOST.get(state, state), f"{error}, behind a redirect to `{behind}`")


def _hop(address: Address, ways: Ways, limits: Limits, deadline: Deadline) -> tuple[int, Address | None]:
    """The status, and the address that it leads on to."""
    status, led_to = _answered(address, ways, deadline)
    return status, follow(address, led_to, limits.schemes) if led_to else None


def _answered(address: Address, ways: Ways, deadline: Deadline) -> tuple[int, str]:
    """The status, and what stands behind `location`; asked by `GET` too before anything bad is said."""
    status, led_to = _head(address, "HEAD", ways, deadline)
    if status >= 400 and status not in _SURE:
        return _head(address, "GET", ways, deadline)
    return status, led_to


def _head(address: Address, method: str, ways: Ways, deadline: Deadline) -> tuple[int, str]:
    with ask(address, method, {"Accept": "text/html, */*"}, ways, deadline) as reply:
        return reply.status, location(reply)


def _judged(status: int, moved: str) -> Verdict:
    if status in _GONE:
        return Verdict(State.GONE, str(status))
    if status >= 400:
        return Verdict(State.UNKNOWN, str(status))
    return Verdict(State.MOVED, to=moved) if moved else Verdict(State.FINE)
