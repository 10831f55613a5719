"""Many links asked: each host by one request at a time, and none for ever."""

from collections.abc import Sequence
from threading import Event, Lock
from time import sleep

import pytest
from msgspec.structs import replace

from generator.web.exchange import Ways
from generator.web.failure import Cause, FetchError
from generator.web.links.round import ask_all, is_offline
from generator.web.links.turns import Turns
from generator.web.links.verdict import State, Verdict
from tests.web.links.conftest import PACE
from tests.web.servers import Server, answer, led_to, serving

_OFFLINE = Verdict(State.OFFLINE, "no name server answered")
_NO_HOST = Verdict(State.NO_HOST, "no such host")
_DEAD = {f"https://{name}.example/": _NO_HOST for name in "abc"}


def _quiet(done: int, total: int) -> None:
    """Tells nobody."""


def test_every_link_has_its_verdict_and_steps_are_told(server: Server, plain_ways: Ways) -> None:
    steps: list[tuple[int, int]] = []
    urls = [server.url(path) for path in ("/fine", "/none", "/moved", "/fine")]
    found = ask_all(urls, plain_ways, PACE, lambda done, total: steps.append((done, total)))
    assert {url: verdict.state for url, verdict in found.items()} == {
        urls[0]: State.FINE,
        urls[1]: State.GONE,
        urls[2]: State.MOVED,
    }
    assert steps[-1] == (3, 3)


def test_host_is_asked_by_one_request_at_a_time(plain_ways: Ways) -> None:
    asked = Lock()
    met: list[str] = []

    def script(_method: str, target: str) -> bytes:
        if not asked.acquire(blocking=False):
            met.append(target)
            return answer()
        sleep(0.005)
        asked.release()
        return answer()

    with serving(script) as server:
        found = ask_all([server.url(f"/{i}") for i in range(12)], plain_ways, PACE, _quiet)
    assert {verdict.state for verdict in found.values()} == {State.FINE}
    assert met == []


def test_links_that_there_is_no_time_for_are_left(server: Server, plain_ways: Ways) -> None:
    urls = [server.url("/fine"), server.url("/none")]
    before = len(server.heads)
    found = ask_all(urls, plain_ways, replace(PACE, seconds=0), _quiet)
    assert {verdict.state for verdict in found.values()} == {State.LATE}
    assert len(server.heads) == before


def test_host_that_is_not_there_is_looked_up_once(plain_ways: Ways) -> None:
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        raise FetchError("no such host", Cause.NO_HOST)

    urls = [f"https://nowhere.example/{i}" for i in range(5)]
    found = ask_all(urls, replace(plain_ways, resolve=resolve), PACE, _quiet)
    assert found == dict.fromkeys(urls, _NO_HOST)
    assert looked_up == ["nowhere.example"]


def test_host_that_is_too_slow_twice_is_left_alone(server: Server, plain_ways: Ways) -> None:
    turns = iter([True, False, True, True])

    def resolve(host: str, port: int) -> Sequence[str]:
        if next(turns):
            raise FetchError("too slow: 10 s", Cause.SLOW)
        return plain_ways.resolve(host, port)

    urls = [server.url("/fine"), *(server.url(f"/fine#{i}") for i in range(5))]
    found = ask_all(urls, replace(plain_ways, resolve=resolve), PACE, _quiet)
    assert [found[url].state for url in urls] == [State.SLOW, State.FINE, *[State.SLOW] * 4]
    assert next(turns, None) is None


def test_without_a_name_server_most_links_are_not_asked(plain_ways: Ways) -> None:
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        raise FetchError("no name server answered", Cause.OFFLINE)

    urls = [f"https://{i % 2}.example/{i}" for i in range(400)]
    found = ask_all(urls, replace(plain_ways, resolve=resolve), replace(PACE, pause=0.05), _quiet)
    assert is_offline(found)
    assert len(found) == 400
    assert len(looked_up) < 100


def test_our_own_mistake_is_not_swallowed(plain_ways: Ways) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask_all(["https://example.com/"], replace(plain_ways, resolve=resolve), PACE, _quiet)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({}, False),
        ({"https://a.example/": _OFFLINE}, True),
        ({"https://a.example/": _NO_HOST}, False),
        ({"https://a.example/": _NO_HOST, "https://a.example/b": _NO_HOST}, False),
        ({f"https://{name}.example/": _NO_HOST for name in "abc"}, True),
        (
            {f"https://{name}.example/": _NO_HOST for name in "abc"}
            | {"https://d.example": Verdict(State.FINE)},
            False,
        ),
        ({"https://a.example/": _OFFLINE, "https://b.example/": Verdict(State.GONE, "404")}, False),
        ({"https://a.example/": _OFFLINE, "https://b.example/": Verdict(State.LATE)}, True),
        ({"https://a.example/": Verdict(State.WRONG), "https://b.example/": Verdict(State.REFUSED)}, False),
    ],
)
def test_machine_is_offline_where_nobody_was_reached(found: dict[str, Verdict], expected: bool) -> None:
    assert is_offline(found) is expected


def test_host_behind_redirects_is_asked_by_one_request_at_a_time(plain_ways: Ways) -> None:
    busy = Lock()
    met: list[str] = []

    def script(_method: str, target: str) -> bytes:
        if not busy.acquire(blocking=False):
            met.append(target)
            return answer()
        sleep(0.005)
        busy.release()
        return answer()

    with serving(script) as end, serving(lambda _, target: led_to(end.url(target))) as first:
        # Two names of one machine, and so two queues that lead to the same place.
        urls = [f"http://{host}:{first.port}/{i}" for host in ("localhost", "127.0.0.1") for i in range(6)]
        found = ask_all(urls, plain_ways, PACE, _quiet)
    assert {verdict.state for verdict in found.values()} == {State.FINE}
    assert met == []


def test_next_turn_at_a_host_comes_after_a_pause() -> None:
    turns = Turns(pause=0.05, stop=Event())
    with turns.turn("a.example"):
        pass
    with turns.turn("a.example") as waited:
        assert waited >= 0.04
