"""All links of a site asked: several at once, each host by one request at a time."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from functools import partial
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

from msgspec import Struct

from generator.web.exchange import Ways
from generator.web.fetching import Limits
from generator.web.links.asking import ask_link
from generator.web.links.turns import Turns
from generator.web.links.verdict import State, Verdict

# Told of each step, and of how many there are.
Progress = Callable[[int, int], None]
# Of so many hosts, none is there: then it is rather this machine that has no network.
_SURELY_OFFLINE = 3
# A host that was too slow so many times in a row would keep all its other links waiting for nothing.
_SURELY_SLOW = 2
_SLOW = Verdict(State.SLOW, "not asked: its host was too slow before")
_LATE = Verdict(State.LATE, "not asked in time")
_UNASKED = (State.LATE, State.WRONG, State.REFUSED)
_LOOK = 0.1  # seconds between two looks at how far they came


class Pace(Struct, frozen=True):
    """How many hosts at once, seconds between two requests to one, and seconds for all together."""

    at_once: int = 6
    pause: float = 0.5
    seconds: float = 300.0
    each: Limits = Limits(seconds=10, schemes=("http", "https"))


def ask_all(urls: Iterable[str], ways: Ways, pace: Pace, progress: Progress) -> Mapping[str, Verdict]:
    """What became of each link; where the machine seems to have no network, the rest isn't asked."""
    queues = _by_host(urls)
    total = sum(map(len, queues))
    found: dict[str, Verdict] = {}
    stop, end = Event(), monotonic() + pace.seconds
    with ThreadPoolExecutor(pace.at_once) as pool:
        turn = Turns(pace.pause, stop).turn
        ask = partial(ask_link, ways=ways, limits=pace.each, turn=turn)
        pending = {pool.submit(_ask_host, queue, ask, end, stop, found) for queue in queues}
        try:
            while pending:
                done, pending = wait(pending, _LOOK, FIRST_COMPLETED)
                for future in done:
                    future.result()
                progress(len(found), total)
                if _is_hopeless(list(found.values())):
                    stop.set()
        finally:
            stop.set()
    return found


def is_offline(found: Mapping[str, Verdict]) -> bool:
    """Whether no server was reached at all, for want of a network as far as can be told."""
    asked = {url: verdict for url, verdict in found.items() if verdict.state not in _UNASKED}
    states = {verdict.state for verdict in asked.values()}
    if states - {State.OFFLINE, State.NO_HOST}:
        return False
    return State.OFFLINE in states or len(set(map(_host, asked))) >= _SURELY_OFFLINE


def _is_hopeless(found: Iterable[Verdict]) -> bool:
    """Whether asking on would only take time: without a name server, each link takes seconds."""
    states = [verdict.state for verdict in found]
    return len(states) >= _SURELY_OFFLINE and set(states) == {State.OFFLINE}


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    """The links of each host, the longest queue first, since it takes longest."""
    queues: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        queues.setdefault(_host(url), []).append(url)
    return sorted(queues.values(), key=len, reverse=True)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def _ask_host(
    queue: list[str], ask: Callable[[str], Verdict], end: float, stop: Event, found: dict[str, Verdict]
) -> None:
    slow = 0
    for position, url in enumerate(queue):
        is_late = monotonic() >= end or stop.is_set()
        if is_late or slow == _SURELY_SLOW:
            found.update(dict.fromkeys(queue[position:], _LATE if is_late else _SLOW))
            return
        found[url] = ask(url)
        if found[url].state is State.NO_HOST:
            found.update(dict.fromkeys(queue[position:], found[url]))
            return
        slow = slow + 1 if found[url].state is State.SLOW else 0
